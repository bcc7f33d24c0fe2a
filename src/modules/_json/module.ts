// The module `_json`. CPython: Modules/_json.c

import { attributeKey } from '../../runtime/core/names.ts';
import type { PyObject } from '../../runtime/core/object.ts';
import type { Value } from '../../runtime/core/value.ts';
import { fn, installFunctions, installType, type ModuleTable } from '../../runtime/native/define.ts';
import { encodeBaseString, encodeBaseStringAscii, encoderTable, encoderType } from './encoder.ts';
import { scannerTable, scannerType, scanString } from './scanner.ts';

const functions: ModuleTable = {
  encode_basestring: fn('($module, object, /)', encodeBaseString),
  encode_basestring_ascii: fn('($module, object, /)', encodeBaseStringAscii),
  scanstring: fn('($module, string, end, strict=True, /)', scanString),
};

installType(scannerType, scannerTable);
installType(encoderType, encoderTable);

/** Fills the namespace of the module `_json`. */
export function initJson(namespace: PyObject): void {
  installFunctions(namespace, '_json', functions);
  const values = namespace as unknown as Record<string, Value>;
  values[attributeKey('make_scanner')] = scannerType;
  values[attributeKey('make_encoder')] = encoderType;
}
