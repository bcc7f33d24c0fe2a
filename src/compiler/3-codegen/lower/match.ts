// match: each pattern is one JS condition that leaves captures in temporaries; names are bound only once the whole pattern has matched.
// CPython: Python/codegen.c (codegen_match, codegen_pattern)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import type { Position } from '../../1-syntax/ast/position.ts';
import type { Body } from '../body.ts';
import { stringLiteral } from '../javascript.ts';
import { condition, expression } from './expressions.ts';
import { lineEvent } from './frames.ts';
import { storeName } from './names.ts';
import { comparison, withPosition } from './operators.ts';
import { statements } from './statements.ts';

/** Capture name to the temporary that holds it. */
type Captures = Map<string, { temp: string; at: Position }>;

export function lowerMatch(b: Body, node: ast.Match): void {
  const subject = b.temp();
  b.emit(`${subject}=${expression(b, node.subject)};`);
  const done = b.label('m');
  b.emit(`${done}:{`);
  for (const each of node.cases) b.statement(() => lowerCase(b, each, subject, done));
  b.emit('}');
}

function lowerCase(b: Body, node: ast.match_case, subject: string, done: string): void {
  // A traced unit's line event, as the place of whatever the pattern does.
  if (b.isTraced) b.emit(lineEvent(b, node.pattern));
  const { test, captures } = patternTest(b, node.pattern, subject);
  b.emit(`if(${test}){`);
  for (const [name, { temp, at }] of captures) b.emit(storeName(b, name, temp, at));
  if (node.guard !== undefined) b.emit(`if(${condition(b, node.guard)}){`);
  statements(b, node.body);
  b.emit(`break ${done};${node.guard !== undefined ? '}' : ''}}`);
}

function capture(b: Body, captures: Captures, name: string, value: string, at: Position): string {
  let held = captures.get(name);
  if (held === undefined) {
    held = { temp: b.temp(), at };
    captures.set(name, held);
  }
  return `(${held.temp}=${value},true)`;
}

/** The condition of a case's pattern, and what has to be stored once it holds. */
export function patternTest(b: Body, node: ast.pattern, subject: string): { test: string; captures: Captures } {
  const captures: Captures = new Map();
  return { test: pattern(b, node, subject, captures), captures };
}

/** A JS condition; `subject` is text that can be read again. */
function pattern(b: Body, node: ast.pattern, subject: string, captures: Captures): string {
  switch (node.nodeType) {
    case 'MatchValue':
      return comparison(b, 'Eq', subject, expression(b, node.value), node, true);
    case 'MatchSingleton':
      return `${subject}===${b.unit.constant(node.value)}`;
    case 'MatchAs':
      return matchAs(b, node, subject, captures);
    case 'MatchOr':
      return matchOr(b, node, subject, captures);
    case 'MatchSequence':
      return matchSequence(b, node, subject, captures);
    case 'MatchMapping':
      return matchMapping(b, node, subject, captures);
    case 'MatchClass':
      return matchClass(b, node, subject, captures);
    case 'MatchStar':
      throw new Error('star pattern outside a sequence');
  }
}

function matchAs(b: Body, node: ast.MatchAs, subject: string, captures: Captures): string {
  const inner = node.pattern === undefined ? 'true' : pattern(b, node.pattern, subject, captures);
  return node.name === undefined ? inner : `(${inner}&&${capture(b, captures, node.name, subject, node)})`;
}

function matchOr(b: Body, node: ast.MatchOr, subject: string, captures: Captures): string {
  return `(${node.patterns.map((p) => pattern(b, p, subject, captures)).join('||')})`;
}

function isWildcard(node: ast.pattern): boolean {
  if (node.nodeType === 'MatchStar') return node.name === undefined;
  return node.nodeType === 'MatchAs' && node.name === undefined && node.pattern === undefined;
}

function matchSequence(b: Body, node: ast.MatchSequence, subject: string, captures: Captures): string {
  const star = node.patterns.findIndex((p) => p.nodeType === 'MatchStar');
  const items = b.temp();
  const count = node.patterns.length;
  const after = star < 0 ? 0 : count - star - 1;
  const args = star < 0 ? `${count},-1,0` : `${star},${star},${after}`;
  const wanted = node.patterns.flatMap((p, i) => (isWildcard(p) ? [] : [i]));
  const star_ = node.patterns[star];
  const byIndex = wanted.length === 0 || (star_ !== undefined && isWildcard(star_));
  const tests = [
    `(${b.at(node)},${items}=${b.rt('matchSequence')}(${subject},${args}${byIndex ? `,[${wanted.join(',')}]` : ''}))!==undefined`,
  ];
  node.patterns.forEach((p, i) => {
    if (p.nodeType === 'MatchStar') {
      if (p.name !== undefined) tests.push(capture(b, captures, p.name, `${items}[${i}]`, p));
    } else tests.push(part(b, p, `${items}[${i}]`, captures));
  });
  return `(${tests.join('&&')})`;
}

/** A sub-pattern on a value that is stored first unless the pattern ignores it. */
function part(b: Body, node: ast.pattern, value: string, captures: Captures): string {
  if (node.nodeType === 'MatchAs' && node.pattern === undefined) {
    return node.name === undefined ? 'true' : capture(b, captures, node.name, value, node);
  }
  const temp = b.temp();
  return `(${temp}=${value},${pattern(b, node, temp, captures)})`;
}

function matchMapping(b: Body, node: ast.MatchMapping, subject: string, captures: Captures): string {
  const values = b.temp();
  const keys = node.keys.map((key) => expression(b, key));
  const rest = node.rest === undefined ? 'false' : 'true';
  const tests = [
    `(${b.at(node)},${values}=${b.rt('matchMapping')}(${subject},[${keys.join(',')}],${rest}))!==undefined`,
  ];
  node.patterns.forEach((p, i) => {
    tests.push(part(b, p, `${values}[${i}]`, captures));
  });
  if (node.rest !== undefined) tests.push(capture(b, captures, node.rest, `${values}[${keys.length}]`, node));
  return `(${tests.join('&&')})`;
}

function matchClass(b: Body, node: ast.MatchClass, subject: string, captures: Captures): string {
  const values = b.temp();
  const names = node.kwd_attrs.map((name) => stringLiteral(name));
  const cls = withPosition(b, expression(b, node.cls), node);
  const call = `${b.rt('matchClass')}(${subject},${cls},${node.patterns.length},[${names.join(',')}])`;
  const tests = [`(${values}=${call})!==undefined`];
  [...node.patterns, ...node.kwd_patterns].forEach((p, i) => {
    tests.push(part(b, p, `${values}[${i}]`, captures));
  });
  return `(${tests.join('&&')})`;
}
