// The posix module, which os is made of. CPython: Modules/posixmodule.c
import { int, type Value } from '../../runtime/core/value.ts';
import { exceptionNamed } from '../../runtime/exceptions/exception.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyDict } from '../../runtime/objects/dict/dict.ts';
import { dictClear, dictSet } from '../../runtime/objects/dict/table.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { getAttr } from '../../runtime/protocols/attribute.ts';
import { CONSTANTS, HAVE_AT_FUNCTIONS, HAVE_FUNCTIONS } from './constants.ts';
import { DESCRIPTOR_FUNCTIONS } from './descriptors.ts';
import { PATH_FUNCTIONS } from './paths.ts';
import { fillEnviron, makeEnviron, PROCESS_FUNCTIONS, SYSCONF_NAMES } from './process.ts';
import {
  installResults,
  schedParam,
  statResult,
  statvfsResult,
  terminalSize,
  timesResult,
  unameResult,
  waitidResult,
} from './results.ts';
import { dirEntryType, installScandir, SCANDIR_FUNCTIONS } from './scandir.ts';
import { TREE_FUNCTIONS } from './tree.ts';

export const posixModule: NativeModule = {
  name: 'posix',
  doc:
    'This module provides access to operating system functionality that is\n' +
    'standardized by the C Standard and the POSIX standard (a thinly\n' +
    'disguised Unix interface).  Refer to the library manual and\n' +
    'corresponding Unix manual entries for more information on calls.',
  functions: {
    ...DESCRIPTOR_FUNCTIONS,
    ...TREE_FUNCTIONS,
    ...SCANDIR_FUNCTIONS,
    ...PROCESS_FUNCTIONS,
    ...PATH_FUNCTIONS,
  },
  types: {
    DirEntry: dirEntryType,
    sched_param: schedParam.type,
    stat_result: statResult.type,
    statvfs_result: statvfsResult.type,
    terminal_size: terminalSize.type,
    times_result: timesResult.type,
    uname_result: unameResult.type,
    waitid_result: waitidResult.type,
  },
  install() {
    installResults();
    installScandir();
  },
  values: (interp) => {
    const values: Record<string, Value> = {
      error: exceptionNamed('OSError'),
      environ: makeEnviron(),
      sysconf_names: namesDict(SYSCONF_NAMES),
      _have_functions: new PyList(
        interp.host.files.namesFolders ? [...HAVE_FUNCTIONS, ...HAVE_AT_FUNCTIONS] : [...HAVE_FUNCTIONS],
      ),
    };
    const { constants } = interp.host.files;
    for (const [name, value] of Object.entries({ ...constants, ...CONSTANTS })) values[name] = int(value);
    return values;
  },
  // In place, as os.environ has it too.
  renew(module) {
    const environ = getAttr(module, 'environ') as PyDict;
    dictClear(environ);
    fillEnviron(environ);
  },
};

function namesDict(names: Readonly<Record<string, number>>): Value {
  const dict = new PyDict();
  for (const [name, value] of Object.entries(names)) dictSet(dict, name, int(value));
  return dict;
}
