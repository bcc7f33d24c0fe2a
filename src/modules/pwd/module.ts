// The pwd module over /etc/passwd. CPython: Modules/pwdmodule.c
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

const passwd = structSequence({
  name: 'struct_passwd',
  module: 'pwd',
  doc:
    'pwd.struct_passwd: Results from getpw*() routines.\n\n' +
    'This object may be accessed either as a tuple of\n' +
    '  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\n' +
    'or via the object attributes as named in the above tuple.',
  fields: ['pw_name', 'pw_passwd', 'pw_uid', 'pw_gid', 'pw_gecos', 'pw_dir', 'pw_shell'],
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
  return readDatabase('/etc/passwd').filter((fields) => fields.length >= 7);
}

function make([name, password, uid, gid, gecos, dir, shell]: string[]): Value {
  return passwd.make([name!, password!, int(Number(uid)), int(Number(gid)), gecos!, dir!, shell!]);
}

function getpwnam(name: Value): Value {
  if (!isStr(name)) throw typeError(`getpwnam() argument must be str, not ${typeOf(name).typeName}`);
  const found = entries().find((fields) => fields[0] === jsString(name));
  if (found === undefined) throw keyError(`getpwnam(): name not found: ${reprForMessage(name)}`);
  return make(found);
}

function getpwuid(uid: Value): Value {
  const number = lookupIndex(uid);
  if (number === undefined) throw typeError(`uid should be integer, not ${typeOf(uid).typeName}`);
  if (number < 0 || number > 0xffffffff) throw keyError('getpwuid(): uid not found');
  const found = entries().find((fields) => Number(fields[2]) === Number(number));
  if (found === undefined) throw keyError(`getpwuid(): uid not found: ${number}`);
  return make(found);
}

export const pwdModule: NativeModule = {
  name: 'pwd',
  doc:
    'This module provides access to the Unix password database.\n' +
    'It is available on all Unix versions.\n\n' +
    'Password database entries are reported as 7-tuples containing the following\n' +
    "items from the password database (see `<pwd.h>'), in order:\n" +
    'pw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\n' +
    'The uid and gid items are integers, all others are strings. An\n' +
    'exception is raised if the entry asked for cannot be found.',
  functions: {
    getpwall: fn('($module, /)', () => new PyList(entries().map(make))),
    getpwnam: fn('($module, name, /)', getpwnam),
    getpwuid: fn('($module, uidobj, /)', getpwuid),
  },
  types: { struct_passwd: passwd.type },
  install: () => passwd.install(),
};
