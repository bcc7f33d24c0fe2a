// Units compiled ahead: how the build lays them down and the engine finds them. One file holds all units, an index says what lies where.
//
// A unit's part of the file: its constants and codes as JSON, its script, its positions (32-bit, little endian, aligned).
import { type CodeUnit, FACTORY_PARAMETERS } from './unit.ts';

/** Name of the index, below the build folder. */
export const AHEAD_INDEX = 'ahead/index.json';

/** Where a unit lies, and the source it was made from. */
export interface AheadEntry {
  /** First byte. */
  at: number;
  /** Bytes of the JSON, of the script, of the positions. */
  sizes: readonly [json: number, script: number, positions: number];
  /** The script is UTF-16, not Latin-1. */
  wide: boolean;
  source: { hash: string; size: number; mtime: number };
}

export interface AheadIndex {
  /** The state of the compiler that made the units. */
  fingerprint: string;
  /** The file of the units, below the build folder; its name is never used for other units. */
  units: string;
  /** By path below the library. */
  entries: Record<string, AheadEntry>;
  /** Of texts that the library hands to exec and eval, by `textKey`: first byte and size of an `AheadText` as JSON. */
  texts: Record<string, readonly [at: number, size: number]>;
}

/** How a text is compiled: dataclasses and namedtuples make their methods so. */
export interface TextForm {
  readonly source: string;
  readonly mode: 'exec' | 'eval';
  readonly separateLocals: boolean;
}

/** A text's unit, and what it was made from. */
export interface AheadText extends TextForm {
  readonly unit: Pick<CodeUnit, 'format' | 'constants' | 'codes' | 'javascript' | 'positions'>;
}

/** What a text is called that comes from no file. */
export const TEXT_FILENAME = '<string>';

/** What of a unit is kept as JSON. */
export type AheadRecord = Pick<CodeUnit, 'format' | 'constants' | 'codes'>;

const BEFORE = `(function anonymous(${FACTORY_PARAMETERS.join(',')}\n) {\n`;
const AFTER = '\n})';

/** A script whose value is a unit's factory. It has the lines that `new Function` would give it. */
export function factoryScript(javascript: string): string {
  return BEFORE + javascript + AFTER;
}

export function factoryBody(script: string): string {
  return script.slice(BEFORE.length, -AFTER.length);
}
