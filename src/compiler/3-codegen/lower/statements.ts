// Statements. CPython: Python/codegen.c (codegen_visit_stmt)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Position } from '../../1-syntax/ast/position.ts';
import type { Body } from '../body.ts';
import { isAtom } from '../javascript.ts';
import { flatStatement } from '../resumable/statements.ts';
import { assign, lowerAnnAssign, lowerAssign, lowerAugAssign, lowerDelete } from './assignment.ts';
import { lowerClassDef } from './classes.ts';
import { condition, expression } from './expressions.ts';
import { lineEvent, returnText, steppingEvent } from './frames.ts';
import { lowerFunctionDef } from './functions.ts';
import { lowerImport, lowerImportFrom } from './imports.ts';
import { lowerMatch } from './match.ts';
import { withPosition } from './operators.ts';
import { isRangeCall, rangeSteps } from './range-loop.ts';
import { lowerRaise, lowerTry, lowerTryStar } from './try.ts';
import { tupleLoop } from './tuple-loop.ts';
import { lowerTypeAlias } from './type-parameters.ts';
import { lowerWith } from './with.ts';

export function statements(b: Body, nodes: readonly ast.stmt[]): void {
  for (const node of nodes) {
    if (b.isTraced && hasLine(node)) b.emit(lineEvent(b, firstLine(node)));
    b.statement(() => statement(b, node));
  }
}

/** Declarations have no code; a loop's own events are at its head. */
function hasLine(node: ast.stmt): boolean {
  return node.nodeType !== 'Global' && node.nodeType !== 'Nonlocal' && node.nodeType !== 'While';
}

/** Decorators are evaluated before what they decorate. */
function firstLine(node: ast.stmt): Position {
  return ('decorator_list' in node ? node.decorator_list[0] : undefined) ?? node;
}

export function statement(b: Body, node: ast.stmt): void {
  if (b.machine !== undefined && flatStatement(b, b.machine, node)) return;
  switch (node.nodeType) {
    case 'Expr':
      return lowerExpressionStatement(b, node);
    case 'Assign':
      return lowerAssign(b, node);
    case 'AugAssign':
      return lowerAugAssign(b, node);
    case 'AnnAssign':
      return lowerAnnAssign(b, node);
    case 'Return':
      return lowerReturn(b, node);
    case 'If':
      return lowerIf(b, node);
    case 'For':
      return lowerFor(b, node);
    case 'While':
      return lowerWhile(b, node);
    case 'Break':
      return b.emit(b.loops[b.loops.length - 1]!.breakText());
    case 'Continue':
      return b.emit(b.loops[b.loops.length - 1]!.continueText());
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return lowerFunctionDef(b, node);
    case 'ClassDef':
      return lowerClassDef(b, node);
    case 'Import':
      return lowerImport(b, node);
    case 'ImportFrom':
      return lowerImportFrom(b, node);
    case 'Raise':
      return lowerRaise(b, node);
    case 'Try':
      return lowerTry(b, node);
    case 'TryStar':
      return lowerTryStar(b, node);
    case 'With':
      return lowerWith(b, node, 0);
    case 'Match':
      return lowerMatch(b, node);
    case 'Assert':
      return lowerAssert(b, node);
    case 'Delete':
      for (const target of node.targets) lowerDelete(b, target);
      return;
    case 'AsyncFor':
    case 'AsyncWith':
      throw new Error(`${node.nodeType} in a function that cannot suspend`);
    case 'TypeAlias':
      return lowerTypeAlias(b, node);
  }
}

function lowerExpressionStatement(b: Body, node: ast.Expr): void {
  if (b.unit.isInteractive && b.scope.kind === 'module') {
    b.emit(`${b.rt('displayHook')}(${withPosition(b, expression(b, node.value), node)});`);
    return;
  }
  if (node.value.nodeType === 'Constant') return;
  const text = expression(b, node.value);
  if (!isAtom(text)) b.emit(`${text};`);
}

function lowerReturn(b: Body, node: ast.Return): void {
  const value = node.value === undefined ? b.rt('None') : expression(b, node.value);
  b.emit(returnText(b, value));
}

function lowerIf(b: Body, node: ast.If): void {
  const test = condition(b, node.test);
  const body = b.capture(() => statements(b, node.body));
  const orelse = b.capture(() => statements(b, node.orelse));
  const otherwise = orelse.length > 0 ? `else{\n${orelse.join('\n')}\n}` : '';
  b.emit(`if(${test}){\n${body.join('\n')}\n}${otherwise}`);
}

/** Runs a loop body with its labels; `break` leaves the block around loop and `else`. */
function loopBody(
  b: Body,
  nodes: readonly ast.stmt[],
  before: () => void,
): { breakLabel: string; continueLabel: string; body: string } {
  const breakLabel = b.label('b');
  const continueLabel = b.label('l');
  b.loops.push({ breakText: () => `break ${breakLabel};`, continueText: () => `continue ${continueLabel};` });
  const lines = b.capture(() => {
    before();
    statements(b, nodes);
  });
  b.loops.pop();
  return { breakLabel, continueLabel, body: lines.join('\n') };
}

function finishLoop(b: Body, breakLabel: string, loop: string, orelse: readonly ast.stmt[]): void {
  const after = b.capture(() => statements(b, orelse));
  b.emit(`${breakLabel}:{${loop}\n${after.join('\n')}}`);
}

function lowerWhile(b: Body, node: ast.While): void {
  let test = '';
  const setup = b.capture(() => {
    test = condition(b, node.test);
  });
  const poll = `if($P[0]!==0)${b.rt('poll')}();`;
  const { breakLabel, continueLabel, body } = loopBody(b, node.body, () => {});
  const line = lineEvent(b, node.test, true);
  const isPlain = setup.length === 0 && line === '';
  const head = isPlain ? `while(${test}){` : `while(true){${line}${setup.join('\n')}if(!${test})break;`;
  finishLoop(b, breakLabel, `${continueLabel}:${head}${poll}\n${body}}`, node.orelse);
}

function lowerFor(b: Body, node: ast.For): void {
  const tuples = b.isTraced ? undefined : tupleLoop(b, node.target, node.iter);
  if (tuples !== undefined) {
    writeFor(b, node, tuples.step, tuples.bind);
    return;
  }
  const it = b.temp();
  const value = b.temp();
  const step =
    !b.isTraced && isRangeCall(b, node.iter) ? rangeSteps(b, node.iter, it, value) : steps(b, node.iter, it, value);
  writeFor(b, node, step, () => assign(b, node.target, value));
}

/** The loop around its body; `step` is true when there is something to bind. */
function writeFor(b: Body, node: ast.For, step: string, bind: () => void): void {
  const { breakLabel, continueLabel, body } = loopBody(b, node.body, () => b.statement(bind));
  const poll = `if($P[0]!==0)${b.rt('poll')}();`;
  finishLoop(b, breakLabel, `${continueLabel}:while(${step}){${poll}\n${body}}`, node.orelse);
}

/** Makes an iterator; the text that is true when it has given `value`. */
function steps(b: Body, node: ast.expr, it: string, value: string): string {
  b.emit(`${it}=${b.rt('iter')}(${withPosition(b, expression(b, node), node)});`);
  return `(${b.at(node)},${steppingEvent(b)}${value}=${it}.iternext())!==undefined`;
}

function lowerAssert(b: Body, node: ast.Assert): void {
  if (b.unit.options.optimize > 0) return;
  const test = condition(b, node.test);
  const fail = b.capture(() => {
    const message = node.msg === undefined ? '' : expression(b, node.msg);
    b.emit(`${b.at(node.test)};${b.rt('assertionFailed')}(${message});`);
  });
  b.emit(`if(!${test}){${fail.join('\n')}}`);
}
