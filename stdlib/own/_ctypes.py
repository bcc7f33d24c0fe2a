"""C data types over memory of our own: sizes, layout, conversion and pointers as in C, but no foreign library to call."""

import struct as _struct
import weakref as _weakref

__version__ = '1.1.0'
RTLD_LOCAL, RTLD_GLOBAL = 0, 256
FUNCFLAG_CDECL, FUNCFLAG_PYTHONAPI, FUNCFLAG_USE_ERRNO, FUNCFLAG_USE_LASTERROR = 1, 4, 8, 16
SIZEOF_TIME_T = 8

_errno = 0
_blocks = _weakref.WeakValueDictionary()
_objects = {}
_end = 0x10000


class ArgumentError(Exception):
    pass


class _Memory:
    """A block of bytes that has an address once someone asks for it."""

    __slots__ = 'data', 'address', '__weakref__'

    def __init__(self, data):
        self.data = data
        self.address = 0


def _address(memory):
    global _end
    if not memory.address:
        memory.address = _end
        _end += (len(memory.data) + 31) & ~15
        _blocks[memory.address] = memory
    return memory.address


def _at(address):
    """The block an address lies in, and how far in."""
    for start, memory in _blocks.items():
        if start <= address < start + max(len(memory.data), 1):
            return memory, address - start
    raise ValueError(f'address {address:#x} is in no memory made here' if address else 'NULL pointer access')


class _Meta(type):
    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(length).__name__}'")
        if length < 0:
            raise ValueError(f'Array length must be >= 0, not {length}')
        key = cls, length
        if key not in _arrays:
            _arrays[key] = type(Array)(f'{cls.__name__}_Array_{length}', (Array,), {'_length_': length, '_type_': cls})
        return _arrays[key]

    __rmul__ = __mul__

    def from_address(cls, address):
        return cls._over(*_at(address))

    def from_buffer(cls, source, offset=0):
        if isinstance(source, _CData):
            return cls._over(source._memory, source._offset + offset)
        view = memoryview(source)
        if view.readonly:
            raise TypeError('underlying buffer is not writable')
        _enough(len(view.cast('B')), offset, cls._size_)
        return cls._over(_Memory(view.cast('B')), offset)

    def from_buffer_copy(cls, source, offset=0):
        view = memoryview(source).cast('B')
        _enough(len(view), offset, cls._size_)
        return cls._over(_Memory(bytearray(view[offset:offset + cls._size_])), 0)

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        raise TypeError(f"expected {cls.__name__} instance instead of {type(value).__name__}")

    def in_dll(cls, library, name):
        raise ValueError(f'{name}: there are no foreign libraries')

    def _over(cls, memory, offset):
        self = cls.__new__(cls)
        self._memory, self._offset = memory, offset
        return self


_arrays = {}


def _enough(have, offset, size):
    if offset < 0:
        raise ValueError('offset cannot be negative')
    if have - offset < size:
        raise ValueError(f'Buffer size too small ({have} instead of at least {size + offset} bytes)')


class _CData(metaclass=_Meta):
    _size_ = 0
    _align_ = 1
    _b_base_ = None
    _b_needsfree_ = True

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._memory, self._offset, self._kept = _Memory(bytearray(cls._size_)), 0, {}
        return self

    def _bytes(self):
        return bytes(self._memory.data[self._offset:self._offset + self._size_])

    def _fill(self, data):
        self._memory.data[self._offset:self._offset + len(data)] = data

    def __buffer__(self, flags):
        return memoryview(self._memory.data)[self._offset:self._offset + self._size_]

    def __reduce__(self):
        return _restore, (type(self), self._bytes())


def _restore(cls, data):
    return cls.from_buffer_copy(data)


_SIZES = {'g': 16, 'F': 8, 'D': 16, 'G': 32, 'O': 8, 'z': 8, 'Z': 8, 'P': 8, 'u': 4, 'v': 2}


class _SimpleMeta(_Meta):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        code = getattr(cls, '_type_', None)
        if code is None:
            if bases != (_CData,):
                raise AttributeError("class must define a '_type_' attribute")
            return
        if not isinstance(code, str) or len(code) != 1 or code not in 'cbBhHiIlLqQfd?gFDGOzZPuv':
            raise AttributeError("class must define a '_type_' attribute which must be\n"
                                 'a single character string containing one of \'cbBhHiIlLdCEFfuzZqQPXOv?g\'.')
        cls._size_ = _SIZES.get(code) or _struct.calcsize(code)
        cls._align_ = min(cls._size_, 16)
        if code in 'hHiIlLqQfd' and '_swapped_' not in namespace:
            cls.__ctype_le__ = cls
            swapped = type(cls)(name, bases, dict(namespace, _swapped_=True))
            cls.__ctype_be__ = swapped.__ctype_be__ = swapped
            swapped.__ctype_le__ = cls

    def from_param(cls, value):
        return value if isinstance(value, cls) else cls(value)


class _SimpleCData(_CData, metaclass=_SimpleMeta):
    def __init__(self, value=None):
        if value is not None:
            self.value = value

    @property
    def value(self):
        code, data = self._type_, self._bytes()
        if code in 'OzZ':
            kept = _objects.get(int.from_bytes(data, 'little'))
            if kept is None and code == 'O':
                raise ValueError('PyObject is NULL')
            return kept and kept[0]
        if code == 'P':
            return int.from_bytes(data, 'little') or None
        if code == 'u':
            return data.decode('utf-32-le')
        if code == 'g':
            return _struct.unpack('<d', data[:8])[0]
        if code in 'FDG':
            return complex(*_struct.unpack('<ff' if code == 'F' else '<dd', data[:16]))
        return _struct.unpack(('>' if hasattr(self, '_swapped_') else '<') + _standard(code), data)[0]

    @value.setter
    def value(self, value):
        code = self._type_
        if code in 'OzZ':
            self._keep(value)
        elif code == 'P':
            if value is not None and not isinstance(value, int):
                raise TypeError('cannot be converted to pointer')
            self._fill(((value or 0) & 0xFFFF_FFFF_FFFF_FFFF).to_bytes(8, 'little'))
        elif code == 'u':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('one character unicode string expected')
            self._fill(value.encode('utf-32-le'))
        elif code == 'c':
            if isinstance(value, int) and 0 <= value < 256:
                value = bytes([value])
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')
            self._fill(value)
        elif code in 'fdg':
            if not hasattr(type(value), '__float__') and not hasattr(type(value), '__index__'):
                raise TypeError(f'must be real number, not {type(value).__name__}')
            self._fill(_struct.pack('>d' if hasattr(self, '_swapped_') and code == 'd' else '<f' if code == 'f' else '<d', value))
        elif code in 'FDG':
            value = complex(value)
            self._fill(_struct.pack('<ff' if code == 'F' else '<dd', value.real, value.imag))
        elif code == '?':
            self._fill(bytes([bool(value)]))
        else:
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer" if not
                                isinstance(value, float) else 'int expected instead of float instance')
            order = 'big' if hasattr(self, '_swapped_') else 'little'
            self._fill((value & (1 << 8 * self._size_) - 1).to_bytes(self._size_, order))

    def _keep(self, value):
        """Objects and strings lie elsewhere; the memory holds a number that leads to them."""
        if self._type_ == 'z' and not isinstance(value, (bytes, int, type(None))):
            raise TypeError(f'bytes or integer address expected instead of {type(value).__name__} instance')
        if self._type_ == 'Z' and not isinstance(value, (str, int, type(None))):
            raise TypeError(f'unicode string or integer address expected instead of {type(value).__name__} instance')
        number = 0
        if value is not None or self._type_ == 'O':
            number = id(value)
            _objects[number] = (value,)
        self._fill(number.to_bytes(8, 'little'))

    def __bool__(self):
        return any(self._bytes())

    def __repr__(self):
        if type(self).__bases__[0] is not _SimpleCData:
            return object.__repr__(self)
        return f'{type(self).__name__}({self.value!r})'


def _standard(code):
    return {'l': 'q', 'L': 'Q'}.get(code, code)


def _read(cls, memory, offset, owner):
    """A field's or element's value: simple types become Python values, their subclasses and the rest stay objects."""
    view = cls._over(memory, offset)
    view._b_base_ = owner
    return view.value if issubclass(cls, _SimpleCData) and cls.__bases__[0] is _SimpleCData else view


def _write(cls, memory, offset, value):
    target = cls._over(memory, offset)
    if isinstance(value, cls):
        target._fill(value._bytes())
        if isinstance(value, _Pointer):
            _objects[value._number()] = (value._target(),) if value else (None,)
    elif issubclass(cls, _SimpleCData):
        target.value = value
    elif isinstance(value, tuple) and issubclass(cls, (Array, Structure, Union)):
        target._fill(cls(*value)._bytes())
    elif issubclass(cls, Array) and isinstance(value, (bytes, str)):
        target.value = value
    elif issubclass(cls, _Pointer) and (value is None or isinstance(value, Array)):
        target._point(value)
    else:
        raise TypeError(f'incompatible types, {type(value).__name__} instance instead of {cls.__name__} instance')


class _ArrayMeta(_Meta):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases == (_CData,):
            return
        if not isinstance(getattr(cls, '_length_', None), int):
            raise AttributeError("class must define a '_length_' attribute")
        if getattr(cls, '_type_', None) is None:
            raise AttributeError("class must define a '_type_' attribute")
        cls._size_, cls._align_ = cls._type_._size_ * cls._length_, cls._type_._align_
        if getattr(cls._type_, '_type_', None) == 'c':
            cls.raw, cls.value = property(_CData._bytes, _set_raw), property(_get_text, _set_text)
        elif getattr(cls._type_, '_type_', None) == 'u':
            cls.value = property(_get_wide, _set_wide)


def _set_raw(self, value):
    if len(value) > self._size_:
        raise ValueError('byte string too long')
    self._fill(value)


def _get_text(self):
    return self._bytes().split(b'\0', 1)[0]


def _set_text(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f'bytes expected instead of {type(value).__name__} instance')
    _set_raw(self, value if len(value) == self._size_ else value + b'\0' if len(value) < self._size_ else value)


def _get_wide(self):
    return self._bytes().decode('utf-32-le').split('\0', 1)[0]


def _set_wide(self, value):
    if len(value) > self._length_:
        raise ValueError('string too long')
    self._fill((value + '\0' * (len(value) < self._length_)).encode('utf-32-le'))


class Array(_CData, metaclass=_ArrayMeta):
    def __init__(self, *args):
        for index, value in enumerate(args):
            self[index] = value

    def __len__(self):
        return self._length_

    def _place(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError('invalid index')
        return self._offset + index * self._type_._size_

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self[i] for i in range(*index.indices(self._length_))]
            code = getattr(self._type_, '_type_', None)
            return b''.join(items) if code == 'c' else ''.join(items) if code == 'u' else items
        return _read(self._type_, self._memory, self._place(index), self)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError('Can only assign sequence of same size')
            for place, item in zip(places, value):
                self[place] = item
            return
        _write(self._type_, self._memory, self._place(index), value)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class CField:
    def __init__(self, name, type, offset, bits=None):
        self.name, self.type, self.offset, self.bits = name, type, offset, bits
        self.byte_offset, self.byte_size, self.is_bitfield = offset, type._size_, bits is not None
        self.size = type._size_ if bits is None else bits[1] << 16 | bits[0]
        self.bit_offset, self.bit_size = bits or (0, type._size_ * 8)

    def __get__(self, owner, cls=None):
        if owner is None:
            return self
        if not self.is_bitfield:
            return _read(self.type, owner._memory, owner._offset + self.offset, owner)
        word = self._word(owner) >> self.bit_offset & (1 << self.bit_size) - 1
        signed = self.type._type_ in 'bhilq' and word >> self.bit_size - 1
        return word - (1 << self.bit_size) if signed else word

    def __set__(self, owner, value):
        if not self.is_bitfield:
            return _write(self.type, owner._memory, owner._offset + self.offset, value)
        mask = (1 << self.bit_size) - 1
        word = self._word(owner) & ~(mask << self.bit_offset) | (value & mask) << self.bit_offset
        at = owner._offset + self.offset
        owner._memory.data[at:at + self.type._size_] = word.to_bytes(self.type._size_, 'little')

    def _word(self, owner):
        at = owner._offset + self.offset
        return int.from_bytes(owner._memory.data[at:at + self.type._size_], 'little')

    def __repr__(self):
        return f'<ctypes.CField {self.name!r} type={self.type.__name__}, ofs={self.offset}, size={self.size}>'


class _RecordMeta(_Meta):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if '_fields_' in namespace:
            cls._fields_ = namespace['_fields_']

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == '_fields_':
            cls._lay_out(value)

    def _lay_out(cls, fields):
        """Fields one after another, each at a multiple of its alignment; those of a union all at the start."""
        base = cls.__bases__[0]
        together = issubclass(cls, Union)
        size, align, names = base._size_, max(base._align_, getattr(cls, '_align_', 1)), []
        pack, bits = getattr(cls, '_pack_', None), 0
        unit = None
        for name, kind, *width in fields:
            field_align = min(kind._align_, pack) if pack else kind._align_
            if width and unit is not None and unit[0]._size_ == kind._size_ and bits + width[0] <= kind._size_ * 8 and not together:
                field = CField(name, kind, unit[1], (bits, width[0]))
                bits += width[0]
            else:
                at = 0 if together else -(-size // field_align) * field_align
                field = CField(name, kind, at, (0, width[0]) if width else None)
                size = max(size, at + kind._size_)
                unit, bits = (kind, at) if width else None, width[0] if width else 0
            align = max(align, field_align)
            names.append(name)
            type.__setattr__(cls, name, field)
        for name in getattr(cls, '_anonymous_', ()):
            outer = cls.__dict__[name]
            for inner in outer.type._names_:
                type.__setattr__(cls, inner, _Through(outer, inner))
        type.__setattr__(cls, '_names_', getattr(base, '_names_', ()) + tuple(names))
        type.__setattr__(cls, '_size_', -(-size // align) * align)
        type.__setattr__(cls, '_align_', align)


class _Through:
    """A field of an anonymous member."""

    def __init__(self, outer, name):
        self.outer, self.name = outer, name

    def __get__(self, owner, cls=None):
        return self if owner is None else getattr(self.outer.__get__(owner), self.name)

    def __set__(self, owner, value):
        setattr(self.outer.__get__(owner), self.name, value)


class _Record(_CData, metaclass=_RecordMeta):
    _names_ = ()

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._names_):
            raise TypeError('too many initializers')
        for name, value in zip(self._names_, args):
            if name in kwargs:
                raise TypeError(f"duplicate values for field {name!r}")
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Record):
    pass


class Union(_Record):
    pass


class _PointerMeta(_Meta):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._size_ = cls._align_ = 8
        target = namespace.get('_type_')
        if target is not None:
            target.__pointer_type__ = cls

    def set_type(cls, target):
        cls._type_ = target
        target.__pointer_type__ = cls


class _Pointer(_CData, metaclass=_PointerMeta):
    def __init__(self, target=None):
        if target is not None:
            self.contents = target

    def _number(self):
        return int.from_bytes(self._bytes(), 'little')

    def _point(self, target):
        self._kept['target'] = target
        number = 0
        if target is not None:
            number = addressof(target)
            _objects[number] = (target,)
        self._fill(number.to_bytes(8, 'little'))

    def _target(self, index=0):
        number = self._number()
        if not number:
            raise ValueError('NULL pointer access')
        memory, offset = _at(number)
        return memory, offset + index * self._type_._size_

    @property
    def contents(self):
        return self._type_._over(*self._target())

    @contents.setter
    def contents(self, target):
        if not isinstance(target, self._type_):
            raise TypeError(f'expected {self._type_.__name__} instead of {type(target).__name__}')
        self._point(target)

    def __getitem__(self, index):
        if isinstance(index, slice):
            items = [self[i] for i in range(index.start or 0, index.stop, index.step or 1)]
            return b''.join(items) if getattr(self._type_, '_type_', None) == 'c' else items
        memory, offset = self._target(index)
        return _read(self._type_, memory, offset, self)

    def __setitem__(self, index, value):
        _write(self._type_, *self._target(index), value)

    def __bool__(self):
        return self._number() != 0


class CFuncPtr(_CData):
    _size_ = _align_ = 8

    def __init__(self, target=None, *rest):
        self._function = _HELPERS.get(target) if isinstance(target, int) else target if callable(target) else None
        self.argtypes, self.errcheck = getattr(self, '_argtypes_', None), None
        self.restype = getattr(self, '_restype_', None)
        if isinstance(target, tuple):
            raise AttributeError(f'undefined symbol: {target[0]}')

    def __call__(self, *args):
        if self._function is None:
            raise ValueError('NULL function pointer called')
        return self._function(*args)


class _Reference:
    """What byref() gives: good for passing on only."""

    def __init__(self, target, offset):
        self._obj, self._shift = target, offset


def byref(target, offset=0):
    if not isinstance(target, _CData):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{type(target).__name__}'")
    return _Reference(target, offset)


def sizeof(value):
    if isinstance(value, _CData) or isinstance(value, _Meta):
        return value._size_
    raise TypeError('this type has no size')


def alignment(value):
    if isinstance(value, _CData) or isinstance(value, _Meta):
        return value._align_
    raise TypeError('no alignment info')


def addressof(value):
    if not isinstance(value, _CData):
        raise TypeError('invalid type')
    return _address(value._memory) + value._offset


def resize(value, size):
    if size < type(value)._size_:
        raise ValueError(f'minimum size is {type(value)._size_}')
    value._memory.data.extend(bytes(max(0, size - len(value._memory.data))))
    value._size_ = size


def get_errno():
    return _errno


def set_errno(value):
    global _errno
    _errno, previous = value, _errno
    return previous


def dlopen(name, flag=RTLD_LOCAL):
    if name is None:
        return 0
    raise OSError(f'{name}: cannot open shared object file: foreign libraries cannot be loaded here')


def dlclose(handle):
    return 0


def dlsym(handle, name):
    raise OSError(f'undefined symbol: {name}')


def _view(target, size, writable=True):
    """The bytes at an address, a pointer or an object."""
    if isinstance(target, bytes):
        return memoryview(target)[:size]
    if isinstance(target, _Reference):
        target, start = target._obj, target._shift
    else:
        start = 0
    if isinstance(target, _Pointer):
        memory, offset = target._target()
    elif isinstance(target, _SimpleCData) and target._type_ == 'P':
        memory, offset = _at(target.value or 0)
    elif isinstance(target, int):
        memory, offset = _at(target)
    elif isinstance(target, _SimpleCData) and target._type_ in 'zZ':
        return memoryview(target.value + b'\0')
    else:
        memory, offset = target._memory, target._offset
    view = memoryview(memory.data)[offset + start:]
    return view if size is None else view[:size]


def _memmove(target, source, count):
    _view(target, count)[:] = bytes(_view(source, count))
    return addressof(target) if isinstance(target, _CData) else target


def _memset(target, value, count):
    _view(target, count)[:] = bytes([value & 255]) * count
    return addressof(target) if isinstance(target, _CData) else target


def _string_at(source, size=-1):
    data = bytes(_view(source, None if size < 0 else size))
    return data.split(b'\0', 1)[0] if size < 0 else data


def _wstring_at(source, size=-1):
    data = bytes(_view(source, None if size < 0 else size * 4)).decode('utf-32-le', 'replace')
    return data.split('\0', 1)[0] if size < 0 else data


def _memoryview_at(source, size, readonly=False):
    view = _view(source, size)
    return view.toreadonly() if readonly else view


def _cast(value, owner, kind):
    result = kind()
    if isinstance(value, int) or value is None:
        number = value or 0
    elif isinstance(value, _Pointer):
        number = value._number()
    elif isinstance(value, _SimpleCData) and value._type_ in 'PzZ':
        number = int.from_bytes(value._bytes(), 'little')
    else:
        number = addressof(value)
    result._kept['target'] = owner
    result._fill(number.to_bytes(8, 'little'))
    return result


_memmove_addr, _memset_addr, _string_at_addr, _cast_addr, _wstring_at_addr, _memoryview_at_addr = range(1, 7)
_HELPERS = dict(enumerate([_memmove, _memset, _string_at, _cast, _wstring_at, _memoryview_at], 1))


def buffer_info(value):
    """The format, number of dimensions and shape that the buffer of a type or instance has."""
    kind, shape = value if isinstance(value, _Meta) else type(value), []
    while issubclass(kind, Array):
        shape.append(kind._length_)
        kind = kind._type_
    code = getattr(kind, '_type_', None)
    layout = 'B' if issubclass(kind, (Structure, Union)) else 'X{}' if issubclass(kind, CFuncPtr) else code
    if issubclass(kind, _Pointer):
        layout = '&' + buffer_info(code)[0]
    elif layout == code:
        layout = ('>' if hasattr(kind, '_swapped_') else '<') + code
    return layout, len(shape), tuple(shape)
