// What the error pass builds instead of an AST: the kind and extent of each construct, enough to name it in a message
// and to underline it. CPython: Parser/pegen_errors.c, action_helpers.c _PyPegen_get_expr_name,
// _PyPegen_get_invalid_target.
import { KW, type Token } from '../tokenizer/token.ts';

/** A matched stretch of tokens; `kind` is an AST class name, or '' for something without one. */
export class Node {
  readonly kind: string;
  /** Index of its first token. */
  readonly start: number;
  /** Index of its last token. */
  readonly end: number;
  readonly items: readonly Node[];

  constructor(kind: string, start: number, end: number, items: readonly Node[]) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.items = items;
  }
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['Attribute', 'attribute'],
  ['Subscript', 'subscript'],
  ['Starred', 'starred'],
  ['Name', 'name'],
  ['List', 'list'],
  ['Tuple', 'tuple'],
  ['Lambda', 'lambda'],
  ['Call', 'function call'],
  ['BoolOp', 'expression'],
  ['BinOp', 'expression'],
  ['UnaryOp', 'expression'],
  ['GeneratorExp', 'generator expression'],
  ['Yield', 'yield expression'],
  ['Await', 'await expression'],
  ['ListComp', 'list comprehension'],
  ['SetComp', 'set comprehension'],
  ['DictComp', 'dict comprehension'],
  ['Dict', 'dict literal'],
  ['Set', 'set display'],
  ['JoinedStr', 'f-string expression'],
  ['TemplateStr', 't-string expression'],
  ['Constant', 'literal'],
  ['True', 'True'],
  ['False', 'False'],
  ['None', 'None'],
  ['Ellipsis', 'ellipsis'],
  ['Compare', 'comparison'],
  ['IfExp', 'conditional expression'],
  ['NamedExpr', 'named expression'],
]);

/** What messages call an expression: "function call", "literal", ... */
export function expressionName(node: Node): string {
  return NAMES.get(node.kind) ?? 'expression';
}

export type TargetKind = 'assign' | 'delete' | 'for';

/** The part of `node` that cannot be assigned to or deleted, if any. */
export function invalidTarget(node: Node, kind: TargetKind, tokens: readonly Token[]): Node | undefined {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
      for (const item of node.items) {
        const invalid = invalidTarget(item, kind, tokens);
        if (invalid !== undefined) return invalid;
      }
      return undefined;
    case 'Starred':
      return kind === 'delete' ? node : invalidTarget(node.items[0]!, kind, tokens);
    case 'Compare':
      // `for f() in x` reads as a comparison when the loop is broken: its left side is the target.
      if (kind !== 'for') return node;
      return tokens[node.items[1]!.start]!.type === KW.IN ? invalidTarget(node.items[0]!, kind, tokens) : undefined;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return undefined;
    default:
      return node;
  }
}
