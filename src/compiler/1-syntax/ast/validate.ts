// What compile() demands of a tree that a program has put together itself: rules the parser cannot break but `ast` nodes
// can. Types of fields are checked where Python objects become these nodes. CPython: Python/ast.c _PyAST_Validate.
import type * as ast from './nodes.ts';
import {
  InvalidTree,
  reject,
  validateArguments,
  validateExpression,
  validateExpressions,
  validateKeywords,
  validateLoad,
  validateName,
  validateOptional,
  validatePositions,
} from './validate-expressions.ts';
import { validatePattern } from './validate-patterns.ts';

/** Throws an InvalidTree (a ValueError or TypeError) unless the tree could be compiled. */
export function validate(tree: ast.mod): void {
  switch (tree.nodeType) {
    case 'Module':
    case 'Interactive':
      validateStatements(tree.body);
      break;
    case 'Expression':
      validateLoad(tree.body);
      break;
    case 'FunctionType':
      validateExpressions(tree.argtypes, 'Load');
      validateLoad(tree.returns);
  }
}

function validateStatements(body: readonly (ast.stmt | undefined)[]): void {
  for (const statement of body) {
    if (statement === undefined) reject('None disallowed in statement list');
    validatePositions(statement);
    validateStatement(statement);
  }
}

function requireSome(list: readonly unknown[], what: string, owner: string): void {
  if (list.length === 0) reject(`empty ${what} on ${owner}`);
}

function validateBody(body: readonly ast.stmt[], owner: string): void {
  requireSome(body, 'body', owner);
  validateStatements(body);
}

function validateStatement(node: ast.stmt): void {
  switch (node.nodeType) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      validateFunction(node);
      break;
    case 'ClassDef':
      validateClass(node);
      break;
    case 'Return':
      validateOptional(node.value);
      break;
    case 'Delete':
      requireSome(node.targets, 'targets', 'Delete');
      validateExpressions(node.targets, 'Del');
      break;
    case 'Assign':
      requireSome(node.targets, 'targets', 'Assign');
      validateExpressions(node.targets, 'Store');
      validateLoad(node.value);
      break;
    case 'AugAssign':
      validateExpression(node.target, 'Store');
      validateLoad(node.value);
      break;
    case 'AnnAssign':
      validateAnnAssign(node);
      break;
    case 'TypeAlias':
      if (node.name.nodeType !== 'Name') throw new InvalidTree('TypeError', 'TypeAlias with non-Name name');
      validateExpression(node.name, 'Store');
      validateTypeParams(node.type_params);
      validateLoad(node.value);
      break;
    case 'Raise':
      if (node.exc === undefined && node.cause !== undefined) reject('Raise with cause but no exception');
      validateOptional(node.exc);
      validateOptional(node.cause);
      break;
    case 'Assert':
      validateLoad(node.test);
      validateOptional(node.msg);
      break;
    case 'Global':
    case 'Nonlocal':
      requireSome(node.names, 'names', node.nodeType);
      break;
    case 'Import':
      validateAliases(node.names, 'Import');
      break;
    case 'ImportFrom':
      if ((node.level ?? 0) < 0) reject('Negative ImportFrom level');
      validateAliases(node.names, 'ImportFrom');
      break;
    case 'Expr':
      validateLoad(node.value);
      break;
    default:
      validateCompound(node);
  }
}

function validateCompound(node: ast.stmt): void {
  switch (node.nodeType) {
    case 'For':
    case 'AsyncFor':
      validateExpression(node.target, 'Store');
      validateLoad(node.iter);
      validateBody(node.body, node.nodeType);
      validateStatements(node.orelse);
      break;
    case 'While':
    case 'If':
      validateLoad(node.test);
      validateBody(node.body, node.nodeType);
      validateStatements(node.orelse);
      break;
    case 'With':
    case 'AsyncWith':
      requireSome(node.items, 'items', node.nodeType);
      for (const { context_expr, optional_vars } of node.items) {
        validateLoad(context_expr);
        if (optional_vars !== undefined) validateExpression(optional_vars, 'Store');
      }
      validateBody(node.body, node.nodeType);
      break;
    case 'Match':
      validateLoad(node.subject);
      requireSome(node.cases, 'cases', 'Match');
      for (const { pattern, guard, body } of node.cases) {
        validatePattern(pattern, false);
        validateOptional(guard);
        validateBody(body, 'match_case');
      }
      break;
    case 'Try':
    case 'TryStar':
      validateTry(node);
  }
}

function validateFunction(node: ast.FunctionDef | ast.AsyncFunctionDef): void {
  validateBody(node.body, node.nodeType);
  validateName(node.name);
  validateTypeParams(node.type_params);
  validateArguments(node.args);
  validateExpressions(node.decorator_list, 'Load');
  validateOptional(node.returns);
}

function validateClass(node: ast.ClassDef): void {
  validateBody(node.body, 'ClassDef');
  validateName(node.name);
  validateTypeParams(node.type_params);
  validateExpressions(node.bases, 'Load');
  validateKeywords(node.keywords);
  validateExpressions(node.decorator_list, 'Load');
}

function validateAnnAssign(node: ast.AnnAssign): void {
  if (node.simple !== 0 && node.target.nodeType !== 'Name') {
    throw new InvalidTree('TypeError', 'AnnAssign with simple non-Name target');
  }
  validateExpression(node.target, 'Store');
  validateOptional(node.value);
  validateLoad(node.annotation);
}

function validateAliases(names: readonly ast.alias[], owner: string): void {
  requireSome(names, 'names', owner);
  for (const { name, asname } of names) {
    validateName(name);
    if (asname !== undefined) validateName(asname);
  }
}

function validateTry(node: ast.Try | ast.TryStar): void {
  const owner = node.nodeType;
  validateBody(node.body, owner);
  if (node.handlers.length === 0) {
    if (node.finalbody.length === 0) reject(`${owner} has neither except handlers nor finalbody`);
    if (node.orelse.length > 0) reject(`${owner} has orelse but no except handlers`);
  }
  for (const handler of node.handlers) {
    // CPython checks less of the handlers of `except*`.
    if (owner === 'Try') validatePositions(handler);
    validateOptional(handler.type);
    if (owner === 'Try' && handler.name !== undefined) validateName(handler.name);
    validateBody(handler.body, 'ExceptHandler');
  }
  validateStatements(node.finalbody);
  validateStatements(node.orelse);
}

function validateTypeParams(params: readonly ast.type_param[]): void {
  for (const param of params) {
    validatePositions(param);
    validateName(param.name);
    if (param.nodeType === 'TypeVar') validateOptional(param.bound);
    validateOptional(param.default_value);
  }
}
