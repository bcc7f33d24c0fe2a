// `ast.dump(node, include_attributes=...)` as CPython writes it, on one line. It serves the checks that compare our
// trees with CPython's; Python programs use Lib/ast.py's own. CPython: Lib/ast.py dump.
import { constantRepr, isPrintableByEngine, strRepr } from './constant-repr.ts';
import { NODE_CLASSES } from './generated/table.ts';
import type { NodeField } from './node-class.ts';
import type { AST, ConstantValue, Position } from './nodes.ts';

const FIELDS: ReadonlyMap<string, readonly NodeField[]> = new Map(NODE_CLASSES.map((c) => [c.name, c.fields]));
const WITH_ATTRIBUTES: ReadonlySet<string> = new Set(
  NODE_CLASSES.filter((c) => c.kind === 'node' && c.attributes).map((c) => c.name),
);

export interface DumpOptions {
  readonly includeAttributes?: boolean;
  /** `str.isprintable` for a code point; by default what the engine's Unicode version says. */
  readonly isPrintable?: (codePoint: number) => boolean;
}

/** The dump of a node and all below it. */
export function dump(node: AST, options: DumpOptions = {}): string {
  return new Dumper(options).dump(node);
}

class Dumper {
  readonly #attributes: boolean;
  readonly #isPrintable: (codePoint: number) => boolean;
  readonly #out: string[] = [];

  constructor(options: DumpOptions) {
    this.#attributes = options.includeAttributes === true;
    this.#isPrintable = options.isPrintable ?? isPrintableByEngine;
  }

  dump(node: AST): string {
    this.#node(node);
    return this.#out.join('');
  }

  #node(node: AST): void {
    const out = this.#out;
    const values = node as unknown as Record<string, unknown>;
    out.push(node.nodeType, '(');
    let separator = '';
    for (const field of FIELDS.get(node.nodeType)!) {
      const value = values[field.name];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      out.push(separator, field.name, '=');
      this.#field(value, field.type);
      separator = ', ';
    }
    if (this.#attributes && WITH_ATTRIBUTES.has(node.nodeType)) out.push(separator, positionText(node as Positioned));
    out.push(')');
  }

  #field(value: unknown, type: string): void {
    const out = this.#out;
    if (Array.isArray(value)) {
      let separator = '[';
      for (const item of value) {
        out.push(separator);
        this.#field(item, type);
        separator = ', ';
      }
      out.push(']');
    } else if (value === undefined) out.push('None');
    else if (typeof value === 'number') out.push(String(value));
    else if (type === 'constant') out.push(constantRepr(value as ConstantValue, this.#isPrintable));
    else if (type === 'identifier' || type === 'string') out.push(strRepr(value as string, this.#isPrintable));
    else if (typeof value === 'string') out.push(value, '()');
    else this.#node(value as AST);
  }
}

type Positioned = AST & Position;

function positionText({ lineno, col_offset, end_lineno, end_col_offset }: Position): string {
  return `lineno=${lineno}, col_offset=${col_offset}, end_lineno=${end_lineno}, end_col_offset=${end_col_offset}`;
}
