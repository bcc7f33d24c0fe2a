// An incremental XML parser that says what expat says, in the same order: the document, its prolog and its positions.
// Text that is incomplete waits for more; `pos` is always at the start of the token that comes next. CPython: Modules/expat/xmlparse.c
import { contentStep, type OpenTag } from './content.ts';
import { builtinDecoder, type Decoder } from './decode.ts';
import { doctypeHeader, readExternal, subsetStep } from './doctype.ts';
import { XmlProblem } from './errors.ts';
import { type Argument, Dtd, type Entity, type EventName, type Listener } from './events.ts';
import { Bindings } from './names.ts';
import { invalidAt, isSpace, nameEnd, normalizeLines, spaceEnd } from './syntax.ts';

/** Where in the document a parser is. */
type Mode = 'start' | 'prolog' | 'subset' | 'content' | 'epilog' | 'external' | 'externalSubset';

export interface Settings {
  readonly separator: string | undefined;
  readonly prefixes: boolean;
  /** XML_PARAM_ENTITY_PARSING_* */
  readonly parameterEntities: number;
  readonly foreignDtd: boolean;
  readonly base: string | undefined;
  readonly deferral: boolean;
  /** How many times more text than was given entities may make, once there is that much of it. */
  readonly amplification: { threshold: number; factor: number };
}

/** More text is needed. */
export const MORE = false;

export class XmlParser {
  readonly listener: Listener;
  readonly settings: () => Settings;
  readonly dtd: Dtd;
  /** The decoder of an encoding by name, of any that Python knows; undefined: unknown. */
  readonly decoderOf: (name: string) => Decoder | undefined;
  src = '';
  pos = 0;
  final = false;
  mode: Mode;
  /** Position of `src[marked]`, which is where the last event began. */
  line = 1;
  column = 0;
  byteIndex = 0;
  #marked = 0;
  /** How deep in entities: their text has no position. */
  nested = 0;
  expanded = 0;
  readonly tags: OpenTag[] = [];
  inCdata = false;
  readonly bindings: Bindings;
  /** External identifiers of the document type. */
  doctype: { systemId: string | undefined; publicId: string | undefined } | undefined;
  #decoder: Decoder | undefined;
  #raw = new Uint8Array(0);
  #encoding: string | undefined;

  constructor(
    listener: Listener,
    settings: () => Settings,
    decoderOf: (name: string) => Decoder | undefined,
    encoding: string | undefined,
    parent?: XmlParser,
    context?: string | undefined,
  ) {
    this.listener = listener;
    this.settings = settings;
    this.decoderOf = decoderOf;
    this.#encoding = encoding;
    this.dtd = parent?.dtd ?? new Dtd();
    this.mode = parent === undefined ? 'start' : context === undefined ? 'externalSubset' : 'external';
    this.bindings = new Bindings();
    if (parent !== undefined) this.bindings.inherit(parent.bindings);
    this.#atStart = true;
  }
  #atStart: boolean;

  /** Text that came as str says nothing of bytes: it counts as UTF-8. */
  forceUtf8(): void {
    if (this.#decoder === undefined) this.#encoding = 'UTF-8';
  }

  /** Takes bytes; throws XmlProblem with the position at the fault. */
  feed(bytes: Uint8Array, final: boolean): void {
    this.final = final;
    this.#fed += bytes.length;
    if (this.#decoder === undefined && !this.#startDecoding(bytes)) {
      if (final && this.mode === 'start') throw new XmlProblem('NO_ELEMENTS');
      return;
    }
    const input = this.#raw.length > 0 ? this.#raw : bytes;
    this.#raw = new Uint8Array(0);
    this.mark(this.pos);
    this.src = this.src.slice(this.pos) + this.#decoder!.decode(input);
    this.pos = 0;
    this.#marked = 0;
    // What was not enough is not tried again until there is twice as much (expat's reparse deferral).
    if (!final && this.settings().deferral && this.src.length < 2 * this.#tried) return;
    this.#run();
    this.#tried = this.pos === 0 ? this.src.length : 0;
  }
  #tried = 0;
  /** Bytes of the document itself, to which what entities add is compared. */
  #fed = 0;

  /** Chooses how to decode, once enough has come to tell. */
  #startDecoding(bytes: Uint8Array): boolean {
    const all = new Uint8Array(this.#raw.length + bytes.length);
    all.set(this.#raw);
    all.set(bytes, this.#raw.length);
    this.#raw = all;
    if (all.length < 4 && !this.final) return false;
    if (all.length === 0) return false;
    if (this.#encoding !== undefined) {
      this.#decoder = this.#known(this.#encoding);
      const utf16 = this.#encoding.toUpperCase() === 'UTF-16';
      if (utf16 && all[0] === 0xff && all[1] === 0xfe) this.#decoder = builtinDecoder('UTF-16LE')!;
      if (utf16) this.#skipMark([0xff, 0xfe], [0xfe, 0xff]);
      else if (this.#encoding.toUpperCase() === 'UTF-8') this.#skipMark([0xef, 0xbb, 0xbf]);
      return true;
    }
    const little = (all[0] === 0xff && all[1] === 0xfe) || (all[0] === 0x3c && all[1] === 0);
    const big = (all[0] === 0xfe && all[1] === 0xff) || (all[0] === 0 && all[1] === 0x3c);
    if (little || big) {
      this.#decoder = builtinDecoder(little ? 'UTF-16LE' : 'UTF-16BE')!;
      this.#skipMark([0xff, 0xfe], [0xfe, 0xff]);
      return true;
    }
    const declared = this.#declaredEncoding(all);
    if (declared === undefined) return false;
    this.#decoder = this.#declaredDecoder(declared);
    this.#skipMark([0xef, 0xbb, 0xbf]);
    return true;
  }

  /** The encoding that an XML declaration names; UTF-8 without one, undefined while it is incomplete. */
  #declaredEncoding(bytes: Uint8Array): string | undefined {
    const head = String.fromCharCode(...bytes.subarray(0, 1000)).replace(/^\xef\xbb\xbf/, '');
    if (!/^<\?xml[ \t\r\n]/.test(head)) {
      return !this.final && '<?xml '.startsWith(head.slice(0, 6)) && head.length < 6 ? undefined : 'UTF-8';
    }
    const end = head.indexOf('?>');
    if (end < 0) return this.final || bytes.length > 1000 ? 'UTF-8' : undefined;
    const named = /encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][\w.-]*)["']/.exec(head.slice(0, end))?.[1] ?? 'UTF-8';
    return named;
  }

  /** The decoder of a declared encoding; what is wrong with it shows after the declaration was told. */
  #declaredDecoder(name: string): Decoder {
    try {
      if (/^UTF-16/i.test(name)) throw new XmlProblem('INCORRECT_ENCODING');
      return this.#known(name);
    } catch (problem) {
      this.#encodingProblem = { problem };
      return builtinDecoder('UTF-8')!;
    }
  }
  #encodingProblem: { readonly problem: unknown } | undefined;

  #known(name: string): Decoder {
    const decoder = builtinDecoder(name) ?? this.decoderOf(name);
    if (decoder === undefined) throw new XmlProblem('UNKNOWN_ENCODING');
    return decoder;
  }

  #skipMark(...marks: readonly number[][]): void {
    for (const bom of marks) {
      if (!bom.every((byte, i) => this.#raw[i] === byte)) continue;
      this.#raw = this.#raw.slice(bom.length);
      this.byteIndex += bom.length;
      this.column++;
      return;
    }
  }

  /** Moves the position to a place further on: the next event begins there. */
  mark(index: number): void {
    if (this.nested > 0 || index <= this.#marked) return;
    const text = this.src.slice(this.#marked, index);
    this.#marked = index;
    this.byteIndex += this.#decoder?.bytesOf(text) ?? 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) {
        this.line++;
        this.column = 0;
      } else if (unit !== 13 && (unit < 0xdc00 || unit > 0xdfff)) this.column++;
    }
  }

  /** Ends parsing with an error at a place. */
  fail(name: string, index: number = this.pos): never {
    this.mark(index);
    throw new XmlProblem(name);
  }

  /** Needs more text for the token at `pos`: an error where no more will come. */
  more(): typeof MORE {
    if (this.final || this.nested > 0) this.fail('UNCLOSED_TOKEN');
    return MORE;
  }

  /** Tells of an event; without a handler the default one gets the text. */
  emit(event: EventName, args: readonly Argument[], raw: string): boolean {
    if (this.listener.has(event)) return this.listener.fire(event, args);
    this.unhandled(raw);
    return true;
  }

  unhandled(raw: string): void {
    if (raw === '') return;
    if (this.listener.has('DefaultHandlerExpand')) this.listener.fire('DefaultHandlerExpand', [normalizeLines(raw)]);
    else if (this.listener.has('Default')) this.listener.fire('Default', [normalizeLines(raw)]);
  }

  /** Text of several tokens, one by one, as the default handler is to have it. */
  unhandledTokens(raw: string): void {
    const end = this.pos + raw.length;
    let at = end - raw.length;
    for (const [token] of raw.matchAll(TOKENS)) {
      this.mark(at);
      this.unhandled(token);
      at += token.length;
    }
  }

  /** Whether expat would convert the text in pieces on its way. */
  get converts(): boolean {
    return !(this.#decoder?.isUtf8 ?? true);
  }

  /** Goes on behind a token. */
  advance(to: number): true {
    this.pos = to;
    return true;
  }

  /** Parses an entity's text with `run` in place of the document's. */
  within(entity: Entity, run: () => void): void {
    if (entity.open) this.fail('RECURSIVE_ENTITY_REF');
    this.expanded += entity.text!.length;
    const direct = Math.max(1, this.#fed);
    const { threshold, factor } = this.settings().amplification;
    const total = direct + this.expanded;
    if (total >= threshold && total / direct > factor) this.fail('AMPLIFICATION_LIMIT_BREACH');
    const { src, pos } = this;
    entity.open = true;
    this.nested++;
    this.src = entity.text!;
    this.pos = 0;
    try {
      run();
    } finally {
      entity.open = false;
      this.nested--;
      this.src = src;
      this.pos = pos;
    }
  }

  #run(): void {
    if (this.#atStart) {
      if (!this.#declaration()) return;
      this.#atStart = false;
    }
    while (this.pos < this.src.length) {
      if (!this.#step()) return;
    }
    if (this.final) this.#end();
  }

  #step(): boolean {
    switch (this.mode) {
      case 'content':
      case 'external':
        return contentStep(this);
      case 'subset':
      case 'externalSubset':
        return subsetStep(this);
      default:
        return this.#outsideStep();
    }
  }

  #end(): void {
    this.mark(this.src.length);
    if ((this.#decoder?.pending ?? 0) > 0) throw new XmlProblem('PARTIAL_CHAR');
    if (this.inCdata) throw new XmlProblem('UNCLOSED_CDATA_SECTION');
    if (this.mode === 'external') {
      if (this.tags.length > 0) throw new XmlProblem('ASYNC_ENTITY');
    } else if (this.mode !== 'epilog' && this.mode !== 'externalSubset') throw new XmlProblem('NO_ELEMENTS');
  }

  /** The XML declaration, if the text begins with one. */
  #declaration(): boolean {
    const { src } = this;
    if (src.length < 6 && '<?xml '.startsWith(src) && !this.final) return false;
    if (!/^<\?xml[ \t\r\n?]/.test(src)) {
      if (this.mode === 'start') this.mode = 'prolog';
      return true;
    }
    const end = src.indexOf('?>');
    if (end < 0) return this.more();
    const raw = src.slice(0, end + 2);
    const isText = this.mode !== 'start';
    const match = (isText ? TEXT_DECLARATION : XML_DECLARATION).exec(raw);
    if (match === null) this.fail(isText ? 'TEXT_DECL' : 'XML_DECL', src[5] === '?' ? 5 : 6);
    const [, , version, , encoding, , standalone] = match;
    if (standalone === 'yes') this.dtd.standalone = true;
    const flag = standalone === undefined || isText ? -1 : standalone === 'yes' ? 1 : 0;
    this.emit('XmlDecl', [version, encoding, flag], raw);
    if (this.#encodingProblem !== undefined) {
      this.mark(raw.lastIndexOf(encoding!));
      throw this.#encodingProblem.problem;
    }
    if (this.mode === 'start') this.mode = 'prolog';
    return this.advance(end + 2);
  }

  /** A token before or after the document element. */
  #outsideStep(): boolean {
    const { src, pos } = this;
    this.mark(pos);
    const space = spaceEnd(src, pos);
    if (space > pos) {
      this.unhandled(src.slice(pos, space));
      return this.advance(space);
    }
    if (src[pos] !== '<') {
      const isReference = src[pos] === '&' && this.mode === 'epilog';
      if (isReference || invalidAt(src[pos]!) >= 0) this.fail('INVALID_TOKEN');
      this.fail(this.mode === 'epilog' ? 'JUNK_AFTER_DOC_ELEMENT' : 'SYNTAX');
    }
    if (pos + 1 >= src.length) return this.more();
    if (src[pos + 1] === '?') return instruction(this);
    if (src[pos + 1] === '!') return this.#markup();
    if (this.mode === 'epilog') {
      if (nameEnd(src, pos + 1) === pos + 1 && src[pos + 1] !== '/') this.fail('INVALID_TOKEN', pos + 1);
      this.fail('JUNK_AFTER_DOC_ELEMENT');
    }
    if (nameEnd(src, pos + 1) === pos + 1) this.fail('INVALID_TOKEN', pos + 1);
    this.#beginContent();
    return true;
  }

  #beginContent(): void {
    this.mode = 'content';
    const { foreignDtd, parameterEntities } = this.settings();
    if (!foreignDtd || parameterEntities === 0 || this.doctype !== undefined) return;
    this.dtd.hasUnread = true;
    readExternal(this, undefined, undefined);
  }

  #markup(): boolean {
    const { src, pos } = this;
    const rest = src.slice(pos, pos + 9);
    if (rest.startsWith('<!--')) return comment(this);
    if (rest.startsWith('<!DOCTYPE') && this.mode === 'prolog' && this.doctype === undefined) {
      return doctypeHeader(this);
    }
    if ('<!--'.startsWith(rest) || ('<!DOCTYPE'.startsWith(rest) && rest.length < 9)) return this.more();
    if (rest === '<!DOCTYPE') this.fail(this.mode === 'epilog' ? 'JUNK_AFTER_DOC_ELEMENT' : 'SYNTAX');
    const isDeclaration = /^<![A-Za-z]/.test(rest);
    this.fail(isDeclaration ? 'SYNTAX' : 'INVALID_TOKEN', isDeclaration ? pos : pos + 2);
  }
}

const TOKENS = /\s+|"[^"]*"|'[^']*'|<![A-Z]+|[[\]<>(),|]|[^\s"'<>[\](),|]+/g;
const XML_DECLARATION =
  /^<\?xml\s+(version)\s*=\s*["']([\w.:-]+)["'](?:\s+(encoding)\s*=\s*["']([A-Za-z][\w.-]*)["'])?(?:\s+(standalone)\s*=\s*["'](yes|no)["'])?\s*\?>$/;
const TEXT_DECLARATION =
  /^<\?xml(?:\s+(version)\s*=\s*["']([\w.:-]+)["'])?\s+(encoding)\s*=\s*["']([A-Za-z][\w.-]*)["']\s*()()\?>$/;

/** `<?target data?>` */
export function instruction(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const end = src.indexOf('?>', pos + 2);
  const target = nameEnd(src, pos + 2);
  if (target === pos + 2 && target < src.length) parser.fail('INVALID_TOKEN', target);
  if (end < 0) return parser.more();
  const name = src.slice(pos + 2, target);
  if (target < end && !isSpace(src[target])) parser.fail('INVALID_TOKEN', target);
  if (name === 'xml') parser.fail('MISPLACED_XML_PI');
  if (name.toLowerCase() === 'xml') parser.fail('INVALID_TOKEN', target);
  const data = src.slice(spaceEnd(src, target), end);
  const bad = invalidAt(data);
  if (bad >= 0) parser.fail('INVALID_TOKEN', spaceEnd(src, target) + bad);
  parser.mark(pos);
  parser.emit('ProcessingInstruction', [name, normalizeLines(data)], src.slice(pos, end + 2));
  return parser.advance(end + 2);
}

/** `<!-- text -->` */
export function comment(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const end = src.indexOf('--', pos + 4);
  const text = src.slice(pos + 4, end < 0 ? src.length : end);
  const bad = invalidAt(text);
  if (bad >= 0) parser.fail('INVALID_TOKEN', pos + 4 + bad);
  if (end < 0 || end + 2 >= src.length) return parser.more();
  if (src[end + 2] !== '>') parser.fail('INVALID_TOKEN', end + 2);
  parser.mark(pos);
  parser.emit('Comment', [normalizeLines(text)], src.slice(pos, end + 3));
  return parser.advance(end + 3);
}
