// What CPython does to the tree between parsing and code generation, and shows through `ast.parse(..., optimize=n)`:
// `__debug__` becomes a constant, `'...' % (...)` an f-string where that is the same, signed and complex numbers in
// patterns constants, and -OO takes docstrings away. Arithmetic on constants is not folded in the tree (see fold.ts).
// CPython: Python/ast_preprocess.c.
import * as ast from '../1-syntax/ast/nodes.ts';
import { replaceChildren } from '../1-syntax/ast/walk.ts';
import { foldConstant } from './fold.ts';
import { formatToJoinedStr } from './percent-format.ts';

export interface OptimizeOptions {
  /** `-O` level: 0, 1 or 2. */
  readonly optimize: number;
  /** `from __future__ import annotations`: annotations stay as they are, they will be text. */
  readonly futureAnnotations: boolean;
}

/** Rewrites the tree in place. */
export function optimize(tree: ast.mod, options: OptimizeOptions): void {
  if (tree.nodeType === 'FunctionType') return;
  const optimizer = new Optimizer(options);
  if (tree.nodeType === 'Module') optimizer.body(tree.body);
  else replaceChildren(tree, optimizer.visit);
}

class Optimizer {
  readonly #options: OptimizeOptions;

  constructor(options: OptimizeOptions) {
    this.#options = options;
  }

  /** The node that stands for `node`, with everything below it rewritten. */
  readonly visit = (node: ast.AST): ast.AST => {
    switch (node.nodeType) {
      case 'Name':
        return node.id === '__debug__' && node.ctx === 'Load' ? this.#debugConstant(node) : node;
      case 'BinOp':
        return this.#binOp(node);
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.#function(node);
      case 'ClassDef':
        return this.#class(node);
      case 'arg':
        if (this.#options.futureAnnotations) return node;
        break;
      case 'AnnAssign':
        if (this.#options.futureAnnotations) return this.#keepAnnotation(node);
        break;
      case 'MatchValue':
        node.value = foldPatternNumber(node.value);
        return node;
      case 'MatchMapping':
        node.keys = node.keys.map(foldPatternNumber);
        for (const pattern of node.patterns) this.visit(pattern);
        return node;
    }
    replaceChildren(node, this.visit);
    return node;
  };

  /** The body of a module, class or function, where a docstring may be. */
  body(body: ast.stmt[]): void {
    let hasDocstring = isDocstring(body[0]);
    if (hasDocstring && this.#options.optimize >= 2) {
      removeDocstring(body);
      hasDocstring = false;
    }
    for (const statement of body) this.visit(statement);
    const first = body[0];
    // What has only now become the first statement must not be taken for a docstring.
    if (!hasDocstring && isDocstring(first)) (first as ast.Expr).value = ast.JoinedStr([first.value], first);
  }

  #visitAll(nodes: readonly ast.AST[]): void {
    for (const node of nodes) this.visit(node);
  }

  #replaceAll(nodes: ast.expr[]): void {
    for (let i = 0; i < nodes.length; i++) nodes[i] = this.visit(nodes[i]!) as ast.expr;
  }

  #debugConstant(node: ast.Name): ast.expr {
    return ast.Constant({ type: 'bool', value: this.#options.optimize === 0 }, undefined, node);
  }

  /** Long chains of operators lean to the left: walk down them rather than recurse. */
  #binOp(node: ast.BinOp): ast.expr {
    const chain: ast.BinOp[] = [];
    let left: ast.expr = node;
    for (; left.nodeType === 'BinOp'; left = left.left) chain.push(left);
    let result = this.visit(left) as ast.expr;
    for (let i = chain.length - 1; i >= 0; i--) {
      const operation = chain[i]!;
      operation.left = result;
      operation.right = this.visit(operation.right) as ast.expr;
      result = operation.op === 'Mod' ? (formatToJoinedStr(operation) ?? operation) : operation;
    }
    return result;
  }

  #function(node: ast.FunctionDef | ast.AsyncFunctionDef): ast.stmt {
    this.#visitAll(node.type_params);
    this.visit(node.args);
    this.body(node.body);
    this.#replaceAll(node.decorator_list);
    if (node.returns !== undefined && !this.#options.futureAnnotations) {
      node.returns = this.visit(node.returns) as ast.expr;
    }
    return node;
  }

  #class(node: ast.ClassDef): ast.stmt {
    this.#visitAll(node.type_params);
    this.#replaceAll(node.bases);
    this.#visitAll(node.keywords);
    this.body(node.body);
    this.#replaceAll(node.decorator_list);
    return node;
  }

  #keepAnnotation(node: ast.AnnAssign): ast.stmt {
    node.target = this.visit(node.target) as ast.AnnAssign['target'];
    if (node.value !== undefined) node.value = this.visit(node.value) as ast.expr;
    return node;
  }
}

type Docstring = ast.Expr & { value: ast.Constant };

function isDocstring(statement: ast.stmt | undefined): statement is Docstring {
  if (statement?.nodeType !== 'Expr') return false;
  const { value } = statement;
  return value.nodeType === 'Constant' && value.value.type === 'str';
}

/** A body must not be empty: a docstring alone makes way for `pass`. */
function removeDocstring(body: ast.stmt[]): void {
  const docstring = body.shift() as Docstring;
  if (body.length > 0) return;
  const { lineno, col_offset } = docstring;
  body.push(ast.Pass({ lineno, col_offset, end_lineno: lineno, end_col_offset: col_offset + 4 }));
}

/** `-1` and `1 - 2j` in a pattern are values, not operations. */
function foldPatternNumber(node: ast.expr): ast.expr {
  if (node.nodeType !== 'UnaryOp' && node.nodeType !== 'BinOp') return node;
  const value = foldConstant(node);
  return value === undefined ? node : ast.Constant(value, undefined, node);
}
