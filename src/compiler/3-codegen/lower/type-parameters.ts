// Type parameters and `type` statements (PEP 695, 696): a hidden function around the definition holds the parameters.
// CPython: Python/codegen.c (codegen_type_params, codegen_typealias)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Scope } from '../../2-analysis/scope.ts';
import { Body } from '../body.ts';
import { stringLiteral, variableName } from '../javascript.ts';
import { assignName } from './assignment.ts';
import { expression } from './expressions.ts';
import { returnText } from './frames.ts';
import { cellMaker, writeFunction } from './functions.ts';

type Generic = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;

/** Makes the definition inside its type-parameter scope, if it has one. */
export function withTypeParameters(b: Body, node: Generic, make: (inner: Body) => string): string {
  if (node.type_params.length === 0) return make(b);
  const scope = b.unit.analysis.typeParamsScopeOf(node)!;
  const code = b.unit.addCode(scope, b.code, scope.codeFlags);
  const inner = new Body(b.unit, scope, code, b);
  const text = writeFunction(inner, {
    name: 'generic',
    parameters: b.scope.kind === 'class' ? ['$ns'] : [],
    write: () => {
      for (const parameter of node.type_params) inner.statement(() => defineParameter(inner, parameter));
      const names = typeParameterNames(inner, node);
      if (node.nodeType === 'ClassDef') inner.emit(`const $generic=${inner.rt('genericBase')}(${names});`);
      const value = make(inner);
      const isPlain = node.nodeType === 'ClassDef' || node.nodeType === 'TypeAlias';
      inner.emit(returnText(inner, isPlain ? value : `${inner.rt('setTypeParams')}(${value},${names})`));
    },
  });
  return b.enclose(`(${text})(${b.scope.kind === 'class' ? '$ns' : ''})`);
}

/** JS text of the tuple of type parameters. */
export function typeParameterNames(b: Body, node: Generic): string {
  return `${b.rt('tuple')}([${node.type_params.map((p) => b.variable(b.mangle(p.name))).join(',')}])`;
}

function defineParameter(b: Body, node: ast.type_param): void {
  const { analysis } = b.unit;
  const bound =
    node.nodeType === 'TypeVar' && node.bound !== undefined
      ? lazy(b, analysis.boundScopeOf(node)!, node.bound)
      : 'undefined';
  const kind = node.nodeType === 'TypeVar' && node.bound?.nodeType === 'Tuple' ? 'constraints' : 'bound';
  const value =
    node.default_value === undefined ? 'undefined' : lazy(b, analysis.defaultScopeOf(node)!, node.default_value);
  const args = `${stringLiteral(node.nodeType)},${stringLiteral(node.name)},${stringLiteral(kind)},${bound},${value},$G`;
  b.emit(`${variableName(b.mangle(node.name))}=${b.rt('typeParameter')}(${args});`);
}

/** An expression as a function evaluated when asked for. */
function lazy(b: Body, scope: Scope, node: ast.expr): string {
  const code = b.unit.addCode(scope, b.code, scope.codeFlags);
  const inner = new Body(b.unit, scope, code, b);
  const text = writeFunction(inner, {
    name: 'lazy',
    parameters: ['$format'],
    prologue: `${inner.rt('annotationFormat')}($format);`,
    write: () => {
      const value =
        node.nodeType === 'Starred'
          ? `${inner.rt('unpackOne')}(${expression(inner, node.value)})`
          : expression(inner, node);
      inner.emit(returnText(inner, value));
    },
  });
  const cells = scope.freevars.length > 0 ? `,undefined,undefined,${cellMaker(inner)}` : '';
  return b.enclose(`${b.rt('def')}(${text},$C[${code}],$G,[1]${cells})`);
}

export function lowerTypeAlias(b: Body, node: ast.TypeAlias): void {
  const target = node.name as ast.Name;
  const value = withTypeParameters(b, node, (inner) => {
    const names = node.type_params.length > 0 ? typeParameterNames(inner, node) : 'undefined';
    const evaluate = lazy(inner, inner.unit.analysis.scopeOf(node), node.value);
    return `${inner.rt('typeAlias')}(${stringLiteral(target.id)},${names},${evaluate},$G)`;
  });
  b.emit(assignName(b, target, value));
}
