// Elements and what is in them. CPython: Modules/expat/xmlparse.c (doContent, storeAtts, doCdataSection)
import { XmlProblem } from './errors.ts';
import type { AttributeDecl, Entity } from './events.ts';
import { comment, instruction, MORE, type XmlParser } from './parser.ts';
import { characterOf, invalidAt, nameEnd, PREDEFINED, spaceEnd } from './syntax.ts';

export interface OpenTag {
  /** As written, and as told. */
  readonly raw: string;
  readonly name: string;
  /** Namespaces that were in force outside. */
  readonly depth: number;
}

const TEXT = /(?:[^<&\r\n\]\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\](?!\]>))+/y;
const CDATA_TEXT = /[^\r\n\]\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+/y;

/** One token of content. */
export function contentStep(parser: XmlParser): boolean {
  const { src, pos } = parser;
  parser.mark(pos);
  if (parser.inCdata) return cdataStep(parser);
  const c = src[pos];
  if (c === '<') return markup(parser);
  if (c === '&') return reference(parser);
  if (c === '\r' || c === '\n') return newline(parser);
  TEXT.lastIndex = pos;
  let end = TEXT.test(src) ? TEXT.lastIndex : pos;
  if (end === src.length && parser.nested === 0 && !parser.final) {
    // A bracket at the end may turn out to begin `]]>`.
    for (let i = 0; i < 2 && end > pos && src[end - 1] === ']'; i++) end--;
    if (end === pos) return MORE;
  }
  if (end === pos) parser.fail('INVALID_TOKEN', src[pos] === ']' ? pos + 2 : pos);
  characters(parser, src.slice(pos, end));
  return parser.advance(end);
}

/** Expat's buffer for text that it has to convert. */
const CONVERTED = 1024;

function characters(parser: XmlParser, text: string, raw = text): void {
  if (text.length <= CONVERTED || !parser.converts) parser.emit('CharacterData', [text], raw);
  else {
    for (let at = 0; at < text.length; at += CONVERTED) {
      const part = text.slice(at, at + CONVERTED);
      parser.emit('CharacterData', [part], part);
    }
  }
}

function newline(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (src[pos] === '\r' && pos + 1 === src.length && !parser.final && parser.nested === 0) return MORE;
  characters(parser, '\n');
  return parser.advance(src.startsWith('\r\n', pos) ? pos + 2 : pos + 1);
}

function markup(parser: XmlParser): boolean {
  const { src, pos } = parser;
  switch (src[pos + 1]) {
    case undefined:
      return parser.more();
    case '/':
      return endTag(parser);
    case '?':
      return instruction(parser);
    case '!':
      return exclamation(parser);
    default:
      return startTag(parser);
  }
}

const CDATA_START = '<![CDATA[';

function exclamation(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (src.startsWith('<!--', pos)) return comment(parser);
  const head = src.slice(pos, pos + CDATA_START.length);
  if (head === CDATA_START) {
    parser.inCdata = true;
    parser.emit('StartCdataSection', [], CDATA_START);
    return parser.advance(pos + CDATA_START.length);
  }
  if (CDATA_START.startsWith(head) || '<!--'.startsWith(head)) return parser.more();
  parser.fail('INVALID_TOKEN', pos + 2);
}

/** A piece of a CDATA section. */
function cdataStep(parser: XmlParser): boolean {
  const { src, pos } = parser;
  if (src.startsWith(']]>', pos)) {
    parser.inCdata = false;
    parser.emit('EndCdataSection', [], ']]>');
    return parser.advance(pos + 3);
  }
  const c = src[pos];
  if (c === '\r' || c === '\n') return newline(parser);
  if (c === ']' && pos + 2 >= src.length && ']]>'.startsWith(src.slice(pos)) && !parser.final) return MORE;
  CDATA_TEXT.lastIndex = pos + (c === ']' ? 1 : 0);
  const end = CDATA_TEXT.test(src) ? CDATA_TEXT.lastIndex : pos + (c === ']' ? 1 : 0);
  if (end === pos) parser.fail('INVALID_TOKEN');
  characters(parser, src.slice(pos, end));
  return parser.advance(end);
}

interface Attribute {
  readonly name: string;
  readonly at: number;
  readonly raw: string;
  readonly rawAt: number;
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly end: number;
  readonly isEmpty: boolean;
}

/** The start tag at `pos`; undefined while it is incomplete. */
function scanTag(parser: XmlParser): Tag | undefined {
  const { src, pos } = parser;
  let at = nameEnd(src, pos + 1);
  if (at === pos + 1) parser.fail('INVALID_TOKEN', at);
  const name = src.slice(pos + 1, at);
  const attributes: Attribute[] = [];
  for (;;) {
    const next = spaceEnd(src, at);
    const c = src[next];
    if (c === undefined) return undefined;
    if (c === '>') return { name, attributes, end: next + 1, isEmpty: false };
    if (c === '/') {
      if (next + 1 >= src.length) return undefined;
      if (src[next + 1] !== '>') parser.fail('INVALID_TOKEN', next + 1);
      return { name, attributes, end: next + 2, isEmpty: true };
    }
    if (next === at) parser.fail('INVALID_TOKEN', next);
    const attribute = scanAttribute(parser, next);
    if (attribute === undefined) return undefined;
    attributes.push(attribute);
    at = attribute.rawAt + attribute.raw.length + 1;
  }
}

function scanAttribute(parser: XmlParser, at: number): Attribute | undefined {
  const { src } = parser;
  const end = nameEnd(src, at);
  if (end === at) parser.fail('INVALID_TOKEN', at);
  const equals = spaceEnd(src, end);
  if (equals >= src.length) return undefined;
  if (src[equals] !== '=') parser.fail('INVALID_TOKEN', equals);
  const open = spaceEnd(src, equals + 1);
  if (open >= src.length) return undefined;
  const quote = src[open]!;
  if (quote !== '"' && quote !== "'") parser.fail('INVALID_TOKEN', open);
  const close = src.indexOf(quote, open + 1);
  const raw = src.slice(open + 1, close < 0 ? src.length : close);
  checkValue(parser, raw, open + 1, close >= 0);
  return close < 0 ? undefined : { name: src.slice(at, end), at, raw, rawAt: open + 1 };
}

const REFERENCE = /&(?:#\d+|#x[\da-fA-F]+|[^\s&;<"'#]+);/y;

function checkValue(parser: XmlParser, raw: string, at: number, complete: boolean): void {
  const bad = invalidAt(raw);
  const less = raw.indexOf('<');
  if (bad >= 0 && (less < 0 || bad < less)) parser.fail('INVALID_TOKEN', at + bad);
  if (less >= 0) parser.fail('INVALID_TOKEN', at + less);
  for (let i = raw.indexOf('&'); i >= 0 && complete; i = raw.indexOf('&', i + 1)) {
    REFERENCE.lastIndex = i;
    if (REFERENCE.test(raw)) continue;
    const name = nameEnd(raw, i + 1);
    parser.fail('INVALID_TOKEN', at + name);
  }
}

function startTag(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const tag = scanTag(parser);
  if (tag === undefined) return parser.more();
  const raw = src.slice(pos, tag.end);
  const depth = parser.bindings.depth;
  const { names, specified } = attributesOf(parser, tag);
  const name = parser.settings().separator === undefined ? tag.name : parser.bindings.expand(parser, tag.name, false);
  if (parser.listener.has('StartElement')) parser.listener.startElement(name, names, specified);
  else if (!(tag.isEmpty && parser.listener.has('EndElement'))) parser.unhandled(raw);
  if (!tag.isEmpty) parser.tags.push({ raw: tag.name, name, depth });
  else {
    parser.mark(tag.end);
    if (parser.listener.has('EndElement')) parser.listener.fire('EndElement', [name]);
    parser.bindings.leave(parser, depth);
    afterElement(parser);
  }
  return parser.advance(tag.end);
}

function afterElement(parser: XmlParser): void {
  if (parser.tags.length === 0 && parser.mode === 'content' && parser.nested === 0) parser.mode = 'epilog';
}

/** Names and values in turn: those given, then those the document type adds. */
function attributesOf(parser: XmlParser, tag: Tag): { names: string[]; specified: number } {
  const declared = parser.dtd.attributes.get(tag.name) ?? [];
  const values = new Map<string, string>();
  for (const { name, at, raw, rawAt } of tag.attributes) {
    if (values.has(name)) parser.fail('DUPLICATE_ATTRIBUTE', at);
    const isCdata = declared.find((each) => each.name === name)?.isCdata ?? true;
    values.set(name, attributeValue(parser, raw, isCdata, rawAt));
  }
  const given = values.size;
  for (const { name, value } of declared) {
    if (value !== undefined && !values.has(name)) values.set(name, value);
  }
  if (parser.settings().separator === undefined) {
    return { names: [...values].flat(), specified: 2 * given };
  }
  return withNamespaces(parser, [...values], given);
}

function withNamespaces(
  parser: XmlParser,
  values: readonly [string, string][],
  given: number,
): { names: string[]; specified: number } {
  for (const [name, value] of values) {
    if (name === 'xmlns') parser.bindings.declare(parser, undefined, value);
    else if (name.startsWith('xmlns:')) parser.bindings.declare(parser, name.slice(6), value);
  }
  const names = new Map<string, string>();
  const seen = new Set<string>();
  let specified = 0;
  for (const [index, [name, value]] of values.entries()) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const expanded = parser.bindings.expand(parser, name, true);
    const key = name.includes(':') ? `${parser.bindings.lookup(name.split(':')[0]!)} ${name.split(':')[1]}` : name;
    if (seen.has(key)) parser.fail('DUPLICATE_ATTRIBUTE');
    seen.add(key);
    names.set(expanded, value);
    if (index < given) specified += 2;
  }
  return { names: [...names].flat(), specified };
}

/** An attribute's value: references replaced, white space made spaces, and single ones unless it is CDATA. */
export function attributeValue(parser: XmlParser, raw: string, isCdata: boolean, at?: number): string {
  const value = expandValue(parser, raw, at);
  return isCdata ? value : value.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

function expandValue(parser: XmlParser, raw: string, at: number | undefined): string {
  const plain = raw.replace(/\r\n|[\t\r\n]/g, ' ');
  if (!plain.includes('&')) return plain;
  return raw.replace(/&([^;]*);|\r\n|[\t\r\n]/g, (whole, name: string | undefined, offset: number) => {
    if (name === undefined) return ' ';
    const failAt = (problem: string): never => parser.fail(problem, at === undefined ? parser.pos : at + offset);
    if (name.startsWith('#')) return characterOf(name) ?? failAt('BAD_CHAR_REF');
    const predefined = PREDEFINED.get(name);
    if (predefined !== undefined) return predefined;
    const entity = parser.dtd.entities.get(name);
    if (entity === undefined) return isUndefined(parser) ? failAt('UNDEFINED_ENTITY') : whole.slice(0, 0);
    if (entity.open) failAt('RECURSIVE_ENTITY_REF');
    if (entity.notation !== undefined) failAt('BINARY_ENTITY_REF');
    if (entity.text === undefined) failAt('ATTRIBUTE_EXTERNAL_ENTITY_REF');
    if (entity.text!.includes('<')) failAt('INVALID_TOKEN');
    let value = '';
    parser.within(entity, () => {
      value = expandValue(parser, entity.text!, undefined);
    });
    return value;
  });
}

/** Whether an entity that is not declared is an error: all declarations were read. */
function isUndefined({ dtd }: XmlParser): boolean {
  return !dtd.hasUnread || dtd.standalone;
}

function endTag(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const end = nameEnd(src, pos + 2);
  if (end === pos + 2 && end < src.length) parser.fail('INVALID_TOKEN', end);
  const close = spaceEnd(src, end);
  if (close >= src.length) return parser.more();
  if (src[close] !== '>') parser.fail('INVALID_TOKEN', close);
  const tag = parser.tags.at(-1);
  if (tag === undefined) parser.fail('ASYNC_ENTITY');
  if (tag.raw !== src.slice(pos + 2, end)) parser.fail('TAG_MISMATCH', pos + 2);
  parser.tags.pop();
  parser.emit('EndElement', [tag.name], src.slice(pos, close + 1));
  parser.bindings.leave(parser, tag.depth);
  afterElement(parser);
  return parser.advance(close + 1);
}

/** `&name;` or `&#38;` */
function reference(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const end = src.indexOf(';', pos);
  REFERENCE.lastIndex = pos;
  if (end < 0 || !REFERENCE.test(src)) return badReference(parser);
  const name = src.slice(pos + 1, end);
  const raw = src.slice(pos, end + 1);
  if (name.startsWith('#')) {
    const character = characterOf(name);
    if (character === undefined) parser.fail('BAD_CHAR_REF');
    characters(parser, character, raw);
  } else if (nameEnd(name, 0) !== name.length) parser.fail('INVALID_TOKEN', pos + 1 + nameEnd(name, 0));
  else if (PREDEFINED.has(name)) characters(parser, PREDEFINED.get(name)!, raw);
  else entityReference(parser, name, raw);
  return parser.advance(end + 1);
}

function badReference(parser: XmlParser): boolean {
  const { src, pos } = parser;
  const name = nameEnd(src, pos + 1);
  if (src[pos + 1] === '#') {
    const digits = /#x?[\da-fA-F]*/y;
    digits.lastIndex = pos + 1;
    digits.test(src);
    if (digits.lastIndex < src.length) parser.fail('INVALID_TOKEN', digits.lastIndex);
  } else if (name < src.length) parser.fail('INVALID_TOKEN', name);
  return parser.more();
}

function entityReference(parser: XmlParser, name: string, raw: string): void {
  const { dtd, listener } = parser;
  const entity = dtd.entities.get(name);
  if (entity === undefined) {
    if (isUndefined(parser)) parser.fail('UNDEFINED_ENTITY');
    if (listener.has('SkippedEntity')) listener.fire('SkippedEntity', [name, 0]);
    else parser.unhandled(raw);
    return;
  }
  if (entity.open) parser.fail('RECURSIVE_ENTITY_REF');
  if (entity.notation !== undefined) parser.fail('BINARY_ENTITY_REF');
  if (entity.text === undefined) externalEntity(parser, entity, raw);
  else if (listener.has('Default') && !listener.has('DefaultHandlerExpand')) {
    if (listener.has('SkippedEntity')) listener.fire('SkippedEntity', [name, 0]);
    else parser.unhandled(raw);
  } else internalEntity(parser, entity);
}

function internalEntity(parser: XmlParser, entity: Entity): void {
  const depth = parser.tags.length;
  parser.within(entity, () => {
    while (parser.pos < parser.src.length) {
      contentStep(parser);
      if (parser.tags.length < depth) parser.fail('ASYNC_ENTITY');
    }
    if (parser.inCdata) throw new XmlProblem('UNCLOSED_CDATA_SECTION');
    if (parser.tags.length !== depth) parser.fail('ASYNC_ENTITY');
  });
}

function externalEntity(parser: XmlParser, entity: Entity, raw: string): void {
  if (!parser.listener.has('ExternalEntityRef')) {
    parser.unhandled(raw);
    return;
  }
  entity.open = true;
  const open = [...parser.dtd.entities.values()].filter((each) => each.open).map((each) => each.name);
  const spaces = parser.settings().separator === undefined ? [] : parser.bindings.describe();
  const context = [...spaces, ...open].join('\f');
  const args = [context, entity.base, entity.systemId, entity.publicId];
  const done = parser.listener.fire('ExternalEntityRef', args);
  entity.open = false;
  if (!done) parser.fail('EXTERNAL_ENTITY_HANDLING');
}

/** The default value of an attribute's declaration, once for all elements. */
export function declareAttribute(parser: XmlParser, element: string, declared: AttributeDecl): void {
  const known = parser.dtd.attributes.get(element);
  if (known === undefined) parser.dtd.attributes.set(element, [declared]);
  else if (!known.some((each) => each.name === declared.name)) known.push(declared);
}
