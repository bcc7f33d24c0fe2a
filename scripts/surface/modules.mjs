// Which modules the library page covers: those that are C in CPython, whose surface is compared name by name, and every
// module of build/stdlib, which must at least import.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/python-files.mjs';

/** C modules of CPython that programs and the library use; builtins first. */
export const NATIVE =
  `builtins sys _abc _ast _asyncio _bisect _blake2 _bz2 _codecs _collections _contextvars _csv _datetime _decimal
  _elementtree _functools _hashlib _heapq _imp _io _json _locale _lsprof _lzma _md5 _opcode _operator _pickle _queue _random _sha1
  _sha2 _sha3 _signal _socket _sqlite3 _sre _ssl _stat _statistics _string _struct _suggestions _symtable _sysconfig _thread
  _tokenize _tracemalloc _typing _uuid _warnings _weakref _zoneinfo _zstd array atexit binascii cmath errno faulthandler fcntl gc
  grp itertools marshal math mmap posix pwd pyexpat readline resource select syslog termios time unicodedata zlib`.split(
    /\s+/,
  );

const NOT_TO_IMPORT =
  /^(antigravity|this|__main__|idlelib|_pyrepl\.windows_console|msilib)$|(^|\.)__main__$|windows|^nt(?!path)|_win|mscompat/;

/** Names of all importable modules of build/stdlib, packages and their parts. */
export function libraryModules() {
  const folder = join(root, 'build', 'stdlib');
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py'))
    .map((path) => path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.'))
    .filter((name) => !NOT_TO_IMPORT.test(name) && !name.startsWith('encodings.') && !/^__?(hello|phello)/.test(name))
    .sort();
}
