"""Databases of bytes under bytes, kept in files.

`dbm.open(path, 'c')` gives an object that is used like a dictionary; text is stored as UTF-8. Each module of this package
reads and writes one kind of file: dbm.sqlite3, where sqlite3 is present, and dbm.dumb, which is always there.
"""

__all__ = ['open', 'whichdb', 'error']

import io
import os
import struct
import sys


class error(Exception):
    pass


_names = ['dbm.sqlite3', 'dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = None
_modules = {}

error = (error, OSError)


def _load(name):
    module = __import__(name, fromlist=['open'])
    _modules[name] = module
    return module


def _find_default():
    global _defaultmod
    for name in _names:
        try:
            module = _load(name)
        except ImportError:
            continue
        if _defaultmod is None:
            _defaultmod = module
    if _defaultmod is None:
        raise ImportError(f'no dbm clone found; tried {_names}')


def open(file, flag='r', mode=0o666):
    """The database at *file*, opened for reading ('r'), for writing ('w'), made when it is not there ('c') or anew ('n')."""
    if _defaultmod is None:
        _find_default()
    kind = whichdb(file) if 'n' not in flag else None
    if kind is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0](f"db file doesn't exist; use 'c' or 'n' flag to create a new db: {file!r}")
        module = _defaultmod
    elif kind == '':
        raise error[0]('db type could not be determined')
    elif kind in _modules:
        module = _modules[kind]
    else:
        raise error[0](f'db type is {kind}, but the module is not available')
    return module.open(file, flag, mode)


def whichdb(filename):
    """The name of the module that reads this database, '' when its kind is not known, None when there is no file."""
    filename = os.fsencode(filename)
    ndbm_files = (filename + b'.pag', filename + b'.dir')
    if all(os.path.exists(name) for name in ndbm_files) or os.path.exists(filename + b'.db'):
        if not os.path.exists(filename + b'.dat'):
            return 'dbm.ndbm'
    kind = _which_dumb(filename)
    if kind is not None:
        return kind
    try:
        with io.open(filename, 'rb') as file:
            start = file.read(16)
    except OSError:
        return None
    if start == b'SQLite format 3\0':
        return 'dbm.sqlite3'
    if len(start) >= 4 and struct.unpack('=l', start[:4])[0] in (0x13579ace, 0x13579acd, 0x13579acf):
        return 'dbm.gnu'
    return ''


def _which_dumb(filename):
    try:
        os.stat(filename + b'.dat')
        with io.open(filename + b'.dir', 'rb') as file:
            first = file.read(1)
    except OSError:
        return None
    return 'dbm.dumb' if first in (b'', b"'", b'"') else None


if __name__ == '__main__':
    for name in sys.argv[1:]:
        print(whichdb(name) or 'UNKNOWN', name)
