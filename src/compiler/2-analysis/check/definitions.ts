// Third pass over functions, classes, lambdas, comprehensions, aliases and type parameters: each becomes a unit of its own
// unless inlined. CPython: Python/codegen.c codegen_function, codegen_class, codegen_comprehension, codegen_type_params.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { finishCode } from '../code-object.ts';
import type { Comprehension } from '../collect/comprehensions.ts';
import type { Scope } from '../scope.ts';
import type { Checker } from './checker.ts';
import { checkArguments, checkExpression, checkExpressions, checkRepeatedKeywords } from './expressions.ts';
import { checkStatements } from './statements.ts';

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef;
type GenericNode = FunctionNode | ast.ClassDef | ast.TypeAlias;

export function checkModule(c: Checker, tree: ast.mod): void {
  c.enterTop();
  if (tree.nodeType === 'Expression') checkExpression(c, tree.body);
  else if (tree.nodeType !== 'FunctionType') {
    checkStatements(c, tree.body);
    checkDeferredAnnotations(c, c.top);
  }
  c.finishUnit();
}

export function checkFunction(c: Checker, s: FunctionNode): void {
  checkExpressions(c, s.decorator_list);
  checkDefaults(c, s.args);
  const firstLineno = s.decorator_list[0]?.lineno ?? s.lineno;
  withTypeParams(c, s, firstLineno, () => {
    checkSignatureAnnotations(c, s);
    const scope = scopeOf(c, s);
    c.withUnit(scope, firstLineno, () => {
      const visit = () => checkStatements(c, s.body);
      if (scope.isGenerator || scope.isCoroutine) c.withBlock({ kind: 'stop-iteration' }, s, visit);
      else visit();
    });
  });
  c.name(s.name, 'Store');
}

function scopeOf(c: Checker, node: object): Scope {
  const scope = c.maps.own.get(node);
  if (scope === undefined) throw new RangeError('a node without its scope');
  return scope;
}

function checkDefaults(c: Checker, args: ast.arguments): void {
  checkExpressions(c, args.defaults);
  checkExpressions(c, args.kw_defaults);
}

function checkSignatureAnnotations(c: Checker, s: FunctionNode): void {
  const scope = scopeOf(c, s.args);
  if (!scope.annotationsUsed) return;
  const { posonlyargs, args, vararg, kwarg, kwonlyargs } = s.args;
  c.withUnit(scope, s.lineno, () => {
    c.name('.format', 'Load');
    // PEP 563: a function still has its __annotate__, but that returns strings.
    if (c.futureAnnotations) return;
    for (const arg of [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg]) {
      if (arg?.annotation) checkUnstarred(c, arg.annotation);
    }
    if (s.returns) checkExpression(c, s.returns);
  });
}

/** `*args: *Ts` and `*Ts = *default` may be starred. */
function checkUnstarred(c: Checker, e: ast.expr): void {
  checkExpression(c, e.nodeType === 'Starred' ? e.value : e);
}

export function checkLambda(c: Checker, e: ast.Lambda): void {
  checkDefaults(c, e.args);
  c.withUnit(scopeOf(c, e), e.lineno, () => checkExpression(c, e.body));
}

export function checkClass(c: Checker, s: ast.ClassDef): void {
  checkExpressions(c, s.decorator_list);
  const firstLineno = s.decorator_list[0]?.lineno ?? s.lineno;
  withTypeParams(c, s, firstLineno, () => {
    const scope = scopeOf(c, s);
    c.withUnit(scope, firstLineno, () => {
      checkStatements(c, s.body);
      checkDeferredAnnotations(c, scope);
    });
    if (s.type_params.length > 0) c.name('.generic_base', 'Store');
    checkRepeatedKeywords(c, s.keywords);
    checkArguments(c, s.bases, s.keywords);
  });
  c.name(s.name, 'Store');
}

function checkDeferredAnnotations(c: Checker, owner: Scope): void {
  const { deferredAnnotations } = c.unit;
  const scope = owner.annotationScope;
  const first = deferredAnnotations[0];
  if (scope === undefined || first === undefined) return;
  c.withUnit(scope, firstLineOf(owner), () => {
    c.name('.format', 'Load');
    // The class's set of annotations that were reached.
    if (owner.kind === 'class' && owner.conditionalAnnotations > 0) scope.freevars.push('__conditional_annotations__');
    const seen = new Set<ast.expr>();
    for (const annotation of deferredAnnotations) {
      if (seen.has(annotation)) c.asCopy(() => checkExpression(c, annotation));
      else checkExpression(c, annotation);
      seen.add(annotation);
    }
  });
}

/** A module's `__annotate__` claims the line of the first statement. */
function firstLineOf({ node, firstLineno }: Scope): number {
  return node.nodeType === 'Module' || node.nodeType === 'Interactive' ? (node.body[0]?.lineno ?? 1) : firstLineno;
}

export function checkTypeAlias(c: Checker, s: ast.TypeAlias): void {
  withTypeParams(c, s, s.lineno, () => {
    c.withUnit(scopeOf(c, s), s.lineno, () => checkExpression(c, s.value));
  });
  checkExpression(c, s.name);
}

/** Runs `visit` in the hidden function around a generic definition, or as it is for a plain one. */
function withTypeParams(c: Checker, s: GenericNode, firstLineno: number, visit: () => void): void {
  const scope = c.maps.typeParams.get(s);
  if (scope === undefined) {
    visit();
    return;
  }
  c.withUnit(scope, firstLineno, () => {
    scope.argumentCount = hiddenArguments(s);
    checkTypeParams(c, s.type_params);
    visit();
  });
}

/** Defaults are evaluated outside and passed in. */
function hiddenArguments(s: GenericNode): number {
  if (s.nodeType !== 'FunctionDef' && s.nodeType !== 'AsyncFunctionDef') return 0;
  const hasKeywordDefault = s.args.kw_defaults.some((e) => e !== undefined);
  return Number(s.args.defaults.length > 0) + Number(hasKeywordDefault);
}

function checkTypeParams(c: Checker, params: readonly ast.type_param[]): void {
  let hasDefault = false;
  for (const param of params) {
    if (param.nodeType === 'TypeVar' && param.bound) checkTypeVariable(c, c.maps.own.get(param), param.bound);
    if (param.default_value) {
      hasDefault = true;
      checkTypeVariable(c, c.maps.defaults.get(param), param.default_value);
    } else if (hasDefault) {
      throw c.error(`non-default type parameter '${param.name}' follows default type parameter`, param);
    }
    c.name(param.name, 'Store');
  }
}

function checkTypeVariable(c: Checker, scope: Scope | undefined, e: ast.expr): void {
  if (scope === undefined) return;
  c.withUnit(scope, e.lineno, () => checkUnstarred(c, e));
}

export function checkComprehension(c: Checker, e: Comprehension): void {
  const scope = scopeOf(c, e);
  const [outermost, ...inner] = e.generators;
  if (outermost === undefined) return;
  const body = () => c.inLoop(() => checkGenerators(c, e, outermost, inner));
  if (scope.inlined) {
    checkExpression(c, outermost.iter);
    finishCode(scope);
    // Values that its variables hide are kept aside in a frame block.
    const hides = c.unit.pushInlined(scope);
    if (hides) c.withBlock({ kind: 'value' }, e, body);
    else body();
    c.unit.popInlined();
  } else {
    c.withUnit(scope, e.lineno, body);
    checkExpression(c, outermost.iter);
  }
}

function checkGenerators(
  c: Checker,
  e: Comprehension,
  first: ast.comprehension,
  rest: readonly ast.comprehension[],
): void {
  const visit = () => {
    checkExpression(c, first.target);
    checkExpressions(c, first.ifs);
    const [next, ...others] = rest;
    if (next !== undefined) {
      checkExpression(c, next.iter);
      checkGenerators(c, e, next, others);
    } else if (e.nodeType === 'DictComp') checkExpressions(c, [e.key, e.value]);
    else checkExpression(c, e.elt);
  };
  if (first.is_async) c.withBlock({ kind: 'async-generator' }, e, visit);
  else visit();
}
