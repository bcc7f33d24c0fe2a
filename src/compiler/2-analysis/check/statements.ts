// Third pass over statements, in the order code generation visits them. CPython: Python/codegen.c codegen_visit_stmt.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { elifOf } from '../elif.ts';
import type { Checker } from './checker.ts';
import { checkMatch, checkTry, checkWith } from './control.ts';
import { checkClass, checkFunction, checkTypeAlias } from './definitions.ts';
import { checkExpression, checkExpressions } from './expressions.ts';
import type { FrameBlock } from './unit.ts';

export function checkStatements(c: Checker, body: readonly ast.stmt[]): void {
  for (const statement of body) checkStatement(c, statement);
}

function checkStatement(c: Checker, s: ast.stmt): void {
  switch (s.nodeType) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      checkFunction(c, s);
      break;
    case 'ClassDef':
      checkClass(c, s);
      break;
    case 'TypeAlias':
      checkTypeAlias(c, s);
      break;
    case 'Return':
      checkReturn(c, s);
      break;
    case 'If':
      checkIf(c, s);
      break;
    case 'For':
    case 'AsyncFor':
      checkFor(c, s);
      break;
    case 'While':
      checkWhile(c, s);
      break;
    case 'With':
    case 'AsyncWith':
      checkWith(c, s);
      break;
    case 'Match':
      checkMatch(c, s);
      break;
    case 'Try':
    case 'TryStar':
      checkTry(c, s);
      break;
    case 'Break':
    case 'Continue':
      checkLoopExit(c, s);
      break;
    default:
      checkSimpleStatement(c, s);
  }
}

type SimpleStatement = Exclude<
  ast.stmt,
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.ClassDef
  | ast.TypeAlias
  | ast.Return
  | ast.If
  | ast.For
  | ast.AsyncFor
  | ast.While
  | ast.With
  | ast.AsyncWith
  | ast.Match
  | ast.Try
  | ast.TryStar
  | ast.Break
  | ast.Continue
>;

function checkSimpleStatement(c: Checker, s: SimpleStatement): void {
  switch (s.nodeType) {
    case 'Expr':
      checkExpression(c, s.value);
      break;
    case 'Assign':
      checkExpression(c, s.value);
      checkExpressions(c, s.targets);
      break;
    case 'AugAssign':
      checkAugAssign(c, s);
      break;
    case 'AnnAssign':
      checkAnnAssign(c, s);
      break;
    case 'Delete':
      checkExpressions(c, s.targets);
      break;
    case 'Raise':
      if (s.exc) checkExpression(c, s.exc);
      if (s.cause) checkExpression(c, s.cause);
      break;
    case 'Assert':
      checkAssert(c, s);
      break;
    case 'Import':
      for (const { name, asname } of s.names) c.name(asname ?? name.split('.', 1)[0] ?? name, 'Store');
      break;
    case 'ImportFrom':
      for (const { name, asname } of s.names) if (name !== '*') c.name(asname ?? name, 'Store');
      break;
  }
}

function checkAugAssign(c: Checker, s: ast.AugAssign): void {
  const { target } = s;
  if (target.nodeType === 'Name') {
    c.name(target.id, 'Load');
    checkExpression(c, s.value);
    c.name(target.id, 'Store');
  } else {
    // Not a store of its own: `self.x += 1` gives the class no static attribute.
    if (target.nodeType === 'Attribute') checkExpression(c, target.value);
    else checkExpression(c, target);
    checkExpression(c, s.value);
  }
}

function checkAnnAssign(c: Checker, s: ast.AnnAssign): void {
  const { target, value } = s;
  const { scope } = c.unit;
  if (value) {
    checkExpression(c, value);
    checkExpression(c, target);
  } else if (target.nodeType === 'Attribute') checkExpression(c, target.value);
  else if (target.nodeType === 'Subscript') {
    checkExpression(c, target.value);
    checkExpression(c, target.slice);
  }
  const isEvaluated = s.simple && !scope.isFunctionLike && !c.futureAnnotations;
  if (isEvaluated) c.unit.deferredAnnotations.push(s.annotation);
}

function checkIf(c: Checker, first: ast.If): void {
  for (let s: ast.If | undefined = first; s !== undefined; s = elifOf(s)) {
    checkExpression(c, s.test);
    checkStatements(c, s.body);
    if (elifOf(s) === undefined) checkStatements(c, s.orelse);
  }
}

function checkAssert(c: Checker, s: ast.Assert): void {
  if (s.test.nodeType === 'Tuple' && s.test.elts.length > 0) {
    c.warn('assertion is always true, perhaps remove parentheses?', s);
  }
  if ((c.options.optimize ?? 0) > 0) return;
  checkExpression(c, s.test);
  if (s.msg) checkExpression(c, s.msg);
}

function checkFor(c: Checker, s: ast.For | ast.AsyncFor): void {
  checkExpression(c, s.iter);
  c.withBlock({ kind: 'loop' }, s, () => {
    c.inLoop(() => {
      checkExpression(c, s.target);
      checkStatements(c, s.body);
    });
  });
  checkStatements(c, s.orelse);
}

function checkWhile(c: Checker, s: ast.While): void {
  c.withBlock({ kind: 'loop' }, s, () => {
    c.inLoop(() => {
      checkExpression(c, s.test);
      checkStatements(c, s.body);
    });
  });
  checkStatements(c, s.orelse);
}

function checkReturn(c: Checker, s: ast.Return): void {
  const { scope } = c.unit;
  if (!scope.isFunctionLike) throw c.error("'return' outside function", s);
  if (s.value && scope.isAsyncGenerator) throw c.error("'return' with value in async generator", s);
  const { value } = s;
  const keepsValue = value !== undefined && value.nodeType !== 'Constant';
  if (keepsValue) checkExpression(c, value);
  // A constant is loaded only after unwinding, so errors on the way point at it.
  const at = value !== undefined && !keepsValue && value.lineno === s.lineno ? value : s;
  unwind(c, at, { toLoop: false, keepsValue });
}

function checkLoopExit(c: Checker, s: ast.Break | ast.Continue): void {
  const loop = unwind(c, s, { toLoop: true, keepsValue: false });
  if (loop !== undefined) return;
  throw c.error(s.nodeType === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", s);
}

/**
 * Leaves frame blocks up to a loop, or all of them: each `finally` body on the way is compiled here once more, with the
 * blocks around it only.
 */
function unwind(c: Checker, at: ast.Position, how: { toLoop: boolean; keepsValue: boolean }): FrameBlock | undefined {
  const { unit } = c;
  const { blocks } = unit;
  let loop: FrameBlock | undefined;
  let place = at;
  const left = [...blocks];
  while (left.length > 0) {
    const top = left[left.length - 1]!;
    if (top.kind === 'group-handler') {
      throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", place);
    }
    if (how.toLoop && top.kind === 'loop') {
      loop = top;
      break;
    }
    left.pop();
    // What runs on the way out belongs to no line, and errors found further out do not either.
    if (top.kind === 'with' || top.finalbody) place = NO_LOCATION;
    if (top.finalbody) copyFinally(c, top.finalbody, [...left], how.keepsValue);
  }
  unit.blocks = blocks;
  return loop;
}

const NO_LOCATION: ast.Position = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

function copyFinally(c: Checker, body: readonly ast.stmt[], blocks: FrameBlock[], keepsValue: boolean): void {
  c.unit.blocks = keepsValue ? [...blocks, { kind: 'value' }] : blocks;
  c.asCopy(() => checkStatements(c, body));
}
