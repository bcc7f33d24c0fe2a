// The _pickle module. CPython: Modules/_pickle.c
import { None } from '../../runtime/core/object.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { type PyType, typeLookup } from '../../runtime/core/type.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { attributeError, runtimeError, typeError, valueError } from '../../runtime/exceptions/errors.ts';
import {
  fn,
  getset,
  installType,
  makeFunction,
  member,
  method,
  type NativeSpec,
  type Property,
  slot,
} from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { bytes, PyBytes } from '../../runtime/objects/bytes/bytes.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { getAttr, instanceAttribute, lookupAttr } from '../../runtime/protocols/attribute.ts';
import { copyBuffer, getBuffer } from '../../runtime/protocols/buffer.ts';
import { isTrue } from '../../runtime/protocols/compare.ts';
import { intArgument, parsedInt } from '../../runtime/protocols/item.ts';
import { iter } from '../../runtime/protocols/iterate.ts';
import { installPickleBuffer, pickleBufferType } from './buffer.ts';
import { pickleErrorType, picklingError, picklingErrorType, unpicklingError, unpicklingErrorType } from './errors.ts';
import { load } from './load.ts';
import { findClass, unsupportedPersistent } from './load-objects.ts';
import { installMemos, PyPicklerMemo, PyUnpicklerMemo, setPicklerMemo, setUnpicklerMemo } from './memo-proxy.ts';
import * as op from './opcodes.ts';
import { type PicklerOptions, PyPickler, picklerType } from './pickler.ts';
import { PickleReader } from './reader.ts';
import { save } from './save.ts';
import { PyUnpickler, type UnpicklerOptions, unpicklerType } from './unpickler.ts';

const flag = (v: Value | undefined): boolean => v === undefined || isTrue(v);
const given = (v: Value | undefined): Value | undefined => (v === None ? undefined : v);

/** CPython: _Pickler_SetProtocol, _Pickler_SetBufferCallback */
function picklerOptions(
  file: Value | undefined,
  protocol: Value | undefined,
  fixImports: Value | undefined,
  bufferCallback: Value | undefined,
): PicklerOptions {
  let number = protocol === undefined || protocol === None ? op.DEFAULT_PROTOCOL : intArgument(protocol);
  if (number < 0) number = op.HIGHEST_PROTOCOL;
  if (number > op.HIGHEST_PROTOCOL) throw valueError(`pickle protocol must be <= ${op.HIGHEST_PROTOCOL}`);
  const callback = given(bufferCallback);
  if (callback !== undefined && number < 5) throw valueError('buffer_callback needs protocol >= 5');
  return { file: file && writeOf(file), protocol: number, fixImports: flag(fixImports), bufferCallback: callback };
}

function writeOf(file: Value): Value {
  const write = lookupAttr(file, 'write');
  if (write === undefined) throw typeError("file must have a 'write' attribute");
  return write;
}

function textArgument(v: Value | undefined, owner: string, name: string, fallback: string): string {
  if (v === undefined) return fallback;
  if (isStr(v)) return jsString(v);
  throw typeError(`${owner}() argument '${name}' must be str, not ${v === None ? 'None' : typeOf(v).typeName}`);
}

type UnpicklerArguments = [fixImports?: Value, encoding?: Value, errors?: Value, buffers?: Value];

function unpicklerOptions(
  reader: PickleReader,
  owner: string,
  [fixImports, encoding, errors, buffers]: UnpicklerArguments,
): UnpicklerOptions {
  return {
    reader,
    fixImports: flag(fixImports),
    encoding: textArgument(encoding, owner, 'encoding', 'ASCII'),
    errors: textArgument(errors, owner, 'errors', 'strict'),
    buffers: buffers === undefined || buffers === None ? undefined : iter(buffers),
  };
}

/** What a subclass, or one of the instance's attributes, puts in the place of a method here. */
function overridden(self: PyPickler | PyUnpickler, base: PyType, name: string): Value | undefined {
  const type = typeOf(self);
  if (typeLookup(type, name) !== base.attrs.get(name)) return getAttr(self, name);
  return self.own?.get(name) ?? (type.hasDict ? instanceAttribute(self, name) : undefined);
}

function run(self: PyPickler, obj: Value): void {
  const writer = self.writer!;
  self.fastNesting = 0;
  self.fastSeen = undefined;
  writer.start();
  if (self.protocol >= 2) writer.number(op.PROTO, self.protocol, 1);
  if (self.protocol >= 4) writer.frames();
  save(self, obj);
  writer.byte(op.STOP);
  writer.finish();
  writer.flush();
}

/** CPython: _pickle_Pickler_dump_impl */
function picklerDump(self: PyPickler, obj: Value): Value {
  if (self.writer === undefined) {
    throw picklingError(`Pickler.__init__() was not called by ${typeOf(self).typeName}.__init__()`);
  }
  if (self.isRunning) throw runtimeError('Pickler object is already used');
  self.isRunning = true;
  try {
    self.persistentId = overridden(self, picklerType, 'persistent_id');
    self.reducerOverride = lookupAttr(self, 'reducer_override');
    run(self, obj);
  } finally {
    self.isRunning = false;
  }
  return None;
}

/** CPython: _pickle_Unpickler_load_impl */
function unpicklerLoad(self: PyUnpickler): Value {
  if (self.reader === undefined) {
    throw unpicklingError(`Unpickler.__init__() was not called by ${typeOf(self).typeName}.__init__()`);
  }
  if (self.isRunning) throw runtimeError('Unpickler object is already used');
  self.isRunning = true;
  try {
    self.findClass = overridden(self, unpicklerType, 'find_class');
    self.persistentLoad = overridden(self, unpicklerType, 'persistent_load');
    return load(self);
  } finally {
    self.isRunning = false;
  }
}

function picklerInit(self: PyPickler, file: Value, protocol?: Value, fixImports?: Value, callback?: Value): Value {
  if (self.isRunning) throw runtimeError('Pickler object is already used');
  self.prepare(picklerOptions(file, protocol, fixImports, callback));
  self.dispatchTable = lookupAttr(self, 'dispatch_table');
  return None;
}

function unpicklerInit(self: PyUnpickler, file: Value, ...rest: UnpicklerArguments): Value {
  if (self.isRunning) throw runtimeError('Unpickler object is already used');
  self.prepare(unpicklerOptions(new PickleReader(new Uint8Array(0), file), 'Unpickler', rest));
  return None;
}

function dump(obj: Value, file: Value, protocol?: Value, fixImports?: Value, callback?: Value): Value {
  const pickler = new PyPickler();
  pickler.prepare(picklerOptions(file, protocol, fixImports, callback));
  run(pickler, obj);
  return None;
}

function dumps(obj: Value, protocol?: Value, fixImports?: Value, callback?: Value): Value {
  const pickler = new PyPickler();
  pickler.prepare(picklerOptions(undefined, protocol, fixImports, callback));
  run(pickler, obj);
  return bytes(pickler.writer!.contents());
}

function loadFile(file: Value, ...rest: UnpicklerArguments): Value {
  const unpickler = new PyUnpickler();
  unpickler.prepare(unpicklerOptions(new PickleReader(new Uint8Array(0), file), 'load', rest));
  return load(unpickler);
}

function loads(data: Value, ...rest: UnpicklerArguments): Value {
  const unpickler = new PyUnpickler();
  const contents = data instanceof PyBytes ? data.value : (copyBuffer(data) ?? getBuffer(data));
  unpickler.prepare(unpicklerOptions(new PickleReader(contents), 'loads', rest));
  return load(unpickler);
}

/** A method that an instance may have its own of. CPython: Pickler_getattr, Pickler_setattr */
function replaceable(name: string, spec: NativeSpec): Property {
  const plain = makeFunction('_pickle', name, spec) as unknown as Value;
  return getset(
    (self: PyPickler | PyUnpickler) => self.own?.get(name) ?? plain,
    (self: PyPickler | PyUnpickler, value) => {
      if (value !== undefined) (self.own ??= new Map()).set(name, value);
      else if (self.own?.delete(name) !== true) throw attributeError(name);
    },
  );
}

function install(): void {
  for (const type of [pickleErrorType, picklingErrorType, unpicklingErrorType]) installType(type, {});
  installPickleBuffer();
  installMemos();
  installType(picklerType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as new () => PyPickler)()),
    methods: {
      __init__: slot('($self, file, protocol=None, fix_imports=True, buffer_callback=None)', picklerInit),
      dump: method('($self, obj, /)', picklerDump),
      clear_memo: method('($self, /)', (self: PyPickler) => {
        self.memo.clear();
        return None;
      }),
      __sizeof__: method('($self, /)', (self: PyPickler) => int(200 + 16 * self.memo.size)),
    },
    properties: {
      persistent_id: replaceable(
        'persistent_id',
        fn('($module, obj, /)', () => None),
      ),
      memo: getset((self: PyPickler) => new PyPicklerMemo(self), setPicklerMemo),
      bin: member(
        (self: PyPickler) => int(self.isBinary),
        (self: PyPickler, value) => {
          self.isBinary = value === undefined ? 0 : parsedInt(value);
        },
      ),
      fast: member(
        (self: PyPickler) => int(self.fast),
        (self: PyPickler, value) => {
          self.fast = value === undefined ? 0 : parsedInt(value);
        },
      ),
      dispatch_table: member(
        (self: PyPickler) => self.dispatchTable,
        (self: PyPickler, value) => {
          self.dispatchTable = value;
        },
      ),
    },
  });
  installType(unpicklerType, {
    new: method('($type, *args, **kwargs)', (cls: PyType) => new (cls.Instance as unknown as new () => PyUnpickler)()),
    methods: {
      __init__: slot(
        "($self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
        unpicklerInit,
      ),
      load: method('($self, /)', unpicklerLoad),
      find_class: method('($self, module_name, global_name, /)', findClass),
      __sizeof__: method('($self, /)', (self: PyUnpickler) => int(200 + 16 * self.memoSize)),
    },
    properties: {
      persistent_load: replaceable(
        'persistent_load',
        fn('($module, pid, /)', () => {
          throw unsupportedPersistent();
        }),
      ),
      memo: getset((self: PyUnpickler) => new PyUnpicklerMemo(self), setUnpicklerMemo),
    },
  });
}

const LOAD = "*, fix_imports=True, encoding='ASCII', errors='strict', buffers=()";

export const pickleModule: NativeModule = {
  name: '_pickle',
  doc: 'Optimized C implementation for the Python pickle module.',
  functions: {
    dump: fn('($module, /, obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)', dump),
    dumps: fn('($module, /, obj, protocol=None, *, fix_imports=True, buffer_callback=None)', dumps),
    load: fn(`($module, /, file, ${LOAD})`, loadFile),
    loads: fn(`($module, data, /, ${LOAD})`, loads),
  },
  types: {
    PickleError: pickleErrorType,
    PicklingError: picklingErrorType,
    UnpicklingError: unpicklingErrorType,
    Pickler: picklerType,
    Unpickler: unpicklerType,
    PickleBuffer: pickleBufferType,
  },
  install,
};
