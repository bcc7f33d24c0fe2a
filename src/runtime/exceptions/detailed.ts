// Exceptions whose constructors take their fields: SyntaxError, OSError, the Unicode errors. CPython: Objects/exceptions.c
import { None } from '../core/object.ts';
import { typeOf } from '../core/primitives.ts';
import type { PyType } from '../core/type.ts';
import { int, type Value } from '../core/value.ts';
import { getset, installType, member, method, slot } from '../native/define.ts';
import { bytes, bytesType } from '../objects/bytes/bytes.ts';
import type { PyDict } from '../objects/dict/dict.ts';
import { intValue } from '../objects/int/int.ts';
import { isStr, jsString, type StrValue, textOfStr } from '../objects/str/str.ts';
import { type PyTuple, tuple } from '../objects/tuple/tuple.ts';
import { asIndex } from '../protocols/item.ts';
import { spread } from '../protocols/iterate.ts';
import { reprForMessage, str } from '../protocols/text.ts';
import { codePointAt, textLength } from '../text/text.ts';
import { attributeError, typeError } from './errors.ts';
import {
  exceptionNamed,
  exceptionTypes,
  type PyBaseException,
  type PyOSError,
  type PySyntaxError,
  type PyUnicodeError,
} from './exception.ts';
import { osErrorClass } from './oserror.ts';

function fields<T extends PyBaseException>(names: Record<string, keyof T & string>) {
  return Object.fromEntries(
    Object.entries(names).map(([name, key]) => [
      name,
      member(
        (self: T) => (self[key] as Value | undefined) ?? None,
        (self: T, value: Value | undefined) => {
          (self as Record<string, unknown>)[key] = value;
        },
      ),
    ]),
  );
}

/** CPython: SyntaxError_init */
function syntaxErrorInit(self: PySyntaxError, args: Value[], keywords: PyDict): Value {
  if (keywords.size > 0) throw typeError(`${self.cls.typeName}() takes no keyword arguments`);
  self.args = tuple(args);
  if (args.length > 0) self.msg = args[0];
  if (args.length !== 2) return None;
  const info = spread(args[1]!);
  if (info.length < 4) throw typeError(`function takes at least 4 arguments (${info.length} given)`);
  if (info.length > 7) throw typeError(`function takes at most 7 arguments (${info.length} given)`);
  if (info.length === 5) throw typeError('end_offset must be provided when end_lineno is provided');
  [self.filename, self.lineno, self.offset, self.text, self.endLineno, self.endOffset, self.metadata] = info;
  return None;
}

function syntaxErrorStr(self: PySyntaxError): Value {
  const file =
    self.filename !== undefined && isStr(self.filename) ? jsString(self.filename).split('/').pop() : undefined;
  const line = self.lineno === undefined ? undefined : intValue(self.lineno);
  const message = str(self.msg ?? None);
  if (file !== undefined && line !== undefined) return `${jsString(message)} (${file}, line ${line})`;
  if (file !== undefined) return `${jsString(message)} (${file})`;
  return line === undefined ? message : `${jsString(message)} (line ${line})`;
}

/** CPython: OSError_new: the errno selects the subclass */
function osErrorNew(cls: PyType, args: Value[], keywords: PyDict): Value {
  let actual = cls;
  if (cls === exceptionNamed('OSError') && args.length > 1 && args.length <= 5 && keywords.size === 0) {
    actual = osErrorClass(args[0]!) ?? cls;
  }
  const error = new (actual.Instance as unknown as new (args: PyTuple) => PyOSError)(tuple(args));
  setOSErrorFields(error, args);
  return error;
}

function setOSErrorFields(error: PyOSError, args: Value[]): void {
  if (args.length < 2 || args.length > 5) return;
  [error.errno, error.strerror] = args;
  const filename = args[2];
  if (filename === undefined || filename === None) return;
  if (error.cls.typeName === 'BlockingIOError' && intValue(filename) !== undefined) error.charactersWritten = filename;
  else {
    error.filename = filename;
    if (args[4] !== undefined && args[4] !== None) error.filename2 = args[4];
  }
  error.args = tuple(args.slice(0, 2));
}

function charactersWritten(self: PyOSError): Value {
  if (self.charactersWritten === undefined) throw attributeError('characters_written', self, 'characters_written');
  return self.charactersWritten;
}

function osErrorStr(self: PyOSError): Value {
  if (self.filename !== undefined && self.filename !== None) {
    const second = self.filename2 === undefined ? '' : ` -> ${reprForMessage(self.filename2)}`;
    return `[Errno ${shown(self.errno)}] ${shown(self.strerror)}: ${reprForMessage(self.filename)}${second}`;
  }
  if (self.errno !== undefined && self.strerror !== undefined)
    return `[Errno ${shown(self.errno)}] ${shown(self.strerror)}`;
  const { items } = self.args;
  return items.length === 0 ? '' : items.length === 1 ? str(items[0]!) : str(self.args);
}

function shown(v: Value | undefined): string {
  return jsString(str(v ?? None));
}

function osErrorReduce(self: PyOSError): Value {
  let args: Value = self.args;
  if (self.args.items.length === 2 && self.filename !== undefined) {
    const extra = self.filename2 === undefined ? [self.filename] : [self.filename, None, self.filename2];
    args = tuple([...self.args.items, ...extra]);
  }
  const dict = Object.keys(self).some((key) => key.startsWith('$')) ? [self.dict ?? None] : [];
  return tuple([self.cls, args, ...dict]);
}

function unicodeInit(names: readonly (keyof PyUnicodeError & string)[]) {
  return slot('($self, /, *args, **kwargs)', (self: PyUnicodeError, args: Value[], keywords: PyDict) => {
    if (keywords.size > 0) throw typeError(`${self.cls.typeName}() takes no keyword arguments`);
    if (args.length !== names.length) {
      throw typeError(`function takes exactly ${names.length} arguments (${args.length} given)`);
    }
    self.args = tuple(args);
    names.forEach((name, i) => {
      checkUnicodeField(self, name, args[i]!, i + 1);
      const copied = name === 'object' && !isStr(args[i]!) && typeOf(args[i]!) !== bytesType;
      (self as unknown as Record<string, Value>)[name] = copied ? bytes(bufferOf(args[i]!).slice()) : args[i]!;
    });
    return None;
  });
}

function checkUnicodeField(self: PyUnicodeError, name: string, value: Value, position: number): void {
  const decode = self.cls.mro.includes(exceptionNamed('UnicodeDecodeError'));
  if (name === 'start' || name === 'end') asIndex(value);
  else if (name === 'object' && decode) {
    if ((value as { getBuffer?: unknown }).getBuffer === undefined) {
      throw typeError(`a bytes-like object is required, not '${typeOf(value).typeName}'`);
    }
  } else if (!isStr(value)) throw typeError(`argument ${position} must be str, not ${typeOf(value).typeName}`);
}

/** CPython: UnicodeEncodeError_str and its like */
function unicodeStr(self: PyUnicodeError): Value {
  if (self.object === undefined) return '';
  // Whatever `__str__` these have may change the object.
  const reason = shown(self.reason);
  const codec = self.encoding === undefined ? '' : `'${shown(self.encoding)}' codec `;
  checkObject(self);
  const start = Number(intValue(self.start ?? int(0)));
  const end = Number(intValue(self.end ?? int(0)));
  const decode = self.cls.mro.includes(exceptionNamed('UnicodeDecodeError'));
  const verb = decode ? 'decode' : self.encoding === undefined ? 'translate' : 'encode';
  const one = end === start + 1 && start >= 0 && start < lengthOf(self.object);
  if (one && decode) {
    const byte = (self.object as unknown as { getBuffer(): Uint8Array }).getBuffer()[start]!;
    return `${codec}can't ${verb} byte 0x${byte.toString(16).padStart(2, '0')} in position ${start}: ${reason}`;
  }
  if (one)
    return `${codec}can't ${verb} character '${escaped(codePointAt(textOfStr(self.object as StrValue), start))}' in position ${start}: ${reason}`;
  return `${codec}can't ${verb} ${decode ? 'bytes' : 'characters'} in position ${start}-${end - 1}: ${reason}`;
}

function lengthOf(object: Value): number {
  return isStr(object) ? textLength(textOfStr(object)) : bufferOf(object).length;
}

function bufferOf(v: Value): Uint8Array {
  return (v as unknown as { getBuffer(): Uint8Array }).getBuffer();
}

/** A program may have set any field to anything. */
function checkObject(self: PyUnicodeError): void {
  const decode = self.cls.mro.includes(exceptionNamed('UnicodeDecodeError'));
  const { object } = self;
  if (object === undefined) throw typeError(`UnicodeError 'object' attribute is not set`);
  if (decode ? (object as { getBuffer?: unknown }).getBuffer === undefined : !isStr(object))
    throw typeError(`UnicodeError 'object' attribute must be a ${decode ? 'bytes' : 'string'}`);
}

/** `start` and `end`, C integers there. */
function position(name: 'start' | 'end') {
  return member(
    (self: PyUnicodeError) => self[name] ?? int(0),
    (self: PyUnicodeError, value: Value | undefined) => {
      if (value === undefined) throw typeError("can't delete numeric/char attribute");
      if (intValue(value) === undefined) throw typeError('an integer is required');
      self[name] = value;
    },
  );
}

function escaped(point: number): string {
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

export function installDetailedExceptions(): void {
  installType(exceptionNamed('SyntaxError'), {
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', syntaxErrorInit),
      __str__: slot('($self, /)', syntaxErrorStr),
    },
    properties: fields<PySyntaxError>({
      msg: 'msg',
      filename: 'filename',
      lineno: 'lineno',
      offset: 'offset',
      text: 'text',
      end_lineno: 'endLineno',
      end_offset: 'endOffset',
      print_file_and_line: 'printFileAndLine',
      _metadata: 'metadata',
    }),
  });
  installType(exceptionNamed('OSError'), {
    new: method('($type, *args, **kwargs)', osErrorNew),
    methods: {
      __init__: slot('($self, /, *args, **kwargs)', (self: PyOSError, args: Value[], keywords: PyDict) => {
        if (keywords.size > 0) throw typeError(`${self.cls.typeName}() takes no keyword arguments`);
        if (self.errno === undefined) setOSErrorFields(self, args);
        return None;
      }),
      __str__: slot('($self, /)', osErrorStr),
      __reduce__: method('($self, /)', osErrorReduce),
    },
    properties: {
      ...fields<PyOSError>({ errno: 'errno', strerror: 'strerror', filename: 'filename', filename2: 'filename2' }),
      characters_written: getset(
        (self: PyOSError) => charactersWritten(self),
        (self: PyOSError, value: Value | undefined) => {
          if (value === undefined && self.charactersWritten === undefined)
            throw attributeError('characters_written', self, 'characters_written');
          self.charactersWritten = value;
        },
      ),
    },
  });
  installUnicodeErrors();
  for (const type of exceptionTypes.values()) if (!type.attrs.has('__doc__')) installType(type, {});
}

function installUnicodeErrors(): void {
  const all = { encoding: 'encoding', object: 'object', start: 'start', end: 'end', reason: 'reason' } as const;
  const text = slot('($self, /)', unicodeStr);
  const codec = unicodeInit(['encoding', 'object', 'start', 'end', 'reason']);
  for (const name of ['UnicodeDecodeError', 'UnicodeEncodeError']) {
    installType(exceptionNamed(name), {
      methods: { __init__: codec, __str__: text },
      properties: { ...fields<PyUnicodeError>(all), start: position('start'), end: position('end') },
    });
  }
  installType(exceptionNamed('UnicodeTranslateError'), {
    methods: { __init__: unicodeInit(['object', 'start', 'end', 'reason']), __str__: text },
    properties: { ...fields<PyUnicodeError>(all), start: position('start'), end: position('end') },
  });
}
