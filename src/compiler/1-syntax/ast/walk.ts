// Child iteration over any node, driven by the generated table (CPython: Lib/ast.py iter_child_nodes, walk).
import { NODE_CLASSES } from './generated/table.ts';
import type { AST } from './nodes.ts';

const SCALAR_TYPES: ReadonlySet<string> = new Set(['identifier', 'string', 'int', 'constant']);
const ENUM_NAMES: ReadonlySet<string> = new Set(NODE_CLASSES.filter((c) => c.kind === 'enum').map((c) => c.name));

/** Names of the fields that hold nodes, by class, in declaration order. */
const CHILD_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  NODE_CLASSES.filter((c) => c.kind === 'node').map((c) => [
    c.name,
    c.fields.filter((f) => !SCALAR_TYPES.has(f.type) && !ENUM_NAMES.has(f.type)).map((f) => f.name),
  ]),
);

/** Calls `visit` for each direct child, in field order; holes and absent fields are skipped. */
export function forEachChild(node: AST, visit: (child: AST) => void): void {
  for (const field of CHILD_FIELDS.get(node.nodeType) ?? []) {
    const value = (node as unknown as Record<string, AST | (AST | undefined)[] | undefined>)[field];
    if (Array.isArray(value)) {
      for (const child of value) if (child !== undefined) visit(child);
    } else if (value !== undefined) visit(value);
  }
}

/** Direct children in field order. */
export function childrenOf(node: AST): AST[] {
  const children: AST[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}

/** The node and all below it, parents before children, in source order of fields. */
export function* walk(node: AST): Generator<AST, void, undefined> {
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    pending.push(...childrenOf(next).reverse());
  }
}

/** Replaces each direct child, in field order, by what `replace` makes of it. */
export function replaceChildren(node: AST, replace: (child: AST) => AST): void {
  const fields = node as unknown as Record<string, AST | (AST | undefined)[] | undefined>;
  for (const field of CHILD_FIELDS.get(node.nodeType) ?? []) {
    const value = fields[field];
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const child = value[i];
        if (child !== undefined) value[i] = replace(child);
      }
    } else if (value !== undefined) fields[field] = replace(value);
  }
}
