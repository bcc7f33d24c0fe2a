// Tracebacks, frames and code objects as introspection sees them. CPython: Python/traceback.c, Objects/frameobject.c, codeobject.c
import { None } from '../../core/object.ts';
import { state } from '../../core/state.ts';
import type { PyType } from '../../core/type.ts';
import { int, type Value } from '../../core/value.ts';
import { attributeError, indexError, runtimeError, typeError, valueError } from '../../exceptions/errors.ts';
import { getset, installType, member, method, slot } from '../../native/define.ts';
import { emptyBytes } from '../bytes/bytes.ts';
import { codeType, type PyCode } from '../code/code.ts';
import { codeLines, codePositions, copyCode } from '../code/lines.ts';
import { globalsDict } from '../dict/dict.ts';
import { intValue } from '../int/int.ts';
import { objectId } from '../object/identity.ts';
import { tuple } from '../tuple/tuple.ts';
import { installFrameLocals, PyFrameLocals } from './frame-locals.ts';
import { frameType, PyFrame, PyTraceback, positionOf, tracebackType } from './traceback.ts';

const address = (v: Value): string => `0x${objectId(v).toString(16).padStart(12, '0')}`;
const lineOf = (code: PyCode, position: number): number => positionOf(code, position)[0] || code.info.firstlineno;

function installTraceback(): void {
  installType(tracebackType, {
    new: method(
      '($type, tb_next, tb_frame, tb_lasti, tb_lineno)',
      (_cls: PyType, next: Value, frame: Value, lasti: Value) => {
        if (!(frame instanceof PyFrame)) throw typeError('TracebackType() argument 2 must be frame');
        return PyTraceback.of(next === None ? undefined : (next as PyTraceback), frame, Number(lasti) / 2);
      },
    ),
    properties: {
      tb_next: getset(
        (self: PyTraceback) => self.next ?? None,
        (self: PyTraceback, value: Value | undefined) => {
          if (value === undefined) throw typeError("can't delete tb_next attribute");
          if (value !== None && !(value instanceof PyTraceback))
            throw typeError(`expected traceback object or None, got '${value}'`);
          for (let tb = value === None ? undefined : (value as PyTraceback); tb !== undefined; tb = tb.next) {
            if (tb === self) throw valueError('traceback loop detected');
          }
          self.next = value === None ? undefined : (value as PyTraceback);
        },
      ),
      tb_frame: member((self: PyTraceback) => self.frame),
      // Two units per instruction, as dis and traceback expect of an offset into co_positions.
      tb_lasti: member((self: PyTraceback) => int(self.position * 2)),
      tb_lineno: getset((self: PyTraceback) => int(lineOf(self.code, self.position))),
    },
  });
}

/** CPython: frame_clear_impl */
function clearFrame(self: PyFrame): Value {
  if (self.live !== undefined && !self.isLeft) throw runtimeError('cannot clear an executing frame');
  self.values = undefined;
  self.live = undefined;
  self.extraLocals = undefined;
  return None;
}

/** Execution cannot be made to go on elsewhere. CPython: frame_lineno_set_impl */
function setLine(self: PyFrame, value: Value | undefined): void {
  if (value === undefined) throw attributeError("attribute 'f_lineno' of 'frame' objects cannot be deleted");
  if (intValue(value) === undefined) throw valueError('lineno must be an integer');
  if (!state.isTracing || self.trace === undefined) throw valueError('f_lineno can only be set in a trace function');
  throw valueError('jumping to another line is not supported');
}

function flagSetter(name: 'traceLines' | 'traceOpcodes') {
  return (self: PyFrame, value: Value | undefined): void => {
    if (value === undefined) throw typeError("can't delete numeric/char attribute");
    if (typeof value !== 'boolean') throw typeError('attribute value type must be bool');
    self[name] = value;
  };
}

function installFrame(): void {
  installType(frameType, {
    methods: {
      __repr__: slot(
        '($self, /)',
        (self: PyFrame) =>
          `<frame at ${address(self)}, file '${self.code.filename}', line ${lineOf(self.code, self.position)}, code ${self.code.name}>`,
      ),
      clear: method('($self, /)', clearFrame),
    },
    properties: {
      f_code: member((self: PyFrame) => self.code),
      f_globals: member((self: PyFrame) => globalsDict(self.globals)),
      f_builtins: member(() => globalsDict(state.interp.builtins)),
      f_back: getset((self: PyFrame) => self.back ?? None),
      f_lineno: getset(
        (self: PyFrame) => int(lineOf(self.code, self.position)),
        (self: PyFrame, value: Value | undefined) => setLine(self, value),
      ),
      f_lasti: member((self: PyFrame) => int(self.position * 2)),
      f_locals: getset((self: PyFrame) => {
        if (self.namespace !== undefined) return self.namespace;
        return self.code.name === '<module>' ? globalsDict(self.globals) : new PyFrameLocals(self);
      }),
      f_trace: getset(
        (self: PyFrame) => self.trace ?? None,
        (self: PyFrame, value: Value | undefined) => {
          self.trace = value === None ? undefined : value;
          self.lastLine = 0;
        },
      ),
      f_trace_lines: member((self: PyFrame) => self.traceLines, flagSetter('traceLines')),
      f_trace_opcodes: getset((self: PyFrame) => self.traceOpcodes, flagSetter('traceOpcodes')),
      f_generator: getset((self: PyFrame) => self.owner() ?? None),
    },
  });
}

function indexOut(): never {
  throw indexError('tuple index out of range');
}

function installCode(): void {
  const strings = (names: readonly string[]): Value => tuple([...names]);
  installType(codeType, {
    methods: {
      __repr__: slot(
        '($self, /)',
        (self: PyCode) =>
          `<code object ${self.name} at ${address(self)}, file "${self.filename}", line ${self.info.firstlineno}>`,
      ),
      co_lines: method('($self, /)', codeLines),
      co_positions: method('($self, /)', codePositions),
      _varname_from_oparg: method('($self, oparg)', (self: PyCode, i: Value) => {
        const names = [...self.varnames, ...self.info.cellvars, ...self.info.freevars];
        return names[Number(intValue(i))] ?? indexOut();
      }),
      co_branches: method('($self, /)', () => tuple([])),
      replace: method('($self, /, **changes)', copyCode),
      __replace__: method('($self, /, **changes)', copyCode),
    },
    properties: {
      co_name: member((self: PyCode) => self.name),
      co_qualname: member((self: PyCode) => self.qualname),
      co_filename: member((self: PyCode) => self.filename),
      co_firstlineno: member((self: PyCode) => int(self.info.firstlineno)),
      co_argcount: member((self: PyCode) => int(self.argcount)),
      co_posonlyargcount: member((self: PyCode) => int(self.posonlyargcount)),
      co_kwonlyargcount: member((self: PyCode) => int(self.kwonlyargcount)),
      co_nlocals: member((self: PyCode) => int(self.varnames.length)),
      co_flags: member((self: PyCode) => int(self.flags)),
      co_stacksize: member(() => int(1)),
      co_varnames: getset((self: PyCode) => strings(self.varnames)),
      co_cellvars: getset((self: PyCode) => strings(self.info.cellvars)),
      co_freevars: getset((self: PyCode) => strings(self.info.freevars)),
      co_names: member((self: PyCode) => strings(self.info.names)),
      co_consts: member((self: PyCode) => tuple([self.doc ?? None, ...self.nested()])),
      co_code: getset(() => emptyBytes),
      co_linetable: member(() => emptyBytes),
      co_lnotab: getset(() => emptyBytes),
      co_exceptiontable: member(() => emptyBytes),
    },
  });
}

export function installIntrospection(): void {
  installTraceback();
  installFrame();
  installFrameLocals();
  installCode();
}
