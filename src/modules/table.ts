// The native modules by name; each is loaded when first imported. CPython: Modules/config.c (_PyImport_Inittab)
import type { NativeModule } from '../runtime/native/module.ts';
import { abcModule } from './_abc/module.ts';
import { astModule } from './_ast/module.ts';
import { asyncioModule } from './_asyncio/module.ts';
import { bisectModule } from './_bisect/module.ts';
import { bz2Module } from './_bz2/module.ts';
import { codecsModule } from './_codecs/module.ts';
import { collectionsModule } from './_collections/module.ts';
import { contextvarsModule } from './_contextvars/module.ts';
import { csvModule } from './_csv/module.ts';
import { datetimeModule } from './_datetime/module.ts';
import { decimalModule } from './_decimal/module.ts';
import { functoolsModule } from './_functools/module.ts';
import { blake2Module } from './_hashlib/blake2.ts';
import { hashlibModule } from './_hashlib/hashlib.ts';
import { sha3Module } from './_hashlib/sha3.ts';
import { md5Module, sha1Module, sha2Module } from './_hashlib/simple.ts';
import { heapqModule } from './_heapq/module.ts';
import { impModule } from './_imp/module.ts';
import { ioModule } from './_io/module.ts';
import { jsonModule } from './_json/module.ts';
import { localeModule } from './_locale/module.ts';
import { lsprofModule } from './_lsprof/module.ts';
import { lzmaModule } from './_lzma/module.ts';
import { opcodeModule } from './_opcode.ts';
import { operatorModule } from './_operator/module.ts';
import { pickleModule } from './_pickle/module.ts';
import { posixsubprocessModule } from './_posixsubprocess/module.ts';
import { queueModule } from './_queue/module.ts';
import { randomModule } from './_random/module.ts';
import { signalModule } from './_signal/module.ts';
import { socketModule } from './_socket/module.ts';
import { sreModule } from './_sre/module.ts';
import { statModule } from './_stat/module.ts';
import { statisticsModule } from './_statistics/module.ts';
import { stringModule } from './_string.ts';
import { structModule } from './_struct/module.ts';
import { suggestionsModule } from './_suggestions.ts';
import { symtableModule } from './_symtable/module.ts';
import { threadModule } from './_thread/module.ts';
import { tokenizeModule } from './_tokenize/module.ts';
import { typesModule } from './_types/module.ts';
import { typingModule } from './_typing/module.ts';
import { uuidModule } from './_uuid.ts';
import { warningsModule } from './_warnings/module.ts';
import { weakrefModule } from './_weakref/module.ts';
import { arrayModule } from './array/module.ts';
import { atexitModule } from './atexit/module.ts';
import { binasciiModule } from './binascii/module.ts';
import { cmathModule } from './cmath/module.ts';
import { errnoModule } from './errno/module.ts';
import { faulthandlerModule } from './faulthandler/module.ts';
import { fcntlModule } from './fcntl/module.ts';
import { gcModule } from './gc/module.ts';
import { grpModule } from './grp/module.ts';
import { itertoolsModule } from './itertools/module.ts';
import { marshalModule } from './marshal/module.ts';
import { mathModule } from './math/module.ts';
import { mmapModule } from './mmap/module.ts';
import { posixModule } from './posix/module.ts';
import { pwdModule } from './pwd/module.ts';
import { pyexpatModule } from './pyexpat/module.ts';
import { resourceModule } from './resource/module.ts';
import { selectModule } from './select/module.ts';
import { sysModule } from './sys/module.ts';
import { termiosModule } from './termios/module.ts';
import { timeModule } from './time/module.ts';
import { unicodedataModule } from './unicodedata/module.ts';
import { zlibModule } from './zlib/module.ts';

/** One line per module. */
export const nativeModules: Readonly<Record<string, NativeModule>> = {
  _ast: astModule,
  _abc: abcModule,
  _contextvars: contextvarsModule,
  _imp: impModule,
  _symtable: symtableModule,
  _thread: threadModule,
  _warnings: warningsModule,
  _weakref: weakrefModule,
  atexit: atexitModule,
  gc: gcModule,
  marshal: marshalModule,
  sys: sysModule,
  _collections: collectionsModule,
  _functools: functoolsModule,
  _operator: operatorModule,
  itertools: itertoolsModule,
  _types: typesModule,
  _typing: typingModule,
  _asyncio: asyncioModule,
  _bisect: bisectModule,
  _blake2: blake2Module,
  _bz2: bz2Module,
  _codecs: codecsModule,
  _csv: csvModule,
  _datetime: datetimeModule,
  _decimal: decimalModule,
  _hashlib: hashlibModule,
  _heapq: heapqModule,
  _io: ioModule,
  _json: jsonModule,
  _locale: localeModule,
  _lsprof: lsprofModule,
  _lzma: lzmaModule,
  _md5: md5Module,
  _posixsubprocess: posixsubprocessModule,
  _opcode: opcodeModule,
  _pickle: pickleModule,
  _queue: queueModule,
  mmap: mmapModule,
  _random: randomModule,
  _sha1: sha1Module,
  _sha2: sha2Module,
  _sha3: sha3Module,
  _signal: signalModule,
  _socket: socketModule,
  _sre: sreModule,
  _stat: statModule,
  _statistics: statisticsModule,
  _string: stringModule,
  _struct: structModule,
  _suggestions: suggestionsModule,
  _tokenize: tokenizeModule,
  _uuid: uuidModule,
  array: arrayModule,
  binascii: binasciiModule,
  cmath: cmathModule,
  errno: errnoModule,
  faulthandler: faulthandlerModule,
  fcntl: fcntlModule,
  grp: grpModule,
  math: mathModule,
  posix: posixModule,
  pwd: pwdModule,
  pyexpat: pyexpatModule,
  resource: resourceModule,
  select: selectModule,
  termios: termiosModule,
  time: timeModule,
  unicodedata: unicodedataModule,
  zlib: zlibModule,
};
