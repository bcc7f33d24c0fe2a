// Deferred annotations (PEP 649, 749): each function, class and module with annotations gets an `__annotate__` function.
// CPython: Python/codegen.c (codegen_function_annotations, codegen_process_deferred_annotations)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body } from '../body.ts';
import { stringLiteral } from '../javascript.ts';
import { expression } from './expressions.ts';
import { writeFunction } from './functions.ts';
import { withPosition } from './operators.ts';

interface Annotated {
  name: string;
  annotation: ast.expr;
}

/** JS text of the `__annotate__` function of a signature, or undefined. */
export function annotateFunction(b: Body, node: ast.FunctionDef | ast.AsyncFunctionDef): string | undefined {
  const scope = b.unit.analysis.annotationScopeOf(node);
  if (scope === undefined) return undefined;
  const { args } = node;
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  const annotated: Annotated[] = [];
  for (const a of all)
    if (a?.annotation !== undefined) annotated.push({ name: b.mangle(a.arg), annotation: a.annotation });
  if (node.returns !== undefined) annotated.push({ name: 'return', annotation: node.returns });
  return annotateText(b, scope, annotated);
}

function annotateText(b: Body, scope: Scope, annotated: readonly Annotated[]): string {
  const code = b.unit.addCode(scope, b.code, scope.codeFlags);
  const inner = new Body(b.unit, scope, code, b);
  const text = writeFunction(inner, {
    name: 'annotate',
    parameters: ['$format'],
    generator: false,
    prologue: `${inner.rt('annotationFormat')}($format);`,
    write: () => {
      const result = inner.temp();
      inner.emit(`${result}=${inner.rt('dict')}([]);`);
      for (const { name, annotation } of annotated) {
        inner.statement(() =>
          inner.emit(
            `${inner.rt('dictStore')}(${result},${stringLiteral(name)},${annotationValue(inner, annotation)});`,
          ),
        );
      }
      inner.emit(`return ${result};`);
    },
  });
  return `${b.rt('def')}(${text},$C[${code}],$G)`;
}

/** `*args: *Ts` annotates with the unpacked single item. */
function annotationValue(b: Body, node: ast.expr): string {
  if (node.nodeType === 'Starred') return `${b.rt('unpackOne')}(${withPosition(b, expression(b, node.value), node)})`;
  return expression(b, node);
}

/** Stores the `__annotate__` of a class's or module's variables in its namespace. */
export function annotateNamespace(b: Body, node: ast.ClassDef | ast.Module | ast.Interactive): void {
  const scope = b.unit.analysis.annotationScopeOf(node);
  if (scope === undefined) return;
  const annotated: Annotated[] = [];
  collectAnnotations(node.body, (statement) => {
    if (statement.simple && statement.target.nodeType === 'Name') {
      annotated.push({ name: b.mangle(statement.target.id), annotation: statement.annotation });
    }
  });
  const text = annotateText(b, scope, annotated);
  if (b.scope.kind === 'class') b.emit(`${b.rt('storeName')}($ns,"__annotate_func__",${text});`);
  else if (b.hasNamespace()) b.emit(`${b.rt('storeName')}($ns,"__annotate__",${text});`);
  else b.emit(`${b.rt('storeGlobal')}($G,"__annotate__",${text});`);
}

function collectAnnotations(body: readonly ast.stmt[], visit: (node: ast.AnnAssign) => void): void {
  for (const node of body) {
    if (node.nodeType === 'AnnAssign') visit(node);
    for (const field of ['body', 'orelse', 'finalbody'] as const) {
      const nested = (node as unknown as Record<string, unknown>)[field];
      if (
        Array.isArray(nested) &&
        node.nodeType !== 'FunctionDef' &&
        node.nodeType !== 'AsyncFunctionDef' &&
        node.nodeType !== 'ClassDef'
      ) {
        collectAnnotations(nested as ast.stmt[], visit);
      }
    }
    if (node.nodeType === 'Try' || node.nodeType === 'TryStar')
      for (const h of node.handlers) collectAnnotations(h.body, visit);
    if (node.nodeType === 'Match') for (const c of node.cases) collectAnnotations(c.body, visit);
  }
}
