// Arithmetic that probably is on floats. A float with an integral value is an object, so sums and products of floats cost a test, and at times an
// object, for each step. Here a whole tree of operations is computed on doubles: its operands are taken one after the other, in Python's order, each
// is looked at, and only the result becomes a Python value. When an operand turns out to be something else, the general form of the tree goes on with
// the operands that have been evaluated: what was computed until then had no effect that anybody could see.
//
// A local variable that such results are assigned to has a twin `name$f`: while the variable is `null` (which is no Python value), the twin has its
// value as a double, and whoever wants the value makes the object and keeps it in the variable.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { augmented } from '../../2-analysis/number-kinds.ts';
import type { Body } from '../body.ts';
import { isAtom } from '../javascript.ts';
import { expression, itemText, type SubscriptParts, subscriptParts } from './expressions.ts';
import { BINARY, binary, comparison, INPLACE, withPosition } from './operators.ts';

/** Trees with more operands than this are left alone, and so are those in operands of operands: each text stands in two places. */
const MOST_OPERANDS = 24;
const DEEPEST = 2;

/** An operand as a double, which may be read when the tests have passed, and as text for the general form. */
interface Operand {
  double: string;
  slow: string;
}

const SYMBOLS: Partial<Record<ast.operator, string>> = { Add: '+', Sub: '-', Mult: '*', Div: '/' };
const RELATIONS: Partial<Record<ast.cmpop, string>> = {
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Eq: '===',
  NotEq: '!==',
};

/** `node` as a Python value, or undefined when it is not worth a tree of floats. */
export function floatExpression(b: Body, node: ast.BinOp): string | undefined {
  if (!isTree(b, node)) return undefined;
  return boxed(b, new FloatTree(b), (tree) => tree.operation(node, BINARY));
}

/** Whether `target op= value` is computed on doubles. */
export function isFloatUpdate(b: Body, node: ast.AugAssign, left: ast.expr): boolean {
  if (SYMBOLS[node.op] === undefined || b.numbers.of(node.value) === 'other') return false;
  return b.numbers.of(augmented(node, left)) === 'float' && isWritable(b, node.value);
}

/** `left op= right`, where `left` is the text of a value that has been read. */
export function floatUpdate(b: Body, left: string, node: ast.AugAssign): string {
  return boxed(b, new FloatTree(b), (tree) => tree.update(left, node, false));
}

/**
 * A variable with a twin that has the value of `node`, which is to be stored in `target`: a temporary that is set here, or the variable that `node`
 * names. Undefined when `node` is not computed on doubles.
 */
export function floatInFlight(b: Body, node: ast.expr, target: ast.Subscript): string | undefined {
  if (node.nodeType === 'Name') {
    const variable = b.ownVariable(node);
    // What is evaluated for the target must not bind the variable again.
    return variable !== undefined && b.twins.has(variable) && isWritable(b, target) ? variable : undefined;
  }
  if (b.machine !== undefined || node.nodeType !== 'BinOp' || !isTree(b, node)) return undefined;
  const temp = twinTemp(b);
  emitTwin(b, temp, (tree) => tree.operation(node, BINARY));
  return temp;
}

/** The same for `left op= right`, where `left` has a twin. */
export function updateInFlight(b: Body, left: string, node: ast.AugAssign): string {
  const temp = twinTemp(b);
  emitTwin(b, temp, (tree) => tree.update(left, node, true));
  return temp;
}

export function twinTemp(b: Body): string {
  const temp = b.temp();
  b.declared.add(`${temp}$f=0`);
  return temp;
}

function emitTwin(b: Body, name: string, write: (tree: FloatTree) => Operand): void {
  const tree = new FloatTree(b);
  const { double, slow } = nested(b, () => write(tree));
  b.emit(`if(${tree.test()}){${name}$f=${double};${name}=null;}else ${name}=${slow};`);
}

/** Whether an array of doubles is worth a look: what has a literal index is a small list, and its code is kept small. */
export function mayHaveDoubles({ slice }: ast.Subscript): boolean {
  return slice.nodeType !== 'Slice' && slice.nodeType !== 'Constant' && slice.nodeType !== 'UnaryOp';
}

/** Whether the array of doubles `object.doubles` has an item at `key`. */
export function hasDouble(object: string, key: string): string {
  const test = /^\d+$/.test(key) ? '' : `(${key}|0)===${key}&&${key}>=0&&`;
  return `${object}.doubles!==undefined&&${test}${key}<${object}.length`;
}

/** Emits `variable = object[key]` for a variable that has a twin; `read` is the text for any object. */
export function readItem(b: Body, variable: string, { object, key }: SubscriptParts, read: string): void {
  b.emit(
    `if(${hasDouble(object, key)}){${variable}$f=${object}.doubles[${key}];${variable}=null;}else ${variable}=${read};`,
  );
}

/** Statements that bind a variable with a twin to an item: a float of a list of floats goes to the twin, which takes no object. */
export function twinStore(b: Body, variable: string, item: string): string {
  const value = b.temp();
  const isFloat = `typeof (${value}=${item})==='number'&&!Number.isInteger(${value})`;
  return `if(${isFloat}){${variable}$f=${value};${variable}=null;}else ${variable}=${value};`;
}

function boxed(b: Body, tree: FloatTree, write: (tree: FloatTree) => Operand): string {
  const { double, slow } = nested(b, () => write(tree));
  const result = b.temp();
  return `(${tree.test()}?Number.isInteger(${result}=${double})?${b.rt('float')}(${result}):${result}:${slow})`;
}

/** `left op right` as a JS boolean (or Python value), without making objects of the floats. */
export function floatComparison(b: Body, node: ast.Compare, asBoolean: boolean): string | undefined {
  const [op, right] = [node.ops[0]!, node.comparators[0]!];
  if (node.ops.length > 1 || RELATIONS[op] === undefined || b.chains >= DEEPEST) return undefined;
  const kinds = [b.numbers.of(node.left), b.numbers.of(right)];
  if (!kinds.includes('float') || kinds.includes('other') || !isWritable(b, node.left, right)) return undefined;
  const tree = new FloatTree(b);
  const [l, r] = nested(b, () => [tree.operand(node.left, false), tree.operand(right, false)] as const);
  return `(${tree.test()}?${l.double}${RELATIONS[op]}${r.double}:${comparison(b, op, l.slow, r.slow, node, asBoolean)})`;
}

/** Emits `name = value` (or `name op= value`) for a variable that has a twin; false where that is to be done as for any other. */
export function assignFloat(b: Body, name: ast.Name, node: ast.expr, table = BINARY): boolean {
  const variable = b.ownTwin(name);
  if (variable === undefined) return false;
  if (node.nodeType === 'Subscript' && mayHaveDoubles(node)) {
    const parts = subscriptParts(b, node);
    if (parts.setup !== '') b.emit(`${parts.setup.slice(0, -1)};`);
    readItem(b, variable, parts, itemText(b, node, parts));
    return true;
  }
  if (node.nodeType !== 'BinOp' || !isTree(b, node, 'float')) return false;
  emitTwin(b, variable, (tree) => tree.operation(node, table));
  return true;
}

/** Gives twins to the variables that hold floats, unless somebody else reads or writes the function's variables. */
export function declareTwins(b: Body): void {
  const { scope } = b;
  if (b.unit.options.traced === true || scope.usesLocals || scope.usesSuper) return;
  for (const [name, symbol] of scope.symbols) {
    if (symbol.scope !== 'local' || symbol.isInlinedCopy || !b.numbers.isFloatSum(name)) continue;
    const variable = b.variable(name);
    b.twins.add(variable);
    b.declared.add(`${variable}$f=0`);
  }
}

/** Text that makes a Python value of a variable that has a twin. */
export function readTwin(b: Body, variable: string): string {
  return `(${variable}===null?${variable}=${b.rt('float')}(${variable}$f):${variable})`;
}

function nested<T>(b: Body, write: () => T): T {
  b.chains++;
  const result = write();
  b.chains--;
  return result;
}

/** Whether `node` is computed on doubles; `expected` is what its result is known to be used as. */
function isTree(b: Body, node: ast.BinOp, expected?: 'float'): boolean {
  const kind = b.numbers.of(node);
  const guess = kind === 'unknown' ? expected : kind;
  return b.chains < DEEPEST && guess === 'float' && isOperation(b, node) && isWritable(b, node);
}

/** A node that is computed here; others are operands. */
function isOperation(b: Body, node: ast.expr): boolean {
  if (node.nodeType === 'UnaryOp') return node.op === 'USub' && isOperation(b, node.operand);
  if (node.nodeType !== 'BinOp') return false;
  if (node.op === 'Pow') return exponent(node.right) !== undefined && b.numbers.of(node.left) !== 'int';
  if (SYMBOLS[node.op] === undefined) return false;
  const kind = b.numbers.of(node);
  return kind === 'float' || (kind === 'unknown' && ![node.left, node.right].some((n) => b.numbers.of(n) === 'int'));
}

/** The value of a literal exponent. */
function exponent(node: ast.expr): number | undefined {
  if (node.nodeType === 'UnaryOp' && node.op === 'USub') {
    const value = exponent(node.operand);
    return value === undefined ? undefined : -value;
  }
  if (node.nodeType !== 'Constant' || (node.value.type !== 'float' && node.value.type !== 'int')) return undefined;
  return typeof node.value.value === 'number' && Number.isFinite(node.value.value) ? node.value.value : undefined;
}

/** Whether the operands are few and plain, so that each is one JS expression. */
function isWritable(b: Body, ...nodes: ast.expr[]): boolean {
  let left = MOST_OPERANDS;
  const visit = (node: ast.expr): boolean => {
    switch (node.nodeType) {
      case 'Name':
      case 'Constant':
        return --left >= 0;
      case 'Attribute':
        return visit(node.value);
      case 'Subscript':
        return visit(node.value) && visit(node.slice);
      case 'Tuple':
        return node.elts.every(visit);
      case 'UnaryOp':
        return visit(node.operand);
      case 'BinOp':
        return visit(node.left) && visit(node.right);
      case 'Call':
        return node.keywords.length === 0 && visit(node.func) && node.args.every(visit);
      default:
        return false;
    }
  };
  return nodes.every(visit) && !b.maySuspend(...nodes);
}

/** Whether an operation on it gives a float whatever the other number is. */
function isSurelyFloat(node: ast.expr): boolean {
  if (node.nodeType === 'Constant') return node.value.type === 'float';
  if (node.nodeType === 'UnaryOp') return isSurelyFloat(node.operand);
  if (node.nodeType !== 'BinOp' || SYMBOLS[node.op] === undefined) return false;
  return node.op === 'Div' || isSurelyFloat(node.left) || isSurelyFloat(node.right);
}

class FloatTree {
  readonly #b: Body;
  /** What must hold, in order. */
  readonly #tests: string[] = [];
  /** Operands that may not have been evaluated when a test fails. */
  readonly #resets: string[] = [];
  /** Variables that have been looked at: their doubles. */
  readonly #known = new Map<string, string>();

  constructor(b: Body) {
    this.#b = b;
  }

  test(): string {
    const all = this.#tests.length === 0 ? 'true' : this.#tests.join('&&');
    return this.#resets.length === 0 ? all : `(${this.#resets.join('=')}=undefined,${all})`;
  }

  /** `isFloat`: an int will not do. */
  operand(node: ast.expr, isFloat: boolean): Operand {
    if (node.nodeType === 'Constant') {
      const literal = exponent(node);
      if (literal !== undefined) return { double: String(literal), slow: this.#b.unit.constant(node.value) };
    }
    if (isOperation(this.#b, node)) {
      if (node.nodeType === 'UnaryOp') return this.#negation(node);
      return this.operation(node as ast.BinOp, BINARY);
    }
    if (node.nodeType === 'Name') {
      const known = this.#variable(node, isFloat);
      if (known !== undefined) return known;
    }
    if (node.nodeType === 'Subscript' && mayHaveDoubles(node)) return this.#item(node, isFloat);
    return this.#evaluated(node, isFloat);
  }

  operation(node: ast.BinOp, table: typeof BINARY): Operand {
    if (node.op === 'Pow') return this.#power(node, table);
    const [checkLeft, checkRight] = this.#checks(node);
    const left = this.operand(node.left, checkLeft);
    const right = this.operand(node.right, checkRight);
    return this.#combine(node.op, left, right, node, table);
  }

  /** `left op= node.value` for the text `left`, which may have a twin. */
  update(left: string, node: ast.AugAssign, isTwin: boolean): Operand {
    const checks = node.op !== 'Div' && !this.#isFloat(node.value);
    const double = this.#b.temp();
    const test = this.#check(left, left, double, checks);
    this.#tests.push(isTwin ? `(${left}===null?(${double}=${left}$f,true):${test})` : test);
    const right = this.operand(node.value, false);
    const slow = isTwin ? readTwin(this.#b, left) : left;
    return this.#combine(node.op, { double, slow }, right, augmented(node, node.value), INPLACE);
  }

  /** Which operand is to be a float, so that the result is one; a quotient always is. */
  #checks({ left, op, right }: ast.BinOp): [left: boolean, right: boolean] {
    if (op === 'Div' || this.#isFloat(left) || this.#isFloat(right)) return [false, false];
    const kinds = [this.#b.numbers.of(left), this.#b.numbers.of(right)];
    const onRight = kinds[0] !== 'float' && (kinds[1] === 'float' || kinds[0] === 'int');
    return [!onRight, onRight];
  }

  /** What is a float once its own tests have passed. */
  #isFloat(node: ast.expr): boolean {
    return (node.nodeType === 'Constant' && node.value.type === 'float') || isOperation(this.#b, node);
  }

  #combine(op: ast.operator, left: Operand, right: Operand, node: ast.BinOp, table: typeof BINARY): Operand {
    let divisor = right.double;
    if (op === 'Div' && Number.isNaN(Number(divisor))) {
      if (!isAtom(divisor)) divisor = this.#b.temp();
      this.#tests.push(`${divisor === right.double ? divisor : `(${divisor}=${right.double})`}!==0`);
    } else if (op === 'Div' && Number(divisor) === 0) this.#tests.push('false');
    const double = `(${left.double}${SYMBOLS[op]}${divisor})`;
    return { double, slow: this.#general(node, left.slow, right.slow, table) };
  }

  /** Inline where ints are likely: the less text, the sooner the engine has compiled it. */
  #general(node: ast.BinOp, left: string, right: string, table: typeof BINARY): string {
    const kinds = [this.#b.numbers.of(node.left), this.#b.numbers.of(node.right)];
    if (!isSurelyFloat(node) && !kinds.includes('float')) return binary(this.#b, node.op, left, right, node, table);
    return `${this.#b.rt(table[node.op])}(${left},${withPosition(this.#b, right, node)})`;
  }

  #power(node: ast.BinOp, table: typeof BINARY): Operand {
    const power = exponent(node.right)!;
    const base = this.operand(node.left, !isSurelyFloat(node.right) && !this.#isFloat(node.left));
    const result = this.#b.temp();
    this.#tests.push(this.#powerTest(base.double, power, result));
    const slow = withPosition(this.#b, expression(this.#b, node.right), node);
    return { double: result, slow: `${this.#b.rt(table.Pow)}(${base.slow},${slow})` };
  }

  /** Squares, roots and the like of ordinary numbers without a look at all that can be special. */
  #powerTest(base: string, power: number, result: string): string {
    const x = this.#b.temp();
    if (power === 2) return `(${x}=${base},(${result}=${x}*${x})<Infinity)`;
    if (power === 0.5) return `(${x}=${base})>0&&(${result}=Math.sqrt(${x}),true)`;
    const general = `(${result}=${this.#b.rt('powDouble')}(${x},${power}))!==undefined`;
    const halves = 2 * power;
    if (!Number.isInteger(halves) || Math.abs(power) >= 7 || Math.abs(power) <= 1) return `(${x}=${base},${general})`;
    const quick = `(${result}=${this.#b.rt('powHalves')}(${x},${halves}),true)`;
    return `((${x}=${base})>1e-20&&${x}<1e20?${quick}:${general})`;
  }

  #negation(node: ast.UnaryOp): Operand {
    const { double, slow } = this.operand(node.operand, false);
    return { double: `(-${double})`, slow: `${this.#b.rt('neg')}(${withPosition(this.#b, slow, node)})` };
  }

  /** A variable that only this function's own statements change: it may be read again. */
  #variable(node: ast.Name, isFloat: boolean): Operand | undefined {
    const b = this.#b;
    const variable = b.ownVariable(node);
    if (variable === undefined) return undefined;
    const isTwin = b.twins.has(variable);
    let double = this.#known.get(variable);
    if (double === undefined) {
      double = b.temp();
      this.#known.set(variable, double);
      const test = this.#check(variable, variable, double, isFloat);
      this.#tests.push(isTwin ? `(${variable}===null?(${double}=${variable}$f,true):${test})` : test);
    } else if (isFloat) {
      const test = `(typeof ${variable}!=='number'||!Number.isInteger(${variable}))`;
      this.#tests.push(test);
    }
    return { double, slow: isTwin ? readTwin(b, variable) : variable };
  }

  #evaluated(node: ast.expr, isFloat: boolean): Operand {
    const b = this.#b;
    const isFirst = this.#tests.length === 0;
    const text = expression(b, node);
    const value = b.temp();
    const double = b.temp();
    if (!isFirst) this.#resets.push(value);
    this.#tests.push(this.#check(`(${value}=${text})`, value, double, isFloat));
    return { double, slow: isFirst ? value : `(${value}!==undefined?${value}:${text})` };
  }

  /** An item, which arrays of doubles give as such: the temporary is then `null`. */
  #item(node: ast.Subscript, isFloat: boolean): Operand {
    const b = this.#b;
    const parts = subscriptParts(b, node);
    const text = itemText(b, node, parts);
    const value = b.temp();
    const double = b.temp();
    this.#resets.push(value);
    const quick = `(${double}=${parts.object}.doubles[${parts.key}],${value}=null,true)`;
    const test = this.#check(`(${value}=${text})`, value, double, isFloat);
    this.#tests.push(`(${parts.setup}${hasDouble(parts.object, parts.key)}?${quick}:${test})`);
    const taken = `${value}===null?${b.rt('float')}(${double})`;
    return { double, slow: `(${taken}:${value}!==undefined?${value}:(${parts.setup}${text}))` };
  }

  #check(first: string, again: string, double: string, isFloat: boolean): string {
    // `-0` keeps the number, and tells the engine what has been seen here, so that it leaves out what has not.
    const number = isFloat ? `!Number.isInteger(${double}=${again})` : `(${double}=${again},true)`;
    return `(typeof ${first}==='number'?${number}:${again}.fl===true&&(${double}=${again}.value,true))`;
  }
}
