// The pattern as a tree, read from the code list that re/_compiler.py makes. Reading it checks it: a list no compiler makes is refused
// as CPython's validator does. Matcher and RegExp translator both start from this tree. CPython: Modules/_sre/sre.c (_validate).

import {
  ALL_CHARACTERS,
  type CharSet,
  type CharSetFactory,
  type Folding,
  isCharset,
  NO_CHARACTERS,
  NOT_NEWLINE,
} from './charset.ts';
import { At, Category, InfoFlag, MAXREPEAT, Op } from './constants.ts';

export type RepeatKind = 'greedy' | 'lazy' | 'possessive';

export type Node =
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'mark'; readonly mark: number }
  | { readonly kind: 'branch'; readonly choices: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly mode: RepeatKind;
      readonly min: number;
      readonly max: number;
      readonly body: Node;
    }
  | { readonly kind: 'assert'; readonly negative: boolean; readonly back: number; readonly body: Node }
  | { readonly kind: 'atomic'; readonly body: Node }
  | { readonly kind: 'reference'; readonly group: number; readonly folding: Folding }
  | { readonly kind: 'conditional'; readonly group: number; readonly yes: Node; readonly no: Node | undefined };

/** What an INFO block says about the whole pattern. */
export interface PatternInfo {
  readonly minimum: number;
  /** Characters every match starts with. */
  readonly prefix: readonly number[];
  /** The prefix is the whole pattern and it has no group. */
  readonly literal: boolean;
  /** Set of possible first characters. */
  readonly first: CharSet | undefined;
}

export interface PatternTree {
  readonly info: PatternInfo;
  readonly root: Node;
}

/** Thrown for a code list that is not well-formed; the module turns it into RuntimeError('invalid SRE code'). */
export class InvalidCode {
  readonly message = 'invalid SRE code';
}

/** Where the reader gets the sets of characters from. */
export type SetSource = Pick<CharSetFactory, 'literal' | 'charset' | 'category'>;

/** Stands for the sets while a code list is only checked: building them can wait for the first match. */
const NO_SETS: SetSource = {
  literal: () => ALL_CHARACTERS,
  category: (code) => (code <= Category.UNI_NOT_LINEBREAK ? ALL_CHARACTERS : undefined),
  charset: (program, start) => (isCharset(program, start) ? ALL_CHARACTERS : undefined),
};

/** Throws InvalidCode for a code list the engine cannot run. */
export function checkPattern(code: readonly number[], groups: number): void {
  readPattern(code, groups, NO_SETS);
}

const NO_INFO: PatternInfo = { minimum: 0, prefix: [], literal: false, first: undefined };

/** Reads a whole code list. */
export function readPattern(code: readonly number[], groups: number, sets: SetSource): PatternTree {
  return new TreeReader(code, groups, sets).pattern();
}

class TreeReader {
  private readonly code: readonly number[];
  private readonly groups: number;
  private readonly sets: SetSource;
  private position = 0;

  constructor(code: readonly number[], groups: number, sets: SetSource) {
    this.code = code;
    this.groups = groups;
    this.sets = sets;
  }

  pattern(): PatternTree {
    const { code } = this;
    const info = code[0] === Op.INFO ? this.info() : NO_INFO;
    const root = this.sequence(code.length - 1);
    if (code[code.length - 1] !== Op.SUCCESS) throw new InvalidCode();
    return { info, root };
  }

  /** Operators up to index `end`, which must be where an operator starts. */
  private sequence(end: number): Node {
    const items: Node[] = [];
    while (this.position < end) items.push(this.item(end));
    if (this.position !== end) throw new InvalidCode();
    return items.length === 1 ? items[0] : { kind: 'sequence', items };
  }

  private item(end: number): Node {
    const { code } = this;
    const op = code[this.position++];
    switch (op) {
      case Op.FAILURE:
        return { kind: 'set', set: NO_CHARACTERS };
      case Op.MARK: {
        const mark = code[this.position++];
        if (!(mark < 2 * this.groups)) throw new InvalidCode();
        return { kind: 'mark', mark };
      }
      case Op.AT: {
        const at = code[this.position++];
        if (!(at <= At.UNI_NON_BOUNDARY)) throw new InvalidCode();
        return { kind: 'at', at };
      }
      case Op.BRANCH:
        return this.branch();
      case Op.REPEAT_ONE:
      case Op.MIN_REPEAT_ONE:
      case Op.POSSESSIVE_REPEAT_ONE:
      case Op.POSSESSIVE_REPEAT:
      case Op.REPEAT:
        return this.repeat(op);
      case Op.ASSERT:
      case Op.ASSERT_NOT: {
        const target = this.skip();
        const back = code[this.position++];
        return { kind: 'assert', negative: op === Op.ASSERT_NOT, back, body: this.enclosed(target) };
      }
      case Op.ATOMIC_GROUP:
        return { kind: 'atomic', body: this.enclosed(this.skip()) };
      case Op.GROUPREF:
        return this.reference('exact');
      case Op.GROUPREF_IGNORE:
        return this.reference('ascii');
      case Op.GROUPREF_LOC_IGNORE:
        return this.reference('locale');
      case Op.GROUPREF_UNI_IGNORE:
        return this.reference('unicode');
      case Op.GROUPREF_EXISTS:
        return this.conditional(end);
      default:
        return { kind: 'set', set: this.characterSet(op) };
    }
  }

  private characterSet(op: number): CharSet {
    switch (op) {
      case Op.ANY:
        return NOT_NEWLINE;
      case Op.ANY_ALL:
        return ALL_CHARACTERS;
      case Op.LITERAL:
        return this.literal('exact');
      case Op.NOT_LITERAL:
        return this.literal('exact').negate();
      case Op.LITERAL_IGNORE:
        return this.literal('ascii');
      case Op.NOT_LITERAL_IGNORE:
        return this.literal('ascii').negate();
      case Op.LITERAL_UNI_IGNORE:
        return this.literal('unicode');
      case Op.NOT_LITERAL_UNI_IGNORE:
        return this.literal('unicode').negate();
      case Op.LITERAL_LOC_IGNORE:
        return this.literal('locale');
      case Op.NOT_LITERAL_LOC_IGNORE:
        return this.literal('locale').negate();
      case Op.CATEGORY: {
        const code = this.code[this.position++];
        const set = code <= Category.UNI_NOT_LINEBREAK ? this.sets.category(code) : undefined;
        if (set === undefined) throw new InvalidCode();
        return set;
      }
      case Op.IN:
        return this.charset('exact');
      case Op.IN_IGNORE:
        return this.charset('ascii');
      case Op.IN_UNI_IGNORE:
        return this.charset('unicode');
      case Op.IN_LOC_IGNORE:
        return this.charset('locale');
      default:
        throw new InvalidCode();
    }
  }

  private literal(folding: Folding): CharSet {
    return this.sets.literal(this.code[this.position++], folding);
  }

  private charset(folding: Folding): CharSet {
    const target = this.skip();
    const set = this.sets.charset(this.code, this.position, folding);
    if (set === undefined || this.code[target - 1] !== Op.FAILURE) throw new InvalidCode();
    this.position = target;
    return set;
  }

  /** Reads a skip word; answers the index it leads to. */
  private skip(): number {
    const target = this.position + this.code[this.position];
    if (!(target > this.position && target <= this.code.length - 1)) throw new InvalidCode();
    this.position++;
    return target;
  }

  /** A part that ends with SUCCESS just before `target`. */
  private enclosed(target: number): Node {
    const body = this.sequence(target - 1);
    if (this.code[this.position++] !== Op.SUCCESS) throw new InvalidCode();
    return body;
  }

  private branch(): Node {
    const { code } = this;
    const choices: Node[] = [];
    while (code[this.position] !== 0) {
      const target = this.skip();
      choices.push(this.sequence(target - 2));
      if (code[this.position] !== Op.JUMP) throw new InvalidCode();
      this.position = target;
    }
    this.position++;
    return choices.length > 0 ? { kind: 'branch', choices } : { kind: 'set', set: NO_CHARACTERS };
  }

  private repeat(op: number): Node {
    const { code } = this;
    const target = this.skip();
    const min = code[this.position++];
    const limit = code[this.position++];
    const max = limit === MAXREPEAT ? Number.POSITIVE_INFINITY : limit;
    if (!(min <= limit)) throw new InvalidCode();
    if (op !== Op.REPEAT) {
      const mode = op === Op.REPEAT_ONE ? 'greedy' : op === Op.MIN_REPEAT_ONE ? 'lazy' : 'possessive';
      if (op !== Op.POSSESSIVE_REPEAT) return { kind: 'repeat', mode, min, max, body: this.enclosed(target) };
      const body = this.sequence(target);
      if (code[this.position++] !== Op.SUCCESS) throw new InvalidCode();
      return { kind: 'repeat', mode, min, max, body };
    }
    const body = this.sequence(target);
    const until = code[this.position++];
    if (until !== Op.MAX_UNTIL && until !== Op.MIN_UNTIL) throw new InvalidCode();
    return { kind: 'repeat', mode: until === Op.MAX_UNTIL ? 'greedy' : 'lazy', min, max, body };
  }

  private reference(folding: Folding): Node {
    return { kind: 'reference', group: this.group(), folding };
  }

  private group(): number {
    const group = this.code[this.position++];
    if (!(group < this.groups)) throw new InvalidCode();
    return group;
  }

  /** GROUPREF_EXISTS group skip yes [JUMP skip no]. The JUMP, met where an operator stands, says there is a second part. */
  private conditional(end: number): Node {
    const { code } = this;
    const start = this.position;
    const group = this.group();
    const target = start + code[this.position++];
    if (!(target >= this.position && target <= end)) throw new InvalidCode();
    const items: Node[] = [];
    while (this.position < target) {
      if (code[this.position] === Op.JUMP && this.position === target - 2) {
        const after = target - 1 + code[target - 1];
        if (!(after >= target && after <= end)) throw new InvalidCode();
        this.position = target;
        return { kind: 'conditional', group, yes: { kind: 'sequence', items }, no: this.sequence(after) };
      }
      items.push(this.item(target));
    }
    if (this.position !== target) throw new InvalidCode();
    return { kind: 'conditional', group, yes: { kind: 'sequence', items }, no: undefined };
  }

  private info(): PatternInfo {
    const { code } = this;
    this.position = 1;
    const target = this.skip();
    const flags = code[2];
    const minimum = code[3];
    let prefix: readonly number[] = [];
    let first: CharSet | undefined;
    if (flags & InfoFlag.PREFIX) {
      prefix = code.slice(7, 7 + code[5]);
      if (7 + 2 * code[5] !== target) throw new InvalidCode();
    } else if (flags & InfoFlag.CHARSET) {
      first = this.sets.charset(code, 5, 'exact');
      if (first === undefined) throw new InvalidCode();
    }
    this.position = target;
    return { minimum, prefix, literal: (flags & InfoFlag.LITERAL) !== 0, first };
  }
}
