"""What the pickle module says of pickles and objects that are not right."""

import _pickle
import io
import pickle
from _pickle import PickleBuffer, Pickler, Unpickler, dumps, loads

EXPRESSIONS = r'''
PickleBuffer(1)
Pickler()
Pickler(1)
Unpickler(1)
dumps()
loads()
loads(1)
loads('N.')
loads(bytearray(b'N.'))
dumps(1, 6)
dumps(1, 4, buffer_callback=print)
loads(b'')
loads(b'K')
loads(b'c')
loads(b'Z')
loads(b'0.')
loads(b'(.')
loads(b'h\x05.')
loads(b'g5\n.')
loads(b'gx\n.')
loads(b'\x80\x07.')
loads(b'cos\nfoo\n.')
loads(b'cos\n.')
loads(b'\x80\x04\x8c\x02os\x8c\x05a.b.c\x93.')
loads(b"S'a\n.")
loads(b'Sa\n.')
loads(b'Pabc\n.')
loads(b'N)b.')
loads(b'Nbb.')
loads(b')a.')
loads(b'(Na.')
loads(b'NNa.')
loads(b'N(Ne.')
loads(b']NN.')
loads(b'N)R.')
loads(b'NNR.')
loads(b'NNs.')
loads(b'}NNs.')
loads(b'(NNu.')
loads(b'}(Nu.')
loads(b'N(N\x90.')
loads(b'\x82\x05.')
loads(b'N)\x81.')
loads(b'\x97.')
loads(b'\x98.')
loads(b't.')
loads(b'e.')
loads(b'\x93.')
loads(b'NN\x93.')
loads(b'I\n.')
loads(b'Ix\n.')
loads(b'I01\n.')
loads(b'F\n.')
loads(b'Lx\n.')
loads(b'L123L\n.')
loads(b'\x8b\xff\xff\xff\xff.')
loads(b'T\xff\xff\xff\xff.')
loads(b'\x95\x05\0\0\0\0\0\0\0N.')
loads(b'\x95\x01\0\0\0\0\0\0\0K\x05.')
loads(b'(i\n\n.')
loads(b'(o.')
loads(b'2.')
loads(b'1.')
loads(b'N}\x92.')
loads(b'NN}\x92.')
loads(b'cbuiltins\nint\nNN\x92.')
loads(b'cbuiltins\nint\n)N\x92.')
loads(b'p-1\n.')
loads(b'Np-1\n.')
loads(b'\x94.')
loads(b'N\x94h\0.')
dumps(lambda: 0)
dumps(_pickle)
dumps(open)
dumps([1, {2: print, 3: {4: [object, open]}}, (1, (2, lambda: 0))])
dumps({1: {lambda: 0}})
dumps(Reduces(5))
dumps(Reduces((5, ())))
dumps(Reduces((int, 5)))
dumps(Reduces((int,)))
dumps(Reduces((int, (), None, 5)))
dumps(Reduces((int, (), None, None, 5)))
dumps(Reduces((int, (), None, None, None, 5)))
dumps(Reduces((int, (), None, None, iter([1]))))
dumps(Reduces((int, (lambda: 0,))))
dumps(Reduces((int, (), lambda: 0)))
dumps(Reduces('nothing'))
dumps(Local())
dumps(PickleBuffer(b''), 4)
Pickler.__new__(Pickler).dump(1)
Unpickler.__new__(Unpickler).load()
Unpickler(io.BytesIO(b'')).load()
Pickler(io.BytesIO(), 1, True, None, 5)
Unpickler(io.BytesIO(), 1)
pickle.Pickler is Pickler, pickle.dumps is dumps, pickle.PicklingError, pickle.UnpicklingError.__mro__
'''


class Reduces:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


def make():
    class Local:
        pass

    return Local


Local = make()

for expression in EXPRESSIONS.strip().split('\n'):
    try:
        print(expression, '->', eval(expression))
    except BaseException as e:
        text = str(e).split(' at 0x')[0]
        print(expression, '=>', type(e).__module__, type(e).__name__, text, getattr(e, '__notes__', ''))
# expect-stdout:
# PickleBuffer(1) => builtins TypeError a bytes-like object is required, not 'int' 
# Pickler() => builtins TypeError Pickler() missing required argument 'file' (pos 1) 
# Pickler(1) => builtins TypeError file must have a 'write' attribute 
# Unpickler(1) => builtins TypeError file must have 'read' and 'readline' attributes 
# dumps() => builtins TypeError dumps() missing required argument 'obj' (pos 1) 
# loads() => builtins TypeError loads() takes exactly 1 positional argument (0 given) 
# loads(1) => builtins TypeError a bytes-like object is required, not 'int' 
# loads('N.') => builtins TypeError a bytes-like object is required, not 'str' 
# loads(bytearray(b'N.')) -> None
# dumps(1, 6) => builtins ValueError pickle protocol must be <= 5 
# dumps(1, 4, buffer_callback=print) => builtins ValueError buffer_callback needs protocol >= 5 
# loads(b'') => builtins EOFError Ran out of input 
# loads(b'K') => _pickle UnpicklingError pickle data was truncated 
# loads(b'c') => _pickle UnpicklingError pickle data was truncated 
# loads(b'Z') => _pickle UnpicklingError invalid load key, 'Z'. 
# loads(b'0.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'(.') => _pickle UnpicklingError unexpected MARK found 
# loads(b'h\x05.') => _pickle UnpicklingError Memo value not found at index 5 
# loads(b'g5\n.') => _pickle UnpicklingError Memo value not found at index 5 
# loads(b'gx\n.') => builtins ValueError invalid literal for int() with base 10: 'x\n' 
# loads(b'\x80\x07.') => builtins ValueError unsupported pickle protocol: 7 
# loads(b'cos\nfoo\n.') => builtins AttributeError module 'os' has no attribute 'foo' 
# loads(b'cos\n.') => _pickle UnpicklingError pickle data was truncated 
# loads(b'\x80\x04\x8c\x02os\x8c\x05a.b.c\x93.') => builtins AttributeError Can't resolve path 'a.b.c' on module 'os' 
# loads(b"S'a\n.") => _pickle UnpicklingError the STRING opcode argument must be quoted 
# loads(b'Sa\n.') => _pickle UnpicklingError the STRING opcode argument must be quoted 
# loads(b'Pabc\n.') => _pickle UnpicklingError A load persistent id instruction was encountered, but no persistent_load function was specified. 
# loads(b'N)b.') => _pickle UnpicklingError state is not a dictionary 
# loads(b'Nbb.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b')a.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'(Na.') => _pickle UnpicklingError unexpected MARK found 
# loads(b'NNa.') => builtins AttributeError 'NoneType' object has no attribute 'append' 
# loads(b'N(Ne.') => builtins AttributeError 'NoneType' object has no attribute 'append' 
# loads(b']NN.') -> None
# loads(b'N)R.') => builtins TypeError 'NoneType' object is not callable 
# loads(b'NNR.') => builtins TypeError argument list must be a tuple 
# loads(b'NNs.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'}NNs.') -> {None: None}
# loads(b'(NNu.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'}(Nu.') => _pickle UnpicklingError odd number of items for SETITEMS 
# loads(b'N(N\x90.') => builtins AttributeError 'NoneType' object has no attribute 'add' 
# loads(b'\x82\x05.') => builtins ValueError unregistered extension code 5 
# loads(b'N)\x81.') => _pickle UnpicklingError NEWOBJ class argument must be a type, not NoneType 
# loads(b'\x97.') => _pickle UnpicklingError pickle stream refers to out-of-band data but no *buffers* argument was given 
# loads(b'\x98.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b't.') => _pickle UnpicklingError could not find MARK 
# loads(b'e.') => _pickle UnpicklingError could not find MARK 
# loads(b'\x93.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'NN\x93.') => _pickle UnpicklingError STACK_GLOBAL requires str 
# loads(b'I\n.') => _pickle UnpicklingError pickle data was truncated 
# loads(b'Ix\n.') => builtins ValueError could not convert string to int 
# loads(b'I01\n.') -> True
# loads(b'F\n.') => _pickle UnpicklingError pickle data was truncated 
# loads(b'Lx\n.') => builtins ValueError invalid literal for int() with base 10: 'x\n' 
# loads(b'L123L\n.') -> 123
# loads(b'\x8b\xff\xff\xff\xff.') => _pickle UnpicklingError LONG pickle has negative byte count 
# loads(b'T\xff\xff\xff\xff.') => _pickle UnpicklingError BINSTRING pickle has negative byte count 
# loads(b'\x95\x05\0\0\0\0\0\0\0N.') => _pickle UnpicklingError pickle data was truncated 
# loads(b'\x95\x01\0\0\0\0\0\0\0K\x05.') -> 5
# loads(b'(i\n\n.') => _pickle UnpicklingError pickle data was truncated 
# loads(b'(o.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'2.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'1.') => _pickle UnpicklingError could not find MARK 
# loads(b'N}\x92.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'NN}\x92.') => _pickle UnpicklingError NEWOBJ_EX class argument must be a type, not NoneType 
# loads(b'cbuiltins\nint\nNN\x92.') => _pickle UnpicklingError NEWOBJ_EX args argument must be a tuple, not NoneType 
# loads(b'cbuiltins\nint\n)N\x92.') => _pickle UnpicklingError NEWOBJ_EX kwargs argument must be a dict, not NoneType 
# loads(b'p-1\n.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'Np-1\n.') => builtins ValueError negative PUT argument 
# loads(b'\x94.') => _pickle UnpicklingError unpickling stack underflow 
# loads(b'N\x94h\0.') -> None
# dumps(lambda: 0) => _pickle PicklingError Can't pickle <function <lambda> 
# dumps(_pickle) => builtins TypeError cannot pickle 'module' object 
# dumps(open) -> b'\x80\x05\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x03_io\x94\x8c\x04open\x94\x93\x94.'
# dumps([1, {2: print, 3: {4: [object, open]}}, (1, (2, lambda: 0))]) => _pickle PicklingError Can't pickle <function <lambda> ['when serializing tuple item 1', 'when serializing tuple item 1', 'when serializing list item 2']
# dumps({1: {lambda: 0}}) => _pickle PicklingError Can't pickle <function <lambda> ['when serializing set element', 'when serializing dict item 1']
# dumps(Reduces(5)) => _pickle PicklingError __reduce__ must return a string or tuple, not int ['when serializing Reduces object']
# dumps(Reduces((5, ()))) => _pickle PicklingError first item of the tuple returned by __reduce__ must be callable, not int ['when serializing Reduces object']
# dumps(Reduces((int, 5))) => _pickle PicklingError second item of the tuple returned by __reduce__ must be a tuple, not int ['when serializing Reduces object']
# dumps(Reduces((int,))) => _pickle PicklingError tuple returned by __reduce__ must contain 2 through 6 elements ['when serializing Reduces object']
# dumps(Reduces((int, (), None, 5))) => _pickle PicklingError fourth item of the tuple returned by __reduce__ must be an iterator, not int ['when serializing Reduces object']
# dumps(Reduces((int, (), None, None, 5))) => _pickle PicklingError fifth item of the tuple returned by __reduce__ must be an iterator, not int ['when serializing Reduces object']
# dumps(Reduces((int, (), None, None, None, 5))) => _pickle PicklingError sixth item of the tuple returned by __reduce__ must be callable, not int ['when serializing Reduces object']
# dumps(Reduces((int, (), None, None, iter([1])))) => builtins TypeError dict items iterator must return 2-tuples ['when serializing Reduces object']
# dumps(Reduces((int, (lambda: 0,)))) => _pickle PicklingError Can't pickle <function <lambda> ['when serializing tuple item 0', 'when serializing Reduces reconstructor arguments', 'when serializing Reduces object']
# dumps(Reduces((int, (), lambda: 0))) => _pickle PicklingError Can't pickle <function <lambda> ['when serializing Reduces state', 'when serializing Reduces object']
# dumps(Reduces('nothing')) => _pickle PicklingError Can't pickle <__main__.Reduces object 
# dumps(Local()) => _pickle PicklingError Can't pickle local object <class '__main__.make.<locals>.Local'> ['when serializing make.<locals>.Local class', 'when serializing make.<locals>.Local object']
# dumps(PickleBuffer(b''), 4) => _pickle PicklingError PickleBuffer can only be pickled with protocol >= 5 
# Pickler.__new__(Pickler).dump(1) => _pickle PicklingError Pickler.__init__() was not called by _pickle.Pickler.__init__() 
# Unpickler.__new__(Unpickler).load() => _pickle UnpicklingError Unpickler.__init__() was not called by _pickle.Unpickler.__init__() 
# Unpickler(io.BytesIO(b'')).load() => builtins EOFError Ran out of input 
# Pickler(io.BytesIO(), 1, True, None, 5) => builtins TypeError Pickler() takes at most 4 arguments (5 given) 
# Unpickler(io.BytesIO(), 1) => builtins TypeError Unpickler() takes exactly 1 positional argument (2 given) 
# pickle.Pickler is Pickler, pickle.dumps is dumps, pickle.PicklingError, pickle.UnpicklingError.__mro__ -> (True, True, <class '_pickle.PicklingError'>, (<class '_pickle.UnpicklingError'>, <class '_pickle.PickleError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>))
