// The grp module over /etc/group. CPython: Modules/grpmodule.c
import { typeOf } from '../../runtime/core/primitives.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, typeError } from '../../runtime/exceptions/errors.ts';
import { readAccountFile } from '../../runtime/native/account-file.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';

const group = structSequence({
  name: 'struct_group',
  module: 'grp',
  doc:
    'grp.struct_group: Results from getgr*() routines.\n\n' +
    'This object may be accessed either as a tuple of\n' +
    '  (gr_name,gr_passwd,gr_gid,gr_mem)\n' +
    'or via the object attributes as named in the above tuple.\n',
  fields: ['gr_name', 'gr_passwd', 'gr_gid', 'gr_mem'],
});

function entries(): string[][] {
  return readAccountFile('/etc/group', 4);
}

function make([name, password, gid, members]: string[]): Value {
  return group.make([
    name!,
    password!,
    int(Number(gid)),
    new PyList(members!.split(',').filter((each) => each !== '')),
  ]);
}

function getgrnam(name: Value): Value {
  if (!isStr(name)) throw typeError(`getgrnam() argument 'name' must be str, not ${typeOf(name).typeName}`);
  const found = entries().find((fields) => fields[0] === jsString(name));
  if (found === undefined) throw keyError(`getgrnam(): name not found: ${reprForMessage(name)}`);
  return make(found);
}

function getgrgid(gid: Value): Value {
  const number = lookupIndex(gid);
  if (number === undefined) throw typeError(`gid should be integer, not ${typeOf(gid).typeName}`);
  const found = entries().find((fields) => Number(fields[2]) === Number(number));
  if (found === undefined) throw keyError(`getgrgid(): gid not found: ${number}`);
  return make(found);
}

export const grpModule: NativeModule = {
  name: 'grp',
  doc: 'Access to the Unix group database.',
  functions: {
    getgrall: fn('($module, /)', () => new PyList(entries().map(make))),
    getgrgid: fn('($module, /, id)', getgrgid),
    getgrnam: fn('($module, /, name)', getgrnam),
  },
  types: { struct_group: group.type },
  install: () => group.install(),
};
