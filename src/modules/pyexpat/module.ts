// The pyexpat module: the parser with Python's handlers. CPython: Modules/pyexpat.c
import { attributeKey } from '../../runtime/core/names.ts';
import { None, PyObject } from '../../runtime/core/object.ts';
import { staticType, typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import type { PyType } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { newError, overflowError, type Raised, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import { fn, getset, installType, member, method, type Property } from '../../runtime/native/define.ts';
import { exceptionClass } from '../../runtime/native/exception-type.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { newModule, type PyModule, setNamespaceValue } from '../../runtime/objects/module/module.ts';
import { isStr, jsString, strOfUtf16 } from '../../runtime/objects/str/str.ts';
import { tuple } from '../../runtime/objects/tuple/tuple.ts';
import { getAttr, setAttr } from '../../runtime/protocols/attribute.ts';
import { getBuffer } from '../../runtime/protocols/buffer.ts';
import { call } from '../../runtime/protocols/call.ts';
import { decodeByCodec, encodeStr } from '../../runtime/protocols/codecs.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { asIndex, intArgument } from '../../runtime/protocols/item.ts';
import { asDouble, isInt } from '../../runtime/protocols/real.ts';
import { type Decoder, tableDecoder } from './decode.ts';
import { ERRORS, XmlProblem } from './errors.ts';
import { type Argument, EVENTS, type EventName, type Listener, type Model } from './events.ts';
import { XmlParser } from './parser.ts';

const errorType: PyType = exceptionClass('xml.parsers.expat', 'ExpatError', 'Exception');
const FINISHED = 36;
const INVALID_ARGUMENT = 41;

class PyXmlParser extends PyObject implements Listener {
  readonly handlers = new Map<EventName, Value>();
  separator: string | undefined;
  parser!: XmlParser;
  base: string | undefined;
  prefixes = false;
  orderedAttributes = false;
  specifiedAttributes = false;
  parameterEntities = 0;
  foreignDtd = false;
  bufferText = false;
  bufferSize = 8192;
  buffered = '';
  intern: Value = None;
  errorCode = 0;
  finished = false;
  started = false;
  reparseDeferral = true;
  isRoot = true;
  amplification = { threshold: 8 * 1024 * 1024, factor: 100 };

  has(event: EventName): boolean {
    return this.handlers.has(event);
  }

  fire(event: EventName, args: readonly Argument[]): boolean {
    if (event === 'CharacterData' && this.bufferText) {
      this.keep(args[0] as string);
      return true;
    }
    this.flush();
    const answer = call(this.handlers.get(event)!, ...args.map(argumentValue));
    return answer === None ? false : isTrue(answer);
  }

  startElement(name: string, attributes: readonly string[], specified: number): void {
    this.flush();
    const shown = this.specifiedAttributes ? attributes.slice(0, specified) : attributes;
    let holder: Value;
    if (this.orderedAttributes) holder = new PyList(shown.map(strOfUtf16));
    else {
      const dict = new PyDict();
      for (let i = 0; i < shown.length; i += 2) dictSet(dict, strOfUtf16(shown[i]!), strOfUtf16(shown[i + 1]!));
      holder = dict;
    }
    call(this.handlers.get('StartElement')!, strOfUtf16(name), holder);
  }

  keep(text: string): void {
    if (this.buffered.length + text.length > this.bufferSize) this.flush();
    if (text.length > this.bufferSize) this.deliver(text);
    else this.buffered += text;
  }

  /** CPython: flush_character_buffer */
  flush(): void {
    if (this.buffered === '') return;
    const text = this.buffered;
    this.buffered = '';
    this.deliver(text);
  }

  deliver(text: string): void {
    const handler = this.handlers.get('CharacterData');
    if (handler !== undefined) call(handler, strOfUtf16(text));
  }
}

const parserType: PyType = staticType('xmlparser', PyXmlParser, {
  module: 'pyexpat',
  instantiable: false,
});

function argumentValue(v: Argument): Value {
  if (v === undefined) return None;
  if (typeof v === 'string') return strOfUtf16(v);
  return typeof v === 'number' ? int(v) : modelValue(v);
}

function modelValue({ type, quantifier, name, children }: Model): Value {
  return tuple([int(type), int(quantifier), argumentValue(name), tuple(children.map(modelValue))]);
}

/** An encoding that expat asks Python for: one byte a character. CPython: PyUnknownEncodingHandler */
function decoderOf(name: string): Decoder {
  const all = bytes(Uint8Array.from({ length: 256 }, (_, i) => i));
  const text = decodeByCodec(all, name, 'replace', true);
  const characters = isStr(text) ? jsString(text) : '';
  if ([...characters].length !== 256) throw valueError('multi-byte encodings are not supported');
  return tableDecoder(characters);
}

function attach(self: PyXmlParser, encoding: string | undefined, parent?: XmlParser, context?: string): void {
  const { separator } = self;
  const settings = () => ({
    separator,
    prefixes: self.prefixes,
    parameterEntities: self.parameterEntities,
    foreignDtd: self.foreignDtd,
    base: self.base,
    deferral: self.reparseDeferral,
    amplification: self.amplification,
  });
  self.parser = new XmlParser(self, settings, decoderOf, encoding, parent, context);
}

function optionalText(v: Value | undefined, owner: string, name: string): string | undefined {
  if (v === undefined || v === None) return undefined;
  if (isStr(v)) return jsString(v);
  throw typeError(`${owner}() argument '${name}' must be str or None, not ${typeOf(v).typeName}`);
}

/** CPython: pyexpat_ParserCreate_impl */
function parserCreate(encoding?: Value, separator?: Value, intern?: Value): Value {
  const self = new PyXmlParser();
  const name = optionalText(encoding, 'ParserCreate', 'encoding');
  self.separator = optionalText(separator, 'ParserCreate', 'namespace_separator');
  if (self.separator !== undefined && self.separator.length > 1) {
    throw valueError('namespace_separator must be at most one character, omitted, or None');
  }
  if (intern !== undefined && intern !== None && !(intern instanceof PyDict)) {
    throw typeError('intern must be a dictionary');
  }
  self.intern = intern ?? new PyDict();
  attach(self, name);
  return self;
}

function expatError(self: PyXmlParser, code: number): Raised {
  const { line, column } = self.parser;
  const error = newError(errorType, [`${ERRORS[code - 1]![1]}: line ${line}, column ${column}`]);
  setAttr(error, 'code', int(code));
  setAttr(error, 'lineno', int(line));
  setAttr(error, 'offset', int(column));
  return error;
}

function feed(self: PyXmlParser, data: Uint8Array, final: boolean): Value {
  if (self.errorCode !== 0) throw expatError(self, self.errorCode);
  if (self.finished) {
    self.errorCode = FINISHED;
    throw expatError(self, FINISHED);
  }
  self.started = true;
  try {
    self.parser.feed(data, final);
  } catch (problem) {
    if (!(problem instanceof XmlProblem)) throw problem;
    self.flush();
    self.errorCode = problem.code;
    throw expatError(self, problem.code);
  }
  self.flush();
  if (final) self.finished = true;
  return int(1);
}

function parse(self: PyXmlParser, data: Value, final?: Value): Value {
  const isFinal = final !== undefined && isTrue(final);
  if (!isStr(data)) return feed(self, getBuffer(data), isFinal);
  self.parser.forceUtf8();
  return feed(self, (encodeStr(data) as PyBytes).value, isFinal);
}

const FILE_BLOCK = 2048;

/** CPython: pyexpat_xmlparser_ParseFile_impl */
function parseFile(self: PyXmlParser, file: Value): Value {
  const read = getAttr(file, 'read');
  for (;;) {
    const data = call(read, int(FILE_BLOCK));
    if (!isStr(data) && !(data instanceof PyBytes)) {
      throw typeError(`read() did not return a bytes object (type=${typeOf(data).typeName})`);
    }
    const block = isStr(data) ? (encodeStr(data) as PyBytes).value : data.value;
    const done = feed(self, block, block.length === 0);
    if (block.length === 0) return done;
  }
}

/** A parser for an external entity that shares what this one knows. CPython: XML_ExternalEntityParserCreate */
function externalParser(self: PyXmlParser, context: Value, encoding?: Value): Value {
  const made = new PyXmlParser();
  const { separator, prefixes, orderedAttributes, specifiedAttributes, bufferText, bufferSize } = self;
  const { parameterEntities, intern, reparseDeferral } = self;
  Object.assign(made, { separator, prefixes, orderedAttributes, specifiedAttributes, bufferText, bufferSize });
  Object.assign(made, { parameterEntities, intern, reparseDeferral });
  made.isRoot = false;
  made.amplification = self.amplification;
  for (const [event, handler] of self.handlers) made.handlers.set(event, handler);
  const where = context === None ? undefined : isStr(context) ? jsString(context) : undefined;
  if (context !== None && where === undefined) {
    throw typeError(`ExternalEntityParserCreate() argument 1 must be str or None, not ${typeOf(context).typeName}`);
  }
  const name = encoding === undefined || encoding === None ? undefined : isStr(encoding) ? jsString(encoding) : '';
  attach(made, name, self.parser, where);
  return made;
}

/** Only the parser of the document itself may be told. */
function checkRoot(self: PyXmlParser): void {
  if (!self.isRoot) throw protectionError('parser must be a root parser');
}

function protectionError(message: string): Raised {
  const error = newError(errorType, [message]);
  setAttr(error, 'code', int(INVALID_ARGUMENT));
  return error;
}

function setThreshold(self: PyXmlParser, threshold: Value): Value {
  const n = asIndex(threshold);
  if (n < 0) throw valueError('Cannot convert negative int');
  if (n >= 1n << 64n) throw overflowError('Python int too large for C uint64_t');
  checkRoot(self);
  self.amplification.threshold = Number(n);
  return None;
}

function setFactor(self: PyXmlParser, factor: Value): Value {
  const wanted = asDouble(factor);
  checkRoot(self);
  if (!(wanted >= 1)) throw protectionError("'max_factor' must be at least 1.0");
  self.amplification.factor = wanted;
  return None;
}

function errorString(code: Value): Value {
  return ERRORS[intArgument(code) - 1]?.[1] ?? None;
}

/** A yes-or-no setting. */
function flag(get: (self: PyXmlParser) => boolean, set: (self: PyXmlParser, on: boolean) => void): Property {
  return getset(get, (self: PyXmlParser, v: Value | undefined) => {
    if (v === undefined) throw typeError('Cannot delete attribute');
    set(self, isTrue(v));
  });
}

function setBufferSize(self: PyXmlParser, v: Value | undefined): void {
  if (v === undefined) throw typeError('Cannot delete attribute');
  if (!isInt(v)) throw typeError('buffer_size must be an integer');
  const size = intArgument(v);
  if (size <= 0) throw valueError('buffer_size must be greater than zero');
  self.flush();
  self.bufferSize = size;
}

function handlerProperties(): Record<string, Property> {
  const properties: Record<string, Property> = {};
  for (const event of EVENTS) {
    const name = event === 'DefaultHandlerExpand' ? event : `${event}Handler`;
    properties[name] = getset(
      (self: PyXmlParser) => self.handlers.get(event) ?? None,
      (self: PyXmlParser, v: Value | undefined) => {
        if (v === undefined) throw typeError('Cannot delete attribute');
        if (event === 'CharacterData') self.flush();
        if (v === None) self.handlers.delete(event);
        else self.handlers.set(event, v);
      },
    );
  }
  return properties;
}

const line = getset((self: PyXmlParser) => int(self.parser.line));
const column = getset((self: PyXmlParser) => int(self.parser.column));
const byteIndex = getset((self: PyXmlParser) => int(self.started ? self.parser.byteIndex : -1));

function install(): void {
  installType(errorType, {});
  installType(parserType, {
    doc: 'XML parser',
    methods: {
      Parse: method('($self, data, isfinal=False, /)', parse),
      ParseFile: method('($self, file, /)', parseFile),
      SetBase: method('($self, base, /)', (self: PyXmlParser, base: Value) => {
        if (!isStr(base)) throw typeError(`SetBase() argument must be str, not ${typeOf(base).typeName}`);
        self.base = jsString(base);
        return None;
      }),
      GetBase: method('($self, /)', (self: PyXmlParser) => argumentValue(self.base), undefined, 'noargs'),
      GetInputContext: method('($self, /)', () => None, undefined, 'noargs'),
      ExternalEntityParserCreate: method(
        '($self, context, encoding=<unrepresentable>,\n                           /)',
        externalParser,
      ),
      SetParamEntityParsing: method('($self, flag, /)', (self: PyXmlParser, mode: Value) => {
        const wanted = intArgument(mode);
        if (self.started) return int(0);
        self.parameterEntities = wanted;
        return int(1);
      }),
      UseForeignDTD: method('($self, flag=True, /)', (self: PyXmlParser, on?: Value) => {
        if (self.started) throw expatError(self, 26);
        self.foreignDtd = on === undefined || isTrue(on);
        return None;
      }),
      SetBillionLaughsAttackProtectionActivationThreshold: method('($self, threshold, /)', setThreshold),
      SetBillionLaughsAttackProtectionMaximumAmplification: method(
        '($self, max_factor,\n                                                     /)',
        setFactor,
      ),
      SetReparseDeferralEnabled: method('($self, enabled, /)', (self: PyXmlParser, on: Value) => {
        self.reparseDeferral = isTrue(on);
        return None;
      }),
      GetReparseDeferralEnabled: method('($self, /)', (self: PyXmlParser) => self.reparseDeferral),
    },
    properties: {
      ...handlerProperties(),
      intern: member((self: PyXmlParser) => self.intern),
      ErrorCode: getset((self: PyXmlParser) => int(self.errorCode)),
      ErrorLineNumber: line,
      ErrorColumnNumber: column,
      ErrorByteIndex: byteIndex,
      CurrentLineNumber: line,
      CurrentColumnNumber: column,
      CurrentByteIndex: byteIndex,
      buffer_size: getset((self: PyXmlParser) => int(self.bufferSize), setBufferSize),
      buffer_used: getset((self: PyXmlParser) => int(self.buffered.length)),
      buffer_text: flag(
        (self) => self.bufferText,
        (self, on) => {
          self.flush();
          self.bufferText = on;
        },
      ),
      namespace_prefixes: flag(
        (self) => self.prefixes,
        (self, on) => {
          self.prefixes = on;
        },
      ),
      ordered_attributes: flag(
        (self) => self.orderedAttributes,
        (self, on) => {
          self.orderedAttributes = on;
        },
      ),
      specified_attributes: flag(
        (self) => self.specifiedAttributes,
        (self, on) => {
          self.specifiedAttributes = on;
        },
      ),
    },
  });
}

/** A module within this one, also found by `import`. */
function submodule(name: string, doc: string, values: Record<string, Value>): PyModule {
  const module = newModule(`pyexpat.${name}`);
  setNamespaceValue(module, attributeKey('__doc__'), doc);
  for (const [key, value] of Object.entries(values)) setNamespaceValue(module, attributeKey(key), value);
  dictSet(state.interp.modules as PyDict, `pyexpat.${name}`, module);
  return module;
}

function errorsModule(): PyModule {
  const codes = new PyDict();
  const messages = new PyDict();
  const values: Record<string, Value> = { codes, messages };
  for (const [i, [name, text]] of ERRORS.entries()) {
    values[`XML_ERROR_${name}`] = text;
    dictSet(codes, text, int(i + 1));
    dictSet(messages, int(i + 1), text);
  }
  return submodule('errors', 'Constants used to describe error conditions.', values);
}

function modelModule(): PyModule {
  const names = ['EMPTY', 'ANY', 'MIXED', 'NAME', 'CHOICE', 'SEQ'].map((name) => `XML_CTYPE_${name}`);
  const quantifiers = ['NONE', 'OPT', 'REP', 'PLUS'].map((name) => `XML_CQUANT_${name}`);
  return submodule('model', 'Constants used to interpret content model information.', {
    ...Object.fromEntries(names.map((name, i) => [name, int(i + 1)])),
    ...Object.fromEntries(quantifiers.map((name, i) => [name, int(i)])),
  });
}

export const pyexpatModule: NativeModule = {
  name: 'pyexpat',
  doc: 'Python wrapper for Expat parser.',
  install,
  types: { error: errorType, ExpatError: errorType, XMLParserType: parserType },
  functions: {
    ParserCreate: fn(
      '($module, /, encoding=None, namespace_separator=None,\n             intern=<unrepresentable>)',
      parserCreate,
      'Return a new XML parser object.',
    ),
    ErrorString: fn('($module, code, /)', errorString, 'Returns string error for given number.'),
  },
  values: () => ({
    EXPAT_VERSION: 'expat_2.9.0',
    version_info: tuple([2, 9, 0].map(int)),
    native_encoding: 'UTF-8',
    features: new PyList([
      tuple(['sizeof(XML_Char)', int(1)]),
      tuple(['sizeof(XML_LChar)', int(1)]),
      tuple(['XML_DTD', int(0)]),
      tuple(['XML_NS', int(0)]),
      tuple(['XML_GE', int(0)]),
    ]),
    errors: errorsModule(),
    model: modelModule(),
    XML_PARAM_ENTITY_PARSING_NEVER: int(0),
    XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: int(1),
    XML_PARAM_ENTITY_PARSING_ALWAYS: int(2),
  }),
};
