// The part of AST validation that deals with expressions and what they hold. CPython: Python/ast.c validate_expr.
import type * as ast from './nodes.ts';

/** What compile() raises for a tree that cannot have come from source text. */
export class InvalidTree {
  readonly kind: 'ValueError' | 'TypeError';
  readonly message: string;

  constructor(kind: 'ValueError' | 'TypeError', message: string) {
    this.kind = kind;
    this.message = message;
  }
}

/** Rejects with a ValueError. */
export function reject(message: string): never {
  throw new InvalidTree('ValueError', message);
}

/** The last line and column must not come before the first; -1 means "no position" when both ends have it. */
export function validatePositions({ lineno, col_offset, end_lineno, end_col_offset }: ast.Position): void {
  if (lineno > end_lineno) reject(`AST node line range (${lineno}, ${end_lineno}) is not valid`);
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
    const lines = `(${lineno}, ${end_lineno})`;
    reject(`AST node column range (${col_offset}, ${end_col_offset}) for line range ${lines} is not valid`);
  }
  if (lineno === end_lineno && col_offset > end_col_offset) {
    reject(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`);
  }
}

/** An identifier must not spell a constant. */
export function validateName(name: string): void {
  if (name === 'None' || name === 'True' || name === 'False') {
    reject(`identifier field can't represent '${name}' constant`);
  }
}

/** Every list of nodes may hold holes when it was made by hand. */
export function validateExpressions(
  list: readonly (ast.expr | undefined)[],
  context: ast.expr_context,
  holesAllowed = false,
): void {
  for (const node of list) {
    if (node !== undefined) validateExpression(node, context);
    else if (!holesAllowed) reject('None disallowed in expression list');
  }
}

export function validateOptional(node: ast.expr | undefined): void {
  if (node !== undefined) validateExpression(node, 'Load');
}

export function validateLoad(node: ast.expr): void {
  validateExpression(node, 'Load');
}

export function validateExpression(node: ast.expr, context: ast.expr_context): void {
  validatePositions(node);
  validateContext(node, context);
  switch (node.nodeType) {
    case 'BinOp':
      validateChain(node);
      break;
    case 'Starred':
      validateExpression(node.value, context);
      break;
    case 'List':
    case 'Tuple':
      validateExpressions(node.elts, context);
      break;
    default:
      validateParts(node);
  }
}

function validateContext(node: ast.expr, context: ast.expr_context): void {
  switch (node.nodeType) {
    case 'Name':
      validateName(node.id);
      break;
    case 'Attribute':
    case 'Subscript':
    case 'Starred':
    case 'List':
    case 'Tuple':
      break;
    default:
      if (context !== 'Load') reject(`expression which can't be assigned to in ${context} context`);
      return;
  }
  if (node.ctx !== context) reject(`expression must have ${context} context but has ${node.ctx} instead`);
}

/** Left operands first, without recursing into a long chain of them. */
function validateChain(node: ast.BinOp): void {
  const chain = [node];
  let { left } = node;
  for (; left.nodeType === 'BinOp'; left = left.left) {
    validatePositions(left);
    chain.push(left);
  }
  validateLoad(left);
  for (let i = chain.length - 1; i >= 0; i--) validateLoad(chain[i]!.right);
}

function validateParts(node: ast.expr): void {
  switch (node.nodeType) {
    case 'BoolOp':
      if (node.values.length < 2) reject('BoolOp with less than 2 values');
      validateExpressions(node.values, 'Load');
      break;
    case 'UnaryOp':
      validateLoad(node.operand);
      break;
    case 'Lambda':
      validateArguments(node.args);
      validateLoad(node.body);
      break;
    case 'IfExp':
      validateLoad(node.test);
      validateLoad(node.body);
      validateLoad(node.orelse);
      break;
    case 'Dict':
      if (node.keys.length !== node.values.length) reject("Dict doesn't have the same number of keys as values");
      validateExpressions(node.keys, 'Load', true);
      validateExpressions(node.values, 'Load');
      break;
    case 'Set':
      validateExpressions(node.elts, 'Load');
      break;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      validateComprehensions(node.generators);
      validateLoad(node.elt);
      break;
    case 'DictComp':
      validateComprehensions(node.generators);
      validateLoad(node.key);
      validateLoad(node.value);
      break;
    case 'Yield':
      validateOptional(node.value);
      break;
    case 'YieldFrom':
    case 'Await':
    case 'Attribute':
      validateLoad(node.value);
      break;
    case 'Compare':
      validateCompare(node);
      break;
    case 'Call':
      validateLoad(node.func);
      validateExpressions(node.args, 'Load');
      validateKeywords(node.keywords);
      break;
    case 'JoinedStr':
    case 'TemplateStr':
      validateExpressions(node.values, 'Load');
      break;
    case 'FormattedValue':
    case 'Interpolation':
      validateLoad(node.value);
      validateOptional(node.format_spec);
      break;
    case 'Subscript':
      validateLoad(node.slice);
      validateLoad(node.value);
      break;
    case 'Slice':
      validateOptional(node.lower);
      validateOptional(node.upper);
      validateOptional(node.step);
      break;
    case 'NamedExpr':
      if (node.target.nodeType !== 'Name') throw new InvalidTree('TypeError', 'NamedExpr target must be a Name');
      validateLoad(node.value);
  }
}

function validateCompare(node: ast.Compare): void {
  if (node.comparators.length === 0) reject('Compare with no comparators');
  if (node.comparators.length !== node.ops.length) {
    reject('Compare has a different number of comparators and operands');
  }
  validateExpressions(node.comparators, 'Load');
  validateLoad(node.left);
}

function validateComprehensions(generators: readonly ast.comprehension[]): void {
  if (generators.length === 0) reject('comprehension with no generators');
  for (const { target, iter, ifs } of generators) {
    validateExpression(target, 'Store');
    validateLoad(iter);
    validateExpressions(ifs, 'Load');
  }
}

export function validateKeywords(keywords: readonly ast.keyword[]): void {
  for (const { value } of keywords) validateLoad(value);
}

export function validateArguments(args: ast.arguments): void {
  validateParameters(args.posonlyargs);
  validateParameters(args.args);
  validateOptional(args.vararg?.annotation);
  validateParameters(args.kwonlyargs);
  validateOptional(args.kwarg?.annotation);
  if (args.defaults.length > args.posonlyargs.length + args.args.length) {
    reject('more positional defaults than args on arguments');
  }
  if (args.kw_defaults.length !== args.kwonlyargs.length) {
    reject('length of kwonlyargs is not the same as kw_defaults on arguments');
  }
  validateExpressions(args.defaults, 'Load');
  validateExpressions(args.kw_defaults, 'Load', true);
}

function validateParameters(parameters: readonly ast.arg[]): void {
  for (const parameter of parameters) {
    validatePositions(parameter);
    validateOptional(parameter.annotation);
  }
}
