"""A database in three files that need no library: an index in text, its backup, and the values one after the other.

Values start at multiples of 512 bytes. One that outgrows its room is written again at the end, and the room it leaves
stays empty until `reorganize`.
"""

import ast as _ast
import collections.abc
import io as _io
import os as _os

__all__ = ['error', 'open']

_BLOCKSIZE = 512

error = OSError


class _Database(collections.abc.MutableMapping):

    def __init__(self, filebasename, mode, flag='c'):
        filebasename = _os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == 'r'
        self._dirfile = filebasename + b'.dir'
        self._datfile = filebasename + b'.dat'
        self._bakfile = filebasename + b'.bak'
        self._index = None
        self._create(flag)
        self._read_index(flag)

    def _create(self, flag):
        if flag == 'n':
            for name in (self._datfile, self._bakfile, self._dirfile):
                try:
                    _os.remove(name)
                except OSError:
                    pass
        try:
            with _io.open(self._datfile, 'r', encoding='Latin-1'):
                pass
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with _io.open(self._datfile, 'w', encoding='Latin-1'):
                self._chmod(self._datfile)

    def _read_index(self, flag):
        self._modified = False
        self._index = {}
        try:
            file = _io.open(self._dirfile, 'r', encoding='Latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with _io.open(self._dirfile, 'w', encoding='Latin-1'):
                self._chmod(self._dirfile)
            return
        with file:
            for line in file:
                key, place = _ast.literal_eval(line.rstrip())
                self._index[key.encode('Latin-1')] = place

    def _commit(self):
        if self._index is None or not self._modified:
            return
        for action in (lambda: _os.unlink(self._bakfile), lambda: _os.rename(self._dirfile, self._bakfile)):
            try:
                action()
            except OSError:
                pass
        with _io.open(self._dirfile, 'w', encoding='Latin-1') as file:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                file.write(f"{key.decode('Latin-1')!r}, {place!r}\n")
        self._modified = False

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _verify_writable(self):
        if self._readonly:
            raise error('The database is opened for reading only')

    def __getitem__(self, key):
        key = _key(key)
        self._verify_open()
        position, size = self._index[key]
        with _io.open(self._datfile, 'rb') as file:
            file.seek(position)
            return file.read(size)

    def __setitem__(self, key, value):
        self._verify_writable()
        key = _key(key)
        value = _value(value)
        self._verify_open()
        self._modified = True
        place = self._index.get(key)
        if place is not None and _blocks(len(value)) <= _blocks(place[1]):
            self._index[key] = self._write_at(place[0], value)
            return
        self._index[key] = self._append(value)
        if place is None:
            with _io.open(self._dirfile, 'a', encoding='Latin-1') as file:
                self._chmod(self._dirfile)
                file.write(f"{key.decode('Latin-1')!r}, {self._index[key]!r}\n")

    def _append(self, value):
        with _io.open(self._datfile, 'rb+') as file:
            end = file.seek(0, 2)
            start = _blocks(end) * _BLOCKSIZE
            file.write(b'\0' * (start - end))
            file.write(value)
        return start, len(value)

    def _write_at(self, position, value):
        with _io.open(self._datfile, 'rb+') as file:
            file.seek(position)
            file.write(value)
        return position, len(value)

    def __delitem__(self, key):
        self._verify_writable()
        key = _key(key)
        self._verify_open()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        key = _key(key)
        self._verify_open()
        return key in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    def reorganize(self):
        """Writes the values anew, without the room that was given up."""
        self._verify_writable()
        self._verify_open()
        items = self.items()
        with _io.open(self._datfile, 'wb'):
            pass
        for key, value in items:
            self._index[key] = self._append(value)
        self._modified = True
        self._commit()

    def __del__(self):
        if self._index is not None:
            self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _chmod(self, file):
        _os.chmod(file, self._mode)


def _key(key):
    if isinstance(key, str):
        return key.encode('utf-8')
    if not isinstance(key, (bytes, bytearray)):
        raise TypeError('keys must be bytes or strings')
    return bytes(key)


def _value(value):
    if isinstance(value, str):
        return value.encode('utf-8')
    if not isinstance(value, (bytes, bytearray)):
        raise TypeError('values must be bytes or strings')
    return bytes(value)


def _blocks(size):
    return (size + _BLOCKSIZE - 1) // _BLOCKSIZE


def open(file, flag='c', mode=0o666):
    """The database whose files are *file* plus .dir, .dat and .bak; *mode* is for the files that are made."""
    try:
        mask = _os.umask(0)
    except AttributeError:
        pass
    else:
        _os.umask(mask)
        mode &= ~mask
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode, flag=flag)
