// Deferred annotations (PEP 649, 749): each function, class and module with annotations gets an `__annotate__` function.
// CPython: Python/codegen.c (codegen_function_annotations, codegen_process_deferred_annotations)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body } from '../body.ts';
import { stringLiteral } from '../javascript.ts';
import { unparse } from '../unparse.ts';
import { expression } from './expressions.ts';
import { returnText } from './frames.ts';
import { cellMaker, writeFunction } from './functions.ts';
import { withPosition } from './operators.ts';

interface Annotated {
  name: string;
  /** Its number in `__conditional_annotations__`, when it only counts once its statement has run. */
  conditional?: number | undefined;
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
    prologue: `${inner.rt('annotationFormat')}($format);`,
    write: () => {
      const result = inner.temp();
      inner.emit(`${result}=${inner.rt('dict')}([]);`);
      for (const { name, annotation, conditional } of annotated) {
        inner.statement(() => {
          if (conditional !== undefined)
            inner.emit(`if(${inner.rt('contains')}(${conditional},${conditionalSet(inner)})){`);
          const value = annotationValue(inner, annotation);
          inner.emit(`${inner.rt('dictStore')}(${result},${stringLiteral(name)},${value});`);
          if (conditional !== undefined) inner.emit('}');
        });
      }
      inner.emit(returnText(inner, result));
    },
  });
  const cells = scope.freevars.length > 0 ? `,undefined,undefined,undefined,${cellMaker(inner)}` : '';
  return b.enclose(`${b.rt('def')}(${text},$C[${code}],$G${cells})`);
}

/** `*args: *Ts` annotates with the unpacked single item. */
function annotationValue(b: Body, node: ast.expr): string {
  if (b.unit.analysis.future.annotations) return stringLiteral(unparse(node));
  if (node.nodeType === 'Starred') return `${b.rt('unpackOne')}(${withPosition(b, expression(b, node.value), node)})`;
  return expression(b, node);
}

/** Stores the `__annotate__` of a class's or module's variables in its namespace. */
export function annotateNamespace(b: Body, node: ast.ClassDef | ast.Module | ast.Interactive): void {
  if (b.unit.analysis.future.annotations) {
    if (hasAnnotations(node)) b.emit(`${b.rt('setupAnnotations')}(${b.hasNamespace() ? '$ns' : '$G'}${flag(b)});`);
    return;
  }
  const scope = b.unit.analysis.annotationScopeOf(node);
  if (scope === undefined) return;
  const annotated: Annotated[] = [];
  collectAnnotations(node.body, (statement) => {
    if (statement.simple && statement.target.nodeType === 'Name') {
      const name = b.mangle(statement.target.id);
      annotated.push({ name, annotation: statement.annotation, conditional: conditionalIndex(b, statement) });
    }
  });
  if (b.scope.kind === 'module' && annotated.some((a) => a.conditional !== undefined))
    b.emit(`${b.rt('storeGlobal')}($G,"__conditional_annotations__",${b.rt('set')}([]));`);
  const text = annotateText(b, scope, annotated);
  if (b.scope.kind === 'class') b.emit(`${b.rt('storeName')}($ns,"__annotate_func__",${text});`);
  else if (b.hasNamespace()) b.emit(`${b.rt('storeName')}($ns,"__annotate__",${text});`);
  else b.emit(`${b.rt('storeGlobal')}($G,"__annotate__",${text});`);
}

function flag(b: Body): string {
  return b.hasNamespace() ? ',true' : '';
}

function hasAnnotations(node: ast.ClassDef | ast.Module | ast.Interactive): boolean {
  let found = false;
  collectAnnotations(node.body, () => {
    found = true;
  });
  return found;
}

/** A top level with locals of its own has no place for the set. */
function conditionalIndex(b: Body, node: ast.AnnAssign): number | undefined {
  return b.scope.kind === 'module' && b.hasNamespace() ? undefined : b.unit.analysis.conditionalIndexOf(node);
}

/** The set of annotations whose statements have run: a variable of a class body, a global of a module. */
function conditionalSet(b: Body): string {
  for (let body: Body | undefined = b; body !== undefined; body = body.parent)
    if (body.scope.kind === 'class') return '__conditional_annotations__';
  return `${b.rt('loadGlobal')}($G,"__conditional_annotations__")`;
}

/** What an annotation statement of a class or module does when it runs, beyond its assignment. */
export function noteAnnotation(b: Body, node: ast.AnnAssign): void {
  if (b.isFunctionLike() || !node.simple || node.target.nodeType !== 'Name') return;
  if (b.unit.analysis.future.annotations) {
    const name = stringLiteral(b.mangle(node.target.id));
    const where = `${b.hasNamespace() ? '$ns' : '$G'},${name},${annotationValue(b, node.annotation)}${flag(b)}`;
    b.emit(`${b.at(node)};${b.rt('storeAnnotation')}(${where});`);
    return;
  }
  const index = conditionalIndex(b, node);
  if (index !== undefined) b.emit(`${b.rt('setAdd')}(${conditionalSet(b)},${index});`);
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
