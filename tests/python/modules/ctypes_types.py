# C data types without foreign functions.
from ctypes import *
print(sizeof(c_long), sizeof(c_int), c_int(5), c_int(2**32+7).value, c_ubyte(-1), c_double(1.5), c_char(b'x'), c_char_p(b'abc').value)
class P(Structure):
    _fields_ = [('a',c_char),('b',c_int),('c',c_double),('d',c_short*3)]
p=P(b'q',3,2.5,(1,2,3)); print(sizeof(P),P.b.offset,P.d.offset,p.a,p.b,p.c,p.d[:],bytes(p))
class U(Union): _fields_=[('i',c_uint32),('b',c_uint8*4)]
u=U(0x01020304); print(u.b[:], sizeof(U))
i=c_int(42); q=pointer(i); q.contents.value=7; print(i, q[0], bool(POINTER(c_int)()))
b=create_string_buffer(b'hello',10); print(b.value,b.raw,len(b),sizeof(b)); memset(b,65,3); print(b.value); memmove(b,b'xy',2); print(b.value,string_at(b))
class B(Structure): _fields_=[('x',c_uint,3),('y',c_uint,5),('z',c_int,4)]
v=B(5,17,-3); print(v.x,v.y,v.z,sizeof(B))
class BE(BigEndianStructure): _fields_=[('n',c_uint16),('m',c_uint32)]
print(bytes(BE(1,2)), sizeof(BE))
print(cast(pointer(c_uint(0x41424344)), POINTER(c_ubyte))[0])
try: c_int('x')
except TypeError as e: print(e)
print((c_int*3)(1,2,3)[1:], py_object([1]).value, c_void_p(None).value, c_bool(3), c_wchar('é').value)
# expect-stdout:
# 8 4 c_int(5) 7 c_ubyte(255) c_double(1.5) c_char(b'x') b'abc'
# 24 4 16 b'q' 3 2.5 [1, 2, 3] b'q\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00\x04@\x01\x00\x02\x00\x03\x00\x00\x00'
# [4, 3, 2, 1] 4
# c_int(7) 7 False
# b'hello' b'hello\x00\x00\x00\x00\x00' 10 10
# b'AAAlo'
# b'xyAlo' b'xyAlo'
# 5 17 -3 4
# b'\x00\x01\x00\x00\x00\x00\x00\x02' 8
# 68
# 'str' object cannot be interpreted as an integer
# [2, 3] [1] None c_bool(True) é
