// Units of library files that the build compiled ahead: found by path, believed while the compiler and the file are the ones they were made with.
import {
  AHEAD_INDEX,
  type AheadEntry,
  type AheadIndex,
  type AheadRecord,
  type AheadText,
  factoryBody,
  TEXT_FILENAME,
  type TextForm,
} from '../contract/ahead.ts';
import type { CodeInfo, CodeUnit, Constant, KeptScript } from '../contract/unit.ts';
import type { LibraryFiles } from '../host/library.ts';
import { contentHash } from './content-hash.ts';

export interface AheadUnits {
  /** The unit of a library file under the name it is to have; undefined when the file has to be compiled. */
  unit(path: string, filename: string): CodeUnit | undefined;
  /** The unit of a text given to exec or eval by a module of the library. */
  text(form: TextForm): CodeUnit | undefined;
}

/** Names a text among those compiled ahead. */
export function textKey({ source, mode, separateLocals }: TextForm): string {
  return contentHash(new TextEncoder().encode(`${mode} ${separateLocals} ${source}`));
}

export function openAhead(files: LibraryFiles, fingerprint: string): AheadUnits {
  const index = readIndex(files);
  if (index?.fingerprint !== fingerprint) return { unit: () => undefined, text: () => undefined };
  const part: ReadPart = (at, size) => files.readPart(index.units, at, size);
  return {
    unit(path, filename) {
      const entry = Object.hasOwn(index.entries, path) ? index.entries[path] : undefined;
      if (entry === undefined || !isCurrent(files, path, entry)) return undefined;
      const script = `py-${path.replaceAll('/', '.')}-${entry.source.hash}-${fingerprint}`;
      return readUnit(files, part, entry, filename, script);
    },
    text: (form) => readText(index, files, part, form),
  };
}

function readText(index: AheadIndex, files: LibraryFiles, part: ReadPart, form: TextForm): CodeUnit | undefined {
  const { texts } = index;
  const key = textKey(form);
  const bytes = Object.hasOwn(texts, key) ? part(...texts[key]!) : undefined;
  if (bytes === undefined) return undefined;
  const { unit, ...made } = JSON.parse(files.latin1(bytes)) as AheadText;
  if (made.source !== form.source || made.mode !== form.mode || made.separateLocals !== form.separateLocals) {
    return undefined;
  }
  return { ...unit, filename: TEXT_FILENAME };
}

type ReadPart = (at: number, size: number) => Uint8Array | undefined;

function readIndex(files: LibraryFiles): AheadIndex | undefined {
  const text = files.readBuilt(AHEAD_INDEX);
  return text === undefined ? undefined : (JSON.parse(text) as AheadIndex);
}

/** A file with the size and time it had; else, as installing a package may change times, one with the same contents. */
function isCurrent(files: LibraryFiles, path: string, { source }: AheadEntry): boolean {
  const status = files.statSource(path);
  if (status?.size !== source.size) return false;
  if (status.mtimeMs === source.mtime) return true;
  const bytes = files.readSource(path);
  return bytes !== undefined && contentHash(bytes) === source.hash;
}

/** Undefined when the units were built anew since the index was read. */
function readUnit(
  files: LibraryFiles,
  readPart: ReadPart,
  { at, sizes: [json, script, positions], wide }: AheadEntry,
  filename: string,
  key: string,
): CodeUnit | undefined {
  const bytes = readPart(at, json + script);
  if (bytes === undefined) return undefined;
  const record = JSON.parse(files.latin1(bytes.subarray(0, json))) as AheadRecord;
  const rest = bytes.subarray(json);
  const text = wide ? new TextDecoder('utf-16le').decode(rest) : files.latin1(rest);
  const readPositions = () => numbersOf(readPart(at + json + script, positions));
  return new UnitAhead(record, filename, { key, text }, readPositions);
}

function numbersOf(bytes: Uint8Array | undefined): number[] {
  if (bytes === undefined) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(i * 4, true));
}

/** A unit whose positions are read when a traceback asks for them. */
class UnitAhead implements CodeUnit {
  readonly format: number;
  readonly filename: string;
  readonly constants: Constant[];
  readonly codes: CodeInfo[];
  readonly script: KeptScript;
  readonly #readPositions: () => number[];
  #positions: number[] | undefined;

  constructor(
    { format, constants, codes }: AheadRecord,
    filename: string,
    script: KeptScript,
    readPositions: () => number[],
  ) {
    this.format = format;
    this.filename = filename;
    this.constants = constants;
    this.codes = codes;
    this.script = script;
    this.#readPositions = readPositions;
  }

  get javascript(): string {
    return factoryBody(this.script.text);
  }

  get positions(): number[] {
    this.#positions ??= this.#readPositions();
    return this.#positions;
  }
}
