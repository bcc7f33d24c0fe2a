"""Containers of all kinds with each option of dumps, and the notes of its errors."""
import json
from collections import OrderedDict
class D(dict): pass
class I(dict):
    def items(self): return [('q', 1)]
class Obj: pass
docs=[{}, [], {'a':1}, {'a':{'b':[1,2,{'c':None}]}, 'd':(), 'e':[[],[1]], 'é"\n':'é'}, D(a=1), OrderedDict(b=1,a=2), I(), I(z=1),
 {1:1, 2.5:2, True:3, None:4, 'x':5, (1,2):6}, {(1,):1}, [1.0, 1e100, 1e16, 0.1, -0.0, 2**70, float('inf'), float('nan')],
 {'b':1,'a':2,'c':{'z':1,'y':2}}, {2:1, 1:2, 10:3}, {'a':[{'a':i,'b':str(i)} for i in range(4)]}]
for d in docs:
    for kw in ({}, {'indent':2}, {'sort_keys':True}, {'indent':'\t','sort_keys':True}, {'skipkeys':True}, {'skipkeys':True,'indent':1}, {'ensure_ascii':False}, {'separators':(',',':')}, {'check_circular':False}, {'allow_nan':False}):
        try: print(json.dumps(d, **kw))
        except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
x={}; x['a']=[x]
for c in (x, [x], {'k':[1,(2,x)]}):
    try: json.dumps(c)
    except ValueError as e: print(e, e.__notes__)
y=[1]
print(json.dumps([y,y,{'a':y}]))
for bad in ({'a':Obj}, [1,{'b':object}], {'k':[0,{'j':{1}}]}):
    try: json.dumps(bad)
    except TypeError as e: print(e, e.__notes__)
def default(o):
    if isinstance(o, set): return sorted(o)
    raise TypeError('no '+type(o).__name__)
print(json.dumps({'a':{3,1}, 'b':[{2}]}, default=default))
try: print(json.dumps({'a':{3,1}, 'b':[{2}, 1j]}, default=default))
except TypeError as e: print(e, e.__notes__)
class V: pass
v=V(); v.x=1; v.y=[1]
print(json.dumps(vars(v)), json.dumps(v.__dict__, indent=1))
d={'a':1,'b':set()}
def grow(o):
    d['new']=1; return 0
print(json.dumps(d, default=grow))
# expect-stdout:
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# []
# []
# []
# []
# []
# []
# []
# []
# []
# []
# {"a": 1}
# {
#   "a": 1
# }
# {"a": 1}
# {
# 	"a": 1
# }
# {"a": 1}
# {
#  "a": 1
# }
# {"a": 1}
# {"a":1}
# {"a": 1}
# {"a": 1}
# {"a": {"b": [1, 2, {"c": null}]}, "d": [], "e": [[], [1]], "\u00e9\"\n": "\u00e9"}
# {
#   "a": {
#     "b": [
#       1,
#       2,
#       {
#         "c": null
#       }
#     ]
#   },
#   "d": [],
#   "e": [
#     [],
#     [
#       1
#     ]
#   ],
#   "\u00e9\"\n": "\u00e9"
# }
# {"a": {"b": [1, 2, {"c": null}]}, "d": [], "e": [[], [1]], "\u00e9\"\n": "\u00e9"}
# {
# 	"a": {
# 		"b": [
# 			1,
# 			2,
# 			{
# 				"c": null
# 			}
# 		]
# 	},
# 	"d": [],
# 	"e": [
# 		[],
# 		[
# 			1
# 		]
# 	],
# 	"\u00e9\"\n": "\u00e9"
# }
# {"a": {"b": [1, 2, {"c": null}]}, "d": [], "e": [[], [1]], "\u00e9\"\n": "\u00e9"}
# {
#  "a": {
#   "b": [
#    1,
#    2,
#    {
#     "c": null
#    }
#   ]
#  },
#  "d": [],
#  "e": [
#   [],
#   [
#    1
#   ]
#  ],
#  "\u00e9\"\n": "\u00e9"
# }
# {"a": {"b": [1, 2, {"c": null}]}, "d": [], "e": [[], [1]], "é\"\n": "é"}
# {"a":{"b":[1,2,{"c":null}]},"d":[],"e":[[],[1]],"\u00e9\"\n":"\u00e9"}
# {"a": {"b": [1, 2, {"c": null}]}, "d": [], "e": [[], [1]], "\u00e9\"\n": "\u00e9"}
# {"a": {"b": [1, 2, {"c": null}]}, "d": [], "e": [[], [1]], "\u00e9\"\n": "\u00e9"}
# {"a": 1}
# {
#   "a": 1
# }
# {"a": 1}
# {
# 	"a": 1
# }
# {"a": 1}
# {
#  "a": 1
# }
# {"a": 1}
# {"a":1}
# {"a": 1}
# {"a": 1}
# {"b": 1, "a": 2}
# {
#   "b": 1,
#   "a": 2
# }
# {"a": 2, "b": 1}
# {
# 	"a": 2,
# 	"b": 1
# }
# {"b": 1, "a": 2}
# {
#  "b": 1,
#  "a": 2
# }
# {"b": 1, "a": 2}
# {"b":1,"a":2}
# {"b": 1, "a": 2}
# {"b": 1, "a": 2}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {}
# {"q": 1}
# {
#   "q": 1
# }
# {"q": 1}
# {
# 	"q": 1
# }
# {"q": 1}
# {
#  "q": 1
# }
# {"q": 1}
# {"q":1}
# {"q": 1}
# {"q": 1}
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError '<' not supported between instances of 'NoneType' and 'float' None
# TypeError '<' not supported between instances of 'NoneType' and 'float' None
# {"1": 3, "2.5": 2, "null": 4, "x": 5}
# {
#  "1": 3,
#  "2.5": 2,
#  "null": 4,
#  "x": 5
# }
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# {}
# {}
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# TypeError keys must be str, int, float, bool or None, not tuple None
# [1.0, 1e+100, 1e+16, 0.1, -0.0, 1180591620717411303424, Infinity, NaN]
# [
#   1.0,
#   1e+100,
#   1e+16,
#   0.1,
#   -0.0,
#   1180591620717411303424,
#   Infinity,
#   NaN
# ]
# [1.0, 1e+100, 1e+16, 0.1, -0.0, 1180591620717411303424, Infinity, NaN]
# [
# 	1.0,
# 	1e+100,
# 	1e+16,
# 	0.1,
# 	-0.0,
# 	1180591620717411303424,
# 	Infinity,
# 	NaN
# ]
# [1.0, 1e+100, 1e+16, 0.1, -0.0, 1180591620717411303424, Infinity, NaN]
# [
#  1.0,
#  1e+100,
#  1e+16,
#  0.1,
#  -0.0,
#  1180591620717411303424,
#  Infinity,
#  NaN
# ]
# [1.0, 1e+100, 1e+16, 0.1, -0.0, 1180591620717411303424, Infinity, NaN]
# [1.0,1e+100,1e+16,0.1,-0.0,1180591620717411303424,Infinity,NaN]
# [1.0, 1e+100, 1e+16, 0.1, -0.0, 1180591620717411303424, Infinity, NaN]
# ValueError Out of range float values are not JSON compliant: inf ['when serializing list item 6']
# {"b": 1, "a": 2, "c": {"z": 1, "y": 2}}
# {
#   "b": 1,
#   "a": 2,
#   "c": {
#     "z": 1,
#     "y": 2
#   }
# }
# {"a": 2, "b": 1, "c": {"y": 2, "z": 1}}
# {
# 	"a": 2,
# 	"b": 1,
# 	"c": {
# 		"y": 2,
# 		"z": 1
# 	}
# }
# {"b": 1, "a": 2, "c": {"z": 1, "y": 2}}
# {
#  "b": 1,
#  "a": 2,
#  "c": {
#   "z": 1,
#   "y": 2
#  }
# }
# {"b": 1, "a": 2, "c": {"z": 1, "y": 2}}
# {"b":1,"a":2,"c":{"z":1,"y":2}}
# {"b": 1, "a": 2, "c": {"z": 1, "y": 2}}
# {"b": 1, "a": 2, "c": {"z": 1, "y": 2}}
# {"2": 1, "1": 2, "10": 3}
# {
#   "2": 1,
#   "1": 2,
#   "10": 3
# }
# {"1": 2, "2": 1, "10": 3}
# {
# 	"1": 2,
# 	"2": 1,
# 	"10": 3
# }
# {"2": 1, "1": 2, "10": 3}
# {
#  "2": 1,
#  "1": 2,
#  "10": 3
# }
# {"2": 1, "1": 2, "10": 3}
# {"2":1,"1":2,"10":3}
# {"2": 1, "1": 2, "10": 3}
# {"2": 1, "1": 2, "10": 3}
# {"a": [{"a": 0, "b": "0"}, {"a": 1, "b": "1"}, {"a": 2, "b": "2"}, {"a": 3, "b": "3"}]}
# {
#   "a": [
#     {
#       "a": 0,
#       "b": "0"
#     },
#     {
#       "a": 1,
#       "b": "1"
#     },
#     {
#       "a": 2,
#       "b": "2"
#     },
#     {
#       "a": 3,
#       "b": "3"
#     }
#   ]
# }
# {"a": [{"a": 0, "b": "0"}, {"a": 1, "b": "1"}, {"a": 2, "b": "2"}, {"a": 3, "b": "3"}]}
# {
# 	"a": [
# 		{
# 			"a": 0,
# 			"b": "0"
# 		},
# 		{
# 			"a": 1,
# 			"b": "1"
# 		},
# 		{
# 			"a": 2,
# 			"b": "2"
# 		},
# 		{
# 			"a": 3,
# 			"b": "3"
# 		}
# 	]
# }
# {"a": [{"a": 0, "b": "0"}, {"a": 1, "b": "1"}, {"a": 2, "b": "2"}, {"a": 3, "b": "3"}]}
# {
#  "a": [
#   {
#    "a": 0,
#    "b": "0"
#   },
#   {
#    "a": 1,
#    "b": "1"
#   },
#   {
#    "a": 2,
#    "b": "2"
#   },
#   {
#    "a": 3,
#    "b": "3"
#   }
#  ]
# }
# {"a": [{"a": 0, "b": "0"}, {"a": 1, "b": "1"}, {"a": 2, "b": "2"}, {"a": 3, "b": "3"}]}
# {"a":[{"a":0,"b":"0"},{"a":1,"b":"1"},{"a":2,"b":"2"},{"a":3,"b":"3"}]}
# {"a": [{"a": 0, "b": "0"}, {"a": 1, "b": "1"}, {"a": 2, "b": "2"}, {"a": 3, "b": "3"}]}
# {"a": [{"a": 0, "b": "0"}, {"a": 1, "b": "1"}, {"a": 2, "b": "2"}, {"a": 3, "b": "3"}]}
# Circular reference detected ['when serializing list item 0', "when serializing dict item 'a'"]
# Circular reference detected ['when serializing list item 0', "when serializing dict item 'a'", 'when serializing list item 0']
# Circular reference detected ['when serializing list item 0', "when serializing dict item 'a'", 'when serializing tuple item 1', 'when serializing list item 1', "when serializing dict item 'k'"]
# [[1], [1], {"a": [1]}]
# Object of type type is not JSON serializable ["when serializing dict item 'a'"]
# Object of type type is not JSON serializable ["when serializing dict item 'b'", 'when serializing list item 1']
# Object of type set is not JSON serializable ["when serializing dict item 'j'", 'when serializing list item 1', "when serializing dict item 'k'"]
# {"a": [1, 3], "b": [[2]]}
# no complex ['when serializing list item 1', "when serializing dict item 'b'"]
# {"x": 1, "y": [1]} {
#  "x": 1,
#  "y": [
#   1
#  ]
# }
# {"a": 1, "b": 0, "new": 1}
