// A function that suspends, while it is being written: its states, what protects each place, and the text of suspending, jumping and
// returning. The function becomes one JavaScript method, `step($v,$e)`, of an object of its own class: variables and temporaries that outlive a
// suspension are fields, a `switch` on the state goes on where it stopped, and only what may suspend is flattened into states.
// docs/internals/resumable.md shows the emitted text.
//
// Invariants: `case N:` lines and everything flat are written to the top level of the switch, never into a captured block; `$y` is the state
// that handles exceptions at this place (0: none); `$T.handled` is the exception handled at this place, `$H` what it was when `step` was entered.
import type { Position } from '../../1-syntax/ast/position.ts';
import type { Body } from '../body.ts';
import { isAtom } from '../javascript.ts';
import type { MaySuspend } from './suspends.ts';

/** Something around the code now being written that a jump out of it, or an exception inside, has to respect. */
export interface Enclosure {
  /** State that exceptions inside go to. */
  readonly region?: number;
  /** Text of the exception that is the handled one inside; `$H`, the caller's, unless some enclosure says otherwise. */
  readonly handled?: string;
  /** Text to run when jumped out of. */
  readonly unbind?: string;
  /** Text that runs the clean-up (a finally block) and goes on at a state. */
  readonly leave?: (continuation: number) => string;
}

interface Unwinding {
  readonly state: number;
  readonly enclosures: readonly Enclosure[];
  /** How many enclosures stay. */
  readonly depth: number;
  /** The state to go to; undefined to return. */
  readonly target: number | undefined;
}

const CALLERS = '$H';

export class Machine {
  readonly maySuspend: MaySuspend;
  /** Names of the object's fields, in the order they are declared. */
  readonly fields: Set<string> = new Set();
  /** Variables of the step. */
  readonly locals: string[] = [];
  /** By state: index in the position table of the suspension it goes on from. */
  readonly positions: number[] = [0];
  /** How nested functions call the object that holds this function's variables. */
  readonly alias: string;
  readonly returnsValue: boolean;
  /** Text at the start of each step. */
  prelude = '';
  hasRegions = false;
  usesHandled = false;
  delegates = false;
  isAsyncGenerator = false;
  readonly #b: Body;
  #enclosures: Enclosure[] = [];
  #unwindings: Unwinding[] = [];
  #states = 1;

  constructor(b: Body, maySuspend: MaySuspend) {
    this.#b = b;
    this.maySuspend = maySuspend;
    this.alias = `$g${b.code}`;
    this.returnsValue = b.scope.returnsValue || (b.scope.kind !== 'function' && b.scope.comprehension !== 'generator');
  }

  /** A state not yet placed. */
  state(): number {
    return this.#states++;
  }

  /** What follows is reached by going to `state`. */
  place(state: number): void {
    this.#b.emit(`case ${state}:`);
  }

  goto(state: number): string {
    return `$s=${state};continue $m;`;
  }

  /** A field for something of the compiler's own. */
  field(stem: string): string {
    const name = this.#b.unique(stem);
    this.fields.add(name);
    return `this.${name}`;
  }

  /** The same, or a variable of the step where no suspension can stand between its uses. */
  slot(stem: string, outlivesStep: boolean): string {
    if (outlivesStep) return this.field(stem);
    const name = this.#b.unique(`$${stem}`);
    this.locals.push(name);
    return name;
  }

  /** How many enclosures are around this place. */
  get depth(): number {
    return this.#enclosures.length;
  }

  get region(): number {
    return regionOf(this.#enclosures);
  }

  get handled(): string {
    return handledOf(this.#enclosures);
  }

  /** Writes what stands inside an enclosure, with the assignments that enter and leave it. */
  inside(enclosure: Enclosure, write: () => void): void {
    const region = this.region;
    const handled = this.handled;
    this.#enclosures.push(enclosure);
    if (enclosure.region !== undefined) this.hasRegions = this.#b.hasHandlers = true;
    if (enclosure.handled !== undefined) this.usesHandled = true;
    this.#b.emit(this.changed(region, handled));
    write();
    const inner = { region: this.region, handled: this.handled };
    this.#enclosures.pop();
    this.#b.emit(this.changed(inner.region, inner.handled));
  }

  /** The same where the code around makes the assignments. */
  insideQuietly(enclosure: Enclosure, write: () => void): void {
    this.#enclosures.push(enclosure);
    if (enclosure.handled !== undefined) this.usesHandled = true;
    write();
    this.#enclosures.pop();
  }

  /** Text that makes `$y` and `$T.handled` right for this place where they were right for another. */
  changed(region: number, handled: string): string {
    const y = region === this.region ? '' : `$y=${this.region};`;
    return handled === this.handled ? y : `${y}$T.handled=${this.handled};`;
  }

  /** Begins a handler: exceptions inside it go further out. */
  placeHandler(state: number): void {
    this.place(state);
    this.#b.emit(`$y=${this.region};`);
  }

  /** Suspends with a value; the text that is returned is what comes in. */
  suspend(value: string, at: Position): string {
    const b = this.#b;
    let text = value;
    if (!isAtom(text)) {
      text = b.temp();
      b.emit(`${text}=${value};`);
    }
    const next = this.state();
    b.emit(`${this.isAsyncGenerator ? 'this.yielded=true;' : ''}${this.leaving(next, text, at)}`);
    this.place(next);
    const error = this.handled === CALLERS ? '$e' : `${b.rt('thrown')}($e)`;
    b.emit(`${this.entering()}if($e!==undefined){${b.at(at)};${b.rt('throw')}(${error});}`);
    return '$v';
  }

  /** Passes suspensions of an inner iterator on until it ends; the text that is returned is its value. */
  delegate(inner: string, at: Position, end: 'delegated' | 'delegatedNext' = 'delegated'): string {
    const b = this.#b;
    this.delegates = true;
    const next = this.state();
    const value = b.temp();
    b.emit(`this.delegate=${inner};$v=${b.rt('None')};`);
    this.place(next);
    b.emit(
      `${this.entering()}${b.at(at)};if((${value}=$e===undefined&&this.delegate.own===true?` +
        `this.delegate.delegate===undefined?this.delegate.step($v):${b.rt('stepDeep')}(this,$v):${b.rt('delegate')}(this,$v,$e${this.handled === CALLERS ? '' : ',true'}))!==undefined){${this.leaving(next, value, at)}}`,
    );
    b.emit(`$e=undefined;$v=${b.rt(end)}(this);`);
    return '$v';
  }

  /** Statement text that leaves this place for `target` (undefined: returns), running what protects the places between. */
  jump(target: number | undefined, depth: number): string {
    const crossed = this.#enclosures.slice(depth);
    if (crossed.every((e) => e.handled === undefined && e.unbind === undefined && e.leave === undefined)) {
      if (target === undefined) return 'break $m;';
      const outer = regionOf(this.#enclosures.slice(0, depth));
      return `${outer === this.region ? '' : `$y=${outer};`}${this.goto(target)}`;
    }
    return this.goto(this.#unwind([...this.#enclosures], target, depth));
  }

  /** Statement text of `return value`. */
  returns(value: string): string {
    return `${this.returnsValue ? `this.returned=${value};` : ''}${this.jump(undefined, 0)}`;
  }

  /** Writes the clean-ups of jumps; at the end of the function. */
  finish(): void {
    const saved = this.#enclosures;
    for (let next = this.#unwindings.shift(); next !== undefined; next = this.#unwindings.shift()) {
      this.#writeUnwinding(next);
    }
    this.#enclosures = saved;
  }

  #unwind(enclosures: readonly Enclosure[], target: number | undefined, depth: number): number {
    const state = this.state();
    this.#unwindings.push({ state, enclosures, target, depth });
    return state;
  }

  #writeUnwinding({ state, enclosures, target, depth }: Unwinding): void {
    const b = this.#b;
    this.place(state);
    for (let i = enclosures.length - 1; i >= depth; i--) {
      const { unbind, leave } = enclosures[i]!;
      if (unbind !== undefined) b.emit(unbind);
      if (leave === undefined) continue;
      this.#enclosures = enclosures.slice(0, i);
      const direct = i === depth && target !== undefined;
      b.emit(this.settled() + leave(direct ? target : this.#unwind(this.#enclosures, target, depth)));
      return;
    }
    this.#enclosures = enclosures.slice(0, depth);
    b.emit(target === undefined ? 'break $m;' : this.settled() + this.goto(target));
  }

  /** Text that sets `$y` and `$T.handled` for this place. */
  settled(): string {
    return `${this.hasRegions ? `$y=${this.region};` : ''}${this.usesHandled ? `$T.handled=${this.handled};` : ''}`;
  }

  /** Text that suspends: `next` is where to go on. */
  leaving(next: number, value: string, at: Position): string {
    this.positions[next] = this.#b.unit.position(at);
    const handled = this.handled === CALLERS ? '' : `$T.handled=${CALLERS};`;
    return `this.state=${next};$T.depth=$d;${handled}return ${value};`;
  }

  /** Text at the start of a state that a suspension goes on with. */
  entering(): string {
    const y = this.region === 0 ? '' : `$y=${this.region};`;
    return this.handled === CALLERS ? y : `${y}$T.handled=${this.handled};`;
  }
}

function regionOf(enclosures: readonly Enclosure[]): number {
  for (let i = enclosures.length - 1; i >= 0; i--) {
    const { region } = enclosures[i]!;
    if (region !== undefined) return region;
  }
  return 0;
}

function handledOf(enclosures: readonly Enclosure[]): string {
  for (let i = enclosures.length - 1; i >= 0; i--) {
    const { handled } = enclosures[i]!;
    if (handled !== undefined) return handled;
  }
  return CALLERS;
}
