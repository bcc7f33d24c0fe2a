# array.array: every type code, the texts of its errors, shared memory, pickling; recorded from CPython.
import array
import copy
import pickle
import warnings

warnings.simplefilter("ignore")
a = array.array


def t(run):
    try:
        print(repr(run()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


CASES = r"""
a()
a('x')
a(5)
a('ab')
a('i','abc')
a('i',a('u','abc'))
a('u','abc')
a('w','abc')
a('i',b'abc')
a('i',b'abcd')
a('i',5)
a('i',[1.5])
a('f',['a'])
a('b',[128])
a('b',[-129])
a('B',[256])
a('B',[-1])
a('h',[32768])
a('h',[-32769])
a('H',[-1])
a('H',[65536])
a('i',[2**31])
a('i',[-2**31-1])
a('i',[2**70])
a('I',[2**32])
a('I',[-1])
a('I',[2**70])
a('l',[2**63])
a('L',[-1])
a('L',[2**64])
a('q',[2**63])
a('Q',[-1])
a('Q',[2**64])
a('f',[2**2000])
a('f',[1e300])
a('u',[5])
a('u',['ab'])
a('u',[''])
a('w',[5])
a('w',['ab'])
a('i',x=1)
a('i',[1],[2])
a('i',[1])+[2]
a('i',[1])+a('h',[2])
a('i',[1]).__iadd__([2])
a('i').extend(5)
a('i').extend(a('h'))
a('i').extend('ab')
a('i').pop()
a('i',[1]).pop(5)
a('i',[1])[5]
a('i',[1])['a']
a('i',[1]).__setitem__(5,1)
a('i',[1]).__setitem__(slice(0,1),[1])
a('i',[1]).__setitem__(slice(0,1),a('h',[1]))
a('i',[1,2,3]).__setitem__(slice(0,3,2),a('i',[1]))
a('i',[1]).__setitem__('a',1)
a('i',[1]).__delitem__('a')
a('i',[1]).__delitem__(4)
a('i',[1]).remove(4)
a('i',[1]).index(4)
a('i').frombytes(b'abc')
a('i').frombytes('abc')
a('i').frombytes(a('i',[1]))
a('i').fromlist(5)
a('i').fromlist([1,'a'])
a('i').fromunicode('a')
a('u').fromunicode(5)
a('i').tounicode()
a('w',b'\\xff\\xff\\xff\\xff')
a('u',b'\\xff\\xff\\xff\\xff')
a('w','a\\ud800\\U0001f600')
a('i',[1])*2.5
a('i',[1])*2**70
a('i',[1])*2**61
a('i',[1]).__reduce_ex__(2)
a('i',[1]).__reduce_ex__(3)
a('u','ab').__reduce_ex__(3)
a('w','ab').__reduce_ex__(3)
a('u','ab').__reduce_ex__(2)
a('f',[1]).__reduce_ex__(3)
a('i',[1]).__reduce_ex__('a')
a('i',[1]).buffer_info()[1]
a('i',[1,2]).__sizeof__()
a('i').__sizeof__()
a('i',[1,2]).byteswap()
a('i',[1])<5
a('i',[1])<a('f',[1.5])
a('i',[1])==a('f',[1.0])
a('i',[1])==[1]
a('q',[2**60])==a('q',[2**60])
repr(a('f',[1.1,float('nan'),2]))
repr(a('d'))
repr(a('u'))
repr(a('u',"a'b"))
a.__doc__ is None
a('i').__class_getitem__(int)
a('i').insert('a',1)
a('i').insert(1,'a')
a('i').append(None)
a('i').append(1.5)
a('i').append('a')
a('b').append(1.5)
a('b').append('a')
a('L').append('a')
a('Q').append(1.5)
a('q').append(1.5)
a('d').append('a')
hash(a('i'))
iter(a('i',[1,2])).__reduce__()
iter(a('i',[1,2])).__setstate__('x')
memoryview(a('h',[1,2])).format
memoryview(a('u','ab')).format
memoryview(a('w','ab')).format
memoryview(a('l',[1,2])).format
array._array_reconstructor(5,'i',0,b'')
array._array_reconstructor(int,'i',0,b'')
array._array_reconstructor(a,'x',0,b'')
array._array_reconstructor(a,'i',50,b'')
array._array_reconstructor(a,'i',-1,b'')
array._array_reconstructor(a,'i',0,'')
array._array_reconstructor(a,'i',0,b'abc')
array._array_reconstructor(a,'u',18,b'a')
array._array_reconstructor(a,'h',14,b'abcdefg')
array._array_reconstructor(a,'ab',14,b'abcdefg')
array._array_reconstructor(a,'h',14,b'abcdefgh')
a('i').fromfile(5,1)
a('i').tofile(5)
a('i',[1]).tofile(5)
a('i').__copy__()
a('i').__deepcopy__()
a('i',[1,2,1]).count(1)
a('i',[1,2,1]).index(1,1)
a('i',[1,2,1]).index(1,-1)
a('i',[1,2,1]).index(1,5,7)
1 in a('i',[1])
'a' in a('i',[1])
type('S',(a,),{})('i',x=3)
type('S',(a,),{})('i',[3])
a('i',range(3))
a('i',(1,2))
a('i', bytearray(b'abcd'))
a('i', memoryview(b'abcd'))
a('b',[70000])
a('b',[2**70])
a('B',[70000])
a('B',[-70000])
a('H',[2**40])
a('H',[2**70])
a('h',[2**40])
a('I',[2**40])
a('I',[True])
a('w',b'\\xff\\xff\\xff\\xff')[0]
a('u',b'\\xff\\xff\\xff\\xff')[0]
a('w',b'\\x00\\xd8\\x00\\x00')[0]
a('w',b'\\x00\\xd8\\x00\\x00').tolist()
a('w','a\\ud800')[1]
a('u','a\\ud800')
array._array_reconstructor(a,'i',13,b'abcdefgh')
array._array_reconstructor(a,'i',11,b'abcdefgh')
array._array_reconstructor(a,'i',12,b'abcdefgh')
array._array_reconstructor(a,'i',7,b'abcdefgh')
array._array_reconstructor(a,'i',9,b'abcdefgh')
array._array_reconstructor(a,'d',17,b'abcdefgh')
array._array_reconstructor(a,'u',21,b'\\0\\0\\0a')
array._array_reconstructor(a,'w',21,b'\\0\\0\\0a')
array._array_reconstructor(a,'w',19,b'\\0a')
array._array_reconstructor(a,'w',18,b'a\\0')
array._array_reconstructor(a,'w',20,b'a\\0\\0\\0')
array._array_reconstructor(a,'b',1,b'a\\0\\0\\0')
array._array_reconstructor(a,'i',2,b'a\\0\\0\\0')
a('u',a('w','ab'))
a('w',a('u','ab'))
a('u',a('i',[1]))
a('i',{1:2})
a('f',[True,2**80])
a('i',[1])!=a('i',[1])
a('i',[1])<=a('i',[1,2])
a('b',b'ab').byteswap()
a('i',[1]).__contains__(1.0)
a('i',[1])[0:5:0]
a('i',[1,2,3])[::-1]
a('i',[1,2,3])[::2]
a('d',[1,2.5]).tolist()
a('d',[1,2.5]).tobytes()
a('i',[1,2]).typecode
a('i',[1,2]).itemsize
setattr(a('i'),'x',1)
setattr(a('i'),'typecode','d')
a('i',[1]).__imul__('a')
a('i',[1])*'a'
3*a('i',[1])
-1*a('i',[1])
a('i',[1]).index()
a('i',[1]).index(1,2,3,4)
a('i',[1]).index(1,None)
a('i',[1]).pop('a')
a('i',[1]).pop(None)
a('i',[1]).fromfile(1,'a')
a.__new__(a)
a.__new__(int,'i')
a.__init__(a('i'),5)
iter(a('i')).__setstate__(5)
a('i',[1]).__reduce_ex__(-1)
a('i',[1]).__reduce_ex__(2**70)
a('i',[1]).insert(2**70,1)
a('i',[1])[2**70]
a('i',[1]).__setitem__(0,'x')
a('i',[1]).__setitem__(0,2**40)
a('i').fromlist((1,))
a('i').extend([1,'a'])
a('i') is a('i')
memoryview(a('i',[1,2])).tolist()
memoryview(a('u','ab')).tolist()
bytes(a('i',[1,2]))
bytearray(a('h',[1,2]))
a('i',iter([1,2]))
a('i',[1,2,3]).__delitem__(slice(None,None,2))
a('i',[1,2,3]).__delitem__(slice(None,None,-1))
"""

for line in CASES.strip().splitlines():
    print(">>", line)
    t(lambda: eval(line))

class W:
    def read(self,n): return 'x'
t(lambda: a('i').fromfile(W(),1))
class W:
    def read(self,n): return b'xabc'
t(lambda: a('i').fromfile(W(),2))
x = a('i', [1, 2])
m = memoryview(x)
t(lambda: x.append(1))
t(lambda: x.pop())
t(lambda: x.extend([1]))
t(lambda: x.extend([]))
t(lambda: x.clear())
t(lambda: x.__setitem__(slice(0,1),a('i',[1,2])))
t(lambda: x.__delitem__(0))
t(lambda: x.__delitem__(slice(0,0)))
t(lambda: x.__imul__(1))
t(lambda: x.__imul__(2))
t(lambda: x.insert(0,2))
t(lambda: x.frombytes(b''))
t(lambda: x.frombytes(b'abcd'))
t(lambda: x.fromlist([]))
t(lambda: x.fromlist([1]))
t(lambda: x.remove(1))
t(lambda: x)
x.__setitem__(slice(0,1),a('i',[9]))
m[1]=5
t(lambda: x)
m.release(); x.append(1)
t(lambda: x)
x=a('i',range(5)); x[1:3]=x; print(x); x+=x; print(x); x[::2]=x[:8]; print(x); x*=2; print(x); x[2:2]=a('i',[7]); print(x); del x[3:5]; print(x)
x.insert(-100,5); x.insert(100,6); x.insert(-1,3); print(x); x.reverse(); print(x); x.byteswap(); print(x)
for c in 'bBhHiIlLqQfdwu':
    y=a(c,[65,66] if c not in 'uw' else 'ab'); print(y,y.tobytes(),y.itemsize,y.__reduce_ex__(3)); y.byteswap(); print(y.tobytes())
    if c not in 'uw': print(y)
for p in range(6): print(pickle.loads(pickle.dumps(a('h',[1,2,-3]),p)))
print(copy.copy(x)==x, copy.deepcopy(x)==x)
class S(a):
    def __init__(self,*args,k=0): self.k=k
s=S('i',[1],k=5); print(s,s.k,s.__dict__,s[0:1],s+s, s.__reduce_ex__(3), copy.copy(s))

import collections.abc
print(isinstance(x, collections.abc.MutableSequence), array.typecodes)


class Clears:
    def __index__(self):
        x.clear()
        return 1


x = a("i", [1, 2])
t(lambda: x.__setitem__(1, Clears()))
match a("i", [1, 2]):
    case [first, second]:
        print(first, second)
# expect-stdout:
# >> a()
# TypeError: array() takes at least 1 argument (0 given)
# >> a('x')
# ValueError: bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)
# >> a(5)
# TypeError: array() argument 1 must be a unicode character, not int
# >> a('ab')
# TypeError: array() argument 1 must be a unicode character, not a string of length 2
# >> a('i','abc')
# TypeError: cannot use a str to initialize an array with typecode 'i'
# >> a('i',a('u','abc'))
# TypeError: cannot use a unicode array to initialize an array with typecode 'i'
# >> a('u','abc')
# array('u', 'abc')
# >> a('w','abc')
# array('w', 'abc')
# >> a('i',b'abc')
# ValueError: bytes length not a multiple of item size
# >> a('i',b'abcd')
# array('i', [1684234849])
# >> a('i',5)
# TypeError: 'int' object is not iterable
# >> a('i',[1.5])
# TypeError: 'float' object cannot be interpreted as an integer
# >> a('f',['a'])
# TypeError: must be real number, not str
# >> a('b',[128])
# OverflowError: signed char is greater than maximum
# >> a('b',[-129])
# OverflowError: signed char is less than minimum
# >> a('B',[256])
# OverflowError: unsigned byte integer is greater than maximum
# >> a('B',[-1])
# OverflowError: unsigned byte integer is less than minimum
# >> a('h',[32768])
# OverflowError: signed short integer is greater than maximum
# >> a('h',[-32769])
# OverflowError: signed short integer is less than minimum
# >> a('H',[-1])
# OverflowError: unsigned short is less than minimum
# >> a('H',[65536])
# OverflowError: unsigned short is greater than maximum
# >> a('i',[2**31])
# OverflowError: signed integer is greater than maximum
# >> a('i',[-2**31-1])
# OverflowError: signed integer is less than minimum
# >> a('i',[2**70])
# OverflowError: Python int too large to convert to C long
# >> a('I',[2**32])
# OverflowError: unsigned int is greater than maximum
# >> a('I',[-1])
# OverflowError: can't convert negative value to unsigned int
# >> a('I',[2**70])
# OverflowError: Python int too large to convert to C unsigned long
# >> a('l',[2**63])
# OverflowError: Python int too large to convert to C long
# >> a('L',[-1])
# OverflowError: can't convert negative value to unsigned int
# >> a('L',[2**64])
# OverflowError: Python int too large to convert to C unsigned long
# >> a('q',[2**63])
# OverflowError: int too big to convert
# >> a('Q',[-1])
# OverflowError: can't convert negative int to unsigned
# >> a('Q',[2**64])
# OverflowError: int too big to convert
# >> a('f',[2**2000])
# OverflowError: int too large to convert to float
# >> a('f',[1e300])
# array('f', [inf])
# >> a('u',[5])
# TypeError: array item must be a unicode character, not int
# >> a('u',['ab'])
# TypeError: array item must be a unicode character, not a string of length 2
# >> a('u',[''])
# TypeError: array item must be a unicode character, not a string of length 0
# >> a('w',[5])
# TypeError: array item must be a unicode character, not int
# >> a('w',['ab'])
# TypeError: array item must be a unicode character, not a string of length 2
# >> a('i',x=1)
# TypeError: array.array() takes no keyword arguments
# >> a('i',[1],[2])
# TypeError: array() takes at most 2 arguments (3 given)
# >> a('i',[1])+[2]
# TypeError: can only append array (not "list") to array
# >> a('i',[1])+a('h',[2])
# TypeError: bad argument type for built-in operation
# >> a('i',[1]).__iadd__([2])
# TypeError: can only extend array with array (not "list")
# >> a('i').extend(5)
# TypeError: 'int' object is not iterable
# >> a('i').extend(a('h'))
# TypeError: can only extend with array of same kind
# >> a('i').extend('ab')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i').pop()
# IndexError: pop from empty array
# >> a('i',[1]).pop(5)
# IndexError: pop index out of range
# >> a('i',[1])[5]
# IndexError: array index out of range
# >> a('i',[1])['a']
# TypeError: array indices must be integers
# >> a('i',[1]).__setitem__(5,1)
# IndexError: array assignment index out of range
# >> a('i',[1]).__setitem__(slice(0,1),[1])
# TypeError: can only assign array (not "list") to array slice
# >> a('i',[1]).__setitem__(slice(0,1),a('h',[1]))
# TypeError: bad argument type for built-in operation
# >> a('i',[1,2,3]).__setitem__(slice(0,3,2),a('i',[1]))
# ValueError: attempt to assign array of size 1 to extended slice of size 2
# >> a('i',[1]).__setitem__('a',1)
# TypeError: array indices must be integers
# >> a('i',[1]).__delitem__('a')
# TypeError: array indices must be integers
# >> a('i',[1]).__delitem__(4)
# IndexError: array assignment index out of range
# >> a('i',[1]).remove(4)
# ValueError: array.remove(x): x not in array
# >> a('i',[1]).index(4)
# ValueError: array.index(x): x not in array
# >> a('i').frombytes(b'abc')
# ValueError: bytes length not a multiple of item size
# >> a('i').frombytes('abc')
# TypeError: a bytes-like object is required, not 'str'
# >> a('i').frombytes(a('i',[1]))
# TypeError: a bytes-like object is required
# >> a('i').fromlist(5)
# TypeError: arg must be list
# >> a('i').fromlist([1,'a'])
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i').fromunicode('a')
# ValueError: fromunicode() may only be called on unicode type arrays ('u' or 'w')
# >> a('u').fromunicode(5)
# TypeError: fromunicode() argument must be str, not int
# >> a('i').tounicode()
# ValueError: tounicode() may only be called on unicode type arrays ('u' or 'w')
# >> a('w',b'\\xff\\xff\\xff\\xff')
# UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)
# >> a('u',b'\\xff\\xff\\xff\\xff')
# ValueError: character U+6666785c is not in range [U+0000; U+10ffff]
# >> a('w','a\\ud800\\U0001f600')
# array('w', 'a\\ud800\\U0001f600')
# >> a('i',[1])*2.5
# TypeError: can't multiply sequence by non-int of type 'float'
# >> a('i',[1])*2**70
# OverflowError: cannot fit 'int' into an index-sized integer
# >> a('i',[1])*2**61
# MemoryError: 
# >> a('i',[1]).__reduce_ex__(2)
# (<class 'array.array'>, ('i', [1]), None)
# >> a('i',[1]).__reduce_ex__(3)
# (<built-in function _array_reconstructor>, (<class 'array.array'>, 'i', 8, b'\x01\x00\x00\x00'), None)
# >> a('u','ab').__reduce_ex__(3)
# (<built-in function _array_reconstructor>, (<class 'array.array'>, 'u', 20, b'a\x00\x00\x00b\x00\x00\x00'), None)
# >> a('w','ab').__reduce_ex__(3)
# (<built-in function _array_reconstructor>, (<class 'array.array'>, 'w', 20, b'a\x00\x00\x00b\x00\x00\x00'), None)
# >> a('u','ab').__reduce_ex__(2)
# (<class 'array.array'>, ('u', ['a', 'b']), None)
# >> a('f',[1]).__reduce_ex__(3)
# (<built-in function _array_reconstructor>, (<class 'array.array'>, 'f', 14, b'\x00\x00\x80?'), None)
# >> a('i',[1]).__reduce_ex__('a')
# TypeError: __reduce_ex__ argument should be an integer
# >> a('i',[1]).buffer_info()[1]
# 1
# >> a('i',[1,2]).__sizeof__()
# 72
# >> a('i').__sizeof__()
# 64
# >> a('i',[1,2]).byteswap()
# None
# >> a('i',[1])<5
# TypeError: '<' not supported between instances of 'array.array' and 'int'
# >> a('i',[1])<a('f',[1.5])
# True
# >> a('i',[1])==a('f',[1.0])
# True
# >> a('i',[1])==[1]
# False
# >> a('q',[2**60])==a('q',[2**60])
# True
# >> repr(a('f',[1.1,float('nan'),2]))
# "array('f', [1.100000023841858, nan, 2.0])"
# >> repr(a('d'))
# "array('d')"
# >> repr(a('u'))
# "array('u')"
# >> repr(a('u',"a'b"))
# 'array(\'u\', "a\'b")'
# >> a.__doc__ is None
# False
# >> a('i').__class_getitem__(int)
# array.array[int]
# >> a('i').insert('a',1)
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i').insert(1,'a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i').append(None)
# TypeError: 'NoneType' object cannot be interpreted as an integer
# >> a('i').append(1.5)
# TypeError: 'float' object cannot be interpreted as an integer
# >> a('i').append('a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('b').append(1.5)
# TypeError: 'float' object cannot be interpreted as an integer
# >> a('b').append('a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('L').append('a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('Q').append(1.5)
# TypeError: 'float' object cannot be interpreted as an integer
# >> a('q').append(1.5)
# TypeError: 'float' object cannot be interpreted as an integer
# >> a('d').append('a')
# TypeError: must be real number, not str
# >> hash(a('i'))
# TypeError: unhashable type: 'array.array'
# >> iter(a('i',[1,2])).__reduce__()
# (<built-in function iter>, (array('i', [1, 2]),), 0)
# >> iter(a('i',[1,2])).__setstate__('x')
# TypeError: an integer is required
# >> memoryview(a('h',[1,2])).format
# 'h'
# >> memoryview(a('u','ab')).format
# 'w'
# >> memoryview(a('w','ab')).format
# 'w'
# >> memoryview(a('l',[1,2])).format
# 'l'
# >> array._array_reconstructor(5,'i',0,b'')
# TypeError: first argument must be a type object, not int
# >> array._array_reconstructor(int,'i',0,b'')
# TypeError: int is not a subtype of array.array
# >> array._array_reconstructor(a,'x',0,b'')
# ValueError: second argument must be a valid type code
# >> array._array_reconstructor(a,'i',50,b'')
# ValueError: third argument must be a valid machine format code.
# >> array._array_reconstructor(a,'i',-1,b'')
# ValueError: third argument must be a valid machine format code.
# >> array._array_reconstructor(a,'i',0,'')
# TypeError: fourth argument should be bytes, not str
# >> array._array_reconstructor(a,'i',0,b'abc')
# array('B', [97, 98, 99])
# >> array._array_reconstructor(a,'u',18,b'a')
# ValueError: string length not a multiple of item size
# >> array._array_reconstructor(a,'h',14,b'abcdefg')
# ValueError: string length not a multiple of item size
# >> array._array_reconstructor(a,'ab',14,b'abcdefg')
# TypeError: _array_reconstructor(): argument 2 must be a unicode character, not a string of length 2
# >> array._array_reconstructor(a,'h',14,b'abcdefgh')
# TypeError: 'float' object cannot be interpreted as an integer
# >> a('i').fromfile(5,1)
# AttributeError: 'int' object has no attribute 'read'
# >> a('i').tofile(5)
# None
# >> a('i',[1]).tofile(5)
# AttributeError: 'int' object has no attribute 'write'
# >> a('i').__copy__()
# array('i')
# >> a('i').__deepcopy__()
# TypeError: array.__deepcopy__() takes exactly one argument (0 given)
# >> a('i',[1,2,1]).count(1)
# 2
# >> a('i',[1,2,1]).index(1,1)
# 2
# >> a('i',[1,2,1]).index(1,-1)
# 2
# >> a('i',[1,2,1]).index(1,5,7)
# ValueError: array.index(x): x not in array
# >> 1 in a('i',[1])
# True
# >> 'a' in a('i',[1])
# False
# >> type('S',(a,),{})('i',x=3)
# TypeError: array.array() takes no keyword arguments
# >> type('S',(a,),{})('i',[3])
# S('i', [3])
# >> a('i',range(3))
# array('i', [0, 1, 2])
# >> a('i',(1,2))
# array('i', [1, 2])
# >> a('i', bytearray(b'abcd'))
# array('i', [1684234849])
# >> a('i', memoryview(b'abcd'))
# array('i', [97, 98, 99, 100])
# >> a('b',[70000])
# OverflowError: signed short integer is greater than maximum
# >> a('b',[2**70])
# OverflowError: Python int too large to convert to C long
# >> a('B',[70000])
# OverflowError: unsigned byte integer is greater than maximum
# >> a('B',[-70000])
# OverflowError: unsigned byte integer is less than minimum
# >> a('H',[2**40])
# OverflowError: signed integer is greater than maximum
# >> a('H',[2**70])
# OverflowError: Python int too large to convert to C long
# >> a('h',[2**40])
# OverflowError: signed short integer is greater than maximum
# >> a('I',[2**40])
# OverflowError: unsigned int is greater than maximum
# >> a('I',[True])
# array('I', [1])
# >> a('w',b'\\xff\\xff\\xff\\xff')[0]
# ValueError: chr() arg not in range(0x110000)
# >> a('u',b'\\xff\\xff\\xff\\xff')[0]
# ValueError: chr() arg not in range(0x110000)
# >> a('w',b'\\x00\\xd8\\x00\\x00')[0]
# ValueError: chr() arg not in range(0x110000)
# >> a('w',b'\\x00\\xd8\\x00\\x00').tolist()
# ValueError: chr() arg not in range(0x110000)
# >> a('w','a\\ud800')[1]
# '\\'
# >> a('u','a\\ud800')
# array('u', 'a\\ud800')
# >> array._array_reconstructor(a,'i',13,b'abcdefgh')
# array('q', [7017280452245743464])
# >> array._array_reconstructor(a,'i',11,b'abcdefgh')
# array('Q', [7017280452245743464])
# >> array._array_reconstructor(a,'i',12,b'abcdefgh')
# array('q', [7523094288207667809])
# >> array._array_reconstructor(a,'i',7,b'abcdefgh')
# array('I', [1633837924, 1701209960])
# >> array._array_reconstructor(a,'i',9,b'abcdefgh')
# array('i', [1633837924, 1701209960])
# >> array._array_reconstructor(a,'d',17,b'abcdefgh')
# array('d', [1.2926117907728089e+161])
# >> array._array_reconstructor(a,'u',21,b'\\0\\0\\0a')
# ValueError: string length not a multiple of item size
# >> array._array_reconstructor(a,'w',21,b'\\0\\0\\0a')
# ValueError: string length not a multiple of item size
# >> array._array_reconstructor(a,'w',19,b'\\0a')
# ValueError: string length not a multiple of item size
# >> array._array_reconstructor(a,'w',18,b'a\\0')
# ValueError: string length not a multiple of item size
# >> array._array_reconstructor(a,'w',20,b'a\\0\\0\\0')
# ValueError: bytes length not a multiple of item size
# >> array._array_reconstructor(a,'b',1,b'a\\0\\0\\0')
# array('b', [97, 92, 48, 92, 48, 92, 48])
# >> array._array_reconstructor(a,'i',2,b'a\\0\\0\\0')
# ValueError: string length not a multiple of item size
# >> a('u',a('w','ab'))
# array('u', 'ab')
# >> a('w',a('u','ab'))
# array('w', 'ab')
# >> a('u',a('i',[1]))
# TypeError: array item must be a unicode character, not int
# >> a('i',{1:2})
# array('i', [1])
# >> a('f',[True,2**80])
# array('f', [1.0, 1.2089258196146292e+24])
# >> a('i',[1])!=a('i',[1])
# False
# >> a('i',[1])<=a('i',[1,2])
# True
# >> a('b',b'ab').byteswap()
# None
# >> a('i',[1]).__contains__(1.0)
# True
# >> a('i',[1])[0:5:0]
# ValueError: slice step cannot be zero
# >> a('i',[1,2,3])[::-1]
# array('i', [3, 2, 1])
# >> a('i',[1,2,3])[::2]
# array('i', [1, 3])
# >> a('d',[1,2.5]).tolist()
# [1.0, 2.5]
# >> a('d',[1,2.5]).tobytes()
# b'\x00\x00\x00\x00\x00\x00\xf0?\x00\x00\x00\x00\x00\x00\x04@'
# >> a('i',[1,2]).typecode
# 'i'
# >> a('i',[1,2]).itemsize
# 4
# >> setattr(a('i'),'x',1)
# AttributeError: 'array.array' object has no attribute 'x' and no __dict__ for setting new attributes
# >> setattr(a('i'),'typecode','d')
# AttributeError: attribute 'typecode' of 'array.array' objects is not writable
# >> a('i',[1]).__imul__('a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i',[1])*'a'
# TypeError: can't multiply sequence by non-int of type 'str'
# >> 3*a('i',[1])
# array('i', [1, 1, 1])
# >> -1*a('i',[1])
# array('i')
# >> a('i',[1]).index()
# TypeError: index expected at least 1 argument, got 0
# >> a('i',[1]).index(1,2,3,4)
# TypeError: index expected at most 3 arguments, got 4
# >> a('i',[1]).index(1,None)
# TypeError: slice indices must be integers or have an __index__ method
# >> a('i',[1]).pop('a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i',[1]).pop(None)
# TypeError: 'NoneType' object cannot be interpreted as an integer
# >> a('i',[1]).fromfile(1,'a')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a.__new__(a)
# TypeError: array() takes at least 1 argument (0 given)
# >> a.__new__(int,'i')
# TypeError: array.array.__new__(int): int is not a subtype of array.array
# >> a.__init__(a('i'),5)
# None
# >> iter(a('i')).__setstate__(5)
# None
# >> a('i',[1]).__reduce_ex__(-1)
# (<class 'array.array'>, ('i', [1]), None)
# >> a('i',[1]).__reduce_ex__(2**70)
# OverflowError: Python int too large to convert to C long
# >> a('i',[1]).insert(2**70,1)
# OverflowError: Python int too large to convert to C ssize_t
# >> a('i',[1])[2**70]
# IndexError: cannot fit 'int' into an index-sized integer
# >> a('i',[1]).__setitem__(0,'x')
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i',[1]).__setitem__(0,2**40)
# OverflowError: signed integer is greater than maximum
# >> a('i').fromlist((1,))
# TypeError: arg must be list
# >> a('i').extend([1,'a'])
# TypeError: 'str' object cannot be interpreted as an integer
# >> a('i') is a('i')
# False
# >> memoryview(a('i',[1,2])).tolist()
# [1, 2]
# >> memoryview(a('u','ab')).tolist()
# NotImplementedError: memoryview: format w not supported
# >> bytes(a('i',[1,2]))
# b'\x01\x00\x00\x00\x02\x00\x00\x00'
# >> bytearray(a('h',[1,2]))
# bytearray(b'\x01\x00\x02\x00')
# >> a('i',iter([1,2]))
# array('i', [1, 2])
# >> a('i',[1,2,3]).__delitem__(slice(None,None,2))
# None
# >> a('i',[1,2,3]).__delitem__(slice(None,None,-1))
# None
# TypeError: read() didn't return bytes
# EOFError: read() didn't return enough bytes
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# None
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# array('i', [1, 2])
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# None
# BufferError: cannot resize an array that is exporting buffers
# None
# BufferError: cannot resize an array that is exporting buffers
# BufferError: cannot resize an array that is exporting buffers
# array('i', [1, 2])
# array('i', [9, 5])
# array('i', [9, 5, 1])
# array('i', [0, 0, 1, 2, 3, 4, 3, 4])
# array('i', [0, 0, 1, 2, 3, 4, 3, 4, 0, 0, 1, 2, 3, 4, 3, 4])
# array('i', [0, 0, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4])
# array('i', [0, 0, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4, 0, 0, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4])
# array('i', [0, 0, 7, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4, 0, 0, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4])
# array('i', [0, 0, 7, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4, 0, 0, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4])
# array('i', [5, 0, 0, 7, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4, 0, 0, 0, 2, 1, 4, 2, 4, 3, 0, 4, 2, 3, 4, 4, 4, 3, 6])
# array('i', [6, 3, 4, 4, 4, 3, 2, 4, 0, 3, 4, 2, 4, 1, 2, 0, 0, 0, 4, 4, 4, 3, 2, 4, 0, 3, 4, 2, 4, 1, 7, 0, 0, 5])
# array('i', [100663296, 50331648, 67108864, 67108864, 67108864, 50331648, 33554432, 67108864, 0, 50331648, 67108864, 33554432, 67108864, 16777216, 33554432, 0, 0, 0, 67108864, 67108864, 67108864, 50331648, 33554432, 67108864, 0, 50331648, 67108864, 33554432, 67108864, 16777216, 117440512, 0, 0, 83886080])
# array('b', [65, 66]) b'AB' 1 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'b', 1, b'AB'), None)
# b'AB'
# array('b', [65, 66])
# array('B', [65, 66]) b'AB' 1 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'B', 0, b'AB'), None)
# b'AB'
# array('B', [65, 66])
# array('h', [65, 66]) b'A\x00B\x00' 2 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'h', 4, b'A\x00B\x00'), None)
# b'\x00A\x00B'
# array('h', [16640, 16896])
# array('H', [65, 66]) b'A\x00B\x00' 2 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'H', 2, b'A\x00B\x00'), None)
# b'\x00A\x00B'
# array('H', [16640, 16896])
# array('i', [65, 66]) b'A\x00\x00\x00B\x00\x00\x00' 4 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'i', 8, b'A\x00\x00\x00B\x00\x00\x00'), None)
# b'\x00\x00\x00A\x00\x00\x00B'
# array('i', [1090519040, 1107296256])
# array('I', [65, 66]) b'A\x00\x00\x00B\x00\x00\x00' 4 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'I', 6, b'A\x00\x00\x00B\x00\x00\x00'), None)
# b'\x00\x00\x00A\x00\x00\x00B'
# array('I', [1090519040, 1107296256])
# array('l', [65, 66]) b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00' 8 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'l', 12, b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00'), None)
# b'\x00\x00\x00\x00\x00\x00\x00A\x00\x00\x00\x00\x00\x00\x00B'
# array('l', [4683743612465315840, 4755801206503243776])
# array('L', [65, 66]) b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00' 8 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'L', 10, b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00'), None)
# b'\x00\x00\x00\x00\x00\x00\x00A\x00\x00\x00\x00\x00\x00\x00B'
# array('L', [4683743612465315840, 4755801206503243776])
# array('q', [65, 66]) b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00' 8 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'q', 12, b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00'), None)
# b'\x00\x00\x00\x00\x00\x00\x00A\x00\x00\x00\x00\x00\x00\x00B'
# array('q', [4683743612465315840, 4755801206503243776])
# array('Q', [65, 66]) b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00' 8 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'Q', 10, b'A\x00\x00\x00\x00\x00\x00\x00B\x00\x00\x00\x00\x00\x00\x00'), None)
# b'\x00\x00\x00\x00\x00\x00\x00A\x00\x00\x00\x00\x00\x00\x00B'
# array('Q', [4683743612465315840, 4755801206503243776])
# array('f', [65.0, 66.0]) b'\x00\x00\x82B\x00\x00\x84B' 4 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'f', 14, b'\x00\x00\x82B\x00\x00\x84B'), None)
# b'B\x82\x00\x00B\x84\x00\x00'
# array('f', [4.672769859137535e-41, 4.744516340510966e-41])
# array('d', [65.0, 66.0]) b'\x00\x00\x00\x00\x00@P@\x00\x00\x00\x00\x00\x80P@' 8 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'd', 16, b'\x00\x00\x00\x00\x00@P@\x00\x00\x00\x00\x00\x80P@'), None)
# b'@P@\x00\x00\x00\x00\x00@P\x80\x00\x00\x00\x00\x00'
# array('d', [2.0824116e-317, 4.154673e-317])
# array('w', 'ab') b'a\x00\x00\x00b\x00\x00\x00' 4 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'w', 20, b'a\x00\x00\x00b\x00\x00\x00'), None)
# b'\x00\x00\x00a\x00\x00\x00b'
# array('u', 'ab') b'a\x00\x00\x00b\x00\x00\x00' 4 (<built-in function _array_reconstructor>, (<class 'array.array'>, 'u', 20, b'a\x00\x00\x00b\x00\x00\x00'), None)
# b'\x00\x00\x00a\x00\x00\x00b'
# array('h', [1, 2, -3])
# array('h', [1, 2, -3])
# array('h', [1, 2, -3])
# array('h', [1, 2, -3])
# array('h', [1, 2, -3])
# array('h', [1, 2, -3])
# True True
# S('i', [1]) 5 {'k': 5} array('i', [1]) array('i', [1, 1]) (<built-in function _array_reconstructor>, (<class '__main__.S'>, 'i', 8, b'\x01\x00\x00\x00'), {'k': 5}) array('i', [1])
# True bBuwhHiIlLqQfd
# IndexError: array assignment index out of range
# 1 2
