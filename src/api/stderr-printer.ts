// What sys.stderr is until the streams are opened: importing what they need may have something to say already (`-v`).
// CPython: Objects/fileobject.c (PyStdPrinter_Type)

import { None, PyObject } from '../runtime/core/object.ts';
import { staticType } from '../runtime/core/primitives.ts';
import { state } from '../runtime/core/state.ts';
import type { PyType } from '../runtime/core/type.ts';
import { int, type Value } from '../runtime/core/value.ts';
import { typeError } from '../runtime/exceptions/errors.ts';
import { installType, method } from '../runtime/native/define.ts';

const STDERR = 2;

class PyStdPrinter extends PyObject {}

const stdPrinterType: PyType = staticType('stderrprinter', PyStdPrinter, { instantiable: false });

function stdPrinterWrite(_self: PyStdPrinter, text: Value): Value {
  if (typeof text !== 'string') throw typeError('write() argument must be str');
  const { files } = state.interp.host;
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(files.write(STDERR, bytes));
  return int(text.length);
}

/** Made when it is asked for, as few starts have it. */
export function stderrPrinter(): Value {
  installType(stdPrinterType, {
    methods: {
      write: method('($self, text, /)', stdPrinterWrite),
      flush: method('($self, /)', () => None, undefined, 'noargs'),
    },
  });
  return new PyStdPrinter();
}
