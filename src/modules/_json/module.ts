// The module `_json`. CPython: Modules/_json.c

import { fn, installType } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { encodeBaseString, encodeBaseStringAscii, encoderTable, encoderType } from './encoder.ts';
import { scannerTable, scannerType, scanString } from './scanner.ts';

export const jsonModule: NativeModule = {
  name: '_json',
  doc: 'json speedups\n',
  functions: {
    encode_basestring: fn('($module, object, /)', encodeBaseString),
    encode_basestring_ascii: fn('($module, object, /)', encodeBaseStringAscii),
    scanstring: fn('!($module, string, end, strict=True, /)', scanString),
  },
  types: { make_scanner: scannerType, make_encoder: encoderType },
  install: () => {
    installType(scannerType, scannerTable);
    installType(encoderType, encoderTable);
  },
};
