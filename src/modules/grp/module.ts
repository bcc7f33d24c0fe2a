// The grp module over /etc/group. CPython: Modules/grpmodule.c
import { HostError } from '../../host/error.ts';
import { typeOf } from '../../runtime/core/primitives.ts';
import { state } from '../../runtime/core/state.ts';
import { int, type Value } from '../../runtime/core/value.ts';
import { keyError, typeError } from '../../runtime/exceptions/errors.ts';
import { fn } from '../../runtime/native/define.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { PyList } from '../../runtime/objects/list/list.ts';
import { isStr, jsString } from '../../runtime/objects/str/str.ts';
import { structSequence } from '../../runtime/objects/structseq/define.ts';
import { lookupIndex } from '../../runtime/protocols/fspath.ts';
import { reprForMessage } from '../../runtime/protocols/text.ts';
import { textFromHost } from '../../runtime/text/host-text.ts';

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

/** Lines of a database file, as fields; none when there is no such file. */
function readDatabase(path: string): string[][] {
  const { files } = state.interp.host;
  let fd: number;
  try {
    fd = files.open(path, files.constants['O_RDONLY'] ?? 0, 0);
  } catch (error) {
    if (error instanceof HostError) return [];
    throw error;
  }
  const bytes: number[] = [];
  try {
    const buffer = new Uint8Array(8192);
    for (let n = files.read(fd, buffer); n > 0; n = files.read(fd, buffer)) bytes.push(...buffer.subarray(0, n));
  } finally {
    files.close(fd);
  }
  const text = String(jsString(textFromHost(Uint8Array.from(bytes))));
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(':'));
}

function entries(): string[][] {
  return readDatabase('/etc/group').filter((fields) => fields.length >= 4);
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
