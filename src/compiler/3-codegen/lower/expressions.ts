// Expressions to JavaScript text. Each is evaluated exactly once, where the text stands. CPython: Python/codegen.c (codegen_visit_expr)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { foldConstant } from '../../2-analysis/fold.ts';
import type { Body } from '../body.ts';
import { attributeProperty, indexTest, receiver, stringLiteral } from '../javascript.ts';
import { branch, conditional } from '../resumable/statements.ts';
import { assignName } from './assignment.ts';
import { lowerCall } from './calls.ts';
import { lowerComprehension } from './comprehensions.ts';
import { lowerDict } from './dicts.ts';
import { floatComparison, floatExpression } from './floats.ts';
import { lowerJoinedString, lowerTemplate } from './fstrings.ts';
import { lowerLambda } from './functions.ts';
import { constantMembers, membership } from './membership.ts';
import { loadName } from './names.ts';
import { binary, comparison, truth, unary, withPosition } from './operators.ts';
import { expects, softly } from './softly.ts';
import { lowerAwait, lowerYield, lowerYieldFrom } from './suspension.ts';

/** JS text for the value of an expression. */
export function expression(b: Body, node: ast.expr): string {
  switch (node.nodeType) {
    case 'Constant':
      return b.unit.constant(node.value);
    case 'Name':
      return lowerName(b, node);
    case 'Attribute':
      return lowerAttribute(b, node);
    case 'Subscript':
      return lowerSubscript(b, node);
    case 'Call':
      return lowerCall(b, node);
    case 'BinOp':
      return lowerBinary(b, node);
    case 'UnaryOp':
      return node.op === 'Not'
        ? `!${condition(b, node.operand)}`
        : unary(b, node.op, expression(b, node.operand), node);
    case 'BoolOp':
      return lowerBool(b, node);
    case 'Compare':
      return lowerCompare(b, node, false);
    case 'IfExp':
      return lowerConditional(b, node);
    case 'Tuple': {
      const constant = node.elts.length > 0 ? foldConstant(node) : undefined;
      return constant !== undefined ? b.unit.constant(constant) : `${b.rt('tuple')}(${elements(b, node.elts)})`;
    }
    case 'List':
      return `${b.rt('list')}(${elements(b, node.elts)})`;
    case 'Set':
      return `${b.rt('set')}(${elements(b, node.elts, 'null')}${isConstantSet(node) ? ',true' : ''})`;
    case 'Dict':
      return lowerDict(b, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return lowerComprehension(b, node);
    case 'Lambda':
      return lowerLambda(b, node);
    case 'NamedExpr':
      return lowerNamed(b, node);
    case 'JoinedStr':
      return lowerJoinedString(b, node);
    case 'FormattedValue':
      return lowerJoinedString(b, { ...node, nodeType: 'JoinedStr', values: [node] });
    case 'TemplateStr':
      return lowerTemplate(b, node);
    case 'Interpolation':
      return lowerTemplate(b, { ...node, nodeType: 'TemplateStr', values: [node] });
    case 'Slice':
      return lowerSlice(b, node);
    case 'Await':
      return lowerAwait(b, node);
    case 'Yield':
      return lowerYield(b, node);
    case 'YieldFrom':
      return lowerYieldFrom(b, node);
    case 'Starred':
      throw new Error('starred expression outside a display');
  }
}

/** JS text of a JS boolean: the expression's truth. */
export function condition(b: Body, node: ast.expr): string {
  switch (node.nodeType) {
    case 'Compare':
      return lowerCompare(b, node, true);
    case 'UnaryOp':
      if (node.op === 'Not') return `!${condition(b, node.operand)}`;
      break;
    case 'BoolOp': {
      const parts = shortCircuit(b, node.values, condition);
      if (parts !== undefined) return `(${parts.join(node.op === 'And' ? '&&' : '||')})`;
      break;
    }
    case 'Constant':
      if (node.value.type === 'bool') return String(node.value.value);
      if (node.value.type === 'int') return String(Number(node.value.value) !== 0);
  }
  return truth(b, expression(b, node), node);
}

/** The operands of a short-circuit expression, or undefined when one of them needs statements, which must not run unconditionally. */
function shortCircuit(
  b: Body,
  nodes: readonly ast.expr[],
  lower: (b: Body, node: ast.expr) => string,
): string[] | undefined {
  if (b.maySuspend(...nodes)) return undefined;
  const texts: string[] = [];
  const written = b.capture(() => {
    for (const node of nodes) {
      texts.push(lower(b, node));
      if (b.out.length > 0 && nodes.indexOf(node) > 0) return;
    }
  });
  if (written.length === 0) return texts;
  return undefined;
}

function lowerName(b: Body, node: ast.Name): string {
  return loadName(b, node.id, node, b.unit.isBound(node));
}

export function lowerAttribute(b: Body, node: ast.Attribute): string {
  const name = b.named(node.attr);
  const object = b.hold(expression(b, node.value));
  const temp = b.temp();
  const setup = object.first === object.again ? '' : `${object.first},`;
  const handler = expects(b, 'AttributeError');
  const text =
    `(${setup}${b.at(node)},(${temp}=${receiver(object.again)}${attributeProperty(name)})!==undefined?${temp}:` +
    `${b.rt(handler === undefined ? 'getAttr' : 'tryAttr')}(${object.again},${stringLiteral(name)}))`;
  return handler === undefined ? text : softly(b, handler, text);
}

/** Any subscript: a method of the object's class is called from here, so that the engine knows it. */
function getItem(b: Body, o: string, k: string, at: ast.expr): string {
  const m = b.temp();
  return `(${b.at(at)},typeof ${o}==='object'&&(${m}=${o}.m$__getitem__)!==undefined?${m}(${o},${k}):${b.rt('getItem')}(${o},${k}))`;
}

/** Lists and tuples answer a small index themselves: an item that is there is never `undefined`. */
function lowerSubscript(b: Body, node: ast.Subscript): string {
  if (node.slice.nodeType === 'Slice') {
    const [object, ...parts] = b.inOrder([node.value, ...sliceParts(node.slice)], (n) => partText(b, n));
    return `${b.rt('getSlice')}(${object},${parts.slice(0, 2).join(',')},${withPosition(b, parts[2]!, node)})`;
  }
  const parts = subscriptParts(b, node);
  const handler = expects(b, 'KeyError', 'IndexError', 'LookupError');
  if (handler !== undefined) {
    return softly(b, handler, `(${parts.setup}${b.at(node)},${b.rt('tryItem')}(${parts.object},${parts.key}))`);
  }
  return `(${parts.setup}${itemText(b, node, parts)})`;
}

export interface SubscriptParts {
  /** Evaluates object and key; empty, or ends in a comma. */
  setup: string;
  object: string;
  key: string;
}

export function subscriptParts(b: Body, node: ast.Subscript): SubscriptParts {
  const [object, key] = b.inOrder([node.value, node.slice], (n) => expression(b, n)) as [string, string];
  if (isSteady(b, node.value) && isSteady(b, node.slice)) return { setup: '', object: receiver(object), key };
  const o = b.hold(receiver(object));
  const k = b.hold(key);
  const setup = [o, k].filter((h) => h.first !== h.again).map((h) => h.first);
  return { setup: setup.length > 0 ? `${setup.join(',')},` : '', object: o.again, key: k.again };
}

/** Variables that nothing else changes may be read again, and so may literals. */
function isSteady(b: Body, node: ast.expr): boolean {
  if (node.nodeType === 'Constant') return true;
  if (node.nodeType !== 'Name') return false;
  const variable = b.ownVariable(node);
  return variable !== undefined && !b.twins.has(variable);
}

/** The item, once object and key have been evaluated. */
export function itemText(b: Body, node: ast.Subscript, { object: o, key: k }: SubscriptParts): string {
  if (k.startsWith('"') || k.startsWith('$k')) return `(${b.at(node)},${b.rt('getItem')}(${o},${k}))`;
  const slow = getItem(b, o, k, node);
  const temp = b.temp();
  if (k === '-1') return `(${o}.sq!==undefined&&(${temp}=${o}.items[${o}.items.length-1])!==undefined?${temp}:${slow})`;
  return `(${o}.sq!==undefined&&${indexTest(k)}(${temp}=${o}.items[${k}])!==undefined?${temp}:${slow})`;
}

export function sliceParts(node: ast.Slice): (ast.expr | undefined)[] {
  return [node.lower, node.upper, node.step];
}

/** A part of a slice that may be left out. */
export function partText(b: Body, part: ast.expr | undefined): string {
  return part === undefined ? b.rt('None') : expression(b, part);
}

function lowerSlice(b: Body, node: ast.Slice): string {
  const texts = b.inOrder(sliceParts(node), (part) => partText(b, part));
  return `${b.rt('slice')}(${texts.join(',')})`;
}

function lowerBinary(b: Body, node: ast.BinOp): string {
  const floats = floatExpression(b, node);
  if (floats !== undefined) return floats;
  // A long chain a + b + c ... is a deep left spine: walk it with a loop so that thousands of terms do not exhaust the stack.
  const spine: ast.BinOp[] = [];
  let left: ast.expr = node;
  while (left.nodeType === 'BinOp') {
    spine.push(left);
    left = left.left;
  }
  let text = expression(b, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const current = spine[i]!;
    const mark = b.out.length;
    const right = expression(b, current.right);
    const texts = [text];
    if (b.out.length > mark) b.spill(texts, mark);
    text = binary(b, current.op, texts[0]!, right, current);
    if (i % 64 === 63) {
      const temp = b.temp();
      b.emit(`${temp}=${text};`);
      text = temp;
    }
  }
  return text;
}

/** `a and b`: the value of the first operand that decides. */
function lowerBool(b: Body, node: ast.BoolOp): string {
  const parts = shortCircuit(b, node.values, expression);
  const and = node.op === 'And';
  if (parts === undefined) return boolByStatements(b, node, and);
  let text = parts[parts.length - 1]!;
  for (let i = parts.length - 2; i >= 0; i--) {
    const held = b.hold(parts[i]!);
    const test = testHeld(b, held, node.values[i]!);
    text = and ? `(${test}?${text}:${held.again})` : `(${test}?${held.again}:${text})`;
  }
  return text;
}

function testHeld(b: Body, held: { first: string; again: string }, at: ast.expr): string {
  return `${held.first}===true||${held.again}!==false&&(${b.at(at)},${b.rt('truth')}(${held.again}))`;
}

function boolByStatements(b: Body, node: ast.BoolOp, and: boolean): string {
  const result = b.temp();
  const last = node.values.length - 1;
  const rest = conditional(b, b.maySuspend(...node.values.slice(1)));
  node.values.forEach((value, i) => {
    b.emit(`${result}=${expression(b, value)};`);
    if (i < last) rest.when(`${and ? '' : '!'}${truth(b, result, value)}`);
  });
  rest.end();
  return result;
}

function lowerConditional(b: Body, node: ast.IfExp): string {
  if (b.maySuspend(node.body, node.orelse)) return conditionalByStates(b, node);
  const test = condition(b, node.test);
  let body = '';
  let orelse = '';
  const bodyStatements = b.capture(() => {
    body = expression(b, node.body);
  });
  const elseStatements = b.capture(() => {
    orelse = expression(b, node.orelse);
  });
  if (bodyStatements.length === 0 && elseStatements.length === 0) return `(${test}?${body}:${orelse})`;
  const result = b.temp();
  b.emit(
    `if(${test}){${bodyStatements.join('\n')}${result}=${body};}else{${elseStatements.join('\n')}${result}=${orelse};}`,
  );
  return result;
}

function conditionalByStates(b: Body, node: ast.IfExp): string {
  const result = b.temp();
  branch(
    b,
    condition(b, node.test),
    () => b.emit(`${result}=${expression(b, node.body)};`),
    () => b.emit(`${result}=${expression(b, node.orelse)};`),
  );
  return result;
}

/** `a < b < c`: each operand once, stopping at the first false link. */
function lowerCompare(b: Body, node: ast.Compare, asBoolean: boolean): string {
  const floats = floatComparison(b, node, asBoolean);
  if (floats !== undefined) return floats;
  if (node.ops.length === 1) {
    const op = node.ops[0]!;
    const members = op === 'In' || op === 'NotIn' ? constantMembers(node.comparators[0]!) : undefined;
    if (members !== undefined)
      return membership(b, op === 'In', expression(b, node.left), node.comparators[0]!, members);
    const [left, right] = b.inOrder([node.left, node.comparators[0]!], (n) => expression(b, n)) as [string, string];
    return comparison(b, op, left, right, node, asBoolean);
  }
  if (b.maySuspend(node.left, ...node.comparators)) return chainByStatements(b, node, asBoolean);
  const result = b.temp();
  const links: string[] = [];
  const written = b.capture(() => {
    let left = expression(b, node.left);
    node.ops.forEach((op, i) => {
      const right = b.temp();
      const held = `(${right}=${expression(b, node.comparators[i]!)})`;
      links.push(comparison(b, op, left, held, node, asBoolean));
      left = right;
    });
  });
  if (written.length > 0) return chainByStatements(b, node, asBoolean);
  if (asBoolean) return `(${links.join('&&')})`;
  let text = links[links.length - 1]!;
  for (let i = links.length - 2; i >= 0; i--) {
    text = `((${result}=${links[i]})===true||${result}!==false&&(${b.at(node)},${b.rt('truth')}(${result}))?${text}:${result})`;
  }
  return text;
}

function chainByStatements(b: Body, node: ast.Compare, asBoolean: boolean): string {
  const result = b.temp();
  let left = b.temp();
  const rest = conditional(b, b.maySuspend(...node.comparators.slice(1)));
  b.emit(`${left}=${expression(b, node.left)};`);
  node.ops.forEach((op, i) => {
    const right = b.temp();
    b.emit(`${right}=${expression(b, node.comparators[i]!)};`);
    b.emit(`${result}=${comparison(b, op, left, right, node, asBoolean)};`);
    if (i < node.ops.length - 1) rest.when(asBoolean ? result : truth(b, result, node));
    left = right;
  });
  rest.end();
  return result;
}

/** Comma-separated JS array elements in brackets; starred ones are spread. */
export function elements(b: Body, nodes: readonly ast.expr[], role?: string): string {
  return `[${elementTexts(b, nodes, role).join(',')}]`;
}

/** `role` tells the helper what a starred value is for, should it not be iterable: the callee, or `null` for a set. */
export function elementTexts(b: Body, nodes: readonly ast.expr[], role?: string): string[] {
  return b.inOrder(nodes, (node) => {
    if (node.nodeType !== 'Starred') return expression(b, node);
    const value = withPosition(b, expression(b, node.value), node);
    return `...${b.rt('spread')}(${value}${role === undefined ? '' : `,${role}`})`;
  });
}

/** CPython makes such a set from a frozenset constant, which shows in the order of its members. */
function isConstantSet(node: ast.Set): boolean {
  return node.elts.length > 2 && node.elts.every((element) => foldConstant(element) !== undefined);
}

function lowerNamed(b: Body, node: ast.NamedExpr): string {
  const value = expression(b, node.value);
  const temp = b.temp();
  const store = assignName(b, node.target as ast.Name, temp)
    .replace(/;$/, '')
    .replaceAll(';', ',');
  return `(${temp}=${value},${store},${temp})`;
}
