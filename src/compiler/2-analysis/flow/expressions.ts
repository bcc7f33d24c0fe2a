// Definite assignment through expressions: assignment expressions bind, short circuits and comprehensions only may.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { forEachChild } from '../../1-syntax/ast/walk.ts';
import type { Comprehension } from '../collect/comprehensions.ts';
import type { Scope } from '../scope.ts';
import { meet, type Reach } from './bound-set.ts';
import type { Flow } from './flow.ts';
import type { ScopeLookup } from './units.ts';

export class ExpressionFlow {
  readonly flow: Flow;
  readonly scopes: ScopeLookup;

  constructor(flow: Flow, scopes: ScopeLookup) {
    this.flow = flow;
    this.scopes = scopes;
  }

  visitAll(list: readonly (ast.expr | undefined)[]): void {
    for (const e of list) if (e !== undefined) this.visit(e);
  }

  visit(e: ast.expr): void {
    switch (e.nodeType) {
      case 'Name':
        this.visitName(e);
        break;
      case 'Constant':
        break;
      case 'Attribute':
      case 'Starred':
        this.visit(e.value);
        break;
      case 'Call':
        this.visit(e.func);
        this.visitAll(e.args);
        for (const keyword of e.keywords) this.visit(keyword.value);
        break;
      case 'Subscript':
        this.visit(e.value);
        this.visit(e.slice);
        break;
      case 'UnaryOp':
        this.visit(e.operand);
        break;
      case 'BinOp':
        this.visitBinOp(e);
        break;
      case 'NamedExpr':
        this.visit(e.value);
        this.visit(e.target);
        break;
      case 'BoolOp':
        this.visitChain(e.values);
        break;
      case 'Compare':
        this.visit(e.left);
        this.visitChain(e.comparators);
        break;
      case 'IfExp':
        this.visitConditional(e);
        break;
      case 'Lambda':
        this.visitAll(e.args.defaults);
        this.visitAll(e.args.kw_defaults);
        this.flow.nest(this.scopes.own(e), (inner) => new ExpressionFlow(inner, this.scopes).visit(e.body));
        break;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.visitComprehension(e);
        break;
      default:
        // What is left has only expressions for children.
        forEachChild(e, (child) => this.visit(child as ast.expr));
    }
  }

  private visitName(e: ast.Name): void {
    if (e.ctx === 'Store') {
      this.flow.bind(e.id);
      return;
    }
    this.flow.use(e);
    if (e.ctx === 'Del') this.flow.unbind(e.id);
  }

  private visitBinOp(e: ast.BinOp): void {
    const rights: ast.expr[] = [];
    let left: ast.expr = e;
    while (left.nodeType === 'BinOp') {
      rights.push(left.right);
      left = left.left;
    }
    this.visit(left);
    for (let i = rights.length - 1; i >= 0; i--) this.visit(rights[i]!);
  }

  /** The first is always evaluated, each of the rest only if those before it were. */
  private visitChain([first, ...rest]: readonly ast.expr[]): void {
    if (first !== undefined) this.visit(first);
    if (rest.length > 0) this.flow.branch(() => this.visitAll(rest));
  }

  private visitConditional(e: ast.IfExp): void {
    const { flow } = this;
    this.visit(e.test);
    const otherwise: Reach = flow.branch(() => this.visit(e.orelse));
    this.visit(e.body);
    flow.state = meet(flow.state, otherwise);
  }

  private visitComprehension(e: Comprehension): void {
    const scope = this.scopes.own(e);
    const outermost = e.generators[0];
    if (outermost === undefined) return;
    if (!scope.inlined) {
      // CPython evaluates the iterable after making the function; what it binds is bound before the body runs.
      this.visit(outermost.iter);
      this.flow.nest(scope, (inner) => new ExpressionFlow(inner, this.scopes).visitGenerators(e));
      return;
    }
    this.visit(outermost.iter);
    this.flow.branch(() => this.inside(scope, () => this.visitGenerators(e)));
  }

  private inside(scope: Scope, visit: () => void): void {
    this.flow.inlined.push(scope);
    visit();
    this.flow.inlined.pop();
  }

  private visitGenerators(e: Comprehension): void {
    for (const [index, generator] of e.generators.entries()) {
      if (index > 0) this.visit(generator.iter);
      this.visit(generator.target);
      this.visitAll(generator.ifs);
    }
    this.visitAll(e.nodeType === 'DictComp' ? [e.key, e.value] : [e.elt]);
  }
}
