"""memoryview: indexing, casts, dimensions, comparison, release, and __buffer__ of classes."""


def error(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except BaseException as problem:
        return f"{type(problem).__name__}: {problem}"


b=bytearray(b'abcdefgh'); m=memoryview(b)
print(error(memoryview), error(memoryview,1), error(memoryview,'a'), len(m), m[0], bytes(m[1:3]), bytes(m[::2]), m.tolist(), m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.nbytes, m.c_contiguous, m.f_contiguous, m.contiguous, m.obj is b)
print(error(m.__getitem__,'a'), error(m.__getitem__,9), error(m.__getitem__,(0,0)), error(m.__getitem__,()), error(m.__getitem__,...) , error(m.__setitem__,0,'a'), error(m.__setitem__,0,300), error(m.__setitem__,slice(0,2),b'x'), error(m.__setitem__,slice(0,2),'x'), error(m.__delitem__,0), error(m.__setitem__,0,b'z'), error(m.__setitem__,9,1), error(m.__setitem__,(0,0),1))
print(error(m.cast,'z'), error(m.cast,'B',[3]), error(m.cast,1), error(m.cast,'B',1), error(m.cast,'B',[-1]), error(m.cast,'B',['a']), error(m[::2].cast,'B'), error(m.cast('I').cast,'H'))
m2=m.cast('B',[2,4])
print(m2.tolist(), m2[1,2], error(m2.__getitem__,0), error(m2.__getitem__,(0,9)), error(m2.__getitem__,(slice(0),0)), m2.shape, m2.strides, len(m2), m2[0:1].tolist(), error(lambda: m2[(slice(0,1),slice(0,1))]), error(m2.__setitem__,slice(0,1),b'1234'), error(m2.__setitem__,(1,1),65), bytes(m2), m2.hex(), error(m2.__getitem__,(0,0,0)), error(list,m2), m2.tobytes('F'), error(m2.tobytes,'x'), error(m2.tobytes,None))
mi=m.cast('i'); print(mi.tolist(), mi[0], error(mi.__setitem__,0,2**40), error(mi.__setitem__,0,1.5), error(mi.__setitem__,0,-5), mi.tolist())
md=memoryview(bytearray(8)).cast('d'); md[0]=1.5; print(md.tolist(), error(md.__setitem__,0,'a')); mq=memoryview(bytearray(2)).cast('?'); mq[0]=True; print(mq.tolist(), error(mq.__setitem__,0,3)); mc=memoryview(b'ab').cast('c'); print(mc.tolist(), mc[0], error(mc.__setitem__,0,b'x'))
print(error(hash,m), error(hash,memoryview(b'ab'))==hash(b'ab'), m==b, m!=b, m==b'abcdefgh', memoryview(b'ab')==memoryview(b'ab'), m=='a', error(lambda: m<m), 97 in m, error(m.count,98), error(m.index,99), error(m.index,200), list(m)[:2], list(reversed(m))[:2], mi==m, md==md.cast('B').cast('Q'))
print(error(m.toreadonly().__setitem__,0,1), error(m.hex,':',2), error(repr,memoryview)); r=memoryview(b'abc')
with memoryview(b) as q: print(q[0])
print(error(q.tolist), error(len,q), error(q.__getitem__,0), error(lambda:q.format), error(q.release), error(lambda: q==q), error(memoryview,q), error(lambda: q.obj))
m4=m[1:]; print(error(m.release), error(m4.tolist)); 
for mode in range(2):
    y=memoryview(b)[1:].__enter__(); print(error(b.append,1)); y.release(); m4.release() if mode==0 else 0
class P:
    def __buffer__(self, flags): print('buf', flags); return memoryview(b'xyz')
    def __release_buffer__(self, v): print('rel', type(v))
p=P(); pm=memoryview(p); print(pm.tolist(), pm.obj is p); pm.release(); print(error(bytes,p), b'a'+p)
class Bad:
    def __buffer__(self, flags): return 1
print(error(memoryview,Bad()), error(memoryview(b'ab').__getitem__, 2**70), memoryview(b'')[:].tolist(), memoryview(b'x').cast('B',[]).shape, memoryview(b'x').cast('B',[]).tolist(), memoryview(b'x').cast('B',[])[()], error(len,memoryview(b'x').cast('B',[])))
print(error(memoryview.__class_getitem__,int), memoryview[int], memoryview._from_flags(b'a',0).tolist(), b'abc'.__buffer__(0).tolist(), b.__buffer__(1).readonly, error(b'a'.__buffer__,1), memoryview(b'abc').cast('b').tolist(), error(iter,memoryview(b'a').cast('B',[1,1])), type(iter(memoryview(b'a'))))
# expect-stdout:
# TypeError: memoryview() missing required argument 'object' (pos 1) TypeError: memoryview: a bytes-like object is required, not 'int' TypeError: memoryview: a bytes-like object is required, not 'str' 8 97 b'bc' b'aceg' [97, 98, 99, 100, 101, 102, 103, 104] B 1 1 (8,) (1,) () False 8 True True True True
# TypeError: memoryview: invalid slice key IndexError: index out of bounds on dimension 1 TypeError: cannot index 1-dimension view with 2-element tuple NotImplementedError: sub-views are not implemented TypeError: memoryview: invalid slice key TypeError: memoryview: invalid type for format 'B' ValueError: memoryview: invalid value for format 'B' ValueError: memoryview assignment: lvalue and rvalue have different structures TypeError: a bytes-like object is required, not 'str' TypeError: cannot delete memory TypeError: memoryview: invalid type for format 'B' IndexError: index out of bounds on dimension 1 TypeError: cannot index 1-dimension view with 2-element tuple
# ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@' TypeError: memoryview: product(shape) * itemsize != buffer size TypeError: cast() argument 'format' must be str, not int TypeError: shape must be a list or a tuple ValueError: memoryview.cast(): elements of shape must be integers > 0 TypeError: memoryview.cast(): elements of shape must be integers TypeError: memoryview: casts are restricted to C-contiguous views TypeError: memoryview: cannot cast between two non-byte formats
# [[97, 98, 99, 100], [101, 102, 103, 104]] 103 NotImplementedError: multi-dimensional sub-views are not implemented IndexError: index out of bounds on dimension 2 TypeError: memoryview: invalid slice key (2, 4) (4, 1) 2 [[97, 98, 99, 100]] NotImplementedError: multi-dimensional slicing is not implemented NotImplementedError: memoryview slice assignments are currently restricted to ndim = 1 None b'abcdeAgh' 6162636465416768 TypeError: cannot index 2-dimension view with 3-element tuple NotImplementedError: multi-dimensional sub-views are not implemented b'aebAcgdh' ValueError: order must be 'C', 'F' or 'A' b'abcdeAgh'
# [1684234849, 1751597413] 1684234849 ValueError: memoryview: invalid value for format 'i' TypeError: memoryview: invalid type for format 'i' None [-5, 1751597413]
# [1.5] TypeError: memoryview: invalid type for format 'd'
# [True, False] None
# [b'a', b'b'] b'a' TypeError: cannot modify read-only memory
# ValueError: cannot hash writable memoryview object True True False False True False TypeError: '<' not supported between instances of 'memoryview' and 'memoryview' False 0 ValueError: memoryview.index(x): x not found ValueError: memoryview.index(x): x not found [251, 255] [104, 103] False False
# TypeError: cannot modify read-only memory fbff:ffff:6541:6768 <class 'memoryview'>
# 251
# ValueError: operation forbidden on released memoryview object ValueError: operation forbidden on released memoryview object ValueError: operation forbidden on released memoryview object ValueError: operation forbidden on released memoryview object None True ValueError: operation forbidden on released memoryview object ValueError: operation forbidden on released memoryview object
# None [255, 255, 255, 101, 65, 103, 104]
# BufferError: Existing exports of data: object cannot be re-sized
# BufferError: Existing exports of data: object cannot be re-sized
# buf 284
# [120, 121, 122] False
# rel <class 'memoryview'>
# buf 284
# rel <class 'memoryview'>
# buf 0
# rel <class 'memoryview'>
# b'xyz' b'axyz'
# TypeError: __buffer__ returned non-memoryview object IndexError: cannot fit 'int' into an index-sized integer [] () 120 120 TypeError: 0-dim memory has no length
# memoryview[int] memoryview[int] [97] [97, 98, 99] False BufferError: Object is not writable. [97, 98, 99] NotImplementedError: multi-dimensional sub-views are not implemented <class 'memory_iterator'>
