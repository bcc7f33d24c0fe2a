// Binding targets: names, attributes, items, unpacking; augmented and annotated assignment; del. CPython: Python/codegen.c (codegen_visit_stmt)
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { augmented } from '../../2-analysis/number-kinds.ts';
import type { Body } from '../body.ts';
import {
  attributeProperty,
  indexTest,
  isAtom,
  isStable,
  receiver,
  slotProperty,
  stringLiteral,
} from '../javascript.ts';
import { noteAnnotation } from './annotations.ts';
import { expression, itemText, partText, type SubscriptParts, sliceParts } from './expressions.ts';
import {
  assignFloat,
  floatInFlight,
  floatUpdate,
  hasDouble,
  isFloatUpdate,
  mayHaveDoubles,
  readItem,
  readTwin,
  twinStore,
  twinTemp,
  updateInFlight,
} from './floats.ts';
import { deleteName, loadName, storeName } from './names.ts';
import { binary, INPLACE, withPosition } from './operators.ts';

export function assignName(b: Body, target: ast.Name, value: string): string {
  return storeName(b, target.id, value, target);
}

/** Emits the statements that bind `target` to `value`, a text evaluated once. */
export function assign(b: Body, target: ast.expr, value: string): void {
  switch (target.nodeType) {
    case 'Name':
      b.emit(assignName(b, target, value));
      return;
    case 'Attribute':
      assignAttribute(b, target, keep(b, value));
      return;
    case 'Subscript':
      assignItem(b, target, keep(b, value));
      return;
    case 'Tuple':
    case 'List':
      unpack(b, target, value);
      return;
    case 'Starred':
      assign(b, target.value, value);
      return;
    default:
      throw new Error(`cannot assign to ${target.nodeType}`);
  }
}

/** The value is evaluated before the target's own expressions. */
function keep(b: Body, value: string): string {
  if (isStable(value)) return value;
  const temp = b.temp();
  b.emit(`${temp}=${value};`);
  return temp;
}

function assignAttribute(b: Body, target: ast.Attribute, value: string): void {
  const name = b.named(target.attr);
  const object = b.hold(expression(b, target.value));
  const setup = object.first === object.again ? '' : `${object.first};`;
  const o = receiver(object.again);
  b.emit(
    `${setup}${b.at(target)};if(${storesPlainly(o, name)})${o}${attributeProperty(name)}=${value};` +
      `else ${b.rt('setAttr')}(${o},${stringLiteral(name)},${value});`,
  );
}

/** Instances with a dict take any attribute as a plain property, those with slots take each slot. */
function storesPlainly(o: string, name: string): string {
  return `${o}.fs===true||${o}${slotProperty(name)}===true`;
}

/** `twin` is a variable that may have its value in its twin: arrays of doubles take it from there. */
function assignItem(b: Body, target: ast.Subscript, value: string, twin?: string): void {
  if (target.slice.nodeType === 'Slice') {
    const [object, ...parts] = b.inOrder([target.value, ...sliceParts(target.slice)], (n) => partText(b, n));
    const last = withPosition(b, parts[2]!, target);
    b.emit(`${b.rt('setSlice')}(${object},${parts[0]},${parts[1]},${last},${value});`);
    return;
  }
  const [object, key] = b.inOrder([target.value, target.slice], (n) => expression(b, n)) as [string, string];
  const o = b.hold(receiver(object));
  const k = b.hold(key);
  const setup = [o, k]
    .filter((h) => h.first !== h.again)
    .map((h) => `${h.first};`)
    .join('');
  if (k.again.startsWith('"') || k.again.startsWith('$k')) {
    const text = twin === undefined ? value : readTwin(b, twin);
    b.emit(`${setup}${b.at(target)};${b.rt('setItem')}(${o.again},${k.again},${text});`);
    return;
  }
  const slow = setItem(b, o.again, k.again, value, target);
  const quick = twin === undefined ? '' : storeTwin(b, o.again, k.again, twin);
  b.emit(
    `${setup}${quick}if(${hasItem(o.again, k.again)})` +
      `${o.again}.items[${k.again}]=${value};else ${slow}${quick === '' ? '' : '}'}`,
  );
}

/** Whether `o` is a list that has an item at `k`, which is then replaced where it stands. */
function hasItem(o: string, k: string): string {
  return `${o}.sq===2&&${indexTest(k)}${o}.items[${k}]!==undefined`;
}

/** Stores a twin in an array of doubles; opens the block that is for anything else, where the variable has its value. */
function storeTwin(b: Body, o: string, k: string, twin: string): string {
  return `if(${twin}===null&&${hasDouble(o, k)})${o}.doubles[${k}]=${twin}$f;else{${readTwin(b, twin)};`;
}

/** A block that stores an item in any object; as for reading, a method is called from here. */
function setItem(b: Body, o: string, k: string, value: string, at: ast.expr): string {
  const m = b.temp();
  return `{${b.at(at)};if(typeof ${o}==='object'&&(${m}=${o}.m$__setitem__)!==undefined)${m}(${o},${k},${value});else ${b.rt('setItem')}(${o},${k},${value});}`;
}

/** `a, *b = value`. */
function unpack(b: Body, target: ast.Tuple | ast.List, value: string): void {
  const star = target.elts.findIndex((e) => e.nodeType === 'Starred');
  const items = b.temp();
  const count = target.elts.length;
  const source = withPosition(b, value, target);
  if (star < 0) {
    const held = isAtom(value) ? receiver(value) : keep(b, value);
    // One read of `items`: in a function of hundreds of these, the engine takes a third of the time to optimise it.
    b.emit(
      `${items}=${held}.sq!==undefined&&(${items}=${held}.items).length===${count}?${items}:(${b.at(target)},${b.rt('unpack')}(${held},${count}));`,
    );
  } else b.emit(`${items}=${b.rt('unpackStarred')}(${source},${star},${count - star - 1});`);
  // A list may change while its own items are being stored: read them all first unless every target is a plain name.
  const names = target.elts.every((e) => e.nodeType === 'Name');
  const values = target.elts.map((_, i) => `${items}[${i}]`);
  if (!names) {
    values.forEach((text, i) => {
      values[i] = keep(b, text);
    });
  }
  target.elts.forEach((element, i) => {
    const variable = element.nodeType === 'Name' && i !== star ? b.ownTwin(element) : undefined;
    if (variable === undefined) assign(b, element, values[i]!);
    else b.emit(twinStore(b, variable, values[i]!));
  });
}

export function lowerAssign(b: Body, node: ast.Assign): void {
  const target = node.targets[0]!;
  if (node.targets.length === 1 && isPlainSwap(target, node.value)) {
    swap(b, (target as ast.Tuple).elts, (node.value as ast.Tuple).elts);
    return;
  }
  if (node.targets.length === 1 && target.nodeType === 'Name' && assignFloat(b, target, node.value)) return;
  if (node.targets.length === 1 && target.nodeType === 'Subscript' && mayHaveDoubles(target)) {
    const twin = floatInFlight(b, node.value, target);
    if (twin !== undefined) {
      assignItem(b, target, twin, twin);
      return;
    }
  }
  const value = expression(b, node.value);
  if (node.targets.length === 1) {
    assign(b, target, value);
    return;
  }
  const kept = keep(b, value);
  for (const each of node.targets) assign(b, each, kept);
}

/** `a, b = x, y`: no tuple is made. */
function isPlainSwap(target: ast.expr, value: ast.expr): boolean {
  if (target.nodeType !== 'Tuple' || value.nodeType !== 'Tuple' || target.elts.length !== value.elts.length)
    return false;
  return [...target.elts, ...value.elts].every((e) => e.nodeType !== 'Starred');
}

function swap(b: Body, targets: readonly ast.expr[], values: readonly ast.expr[]): void {
  const temps = values.map((value) => {
    const text = expression(b, value);
    if (isStable(text) && !text.startsWith('$t')) return text;
    const temp = b.temp();
    b.emit(`${temp}=${text};`);
    return temp;
  });
  targets.forEach((target, i) => {
    assign(b, target, temps[i]!);
  });
}

export function lowerAugAssign(b: Body, node: ast.AugAssign): void {
  const { target } = node;
  if (target.nodeType === 'Name') {
    if (assignFloat(b, target, augmented(node, target), INPLACE)) return;
    const [left, right] = b.inOrder([0, 1], (i) =>
      i === 0 ? loadName(b, target.id, target, b.unit.isBound(target)) : expression(b, node.value),
    ) as [string, string];
    b.emit(storeName(b, target.id, binary(b, node.op, left, right, node, INPLACE), target));
  } else if (target.nodeType === 'Attribute') augmentAttribute(b, node, target);
  else augmentItem(b, node, target as ast.Subscript);
}

function augmentAttribute(b: Body, node: ast.AugAssign, target: ast.Attribute): void {
  const name = b.named(target.attr);
  const o = receiver(keep(b, expression(b, target.value)));
  const read = b.temp();
  b.emit(
    `${b.at(target)};${read}=${o}${attributeProperty(name)};if(${read}===undefined)${read}=${b.rt('getAttr')}(${o},${stringLiteral(name)});`,
  );
  const value = keep(b, updated(b, node, read));
  b.emit(
    `${b.at(target)};if(${storesPlainly(o, name)})${o}${attributeProperty(name)}=${value};else ${b.rt('setAttr')}(${o},${stringLiteral(name)},${value});`,
  );
}

function augmentItem(b: Body, node: ast.AugAssign, target: ast.Subscript): void {
  const [object, key] = b.inOrder([target.value, target.slice], (n) => expression(b, n)) as [string, string];
  const o = keep(b, receiver(object));
  const k = keep(b, key);
  const left = { ...target, ctx: 'Load' } as ast.Subscript;
  if (b.machine === undefined && isFloatUpdate(b, node, left)) {
    updateItem(b, node, left, { setup: '', object: o, key: k });
    return;
  }
  const read = b.temp();
  b.emit(
    `if(!(${o}.sq!==undefined&&${indexTest(k)}(${read}=${o}.items[${k}])!==undefined)){${b.at(target)};${read}=${b.rt('getItem')}(${o},${k});}`,
  );
  const value = keep(b, updated(b, node, read));
  b.emit(`if(${hasItem(o, k)})${o}.items[${k}]=${value};else ${setItem(b, o, k, value, target)}`);
}

/** `object[key] op= value` for what is probably a float. */
function updateItem(b: Body, node: ast.AugAssign, left: ast.Subscript, parts: SubscriptParts): void {
  const { object: o, key: k } = parts;
  const read = twinTemp(b);
  const text = itemText(b, left, parts);
  const store = (value: string): string =>
    `if(${hasItem(o, k)})${o}.items[${k}]=${value};else ${setItem(b, o, k, value, left)}`;
  if (mayHaveDoubles(left)) {
    readItem(b, read, parts, text);
    const value = updateInFlight(b, read, node);
    b.emit(`${storeTwin(b, o, k, value)}${store(value)}}`);
    return;
  }
  b.emit(`${read}=${text};`);
  const value = updateInFlight(b, read, node);
  // A result with a fraction goes into the list as it is: the engine makes no object for it where a list has only such.
  const quick = `${value}===null&&!Number.isInteger(${value}$f)&&${hasItem(o, k)}`;
  const unbox = `if(typeof ${read}!=='number')${b.rt('unboxItems')}(${o});`;
  b.emit(`if(${quick}){${o}.items[${k}]=${value}$f;${unbox}}else{${readTwin(b, value)};${store(value)}}`);
}

/** `read op= value`. */
function updated(b: Body, node: ast.AugAssign, read: string): string {
  if (isFloatUpdate(b, node, { ...node.target, ctx: 'Load' } as ast.expr)) return floatUpdate(b, read, node);
  return binary(b, node.op, read, expression(b, node.value), node, INPLACE);
}

export function lowerDelete(b: Body, target: ast.expr): void {
  switch (target.nodeType) {
    case 'Name':
      b.emit(deleteName(b, target.id, target));
      return;
    case 'Attribute': {
      const o = expression(b, target.value);
      b.emit(`${b.rt('delAttr')}(${withPosition(b, o, target)},${stringLiteral(b.named(target.attr))});`);
      return;
    }
    case 'Subscript': {
      const [object, key] = b.inOrder([target.value, target.slice], (n) => expression(b, n)) as [string, string];
      b.emit(
        `${b.rt('delItem')}(${object},${isAtom(key) ? `(${b.at(target)},${key})` : withPosition(b, key, target)});`,
      );
      return;
    }
    case 'Tuple':
    case 'List':
      for (const element of target.elts) lowerDelete(b, element);
      return;
    default:
      throw new Error(`cannot delete ${target.nodeType}`);
  }
}

/** `x: T = v`. The annotation itself is evaluated by the scope's `__annotate__`. */
export function lowerAnnAssign(b: Body, node: ast.AnnAssign): void {
  if (node.value !== undefined) assign(b, node.target, expression(b, node.value));
  else if (node.target.nodeType !== 'Name') evaluateTarget(b, node.target);
  noteAnnotation(b, node);
}

/** Without a value, the parts of a non-name target are still evaluated. */
function evaluateTarget(b: Body, target: ast.expr): void {
  if (target.nodeType === 'Attribute') b.emit(`${expression(b, target.value)};`);
  else if (target.nodeType === 'Subscript') {
    b.emit(`${expression(b, target.value)};`);
    b.emit(`${expression(b, target.slice)};`);
  }
}
