// The part of AST validation that deals with patterns. CPython: Python/ast.c validate_pattern.
import type * as ast from './nodes.ts';
import { reject, validateLoad, validateName, validatePositions } from './validate-expressions.ts';

export function validatePattern(pattern: ast.pattern, starAllowed: boolean): void {
  validatePositions(pattern);
  switch (pattern.nodeType) {
    case 'MatchValue':
      validateValue(pattern.value);
      break;
    case 'MatchSingleton':
      if (pattern.value.type !== 'None' && pattern.value.type !== 'bool') {
        reject('MatchSingleton can only contain True, False and None');
      }
      break;
    case 'MatchSequence':
      validatePatterns(pattern.patterns, true);
      break;
    case 'MatchMapping':
      validateMapping(pattern);
      break;
    case 'MatchClass':
      validateClass(pattern);
      break;
    case 'MatchStar':
      if (!starAllowed) reject("can't use MatchStar here");
      validateCapture(pattern.name);
      break;
    case 'MatchAs':
      validateCapture(pattern.name);
      if (pattern.pattern === undefined) break;
      if (pattern.name === undefined) reject('MatchAs must specify a target name if a pattern is given');
      validatePattern(pattern.pattern, false);
      break;
    case 'MatchOr':
      if (pattern.patterns.length < 2) reject('MatchOr requires at least 2 patterns');
      validatePatterns(pattern.patterns, false);
  }
}

function validatePatterns(patterns: readonly ast.pattern[], starAllowed: boolean): void {
  for (const pattern of patterns) validatePattern(pattern, starAllowed);
}

function validateCapture(name: string | undefined): void {
  if (name === undefined) return;
  if (name === '_') reject("can't capture name '_' in patterns");
  validateName(name);
}

function validateMapping(pattern: ast.MatchMapping): void {
  if (pattern.keys.length !== pattern.patterns.length) {
    reject("MatchMapping doesn't have the same number of keys as patterns");
  }
  validateCapture(pattern.rest);
  for (const key of pattern.keys) {
    const isSingleton = key.nodeType === 'Constant' && (key.value.type === 'None' || key.value.type === 'bool');
    if (!isSingleton) validateValue(key);
  }
  validatePatterns(pattern.patterns, false);
}

function validateClass(pattern: ast.MatchClass): void {
  if (pattern.kwd_attrs.length !== pattern.kwd_patterns.length) {
    reject("MatchClass doesn't have the same number of keyword attributes as patterns");
  }
  validateLoad(pattern.cls);
  let { cls } = pattern;
  while (cls.nodeType === 'Attribute') cls = cls.value;
  if (cls.nodeType !== 'Name') reject('MatchClass cls field can only contain Name or Attribute nodes.');
  for (const name of pattern.kwd_attrs) validateName(name);
  validatePatterns(pattern.patterns, false);
  validatePatterns(pattern.kwd_patterns, false);
}

/** A value pattern or mapping key: a literal, a signed or complex number, or a dotted name. */
function validateValue(node: ast.expr): void {
  validateLoad(node);
  switch (node.nodeType) {
    case 'Constant':
      if (!LITERAL_TYPES.has(node.value.type)) reject('unexpected constant inside of a literal pattern');
      return;
    case 'Attribute':
    case 'JoinedStr':
    case 'TemplateStr':
      return;
    case 'UnaryOp':
      if (isNegative(node, REAL_OR_IMAGINARY)) return;
      break;
    case 'BinOp':
      if (isComplexLiteral(node)) return;
  }
  reject('patterns may only match literals and attribute lookups');
}

const LITERAL_TYPES: ReadonlySet<string> = new Set(['int', 'float', 'bytes', 'complex', 'str']);
const REAL: ReadonlySet<string> = new Set(['int', 'float']);
const IMAGINARY: ReadonlySet<string> = new Set(['complex']);
const REAL_OR_IMAGINARY: ReadonlySet<string> = new Set(['int', 'float', 'complex']);

function isNumber(node: ast.expr, types: ReadonlySet<string>): boolean {
  return node.nodeType === 'Constant' && types.has(node.value.type);
}

function isNegative(node: ast.expr, types: ReadonlySet<string>): boolean {
  return node.nodeType === 'UnaryOp' && node.op === 'USub' && isNumber(node.operand, types);
}

function isComplexLiteral(node: ast.BinOp): boolean {
  if (node.op !== 'Add' && node.op !== 'Sub') return false;
  return (isNumber(node.left, REAL) || isNegative(node.left, REAL)) && isNumber(node.right, IMAGINARY);
}
