"""Errors of containers and iteration built-ins, and a few values."""

mp=type(type.__dict__)
def t(s, f):
    try: print(s, '->', f())
    except Exception as e: print(s, '!!', type(e).__name__, e)
t('{}[[]]', lambda: {}[[]])
t('[] in {}', lambda: [] in {})
t('{}.get([])', lambda: {}.get([]))
t('{}.pop([])', lambda: {}.pop([]))
t('{}.pop([],1)', lambda: {}.pop([],1))
t('{}.setdefault([])', lambda: {}.setdefault([]))
t('{[]:1}', lambda: {[]:1})
t('{[]}', lambda: {[]})
t('[] in set()', lambda: [] in set())
t('set() in set()', lambda: set() in set())
t('set([[]])', lambda: set([[]]))
t('set().add([])', lambda: set().add([]))
t('set().discard([])', lambda: set().discard([]))
t('set().remove([])', lambda: set().remove([]))
t('set().remove(1)', lambda: set().remove(1))
t('dict.fromkeys([[]])', lambda: dict.fromkeys([[]]))
t('dict([[[],1]])', lambda: dict([[[],1]]))
t('{}.__delitem__([])', lambda: {}.__delitem__([]))
t('{}.__contains__([])', lambda: {}.__contains__([]))
t('{([],):1}', lambda: {([],):1})
t('frozenset([[]])', lambda: frozenset([[]]))
t('{1}-[1]', lambda: {1}-[1])
t('{1}.difference([[]])', lambda: {1}.difference([[]]))
t('{1}.update([[]])', lambda: {1}.update([[]]))
t('{1}.update(1)', lambda: {1}.update(1))
t('{1}.intersection([[]])', lambda: {1}.intersection([[]]))
t('{1}.issubset([[]])', lambda: {1}.issubset([[]]))
t('{1}.issuperset([[]])', lambda: {1}.issuperset([[]]))
t('{1}.isdisjoint([[]])', lambda: {1}.isdisjoint([[]]))
t('{1}.symmetric_difference([[]])', lambda: {1}.symmetric_difference([[]]))
t('hash([])', lambda: hash([]))
t('hash(([],))', lambda: hash(([],)))
t('{1:1}.keys() & [[]]', lambda: {1:1}.keys() & [[]])
t('[] in {1:1}.keys()', lambda: [] in {1:1}.keys())
t('([],1) in {1:1}.items()', lambda: ([],1) in {1:1}.items())
t('set() == {1:1}.keys()', lambda: set() == {1:1}.keys())
class X:
    def __hash__(self): raise TypeError('boo')
class Y:
    def __hash__(self): raise ValueError('boo')
class Z:
    def __hash__(self): return 'a'
t('{X():1}', lambda: {X():1})
t('{X()}', lambda: {X()})
t('{Y():1}', lambda: {Y():1})
t('{Z():1}', lambda: {Z():1})
t('{}[X()]', lambda: {}[X()])
class L(list): pass
t('{L():1}', lambda: {L():1})
t('{}[slice(1)]', lambda: {}[slice(1)])
t('[1,2][None]', lambda: [1,2][None])
t('(1,)["a"]', lambda: (1,)["a"])
t('[].pop()', lambda: [].pop())
t('[1].pop(5)', lambda: [1].pop(5))
t('[].remove(1)', lambda: [].remove(1))
t('[].index(1)', lambda: [].index(1))
t('().index(1)', lambda: ().index(1))
t('[1]+(1,)', lambda: [1]+(1,))
t('(1,)+[1]', lambda: (1,)+[1])
t('[1]*"a"', lambda: [1]*"a")
t('[1]*[1]', lambda: [1]*[1])
t('2.0*[1]', lambda: 2.0*[1])
t('[1]*(10**30)', lambda: [1]*(10**30))
t('[1][10**30]', lambda: [1][10**30])
t('[][0]', lambda: [][0])
t('()[0]', lambda: ()[0])
t('[].__setitem__(0,1)', lambda: [].__setitem__(0,1))
t('[].__delitem__(0)', lambda: [].__delitem__(0))
t('[1].__setitem__("a",1)', lambda: [1].__setitem__("a",1))
t('[1].__delitem__("a")', lambda: [1].__delitem__("a"))
t('[1].__setitem__(slice(0,1),1)', lambda: [1].__setitem__(slice(0,1),1))
t('[1,2,3].__setitem__(slice(None,None,2),[1])', lambda: [1,2,3].__setitem__(slice(None,None,2),[1]))
t('[1,2,3].__setitem__(slice(None,None,2),1)', lambda: [1,2,3].__setitem__(slice(None,None,2),1))
t('[1]<(1,)', lambda: [1]<(1,))
t('[[1]]<[["a"]]', lambda: [[1]]<[["a"]])
t('[].extend(1)', lambda: [].extend(1))
t('[1].__iadd__(1)', lambda: [1].__iadd__(1))
t('list(1)', lambda: list(1))
t('tuple(1)', lambda: tuple(1))
t('list(1,2)', lambda: list(1,2))
t('list(a=1)', lambda: list(a=1))
t('tuple(a=1)', lambda: tuple(a=1))
t('[].append()', lambda: [].append())
t('[].append(1,2)', lambda: [].append(1,2))
t('[].insert(1)', lambda: [].insert(1))
t('[].insert("a",1)', lambda: [].insert("a",1))
t('[].pop("a")', lambda: [].pop("a"))
t('[].sort(1)', lambda: [].sort(1))
t('[].sort(foo=1)', lambda: [].sort(foo=1))
t('[1,"a"].sort()', lambda: [1,"a"].sort())
t('[1].index(1,2,3,4)', lambda: [1].index(1,2,3,4))
t('[].index()', lambda: [].index())
t('[1].index(1,"a")', lambda: [1].index(1,"a"))
t('[].count()', lambda: [].count())
t('{}.popitem()', lambda: {}.popitem())
t('set().pop()', lambda: set().pop())
t('{}.pop()', lambda: {}.pop())
t('{}.pop(1)', lambda: {}.pop(1))
t('{}.pop(1,2,3)', lambda: {}.pop(1,2,3))
t('{}.get()', lambda: {}.get())
t('{}.update(1)', lambda: {}.update(1))
t('{}.update([1])', lambda: {}.update([1]))
t('{}.update([(1,)])', lambda: {}.update([(1,)]))
t('{}.update(1,2)', lambda: {}.update(1,2))
t('dict(1)', lambda: dict(1))
t('dict([1])', lambda: dict([1]))
t('dict(["abc"])', lambda: dict(["abc"]))
t('dict(1,2)', lambda: dict(1,2))
t('{}|1', lambda: {}|1)
t('{}.__ior__(1)', lambda: {}.__ior__(1))
t('{}.__or__(1)', lambda: {}.__or__(1))
t('{}<{}', lambda: {}<{})
t('set()|[]', lambda: set()|[])
t('set()<[]', lambda: set()<[])
t('set()-1', lambda: set()-1)
t('set(1)', lambda: set(1))
t('set(1,2)', lambda: set(1,2))
t('set(a=1)', lambda: set(a=1))
t('frozenset(a=1)', lambda: frozenset(a=1))
t('dict.fromkeys()', lambda: dict.fromkeys())
t('dict.fromkeys(1)', lambda: dict.fromkeys(1))
t('{}.__getitem__(1)', lambda: {}.__getitem__(1))
t('{}.items() - 1', lambda: {}.items() - 1)
t('{}.keys() | 1', lambda: {}.keys() | 1)
t('{}.values() | 1', lambda: {}.values() | 1)
t('{}.keys() == []', lambda: {}.keys() == [])
t('list.append(1,2)', lambda: list.append(1,2))
t('list.__add__(1,2)', lambda: list.__add__(1,2))
t('list.__new__(int)', lambda: list.__new__(int))
t('list.__new__()', lambda: list.__new__())
t('next(1)', lambda: next(1))
t('next(iter([]))', lambda: next(iter([])))
t('iter(1)', lambda: iter(1))
t('iter(1,2)', lambda: iter(1,2))
t('iter()', lambda: iter())
t('zip(1)', lambda: zip(1))
t('zip([1],2)', lambda: zip([1],2))
t('list(zip([1],[1,2],strict=True))', lambda: list(zip([1],[1,2],strict=True)))
t('list(zip([1,2],[1],strict=True))', lambda: list(zip([1,2],[1],strict=True)))
t('list(zip([1,2],[1,2],[1],strict=True))', lambda: list(zip([1,2],[1,2],[1],strict=True)))
t('map(1)', lambda: map(1))
t('map()', lambda: map())
t('list(map(None,[1]))', lambda: list(map(None,[1])))
t('map(len,1)', lambda: map(len,1))
t('list(map(len,[1]))', lambda: list(map(len,[1])))
t('list(map(lambda a,b:a,[1],[1,2],strict=True))', lambda: list(map(lambda a,b:a,[1],[1,2],strict=True)))
t('list(map(lambda a,b:a,[1,2],[1],strict=True))', lambda: list(map(lambda a,b:a,[1,2],[1],strict=True)))
t('filter(1)', lambda: filter(1))
t('filter(None,1)', lambda: filter(None,1))
t('enumerate()', lambda: enumerate())
t('enumerate(1)', lambda: enumerate(1))
t('enumerate([],"a")', lambda: enumerate([],"a"))
t('enumerate([],start="a")', lambda: enumerate([],start="a"))
t('enumerate([],foo=1)', lambda: enumerate([],foo=1))
t('enumerate([],1,2)', lambda: enumerate([],1,2))
t('reversed(1)', lambda: reversed(1))
t('reversed({1})', lambda: reversed({1}))
t('reversed()', lambda: reversed())
t('reversed(a=1)', lambda: reversed(a=1))
t('sum(["a"])', lambda: sum(["a"]))
t('sum([],"")', lambda: sum([],""))
t('sum([],b"")', lambda: sum([],b""))
t('sum(1)', lambda: sum(1))
t('sum()', lambda: sum())
t('sum([1],start=2)', lambda: sum([1],start=2))
t('sum([],1,2)', lambda: sum([],1,2))
t('min()', lambda: min())
t('min([])', lambda: min([]))
t('min(1)', lambda: min(1))
t('max(1,2,default=3)', lambda: max(1,2,default=3))
t('min([1],foo=2)', lambda: min([1],foo=2))
t('min([1,"a"])', lambda: min([1,"a"]))
t('max([],default=3)', lambda: max([],default=3))
t('all()', lambda: all())
t('all(1)', lambda: all(1))
t('sorted()', lambda: sorted())
t('sorted(1)', lambda: sorted(1))
t('sorted([],1)', lambda: sorted([],1))
t('sorted([],key=1)', lambda: sorted([],key=1))
t('sorted([1],key=1)', lambda: sorted([1],key=1))
t('sorted([],reverse="a")', lambda: sorted([],reverse="a"))
t('len()', lambda: len())
t('len(1)', lambda: len(1))
t('next()', lambda: next())
t('next(1,2,3)', lambda: next(1,2,3))
t('iter(1,2,3)', lambda: iter(1,2,3))
t('filter(None,[],1)', lambda: filter(None,[],1))
t('zip(foo=1)', lambda: zip(foo=1))
t('map(len,[],foo=1)', lambda: map(len,[],foo=1))
t('mp(1)', lambda: mp(1))
t('mp()', lambda: mp())
t('mp([])', lambda: mp([]))
t('mp({1:2}) | {3:4}', lambda: mp({1:2}) | {3:4});t('mp({1:2})', lambda: mp({1:2}));t('hash(mp({1:2}))', lambda: hash(mp({1:2})))
t('mp({}).__ior__({})', lambda: mp({}).__ior__({}))
t('list.sort()', lambda: list.sort())
t('list.append()', lambda: list.append())
t('dict.fromkeys.__doc__', lambda: dict.fromkeys.__doc__)
t('[1,2,3].index(5)', lambda: [1,2,3].index(5))
t('(1,2).__getitem__(slice(1,2,0))', lambda: (1,2).__getitem__(slice(1,2,0)))
t('{1}.remove({2})', lambda: {1}.remove({2}))
t('{frozenset({2})}.remove({2})', lambda: {frozenset({2})}.remove({2}))
t('{1}&1', lambda: {1}&1)
t('frozenset().add(1)', lambda: frozenset().add(1))
t('[].__init__(1,2)', lambda: [].__init__(1,2))
t('[].__reversed__(1)', lambda: [].__reversed__(1))
t('sum([[1],[2]],[])', lambda: sum([[1],[2]],[]))
t('[] in [[]]', lambda: [] in [[]])
t('1 in 1', lambda: 1 in 1)
t('list.__hash__', lambda: list.__hash__)
t('hash(frozenset([1,2,3]))', lambda: hash(frozenset([1,2,3])))
t('hash((1,2))', lambda: hash((1,2)))
t('hash(())', lambda: hash(()))
t('hash((1,(2,3),-1,2**70, 1.5))', lambda: hash((1,(2,3),-1,2**70, 1.5)))
t('hash(frozenset())', lambda: hash(frozenset()))
t('set([3,1,2,100,33])', lambda: set([3,1,2,100,33]))
t('{True:1, 1:2, 1.0:3}', lambda: {True:1, 1:2, 1.0:3})
# expect-stdout:
# {}[[]] !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# [] in {} !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {}.get([]) !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {}.pop([]) !! KeyError []
# {}.pop([],1) -> 1
# {}.setdefault([]) !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {[]:1} !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {[]} !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# [] in set() !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# set() in set() -> False
# set([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# set().add([]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# set().discard([]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# set().remove([]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# set().remove(1) !! KeyError 1
# dict.fromkeys([[]]) !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# dict([[[],1]]) !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {}.__delitem__([]) !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {}.__contains__([]) !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# {([],):1} !! TypeError cannot use 'tuple' as a dict key (unhashable type: 'list')
# frozenset([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# {1}-[1] !! TypeError unsupported operand type(s) for -: 'set' and 'list'
# {1}.difference([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# {1}.update([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# {1}.update(1) !! TypeError 'int' object is not iterable
# {1}.intersection([[]]) !! TypeError unhashable type: 'list'
# {1}.issubset([[]]) !! TypeError unhashable type: 'list'
# {1}.issuperset([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# {1}.isdisjoint([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# {1}.symmetric_difference([[]]) !! TypeError cannot use 'list' as a set element (unhashable type: 'list')
# hash([]) !! TypeError unhashable type: 'list'
# hash(([],)) !! TypeError unhashable type: 'list'
# {1:1}.keys() & [[]] !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# [] in {1:1}.keys() !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# ([],1) in {1:1}.items() !! TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# set() == {1:1}.keys() -> False
# {X():1} !! TypeError cannot use 'X' as a dict key (boo)
# {X()} !! TypeError cannot use 'X' as a set element (boo)
# {Y():1} !! ValueError boo
# {Z():1} !! TypeError cannot use 'Z' as a dict key (__hash__ method should return an integer)
# {}[X()] !! TypeError cannot use 'X' as a dict key (boo)
# {L():1} !! TypeError cannot use 'L' as a dict key (unhashable type: 'L')
# {}[slice(1)] !! KeyError slice(None, 1, None)
# [1,2][None] !! TypeError list indices must be integers or slices, not NoneType
# (1,)["a"] !! TypeError tuple indices must be integers or slices, not str
# [].pop() !! IndexError pop from empty list
# [1].pop(5) !! IndexError pop index out of range
# [].remove(1) !! ValueError list.remove(x): x not in list
# [].index(1) !! ValueError list.index(x): x not in list
# ().index(1) !! ValueError tuple.index(x): x not in tuple
# [1]+(1,) !! TypeError can only concatenate list (not "tuple") to list
# (1,)+[1] !! TypeError can only concatenate tuple (not "list") to tuple
# [1]*"a" !! TypeError can't multiply sequence by non-int of type 'str'
# [1]*[1] !! TypeError can't multiply sequence by non-int of type 'list'
# 2.0*[1] !! TypeError can't multiply sequence by non-int of type 'float'
# [1]*(10**30) !! OverflowError cannot fit 'int' into an index-sized integer
# [1][10**30] !! IndexError cannot fit 'int' into an index-sized integer
# [][0] !! IndexError list index out of range
# ()[0] !! IndexError tuple index out of range
# [].__setitem__(0,1) !! IndexError list assignment index out of range
# [].__delitem__(0) !! IndexError list assignment index out of range
# [1].__setitem__("a",1) !! TypeError list indices must be integers or slices, not str
# [1].__delitem__("a") !! TypeError list indices must be integers or slices, not str
# [1].__setitem__(slice(0,1),1) !! TypeError must assign iterable to extended slice
# [1,2,3].__setitem__(slice(None,None,2),[1]) !! ValueError attempt to assign sequence of size 1 to extended slice of size 2
# [1,2,3].__setitem__(slice(None,None,2),1) !! TypeError must assign iterable to extended slice
# [1]<(1,) !! TypeError '<' not supported between instances of 'list' and 'tuple'
# [[1]]<[["a"]] !! TypeError '<' not supported between instances of 'int' and 'str'
# [].extend(1) !! TypeError 'int' object is not iterable
# [1].__iadd__(1) !! TypeError 'int' object is not iterable
# list(1) !! TypeError 'int' object is not iterable
# tuple(1) !! TypeError 'int' object is not iterable
# list(1,2) !! TypeError list expected at most 1 argument, got 2
# list(a=1) !! TypeError list() takes no keyword arguments
# tuple(a=1) !! TypeError tuple() takes no keyword arguments
# [].append() !! TypeError list.append() takes exactly one argument (0 given)
# [].append(1,2) !! TypeError list.append() takes exactly one argument (2 given)
# [].insert(1) !! TypeError insert expected 2 arguments, got 1
# [].insert("a",1) !! TypeError 'str' object cannot be interpreted as an integer
# [].pop("a") !! TypeError 'str' object cannot be interpreted as an integer
# [].sort(1) !! TypeError sort() takes no positional arguments
# [].sort(foo=1) !! TypeError sort() got an unexpected keyword argument 'foo'
# [1,"a"].sort() !! TypeError '<' not supported between instances of 'str' and 'int'
# [1].index(1,2,3,4) !! TypeError index expected at most 3 arguments, got 4
# [].index() !! TypeError index expected at least 1 argument, got 0
# [1].index(1,"a") !! TypeError slice indices must be integers or have an __index__ method
# [].count() !! TypeError list.count() takes exactly one argument (0 given)
# {}.popitem() !! KeyError 'popitem(): dictionary is empty'
# set().pop() !! KeyError 'pop from an empty set'
# {}.pop() !! TypeError pop expected at least 1 argument, got 0
# {}.pop(1) !! KeyError 1
# {}.pop(1,2,3) !! TypeError pop expected at most 2 arguments, got 3
# {}.get() !! TypeError get expected at least 1 argument, got 0
# {}.update(1) !! TypeError 'int' object is not iterable
# {}.update([1]) !! TypeError object is not iterable
# {}.update([(1,)]) !! ValueError dictionary update sequence element #0 has length 1; 2 is required
# {}.update(1,2) !! TypeError update expected at most 1 argument, got 2
# dict(1) !! TypeError 'int' object is not iterable
# dict([1]) !! TypeError object is not iterable
# dict(["abc"]) !! ValueError dictionary update sequence element #0 has length 3; 2 is required
# dict(1,2) !! TypeError dict expected at most 1 argument, got 2
# {}|1 !! TypeError unsupported operand type(s) for |: 'dict' and 'int'
# {}.__ior__(1) !! TypeError 'int' object is not iterable
# {}.__or__(1) -> NotImplemented
# {}<{} !! TypeError '<' not supported between instances of 'dict' and 'dict'
# set()|[] !! TypeError unsupported operand type(s) for |: 'set' and 'list'
# set()<[] !! TypeError '<' not supported between instances of 'set' and 'list'
# set()-1 !! TypeError unsupported operand type(s) for -: 'set' and 'int'
# set(1) !! TypeError 'int' object is not iterable
# set(1,2) !! TypeError set expected at most 1 argument, got 2
# set(a=1) !! TypeError set() takes no keyword arguments
# frozenset(a=1) !! TypeError frozenset() takes no keyword arguments
# dict.fromkeys() !! TypeError fromkeys expected at least 1 argument, got 0
# dict.fromkeys(1) !! TypeError 'int' object is not iterable
# {}.__getitem__(1) !! KeyError 1
# {}.items() - 1 !! TypeError 'int' object is not iterable
# {}.keys() | 1 !! TypeError 'int' object is not iterable
# {}.values() | 1 !! TypeError unsupported operand type(s) for |: 'dict_values' and 'int'
# {}.keys() == [] -> False
# list.append(1,2) !! TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# list.__add__(1,2) !! TypeError descriptor '__add__' requires a 'list' object but received a 'int'
# list.__new__(int) !! TypeError list.__new__(int): int is not a subtype of list
# list.__new__() !! TypeError list.__new__(): not enough arguments
# next(1) !! TypeError 'int' object is not an iterator
# next(iter([])) !! StopIteration 
# iter(1) !! TypeError 'int' object is not iterable
# iter(1,2) !! TypeError iter(v, w): v must be callable
# iter() !! TypeError iter expected at least 1 argument, got 0
# zip(1) !! TypeError 'int' object is not iterable
# zip([1],2) !! TypeError 'int' object is not iterable
# list(zip([1],[1,2],strict=True)) !! ValueError zip() argument 2 is longer than argument 1
# list(zip([1,2],[1],strict=True)) !! ValueError zip() argument 2 is shorter than argument 1
# list(zip([1,2],[1,2],[1],strict=True)) !! ValueError zip() argument 3 is shorter than arguments 1-2
# map(1) !! TypeError map() must have at least two arguments.
# map() !! TypeError map() must have at least two arguments.
# list(map(None,[1])) !! TypeError 'NoneType' object is not callable
# map(len,1) !! TypeError 'int' object is not iterable
# list(map(len,[1])) !! TypeError object of type 'int' has no len()
# list(map(lambda a,b:a,[1],[1,2],strict=True)) !! ValueError map() argument 2 is longer than argument 1
# list(map(lambda a,b:a,[1,2],[1],strict=True)) !! ValueError map() argument 2 is shorter than argument 1
# filter(1) !! TypeError filter expected 2 arguments, got 1
# filter(None,1) !! TypeError 'int' object is not iterable
# enumerate() !! TypeError enumerate() missing required argument 'iterable'
# enumerate(1) !! TypeError 'int' object is not iterable
# enumerate([],"a") !! TypeError 'str' object cannot be interpreted as an integer
# enumerate([],start="a") !! TypeError 'str' object cannot be interpreted as an integer
# enumerate([],foo=1) !! TypeError 'foo' is an invalid keyword argument for enumerate()
# enumerate([],1,2) !! TypeError enumerate() takes at most 2 arguments (3 given)
# reversed(1) !! TypeError 'int' object is not reversible
# reversed({1}) !! TypeError 'set' object is not reversible
# reversed() !! TypeError reversed expected 1 argument, got 0
# reversed(a=1) !! TypeError reversed() takes no keyword arguments
# sum(["a"]) !! TypeError unsupported operand type(s) for +: 'int' and 'str'
# sum([],"") !! TypeError sum() can't sum strings [use ''.join(seq) instead]
# sum([],b"") !! TypeError sum() can't sum bytes [use b''.join(seq) instead]
# sum(1) !! TypeError 'int' object is not iterable
# sum() !! TypeError sum() takes at least 1 positional argument (0 given)
# sum([1],start=2) -> 3
# sum([],1,2) !! TypeError sum() takes at most 2 arguments (3 given)
# min() !! TypeError min expected at least 1 argument, got 0
# min([]) !! ValueError min() iterable argument is empty
# min(1) !! TypeError 'int' object is not iterable
# max(1,2,default=3) !! TypeError Cannot specify a default for max() with multiple positional arguments
# min([1],foo=2) !! TypeError min() got an unexpected keyword argument 'foo'
# min([1,"a"]) !! TypeError '<' not supported between instances of 'str' and 'int'
# max([],default=3) -> 3
# all() !! TypeError all() takes exactly one argument (0 given)
# all(1) !! TypeError 'int' object is not iterable
# sorted() !! TypeError sorted expected 1 argument, got 0
# sorted(1) !! TypeError 'int' object is not iterable
# sorted([],1) !! TypeError sorted expected 1 argument, got 2
# sorted([],key=1) -> []
# sorted([1],key=1) !! TypeError 'int' object is not callable
# sorted([],reverse="a") -> []
# len() !! TypeError len() takes exactly one argument (0 given)
# len(1) !! TypeError object of type 'int' has no len()
# next() !! TypeError next expected at least 1 argument, got 0
# next(1,2,3) !! TypeError next expected at most 2 arguments, got 3
# iter(1,2,3) !! TypeError iter expected at most 2 arguments, got 3
# filter(None,[],1) !! TypeError filter expected 2 arguments, got 3
# zip(foo=1) !! TypeError zip() got an unexpected keyword argument 'foo'
# map(len,[],foo=1) !! TypeError map() got an unexpected keyword argument 'foo'
# mp(1) !! TypeError mappingproxy() argument must be a mapping, not int
# mp() !! TypeError mappingproxy() missing required argument 'mapping' (pos 1)
# mp([]) !! TypeError mappingproxy() argument must be a mapping, not list
# mp({1:2}) | {3:4} -> {1: 2, 3: 4}
# mp({1:2}) -> {1: 2}
# hash(mp({1:2})) !! TypeError unhashable type: 'dict'
# mp({}).__ior__({}) !! TypeError '|=' is not supported by mappingproxy; use '|' instead
# list.sort() !! TypeError unbound method list.sort() needs an argument
# list.append() !! TypeError unbound method list.append() needs an argument
# dict.fromkeys.__doc__ -> Create a new dictionary with keys from iterable and values set to value.
# [1,2,3].index(5) !! ValueError list.index(x): x not in list
# (1,2).__getitem__(slice(1,2,0)) !! ValueError slice step cannot be zero
# {1}.remove({2}) !! KeyError {2}
# {frozenset({2})}.remove({2}) -> None
# {1}&1 !! TypeError unsupported operand type(s) for &: 'set' and 'int'
# frozenset().add(1) !! AttributeError 'frozenset' object has no attribute 'add'
# [].__init__(1,2) !! TypeError list expected at most 1 argument, got 2
# [].__reversed__(1) !! TypeError list.__reversed__() takes no arguments (1 given)
# sum([[1],[2]],[]) -> [1, 2]
# [] in [[]] -> True
# 1 in 1 !! TypeError argument of type 'int' is not a container or iterable
# list.__hash__ -> None
# hash(frozenset([1,2,3])) -> -272375401224217160
# hash((1,2)) -> -3550055125485641917
# hash(()) -> 5740354900026072187
# hash((1,(2,3),-1,2**70, 1.5)) -> 4830561321328928781
# hash(frozenset()) -> 133146708735736
# set([3,1,2,100,33]) -> {1, 2, 3, 100, 33}
# {True:1, 1:2, 1.0:3} -> {True: 3}
