// The result of a substitution while it grows. CPython: the list and the join of Modules/_sre/sre.c (pattern_subx, expand_template)

import { typeOf } from '../../runtime/core/primitives.ts';
import type { Value } from '../../runtime/core/value.ts';
import { typeError } from '../../runtime/exceptions/errors.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, strOf, textOfStr } from '../../runtime/objects/str/str.ts';
import { lookupBuffer } from '../../runtime/protocols/buffer.ts';
import { latin1, latin1Bytes } from '../../runtime/text/latin1.ts';
import { concatText, type Text } from '../../runtime/text/text.ts';
import type { Subject } from './matcher.ts';
import type { RawMatch } from './raw-match.ts';
import { sliceOf } from './subject.ts';

/**
 * Pieces of a value of the kind of `string`. They make one JS text that grows, which is faster than a list, as long as each of them can be
 * one: bytes as the str of the same code points.
 */
export class Pieces {
  private readonly string: Value;
  private readonly subject: Subject;
  private readonly isText: boolean;
  private text = '';
  private count = 0;
  private list: Value[] | undefined;

  /** @param subject what was made of `string` for matching */
  constructor(string: Value, subject: Subject) {
    this.string = string;
    this.subject = subject;
    this.isText = typeof string === 'string';
    const narrow = this.isText || (typeof subject === 'string' && !isStr(string));
    this.list = narrow ? undefined : [];
  }

  /** A part of the string itself. */
  pushSlice(start: number, end: number): void {
    if (this.list === undefined) this.pushText((this.subject as string).slice(start, end));
    else this.list.push(sliceOf(this.string, start, end));
  }

  /** What a group took, if it took part. */
  pushGroup(raw: RawMatch, group: number): void {
    if (this.list === undefined) {
      const text = raw.text(group);
      if (text !== undefined) this.pushText(text);
      return;
    }
    const start = raw.startOf(group);
    if (start >= 0) this.list.push(sliceOf(this.string, start, raw.endOf(group)));
  }

  push(piece: Value): void {
    if (this.list === undefined) {
      if (this.isText) {
        if (typeof piece === 'string') return this.pushText(piece);
      } else if (piece instanceof PyBytes) return this.pushText(latin1(piece.value));
      this.list = this.soFar();
    }
    this.list.push(piece);
  }

  private pushText(text: string): void {
    this.text += text;
    this.count++;
  }

  /** As many pieces as there were, since errors tell a piece's number. */
  private soFar(): Value[] {
    const list: Value[] = new Array(this.count).fill(this.valueOf(''));
    if (this.count > 0) list[0] = this.valueOf(this.text);
    return list;
  }

  private valueOf(text: string): Value {
    return this.isText ? text : bytes(latin1Bytes(text));
  }

  join(): Value {
    if (this.list === undefined) return this.valueOf(this.text);
    return isStr(this.string) ? joinTexts(this.list) : joinBuffers(this.list);
  }
}

function joinTexts(pieces: readonly Value[]): Value {
  const texts = pieces.map((piece, i): Text => {
    if (isStr(piece)) return textOfStr(piece);
    throw typeError(`sequence item ${i}: expected str instance, ${typeOf(piece).typeName} found`);
  });
  return strOf(concatText(texts));
}

function joinBuffers(pieces: readonly Value[]): Value {
  let length = 0;
  const buffers = pieces.map((piece, i) => {
    const buffer = lookupBuffer(piece);
    if (buffer === undefined) {
      throw typeError(`sequence item ${i}: expected a bytes-like object, ${typeOf(piece).typeName} found`);
    }
    length += buffer.length;
    return buffer;
  });
  const joined = new Uint8Array(length);
  let at = 0;
  for (const buffer of buffers) {
    joined.set(buffer, at);
    at += buffer.length;
  }
  return bytes(joined);
}
