// Which variables and attributes probably hold floats. These are guesses from the shape of the text: they decide which form of code is written
// first, never what it does, as that code looks at the values. Evidence is a float literal, `/`, functions of `math`, and what is computed with them.
import type * as ast from '../1-syntax/ast/nodes.ts';
import { forEachChild } from '../1-syntax/ast/walk.ts';
import { elifOf } from './elif.ts';

export type NumberKind = 'float' | 'int' | 'other' | 'unknown';

const FLOAT_CALLS = new Set(
  (
    'float sqrt sin cos tan asin acos atan atan2 sinh cosh tanh exp log log2 log10 hypot fabs fsum dist ldexp random uniform gauss ' +
    'perf_counter process_time monotonic radians degrees'
  ).split(' '),
);
const INT_CALLS = new Set([
  'int',
  'len',
  'ord',
  'floor',
  'ceil',
  'index',
  'count',
  'bit_length',
  'randint',
  'randrange',
]);
const SAME_KIND = new Set(['abs', 'max', 'min', 'sum']);
const FLOAT_CONSTANTS = new Set(['pi', 'tau', 'inf', 'nan']);

type Function = ast.FunctionDef | ast.AsyncFunctionDef;

/** What the functions of a module have found out for each other: attributes that floats are stored in, functions and methods that return them. */
export interface FloatNames {
  readonly attributes: Set<string>;
  readonly functions: Set<string>;
}

/** What one function's text says about its variables. */
export class NumberKinds {
  readonly #variables = new Map<string, NumberKind>();
  readonly #known: FloatNames;
  readonly #bindings: { name: string; value: ast.expr | NumberKind }[] = [];
  readonly #operations: ast.BinOp[] = [];
  readonly #indices: string[] = [];
  /** Names that items of a sequence are bound to. */
  readonly #unpacked = new Set<string>();
  /** How many variables are floats by their use. */
  #floats = 0;
  readonly #returned: (ast.expr | NumberKind)[] = [];
  readonly #attributeValues: { name: string; value: ast.expr | NumberKind }[] = [];

  constructor(node: Function | undefined, known: FloatNames) {
    this.#known = known;
    if (node === undefined) return;
    this.#parameters(node.args);
    for (const statement of node.body) this.#collect(statement);
    this.settle();
    for (const name of this.#indices) if (this.variable(name) === 'unknown') this.#variables.set(name, 'int');
    for (let before = -1; before !== this.#floats; ) {
      before = this.#floats;
      for (const operation of this.#operations) this.#use(operation);
      for (const binding of this.#bindings) this.#supply(binding);
      this.settle();
    }
  }

  /** Whether results of arithmetic, or items, are bound to a variable that holds floats. */
  isFloatSum(name: string): boolean {
    if (this.variable(name) !== 'float') return false;
    const isResult = ({ value }: { value: ast.expr | NumberKind }): boolean =>
      typeof value === 'object' && (value.nodeType === 'BinOp' || value.nodeType === 'Subscript');
    return this.#unpacked.has(name) || this.#bindings.some((binding) => binding.name === name && isResult(binding));
  }

  /** Names of attributes that the function stores a float in. */
  floatAttributes(): string[] {
    const floats = this.#attributeValues.filter(({ value }) => this.#kind(value) === 'float');
    return floats.map(({ name }) => name);
  }

  /** Whether every `return` gives a float. */
  returnsFloat(): boolean {
    return this.#returned.length > 0 && this.#returned.every((value) => this.#kind(value) === 'float');
  }

  #kind(value: ast.expr | NumberKind): NumberKind {
    return typeof value === 'string' ? value : this.of(value);
  }

  variable(name: string): NumberKind {
    return this.#variables.get(name) ?? 'unknown';
  }

  /** The kind of an expression's value. */
  of(node: ast.expr): NumberKind {
    switch (node.nodeType) {
      case 'Constant':
        return node.value.type === 'float' || node.value.type === 'int' ? node.value.type : 'other';
      case 'Name':
        return this.variable(node.id);
      case 'Attribute':
        return this.#known.attributes.has(node.attr) || FLOAT_CONSTANTS.has(node.attr) ? 'float' : 'unknown';
      case 'BinOp':
        return this.#ofBinary(node);
      case 'UnaryOp':
        return node.op === 'Not' ? 'other' : node.op === 'Invert' ? 'int' : this.of(node.operand);
      case 'Call':
        return this.#ofCall(node);
      case 'IfExp':
        return join(this.of(node.body), this.of(node.orelse));
      case 'Subscript':
      case 'NamedExpr':
      case 'BoolOp':
      case 'Await':
        return 'unknown';
      default:
        return 'other';
    }
  }

  #ofBinary(node: ast.BinOp): NumberKind {
    if (isLong(node)) return 'unknown';
    const left = this.of(node.left);
    const right = this.of(node.right);
    if (left === 'other' || right === 'other') return 'other';
    switch (node.op) {
      case 'Div':
        return 'float';
      case 'Add':
      case 'Sub':
      case 'Mult':
      case 'Pow':
        if (left === 'float' || right === 'float' || isSumOfProducts(node)) return 'float';
        return left === 'int' && right === 'int' ? 'int' : 'unknown';
      case 'FloorDiv':
      case 'Mod':
        return left === 'float' || right === 'float' ? 'float' : 'int';
      case 'MatMult':
        return 'unknown';
      default:
        return 'int';
    }
  }

  #ofCall(node: ast.Call): NumberKind {
    const { func } = node;
    const name = func.nodeType === 'Name' ? func.id : func.nodeType === 'Attribute' ? func.attr : '';
    if (FLOAT_CALLS.has(name) || this.#known.functions.has(name)) return 'float';
    if (INT_CALLS.has(name)) return 'int';
    if (SAME_KIND.has(name) && func.nodeType === 'Name')
      return node.args.map((arg) => this.of(arg)).reduce(join, 'unknown');
    return 'unknown';
  }

  #parameters(args: ast.arguments): void {
    const positional = [...args.posonlyargs, ...args.args];
    args.defaults.forEach((value, i) => {
      this.#bind(positional[positional.length - args.defaults.length + i]!.arg, value);
    });
    args.kwonlyargs.forEach(({ arg }, i) => {
      const value = args.kw_defaults[i];
      if (value !== undefined) this.#bind(arg, value);
    });
    for (const { arg, annotation } of [...positional, ...args.kwonlyargs]) {
      if (isFloatName(annotation)) this.#bind(arg, 'float');
    }
  }

  #bind(name: string, value: ast.expr | NumberKind): void {
    this.#bindings.push({ name, value });
  }

  #collect(node: ast.AST): void {
    switch (node.nodeType) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
      case 'Lambda':
        return;
      case 'Assign':
        for (const target of node.targets) this.#assigned(target, node.value);
        break;
      case 'AnnAssign':
        this.#assigned(node.target, isFloatName(node.annotation) ? 'float' : (node.value ?? 'unknown'));
        break;
      case 'AugAssign':
        this.#augmented(node);
        break;
      case 'For':
        this.#stepped(node);
        break;
      case 'Subscript':
        this.#indexed(node.slice);
        break;
      case 'Return':
        this.#returned.push(node.value ?? 'other');
        break;
      case 'BinOp':
        if (isLong(node)) return;
        this.#operations.push(node);
        break;
      case 'If':
        this.#branches(node);
        return;
    }
    forEachChild(node, (child) => this.#collect(child));
  }

  /** A chain of `elif` may have thousands of links. */
  #branches(node: ast.If): void {
    let link: ast.If | undefined = node;
    while (link !== undefined) {
      this.#collect(link.test);
      for (const statement of link.body) this.#collect(statement);
      const next: ast.If | undefined = elifOf(link);
      if (next === undefined) for (const statement of link.orelse) this.#collect(statement);
      link = next;
    }
  }

  #assigned(target: ast.expr, value: ast.expr | NumberKind): void {
    if (target.nodeType === 'Name') this.#bind(target.id, value);
    else if (target.nodeType === 'Attribute') this.#attributeValues.push({ name: target.attr, value });
    else if (typeof value === 'object' && value.nodeType !== 'Tuple') this.#unpack(target);
    else if (target.nodeType === 'Tuple' && typeof value === 'object' && value.nodeType === 'Tuple') {
      target.elts.forEach((element, i) => {
        const item = value.elts[i];
        if (item !== undefined) this.#assigned(element, item);
      });
    }
  }

  #unpack(target: ast.expr): void {
    if (target.nodeType === 'Name') this.#unpacked.add(target.id);
    else if (target.nodeType === 'Tuple' || target.nodeType === 'List')
      for (const each of target.elts) this.#unpack(each);
  }

  #augmented(node: ast.AugAssign): void {
    const operation = augmented(node, { ...node.target, ctx: 'Load' } as ast.expr);
    this.#assigned(node.target, operation);
    this.#operations.push(operation);
  }

  #stepped({ target, iter }: ast.For): void {
    const name = iter.nodeType === 'Call' && iter.func.nodeType === 'Name' ? iter.func.id : '';
    if (target.nodeType !== 'Name') this.#unpack(target);
    if (name === 'range') this.#assigned(target, 'int');
    if (name === 'enumerate' && target.nodeType === 'Tuple') this.#assigned(target.elts[0]!, 'int');
  }

  /** What stands in an index is an int. */
  #indexed(node: ast.expr): void {
    if (node.nodeType === 'Name') this.#indices.push(node.id);
    else if (node.nodeType === 'BinOp') {
      this.#indexed(node.left);
      this.#indexed(node.right);
    } else if (node.nodeType === 'Tuple') for (const element of node.elts) this.#indexed(element);
  }

  /** A float if any binding is one: a sum often starts with 0. */
  settle(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { name, value } of this.#bindings) {
        const before = this.variable(name);
        const after = join(before, this.#kind(value));
        if (after === before) continue;
        this.#variables.set(name, after);
        changed = true;
      }
    }
  }

  /** What floats are added to or multiplied with is taken for a float if nothing else is known. */
  #use(node: ast.BinOp): void {
    if (this.of(node) === 'float') this.#operands(node);
  }

  /** So are the terms of what is bound to a variable that holds floats. */
  #supply({ name, value }: { name: string; value: ast.expr | NumberKind }): void {
    if (typeof value === 'object' && value.nodeType === 'BinOp' && this.variable(name) === 'float')
      this.#operands(value);
  }

  #operands({ left, op, right }: ast.BinOp): void {
    if (op !== 'Add' && op !== 'Sub' && op !== 'Mult' && op !== 'Div') return;
    for (const operand of [left, right]) {
      if (operand.nodeType !== 'Name' || this.variable(operand.id) !== 'unknown') continue;
      this.#variables.set(operand.id, 'float');
      this.#floats++;
    }
  }
}

/** Sums of this many terms are texts or tables, and too deep for a call each. */
const MANY_TERMS = 64;

function isLong(node: ast.BinOp): boolean {
  let left: ast.expr = node;
  let terms = 0;
  for (; left.nodeType === 'BinOp' && terms <= MANY_TERMS; terms++) left = left.left;
  return terms > MANY_TERMS;
}

/** `a[i] * b[j] + ...`, `dx * dx + ...`: matrices and vectors are rarely ints. */
function isSumOfProducts({ left, op, right }: ast.BinOp): boolean {
  return (op === 'Add' || op === 'Sub') && (isProduct(left) || isProduct(right));
}

function isProduct(node: ast.expr): boolean {
  if (node.nodeType !== 'BinOp' || node.op !== 'Mult') return false;
  const { left, right } = node;
  if (left.nodeType === 'Name') return right.nodeType === 'Name' && right.id === left.id;
  return left.nodeType === right.nodeType && (left.nodeType === 'Subscript' || left.nodeType === 'Attribute');
}

function isFloatName(node: ast.expr | undefined): boolean {
  return node?.nodeType === 'Name' && node.id === 'float';
}

/** The more telling of two kinds. */
function join(a: NumberKind, b: NumberKind): NumberKind {
  if (a === 'float' || b === 'float') return 'float';
  if (a === 'unknown') return b;
  return b === 'unknown' || a === b ? a : a === 'other' || b === 'other' ? 'other' : a;
}

/** The general form of `name op= value` as a tree. */
export function augmented(node: ast.AugAssign, left: ast.expr): ast.BinOp {
  const { op, value, lineno, col_offset, end_lineno, end_col_offset } = node;
  return { nodeType: 'BinOp', left, op, right: value, lineno, col_offset, end_lineno, end_col_offset };
}
