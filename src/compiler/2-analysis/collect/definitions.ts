// First pass over definitions: functions, classes, aliases, their type parameters and annotations (PEP 649, 695, 696).
// CPython: Python/symtable.c symtable_visit_stmt, symtable_visit_annotations, symtable_visit_type_param.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { DEF_LOCAL, DEF_PARAM, DEF_TYPE_PARAM, type Scope, USE } from '../scope.ts';
import type { Collector } from './collector.ts';
import { checkKeywords, collectExpression, collectExpressions } from './expressions.ts';
import { collectStatements, hasDocstring } from './statements.ts';

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef;

export function collectFunction(c: Collector, s: FunctionNode): void {
  c.addDef(s.name, DEF_LOCAL, s);
  collectDefaults(c, s.args);
  collectExpressions(c, s.decorator_list);
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    enterTypeParams(c, s.name, s);
    // There is a slot for positional defaults even when the function has none.
    c.addDef('.defaults', DEF_PARAM, s);
    if (s.args.kw_defaults.some((e) => e !== undefined)) c.addDef('.kwdefaults', DEF_PARAM, s);
    collectTypeParams(c, s.type_params);
  }
  const scope = c.newScope('function', s.name, s, s);
  c.maps.own.set(s, scope);
  scope.hasDocstring = hasDocstring(s.body);
  scope.annotationScope = collectSignatureAnnotations(c, s);
  c.enterScope(scope);
  scope.isCoroutine = s.nodeType === 'AsyncFunctionDef';
  collectParameters(c, s.args);
  collectStatements(c, s.body);
  c.exit();
  if (isGeneric) c.exit();
}

export function collectDefaults(c: Collector, args: ast.arguments): void {
  collectExpressions(c, args.defaults);
  collectExpressions(c, args.kw_defaults);
}

export function collectParameters(c: Collector, args: ast.arguments): void {
  for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) {
    for (const arg of list) c.addDef(arg.arg, DEF_PARAM, arg);
  }
  if (args.vararg) c.addDef(args.vararg.arg, DEF_PARAM, args.vararg);
  if (args.kwarg) c.addDef(args.kwarg.arg, DEF_PARAM, args.kwarg);
  const names = (list: readonly ast.arg[]) => list.map((arg) => c.mangle(c.current, arg.arg));
  const name = (arg: ast.arg | undefined) => (arg === undefined ? undefined : c.mangle(c.current, arg.arg));
  c.current.params = {
    posonly: names(args.posonlyargs),
    args: names(args.args),
    kwonly: names(args.kwonlyargs),
    vararg: name(args.vararg),
    kwarg: name(args.kwarg),
  };
}

/** Every function has this scope, annotations or not; `annotationsUsed` tells. */
function collectSignatureAnnotations(c: Collector, s: FunctionNode): Scope {
  const outer = c.current;
  const scope = c.enter('annotation', '__annotate__', s.args, s);
  c.maps.own.set(s.args, scope);
  if (outer.canSeeClassScope || outer.kind === 'class') {
    scope.canSeeClassScope = true;
    c.addDef('__classdict__', USE, s);
  }
  const { posonlyargs, args, vararg, kwarg, kwonlyargs } = s.args;
  for (const arg of [...posonlyargs, ...args, vararg, kwarg, ...kwonlyargs]) collectAnnotation(c, arg?.annotation);
  collectAnnotation(c, s.returns);
  c.exit();
  return scope;
}

function collectAnnotation(c: Collector, annotation: ast.expr | undefined): void {
  if (annotation === undefined) return;
  c.current.annotationsUsed = true;
  collectExpression(c, annotation);
}

/** All variable annotations of a block share one scope; in a function they are never evaluated. */
export function collectVariableAnnotation(c: Collector, s: ast.AnnAssign): void {
  const { annotation } = s;
  const outer = c.current;
  noteConditionalAnnotation(c, s);
  if (outer.variableAnnotations === undefined) openVariableAnnotations(c, annotation);
  else c.enterScope(outer.variableAnnotations);
  const scope = c.current;
  scope.inUnevaluatedAnnotation = outer.isFunctionBlock;
  collectExpression(c, annotation);
  scope.inUnevaluatedAnnotation = false;
  c.exit();
}

/** A module's annotations all count: its `__annotate__` may be called before the module has run to its end. */
function noteConditionalAnnotation(c: Collector, s: ast.AnnAssign): void {
  const scope = c.current;
  if (scope.kind !== 'module' && !(scope.kind === 'class' && scope.inConditionalBlock)) return;
  if (!scope.hasConditionalAnnotations) {
    scope.hasConditionalAnnotations = true;
    c.addDef('__conditional_annotations__', USE, s.annotation);
  }
  if (s.simple && !c.future.annotations) c.maps.conditional.set(s, scope.conditionalAnnotations++);
}

function openVariableAnnotations(c: Collector, annotation: ast.expr): void {
  const outer = c.current;
  const scope = c.enter('annotation', '__annotate__', outer.node, annotation);
  outer.variableAnnotations = scope;
  if (!outer.isFunctionBlock) outer.annotationScope = scope;
  if (outer.kind === 'class' && !c.future.annotations) {
    scope.canSeeClassScope = true;
    c.addDef('__classdict__', USE, annotation);
  }
}

export function collectClass(c: Collector, s: ast.ClassDef): void {
  c.addDef(s.name, DEF_LOCAL, s);
  collectExpressions(c, s.decorator_list);
  const outerPrivate = c.privateName;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) enterClassTypeParams(c, s);
  collectExpressions(c, s.bases);
  checkKeywords(c, s.keywords);
  for (const keyword of s.keywords) collectExpression(c, keyword.value);

  c.privateName = s.name;
  const scope = c.enter('class', s.name, s, s);
  c.maps.own.set(s, scope);
  if (isGeneric) {
    c.addDef('__type_params__', DEF_LOCAL, s);
    c.addDef('.type_params', USE, s);
  }
  scope.hasDocstring = hasDocstring(s.body);
  collectStatements(c, s.body);
  c.exit();
  if (isGeneric) c.exit();
  c.privateName = outerPrivate;
}

function enterClassTypeParams(c: Collector, s: ast.ClassDef): void {
  const outer = c.privateName;
  c.privateName = s.name;
  const scope = enterTypeParams(c, s.name, s);
  c.privateName = outer;
  for (const hidden of ['.type_params', '.generic_base']) c.addDef(hidden, DEF_LOCAL | USE, s);
  c.privateName = s.name;
  scope.mangledNames = new Set();
  collectTypeParams(c, s.type_params);
}

export function collectTypeAlias(c: Collector, s: ast.TypeAlias): void {
  collectExpression(c, s.name);
  const name = s.name.nodeType === 'Name' ? s.name.id : '';
  const isInClass = c.current.kind === 'class';
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    enterTypeParams(c, name, s);
    collectTypeParams(c, s.type_params);
  }
  const scope = c.enter('typealias', name, s, s);
  c.maps.own.set(s, scope);
  scope.canSeeClassScope = isInClass;
  if (isInClass) c.addDef('__classdict__', USE, s.value);
  collectExpression(c, s.value);
  c.exit();
  if (isGeneric) c.exit();
}

function enterTypeParams(c: Collector, name: string, s: FunctionNode | ast.ClassDef | ast.TypeAlias): Scope {
  const isInClass = c.current.kind === 'class';
  const scope = c.enter('typeparams', name, s, s);
  c.maps.typeParams.set(s, scope);
  if (isInClass) {
    scope.canSeeClassScope = true;
    c.addDef('__classdict__', USE, s);
  }
  return scope;
}

function collectTypeParams(c: Collector, params: readonly ast.type_param[]): void {
  for (const param of params) collectTypeParam(c, param);
}

function collectTypeParam(c: Collector, param: ast.type_param): void {
  c.addDef(param.name, DEF_TYPE_PARAM | DEF_LOCAL, param);
  if (param.name === '__classdict__') {
    throw c.error(`reserved name '${param.name}' cannot be used for type parameter`, param);
  }
  if (param.nodeType === 'TypeVar' && param.bound) {
    const info = param.bound.nodeType === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound';
    c.maps.own.set(param, collectTypeVariable(c, param, param.bound, info));
  }
  if (param.default_value) {
    const info = `a ${param.nodeType} default`;
    c.maps.defaults.set(param, collectTypeVariable(c, param, param.default_value, info));
  }
}

function collectTypeVariable(c: Collector, param: ast.type_param, e: ast.expr, info: string): Scope {
  const isInClass = c.current.canSeeClassScope;
  const scope = c.enter('typevariable', param.name, param, e);
  scope.canSeeClassScope = isInClass;
  if (isInClass) c.addDef('__classdict__', USE, e);
  scope.scopeInfo = info;
  collectExpression(c, e);
  c.exit();
  return scope;
}
