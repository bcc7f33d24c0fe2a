// Layouts of the objects re hands out. CPython: Modules/_sre/sre.h (PatternObject, MatchObject, TemplateObject, ScannerObject)

import { PyObject } from '../../runtime/core/object.ts';
import { staticType } from '../../runtime/core/primitives.ts';
import type { PyType } from '../../runtime/core/type.ts';
import type { Value } from '../../runtime/core/value.ts';
import type { PyDict } from '../../runtime/objects/dict/dict.ts';
import type { Regex } from './engine.ts';
import type { RawMatch } from './raw-match.ts';

/** What a pattern may be matched against: it was compiled from a str, from bytes, or by hand from no text at all. */
export type PatternKind = 'str' | 'bytes' | 'any';

export class PyPattern extends PyObject {
  readonly regex: Regex;
  readonly code: readonly number[];
  readonly pattern: Value;
  readonly kind: PatternKind;
  readonly flags: number;
  readonly groups: number;
  readonly groupindex: PyDict;
  /** Names by group number, None for groups without. */
  readonly indexgroup: readonly Value[];
  constructor(
    regex: Regex,
    code: readonly number[],
    pattern: Value,
    kind: PatternKind,
    flags: number,
    groupindex: PyDict,
    indexgroup: readonly Value[],
  ) {
    super();
    this.regex = regex;
    this.code = code;
    this.pattern = pattern;
    this.kind = kind;
    this.flags = flags;
    this.groups = regex.groups;
    this.groupindex = groupindex;
    this.indexgroup = indexgroup;
  }
}

export class PyMatch extends PyObject {
  readonly raw: RawMatch;
  readonly pattern: PyPattern;
  readonly string: Value;
  readonly pos: number;
  readonly endpos: number;
  constructor(raw: RawMatch, pattern: PyPattern, string: Value, pos: number, endpos: number) {
    super();
    this.raw = raw;
    this.pattern = pattern;
    this.string = string;
    this.pos = pos;
    this.endpos = endpos;
  }
}

/** Goes through a string match by match. */
export class PyScanner extends PyObject {
  readonly pattern: PyPattern;
  readonly string: Value;
  readonly pos: number;
  readonly endpos: number;
  /** Where the next match is looked for, or -1 after a failure. */
  next: number;
  /** The last match was empty: the next one must not be an empty one at the same place. */
  advance: boolean;
  constructor(pattern: PyPattern, string: Value, pos: number, endpos: number) {
    super();
    this.pattern = pattern;
    this.string = string;
    this.pos = pos;
    this.endpos = endpos;
    this.next = pos;
    this.advance = false;
  }
}

/** A replacement text taken apart: literal, then groups, each with the literal after it. */
export class PyTemplate extends PyObject {
  readonly literal: Value;
  readonly chunks: readonly TemplateChunk[];
  constructor(literal: Value, chunks: readonly TemplateChunk[]) {
    super();
    this.literal = literal;
    this.chunks = chunks;
  }
}

export interface TemplateChunk {
  readonly group: number;
  /** undefined when empty */
  readonly literal: Value | undefined;
}

export const patternType: PyType = staticType('Pattern', PyPattern, {
  module: 're',
  instantiable: false,
  hasWeakref: true,
});
export const matchType: PyType = staticType('Match', PyMatch, {
  module: 're',
  instantiable: false,
});
export const scannerType: PyType = staticType('SRE_Scanner', PyScanner, {
  module: '_sre',
  instantiable: false,
});
export const templateType: PyType = staticType('SRE_Template', PyTemplate, {
  module: '_sre',
  instantiable: false,
});
