# needs: autopep8==2.3.2 black==26.10.1 click==8.5.1 colorama==0.4.6 isort==9.0.2 mccabe==0.7.0 mypy_extensions==1.2.0 packaging==26.3 pathspec==1.1.1 platformdirs==4.14.7 pycodestyle==2.15.0 pyflakes==4.1.0 pytokens==0.4.1
"""Programs that read programs: pyflakes, pycodestyle, isort, autopep8, black, mccabe."""

import io, ast, contextlib, isort, autopep8, pycodestyle, mccabe
from pyflakes import api, reporter

SRC = '''import os, sys
from b import *
import a
def f(x,y = 1):
    if x==None :
        return  y
    elif x: pass
    try:
        z = undefined + 1
    except (KeyError): print("a %s %s" % (1,))
    for i in range(3):
        while i: i -=1
    l = lambda: 0
    return f"{x}" f""
class A(object):
  def m(self): return os.path
'''
o = io.StringIO()
api.check(SRC, 'x.py', reporter.Reporter(o, o))
print(o.getvalue())
api.check('def f(:\n', 'y.py', reporter.Reporter(o, o))
print(o.getvalue()[-120:])
print(
    isort.code('import sys, os\nfrom z import b, a\nimport numpy\nfrom . import x\n'),
    isort.code('from a import (bbbbbbbbbbbbbbbbbbbbbbbbbbb, ccccccccccccccccccccccccccccc, dddddddddddddddddddddd)\n'),
)
print(autopep8.fix_code(SRC, options={'aggressive': 2}))
import black

print(black.format_str(SRC, mode=black.Mode(line_length=60)))
print(
    black.format_str(
        'x = {  "a":1, "b":[1,2,3,], \'c\': (4,)}\n@dec\nasync def f(*, a: int=1, **k) -> "X": return await (yield)\nmatch x:\n  case [1, *_]: pass\n',
        mode=black.Mode(),
    )
)
t = mccabe.PathGraphingAstVisitor()
t.preorder(ast.parse(SRC), t)
print({g.entity: g.complexity() for g in t.graphs.values()})
with contextlib.redirect_stdout(io.StringIO()) as o:
    c = pycodestyle.Checker('x.py', lines=SRC.splitlines(True))
    c.check_all()
print(o.getvalue())
