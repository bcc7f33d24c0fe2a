// The pwd module over /etc/passwd. CPython: Modules/pwdmodule.c
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

function entries(): string[][] {
  return readAccountFile('/etc/passwd', 7);
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
