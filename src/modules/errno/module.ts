// The errno module: numbers as the host has them. CPython: Modules/errnomodule.c
import { int, type Value } from '../../runtime/core/value.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictSet } from '../../runtime/objects/dict/table.ts';

export const errnoModule: NativeModule = {
  name: 'errno',
  doc:
    'This module makes available standard errno system symbols.\n\n' +
    'The value of each symbol is the corresponding integer value,\n' +
    'e.g., on most systems, errno.ENOENT equals the integer 2.\n\n' +
    'The dictionary errno.errorcode maps numeric codes to symbol names,\n' +
    "e.g., errno.errorcode[2] could be the string 'ENOENT'.\n\n" +
    'Symbols that are not relevant to the underlying system are not defined.\n\n' +
    'To map error codes to error messages, use the function os.strerror(),\n' +
    "e.g. os.strerror(2) could return 'No such file or directory'.",
  values({ host }) {
    const { numbers, names } = host.errnos;
    const errorcode = new PyDict();
    const values: Record<string, Value> = { errorcode };
    for (const [name, number] of numbers) values[name] = int(number);
    for (const [number, name] of names) dictSet(errorcode, int(number), name);
    return values;
  },
};
