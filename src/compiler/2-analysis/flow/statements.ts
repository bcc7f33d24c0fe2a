// Definite assignment through statements. Sets of bound names only shrink through `del` and handlers' ends, so one pass is
// enough: a loop's head, a handler and a `finally` start from what held before, less what the code they may follow unbinds.
import type * as ast from '../../1-syntax/ast/nodes.ts';
import { elifOf } from '../elif.ts';
import { meet, type Reach } from './bound-set.ts';
import { DefinitionFlow } from './definitions.ts';
import type { Flow } from './flow.ts';
import { addHandlerKills, killedNames } from './kills.ts';
import { bindPattern, isIrrefutable } from './patterns.ts';
import type { ScopeLookup } from './units.ts';

export class StatementFlow extends DefinitionFlow {
  constructor(flow: Flow, scopes: ScopeLookup) {
    super(flow, scopes);
  }

  override body(statements: readonly ast.stmt[]): void {
    for (const s of statements) this.statement(s);
  }

  private statement(s: ast.stmt): void {
    switch (s.nodeType) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.functionDefinition(s);
        break;
      case 'ClassDef':
        this.classDefinition(s);
        break;
      case 'TypeAlias':
        this.typeAlias(s);
        break;
      case 'If':
        this.ifStatement(s);
        break;
      case 'For':
      case 'AsyncFor':
        this.visit(s.iter);
        this.loop(s, () => this.visit(s.target));
        break;
      case 'While':
        this.loop(s, () => this.visit(s.test));
        break;
      case 'With':
      case 'AsyncWith':
        this.withStatement(s);
        break;
      case 'Try':
        this.tryStatement(s);
        break;
      case 'TryStar':
        this.tryStatement(s);
        break;
      case 'Match':
        this.matchStatement(s);
        break;
      default:
        this.simple(s);
    }
  }

  private simple(s: ast.stmt): void {
    const { flow } = this;
    switch (s.nodeType) {
      case 'Assign':
        this.visit(s.value);
        this.visitAll(s.targets);
        break;
      case 'AugAssign':
        if (s.target.nodeType === 'Name') flow.use(s.target);
        else this.visit(s.target);
        this.visit(s.value);
        if (s.target.nodeType === 'Name') flow.bind(s.target.id);
        break;
      case 'AnnAssign':
        this.annotated(s);
        break;
      case 'Expr':
        this.visit(s.value);
        break;
      case 'Delete':
        this.visitAll(s.targets);
        break;
      case 'Assert':
        // Not there under -O, so what it binds does not count.
        flow.branch(() => this.visitAll([s.test, s.msg]));
        break;
      case 'Import':
        for (const { name, asname } of s.names) flow.bind(asname ?? name.split('.', 1)[0] ?? name);
        break;
      case 'ImportFrom':
        for (const { name, asname } of s.names) flow.bind(asname ?? name);
        break;
      case 'Return':
        if (s.value) this.visit(s.value);
        flow.state = undefined;
        break;
      case 'Raise':
        this.visitAll([s.exc, s.cause]);
        flow.state = undefined;
        break;
      case 'Break':
        this.breakLoop();
        break;
      case 'Continue':
        flow.state = undefined;
        break;
    }
  }

  private annotated(s: ast.AnnAssign): void {
    if (s.value) {
      this.visit(s.value);
      this.visit(s.target);
    } else if (s.target.nodeType === 'Attribute') this.visit(s.target.value);
    else if (s.target.nodeType === 'Subscript') this.visitAll([s.target.value, s.target.slice]);
    this.deferAnnotation(s);
  }

  private ifStatement(first: ast.If): void {
    const { flow } = this;
    let after: Reach;
    for (let s: ast.If | undefined = first; s !== undefined; s = elifOf(s)) {
      const { test, body, orelse } = s;
      this.visit(test);
      after = meet(
        after,
        flow.branch(() => this.body(body)),
      );
      if (elifOf(s) === undefined) this.body(orelse);
    }
    flow.state = meet(flow.state, after);
  }

  private breakLoop(): void {
    const { flow } = this;
    const loop = flow.loops[flow.loops.length - 1];
    if (loop !== undefined) {
      for (const kills of flow.exitKills.slice(loop.exitDepth)) flow.unbindAll(kills);
      loop.breaks = meet(loop.breaks, flow.state);
    }
    flow.state = undefined;
  }

  private loop(s: ast.For | ast.AsyncFor | ast.While, start: () => void): void {
    const { flow } = this;
    flow.unbindAll(killedNames(s.body));
    const loop = { breaks: undefined as Reach, exitDepth: flow.exitKills.length };
    flow.loops.push(loop);
    if (s.nodeType === 'While') {
      start();
      flow.branch(() => this.body(s.body));
      if (isTrue(s.test)) flow.state = undefined;
    } else {
      flow.branch(() => {
        start();
        this.body(s.body);
      });
    }
    flow.loops.pop();
    this.body(s.orelse);
    flow.state = meet(flow.state, loop.breaks);
  }

  /**
   * A context manager may swallow an exception, so all within it may end anywhere: its body, later items, and the
   * unpacking of its own value. Only binding that value to a plain name cannot fail.
   */
  private withStatement(s: ast.With | ast.AsyncWith): void {
    const { flow } = this;
    let cut: Reach;
    for (const [index, { context_expr, optional_vars }] of s.items.entries()) {
      this.visit(context_expr);
      if (optional_vars?.nodeType === 'Name') this.visit(optional_vars);
      if (index === 0) cut = flow.state?.copy();
      if (optional_vars && optional_vars.nodeType !== 'Name') this.visit(optional_vars);
    }
    this.body(s.body);
    const completed = flow.state;
    flow.state = cut;
    flow.unbindAll(killedNames(s.body));
    flow.state = meet(flow.state, completed);
  }

  private tryStatement(s: ast.Try | ast.TryStar): void {
    const { flow } = this;
    if (s.finalbody.length === 0) {
      this.tryExcept(s);
      return;
    }
    const finalKills = killedNames(s.finalbody);
    const cut = flow.state?.copy();
    flow.exitKills.push(finalKills);
    this.tryExcept(s);
    flow.exitKills.pop();
    const completed = flow.state;
    // The body of `finally` is checked for the worst way of getting there.
    const kills = killedNames(s.body);
    addHandlerKills(s.handlers, kills);
    killedNames(s.orelse, kills);
    flow.state = cut;
    flow.unbindAll(kills);
    this.body(s.finalbody);
    const gained = flow.state;
    flow.state = gained && completed;
    flow.unbindAll(finalKills);
    if (gained) flow.state?.unite(gained);
  }

  private tryExcept(s: ast.Try | ast.TryStar): void {
    const { flow } = this;
    const before = flow.state?.copy();
    this.body(s.body);
    this.body(s.orelse);
    let after = flow.state;
    flow.state = before;
    const kills = killedNames(s.body);
    // Several handlers of `except*` may run one after another, or none and the group goes on.
    if (s.nodeType === 'TryStar') addHandlerKills(s.handlers, kills);
    flow.unbindAll(kills);
    for (const handler of s.handlers)
      after = meet(
        after,
        flow.branch(() => this.handler(handler)),
      );
    if (s.nodeType === 'TryStar' && s.handlers.length > 0) after = meet(after, flow.state);
    flow.state = after;
  }

  private handler(handler: ast.ExceptHandler): void {
    const { flow } = this;
    if (handler.type) this.visit(handler.type);
    if (handler.name === undefined) {
      this.body(handler.body);
      return;
    }
    flow.bind(handler.name);
    flow.exitKills.push(new Set([handler.name]));
    this.body(handler.body);
    flow.exitKills.pop();
    flow.unbind(handler.name);
  }

  private matchStatement(s: ast.Match): void {
    const { flow } = this;
    this.visit(s.subject);
    let after: Reach;
    let isExhaustive = false;
    for (const { pattern, guard, body } of s.cases) {
      const end = flow.branch(() => {
        bindPattern(this, pattern);
        if (guard) this.visit(guard);
        this.body(body);
      });
      after = meet(after, end);
      if (!guard && isIrrefutable(pattern)) isExhaustive = true;
    }
    flow.state = isExhaustive ? after : meet(flow.state, after);
  }
}

function isTrue(test: ast.expr): boolean {
  return (
    test.nodeType === 'Constant' && (test.value.type === 'bool' || test.value.type === 'int') && !!test.value.value
  );
}
