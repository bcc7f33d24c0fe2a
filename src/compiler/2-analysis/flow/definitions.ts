// Definite assignment at definitions: what is evaluated here, what becomes a unit of its own.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { ExpressionFlow } from './expressions.ts';
import type { Flow } from './flow.ts';

type FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef;

export abstract class DefinitionFlow extends ExpressionFlow {
  abstract body(statements: readonly ast.stmt[]): void;

  functionDefinition(s: FunctionNode): void {
    this.visitAll(s.decorator_list);
    this.visitAll(s.args.defaults);
    this.visitAll(s.args.kw_defaults);
    const ownName = s.decorator_list.length === 0 ? s.name : undefined;
    this.generic(s, ownName, (visitor) => {
      const annotations = this.scopes.annotations(s);
      if (annotations) visitor.flow.nest(annotations, (flow) => visitor.on(flow).signature(s));
      visitor.flow.nest(this.scopes.own(s), (flow) => visitor.on(flow).body(s.body), ownName);
    });
    this.flow.bind(s.name);
  }

  classDefinition(s: ast.ClassDef): void {
    this.visitAll(s.decorator_list);
    this.generic(s, undefined, (visitor) => {
      const scope = this.scopes.own(s);
      visitor.flow.nest(scope, (flow) => visitor.on(flow).body(s.body));
      visitor.visitAll(s.bases);
      for (const keyword of s.keywords) visitor.visit(keyword.value);
    });
    this.flow.bind(s.name);
  }

  typeAlias(s: ast.TypeAlias): void {
    this.generic(s, undefined, (visitor) => {
      visitor.flow.nest(this.scopes.own(s), (flow) => visitor.on(flow).visit(s.value));
    });
    this.visit(s.name);
  }

  /** Variable annotations of a class or module run in a unit of their own. */
  protected deferAnnotation(s: ast.AnnAssign): void {
    const { unit } = this.flow;
    if (!s.simple || unit.isFunctionLike || unit.annotationScope === undefined) return;
    this.flow.nest(unit.annotationScope, (flow) => this.on(flow).visit(s.annotation));
  }

  /** The hidden unit around a generic definition, if there is one. */
  private generic(
    s: FunctionNode | ast.ClassDef | ast.TypeAlias,
    ownName: string | undefined,
    visit: (visitor: DefinitionFlow) => void,
  ): void {
    const scope = this.scopes.typeParams(s);
    if (scope === undefined) {
      visit(this);
      return;
    }
    const inside = (flow: Flow) => {
      const visitor = this.on(flow);
      for (const param of s.type_params) visitor.typeParam(param);
      visit(visitor);
    };
    this.flow.nest(scope, inside, ownName);
  }

  private typeParam(param: ast.type_param): void {
    const { flow, scopes } = this;
    if (param.nodeType === 'TypeVar' && param.bound) {
      const { bound } = param;
      flow.nest(scopes.own(param), (inner) => this.on(inner).visit(bound));
    }
    const value = param.default_value;
    if (value) flow.nest(scopes.typeDefault(param), (inner) => this.on(inner).visit(value));
    flow.bind(param.name);
  }

  private signature(s: FunctionNode): void {
    const { posonlyargs, args, vararg, kwonlyargs, kwarg } = s.args;
    for (const arg of [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg]) this.visitAll([arg?.annotation]);
    this.visitAll([s.returns]);
  }

  /** The same walk in another unit. */
  private on(flow: Flow): DefinitionFlow {
    return new (this.constructor as new (flow: Flow, scopes: typeof this.scopes) => DefinitionFlow)(flow, this.scopes);
  }
}
