// The document type: its header, and declarations in the internal subset, parameter entities and external subsets.
// CPython: Modules/expat/xmlrole.c, xmlparse.c (doProlog)
import { attributeValue, declareAttribute } from './content.ts';
import type { Entity, Model } from './events.ts';
import { comment, instruction, type XmlParser } from './parser.ts';
import {
  characterOf,
  invalidAt,
  isSpace,
  NAME_SOURCE,
  NMTOKEN_SOURCE,
  nameEnd,
  normalizeLines,
  spaceEnd,
} from './syntax.ts';

const LITERAL = `"[^"]*"|'[^']*'`;
const HEADER = new RegExp(
  `^<!DOCTYPE\\s+(${NAME_SOURCE})(?:\\s+(?:SYSTEM\\s+(${LITERAL})|PUBLIC\\s+(${LITERAL})\\s+(${LITERAL})))?\\s*([[>])`,
);
const TOKEN = new RegExp(`\\s+|${LITERAL}|#?${NMTOKEN_SOURCE}|[%()|,?*+]`, 'y');
const NEVER = 0;
const UNLESS_STANDALONE = 1;

/** Where a declaration ends: its `>` outside quotes, or `[`; -1 while it is incomplete. */
function declarationEnd(text: string, from: number, stop: string): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const c = text[at]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (stop.includes(c)) return at;
  }
  return -1;
}

/** `<!DOCTYPE name …` up to `[` or `>`. */
export function doctypeHeader(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const end = declarationEnd(src, pos, '[>');
  if (end < 0) return parser.final ? parser.fail('NO_ELEMENTS', src.length) : parser.more();
  const raw = src.slice(pos, end + 1);
  const match = HEADER.exec(raw);
  if (match === null) parser.fail('SYNTAX', pos + Math.min(10, raw.length - 1));
  const [, name, system, publicId, publicSystem, stop] = match;
  const systemId = unquoted(system ?? publicSystem);
  parser.doctype = { systemId, publicId: publicId === undefined ? undefined : publicOf(parser, publicId) };
  if (systemId !== undefined) {
    parser.mark(pos + match[0].lastIndexOf((system ?? publicSystem)!));
    unread(parser);
  }
  const hasSubset = stop === '[';
  if (parser.listener.has('StartDoctypeDecl')) {
    parser.mark(end);
    parser.listener.fire('StartDoctypeDecl', [name, systemId, parser.doctype.publicId, hasSubset ? 1 : 0]);
  } else parser.unhandledTokens(raw);
  parser.pos = end + 1;
  if (hasSubset) parser.mode = 'subset';
  else closeDoctype(parser, '');
  return true;
}

/** Something outside could declare more. */
function unread(parser: XmlParser): void {
  parser.dtd.hasUnread = true;
  if (parser.settings().parameterEntities === NEVER) checkStandalone(parser);
}

function checkStandalone(parser: XmlParser): void {
  const { dtd, listener } = parser;
  if (!dtd.standalone && listener.has('NotStandalone') && !listener.fire('NotStandalone', [])) {
    parser.fail('NOT_STANDALONE');
  }
}

function closeDoctype(parser: XmlParser, raw: string): void {
  const systemId = parser.doctype?.systemId;
  if (systemId !== undefined) readExternal(parser, systemId, parser.doctype?.publicId);
  parser.emit('EndDoctypeDecl', [], raw);
  parser.mode = 'prolog';
}

/** Has the external subset, or an external parameter entity, read if that is wanted. */
export function readExternal(parser: XmlParser, systemId: string | undefined, publicId: string | undefined): void {
  const { dtd, listener } = parser;
  const { parameterEntities, base } = parser.settings();
  const wanted = parameterEntities > NEVER && !(parameterEntities === UNLESS_STANDALONE && dtd.standalone);
  if (!wanted || !listener.has('ExternalEntityRef')) {
    if (!dtd.standalone) dtd.keepProcessing = false;
    return;
  }
  if (!listener.fire('ExternalEntityRef', [undefined, base, systemId, publicId])) {
    parser.fail('EXTERNAL_ENTITY_HANDLING');
  }
  checkStandalone(parser);
}

/** One token between declarations. */
export function subsetStep(parser: XmlParser): boolean {
  const { src, pos } = parser;
  parser.mark(pos);
  const space = spaceEnd(src, pos);
  if (space > pos) {
    parser.unhandled(src.slice(pos, space));
    return parser.advance(space);
  }
  switch (src[pos]) {
    case ']':
      return subsetEnd(parser);
    case '%':
      return parameterReference(parser);
    case '<':
      return declaration(parser);
    default:
      return parser.fail(invalidAt(src[pos]!) >= 0 ? 'INVALID_TOKEN' : 'SYNTAX');
  }
}

function subsetEnd(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (parser.mode !== 'subset' || parser.nested > 0) return sectionEnd(parser);
  const close = spaceEnd(src, pos + 1);
  if (close >= src.length) return parser.more();
  if (src[close] !== '>') parser.fail('SYNTAX', close);
  parser.unhandled(src.slice(pos, close));
  parser.mark(close);
  parser.pos = close + 1;
  closeDoctype(parser, '>');
  return true;
}

/** `]]>` of an included section. */
function sectionEnd(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (src.startsWith(']]>', pos)) return parser.advance(pos + 3);
  if (']]>'.startsWith(src.slice(pos))) return parser.more();
  return parser.fail('SYNTAX');
}

/** `%name;` between declarations */
function parameterReference(parser: XmlParser): boolean {
  const { src, pos, dtd, listener } = parser;
  const end = nameEnd(src, pos + 1);
  if (end >= src.length) return parser.more();
  if (end === pos + 1 || src[end] !== ';') parser.fail('INVALID_TOKEN', end);
  const name = src.slice(pos + 1, end);
  const entity = dtd.parameters.get(name);
  const { parameterEntities } = parser.settings();
  const wanted = parameterEntities > NEVER && !(parameterEntities === UNLESS_STANDALONE && dtd.standalone);
  unread(parser);
  if (entity?.text !== undefined && (wanted || parser.mode === 'externalSubset')) {
    parser.within(entity, () => {
      while (parser.pos < parser.src.length) subsetStep(parser);
    });
  } else if (entity !== undefined && wanted && entity.systemId !== undefined) {
    entity.open = true;
    readExternal(parser, entity.systemId, entity.publicId);
    entity.open = false;
  } else {
    dtd.keepProcessing = dtd.standalone;
    if (listener.has('SkippedEntity') && wanted) listener.fire('SkippedEntity', [name, 1]);
    else parser.unhandled(src.slice(pos, end + 1));
  }
  return parser.advance(end + 1);
}

function declaration(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (src[pos + 1] === '?') return instruction(parser);
  if (src.startsWith('<!--', pos)) return comment(parser);
  if (pos + 3 >= src.length) return parser.more();
  if (src.startsWith('<![', pos)) return conditional(parser);
  if (src[pos + 1] !== '!') parser.fail(src[pos + 1] === '/' ? 'INVALID_TOKEN' : 'SYNTAX', pos);
  const end = declarationEnd(src, pos, '>');
  if (end < 0) return parser.more();
  const raw = src.slice(pos, end + 1);
  const bad = invalidAt(raw);
  if (bad >= 0) parser.fail('INVALID_TOKEN', pos + bad);
  const keyword = /^<!([A-Za-z]*)/.exec(raw)![1]!;
  if (!isSpace(raw[keyword.length + 2])) parser.fail('INVALID_TOKEN', pos + keyword.length + 2);
  const handle = DECLARATIONS.get(keyword);
  if (handle === undefined) parser.fail('SYNTAX', pos);
  const reader = new Reader(parser, withParameters(parser, raw.slice(0, -1)), pos, keyword.length + 2);
  if (!handle(parser, reader)) parser.unhandledTokens(raw);
  reader.expectEnd();
  return parser.advance(end + 1);
}

/** Outside the internal subset parameter entities may stand within declarations. */
function withParameters(parser: XmlParser, raw: string): string {
  if (parser.mode === 'subset' && parser.nested === 0) return raw;
  let text = raw;
  for (let depth = 0; depth < 50 && /%[^\s"'%]+;/.test(text.replace(/"[^"]*"|'[^']*'/g, '')); depth++) {
    text = text.replace(/"[^"]*"|'[^']*'|%([^\s;"'%]+);/g, (whole, name: string | undefined) => {
      const value = name === undefined ? undefined : parser.dtd.parameters.get(name)?.text;
      return value === undefined ? whole : ` ${value} `;
    });
  }
  return text;
}

/** `<![INCLUDE[` or `<![IGNORE[` */
function conditional(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (parser.mode === 'subset' && parser.nested === 0) parser.fail('SYNTAX');
  const open = src.indexOf('[', pos + 3);
  if (open < 0) return parser.more();
  const keyword = withParameters(parser, src.slice(pos + 3, open)).trim();
  if (keyword === 'INCLUDE') return parser.advance(open + 1);
  if (keyword !== 'IGNORE') parser.fail('SYNTAX');
  let depth = 1;
  const marks = /<!\[|\]\]>/g;
  marks.lastIndex = open;
  for (let mark = marks.exec(src); mark !== null; mark = marks.exec(src)) {
    depth += mark[0] === ']]>' ? -1 : 1;
    if (depth === 0) return parser.advance(marks.lastIndex);
  }
  return parser.more();
}

/** The tokens of one declaration. */
class Reader {
  readonly parser: XmlParser;
  readonly #text: string;
  readonly #origin: number;
  #at: number;
  /** Whether white space came before the last token. */
  spaced = false;

  constructor(parser: XmlParser, text: string, origin: number, at: number) {
    this.parser = parser;
    this.#text = text;
    this.#origin = origin;
    this.#at = at;
  }

  /** The next token, '' at the end; events are placed where it begins. */
  next(): string {
    this.spaced = false;
    for (;;) {
      if (this.#at >= this.#text.length) {
        this.parser.mark(this.#origin + this.#text.length);
        return '';
      }
      TOKEN.lastIndex = this.#at;
      const token = TOKEN.exec(this.#text)?.[0];
      if (token === undefined) this.parser.fail('INVALID_TOKEN', this.#origin + this.#at);
      const start = this.#at;
      this.#at += token.length;
      if (token.trim() === '') {
        this.spaced = true;
        continue;
      }
      this.parser.mark(this.#origin + start);
      return token;
    }
  }

  /** Takes the next token without placing events there. */
  skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
    this.#at++;
  }

  peek(): string {
    const { spaced } = this;
    const at = this.#at;
    let from = at;
    while (/\s/.test(this.#text[from] ?? '')) from++;
    TOKEN.lastIndex = from;
    const token = from >= this.#text.length ? '' : (TOKEN.exec(this.#text)?.[0] ?? '');
    this.#at = at;
    this.spaced = spaced;
    return token;
  }

  syntax(): never {
    return this.parser.fail('SYNTAX');
  }

  name(): string {
    const token = this.next();
    if (token === '' || nameEnd(token, 0) !== token.length) this.syntax();
    return token;
  }

  literal(): string {
    const token = this.next();
    if (token[0] !== '"' && token[0] !== "'") this.syntax();
    return token.slice(1, -1);
  }

  expectEnd(): void {
    if (this.next() !== '') this.syntax();
  }
}

function unquoted(literal: string | undefined): string | undefined {
  return literal === undefined ? undefined : normalizeLines(literal.slice(1, -1));
}

function publicOf(parser: XmlParser, literal: string): string {
  const text = literal.slice(1, -1);
  if (/[^-\x20\r\na-zA-Z0-9'()+,./:=?;!*#@$_%]/.test(text)) parser.fail('PUBLICID');
  return text.replace(/[ \r\n]+/g, ' ').trim();
}

/** `SYSTEM "s"` or `PUBLIC "p" "s"`; `first` is the keyword. */
function externalId(reader: Reader, first: string, systemOptional: boolean): [system?: string, publicId?: string] {
  if (first === 'SYSTEM') return [reader.literal(), undefined];
  if (first !== 'PUBLIC') reader.syntax();
  const publicId = publicOf(reader.parser, `"${reader.literal()}"`);
  if (systemOptional && reader.peek() === '') return [undefined, publicId];
  return [reader.literal(), publicId];
}

/** `<!ENTITY …`; whether a handler took it. */
function entityDeclaration(parser: XmlParser, reader: Reader): boolean {
  let token = reader.next();
  const isParameter = token === '%';
  if (isParameter) token = reader.name();
  else if (nameEnd(token, 0) !== token.length || token === '') reader.syntax();
  const name = token;
  const table = isParameter ? parser.dtd.parameters : parser.dtd.entities;
  const isNew = parser.dtd.keepProcessing && !table.has(name);
  const { base } = parser.settings();
  const first = reader.next();
  const add = (entity: Omit<Entity, 'name' | 'open'>): void => {
    if (isNew) table.set(name, { name, open: false, ...entity });
  };
  if (first[0] === '"' || first[0] === "'") {
    const text = entityValue(parser, first.slice(1, -1));
    add({ text, base, systemId: undefined, publicId: undefined, notation: undefined });
    return isNew && tell(parser, [name, isParameter ? 1 : 0, text, base, undefined, undefined, undefined]);
  }
  const [systemId, publicId] = externalId(reader, first, false);
  if (reader.peek() === 'NDATA' && !isParameter) {
    reader.next();
    const notation = reader.name();
    add({ text: undefined, base, systemId, publicId, notation });
    if (isNew && parser.listener.has('UnparsedEntityDecl')) {
      parser.listener.fire('UnparsedEntityDecl', [name, base, systemId, publicId, notation]);
      return true;
    }
    return isNew && tell(parser, [name, 0, undefined, base, systemId, publicId, notation]);
  }
  reader.expectEnd();
  add({ text: undefined, base, systemId, publicId, notation: undefined });
  return isNew && tell(parser, [name, isParameter ? 1 : 0, undefined, base, systemId, publicId, undefined]);
}

function tell(parser: XmlParser, args: readonly (string | number | undefined)[]): boolean {
  if (!parser.listener.has('EntityDecl')) return false;
  parser.listener.fire('EntityDecl', args);
  return true;
}

/** The text of an internal entity: character references and parameter entities replaced, others kept. */
function entityValue(parser: XmlParser, raw: string): string {
  return normalizeLines(raw).replace(/&#([xX]?[\da-fA-F]+);|%([^;\s]*);?|&(?!#)/g, (whole, code, name) => {
    if (code !== undefined) return characterOf(whole.slice(1, -1)) ?? parser.fail('BAD_CHAR_REF');
    if (name === undefined) return whole;
    if (parser.mode === 'subset' && parser.nested === 0) parser.fail('PARAM_ENTITY_REF');
    const entity = parser.dtd.parameters.get(name);
    if (entity?.open) parser.fail('RECURSIVE_ENTITY_REF');
    if (entity?.text === undefined) return '';
    entity.open = true;
    const value = entityValue(parser, entity.text);
    entity.open = false;
    return value;
  });
}

function notationDeclaration(parser: XmlParser, reader: Reader): boolean {
  const name = reader.name();
  const [systemId, publicId] = externalId(reader, reader.next(), true);
  if (systemId === undefined) reader.expectEnd();
  if (!parser.listener.has('NotationDecl')) return false;
  parser.listener.fire('NotationDecl', [name, parser.settings().base, systemId, publicId]);
  return true;
}

const EMPTY = 1;
const ANY = 2;
const MIXED = 3;
const NAME = 4;
const CHOICE = 5;
const SEQUENCE = 6;
const QUANTIFIERS = ['', '?', '*', '+'];

function elementDeclaration(parser: XmlParser, reader: Reader): boolean {
  const name = reader.name();
  const first = reader.next();
  let model: Model;
  if (first === 'EMPTY' || first === 'ANY') model = leaf(first === 'ANY' ? ANY : EMPTY, undefined);
  else if (first === '(') model = group(reader);
  else reader.syntax();
  if (!parser.listener.has('ElementDecl')) return false;
  parser.listener.fire('ElementDecl', [name, model]);
  return true;
}

function leaf(type: number, name: string | undefined): Model {
  return { type, quantifier: 0, name, children: [] };
}

/** What follows `(`. */
function group(reader: Reader): Model {
  const children: Model[] = [];
  let type = 0;
  let isMixed = false;
  for (;;) {
    const token = reader.next();
    if (token === '#PCDATA' && children.length === 0 && !isMixed) isMixed = true;
    else if (token === '(' && !isMixed) children.push(group(reader));
    else if (token !== '' && nameEnd(token, 0) === token.length) {
      const child = leaf(NAME, token);
      if (!isMixed) child.quantifier = quantifier(reader);
      children.push(child);
    } else reader.syntax();
    const separator = reader.next();
    if (separator === ')') break;
    const wanted = separator === '|' ? CHOICE : separator === ',' ? SEQUENCE : 0;
    if (wanted === 0 || (type !== 0 && wanted !== type) || (isMixed && wanted !== CHOICE)) reader.syntax();
    type = wanted;
  }
  const model: Model = { type: isMixed ? MIXED : type || SEQUENCE, quantifier: 0, name: undefined, children };
  model.quantifier = quantifier(reader);
  if (isMixed && children.length > 0 && model.quantifier !== 2) reader.syntax();
  return model;
}

function quantifier(reader: Reader): number {
  const found = QUANTIFIERS.indexOf(reader.peek());
  if (found <= 0) return 0;
  // It belongs to the token before it, which is where events are placed.
  reader.skip();
  return found;
}

const TYPES = new Set(['CDATA', 'ID', 'IDREF', 'IDREFS', 'ENTITY', 'ENTITIES', 'NMTOKEN', 'NMTOKENS']);

function attlistDeclaration(parser: XmlParser, reader: Reader): boolean {
  const element = reader.name();
  const told = parser.listener.has('AttlistDecl');
  while (reader.peek() !== '') {
    const name = reader.name();
    const type = attributeType(reader);
    const token = reader.next();
    let required = 0;
    let value: string | undefined;
    if (token === '#REQUIRED') required = 1;
    else if (token !== '#IMPLIED') {
      if (token === '#FIXED') required = 1;
      const literal = token === '#FIXED' ? reader.literal() : token.slice(1, -1);
      if (token !== '#FIXED' && token[0] !== '"' && token[0] !== "'") reader.syntax();
      if (literal.includes('<')) parser.fail('INVALID_TOKEN');
      value = attributeValue(parser, literal, type === 'CDATA');
    }
    if (parser.dtd.keepProcessing) declareAttribute(parser, element, { name, isCdata: type === 'CDATA', value });
    if (told) parser.listener.fire('AttlistDecl', [element, name, type, value, required]);
  }
  return told;
}

/** A type as handlers see it: enumerations without spaces. */
function attributeType(reader: Reader): string {
  const token = reader.next();
  if (TYPES.has(token)) return token;
  let text = token === 'NOTATION' ? token : '';
  if (text !== '' && reader.next() !== '(') reader.syntax();
  if (text === '' && token !== '(') reader.syntax();
  text += '(';
  for (;;) {
    text += reader.next();
    const separator = reader.next();
    text += separator;
    if (separator === ')') return text;
    if (separator !== '|') reader.syntax();
  }
}

const DECLARATIONS: ReadonlyMap<string, (parser: XmlParser, reader: Reader) => boolean> = new Map([
  ['ENTITY', entityDeclaration],
  ['ELEMENT', elementDeclaration],
  ['ATTLIST', attlistDeclaration],
  ['NOTATION', notationDeclaration],
]);
