"""Prints what CPython makes of programs, one JSON object a line: syntax tree, symbol table, code objects or the error,
warnings. Reads requests from stdin, one JSON object a line: {"file": path}, {"source": text}, or {"strings": path} for the
programs in a file's string literals. Used by analysis.mjs."""
import ast
import dis
import doctest
import json
import symtable
import sys
import textwrap
import warnings
from types import CodeType

sys.setrecursionlimit(20000)
POSITION = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


def constant(value):
    match value:
        case None:
            return {'type': 'None'}
        case bool():
            return {'type': 'bool', 'value': value}
        case int():
            return {'type': 'int', 'value': value if abs(value) < 2**53 else {'big': hex(value)}}
        case float():
            return {'type': 'float', 'value': {'float': repr(value)}}
        case complex():
            return {'type': 'complex', 'imag': {'float': repr(value.imag)}}
        case str():
            return {'type': 'str', 'value': value}
        case bytes():
            return {'type': 'bytes', 'value': {'hex': value.hex()}}
        case tuple():
            return {'type': 'tuple', 'items': [constant(v) for v in value]}
        case _:
            return {'type': 'Ellipsis'}


def tree(node):
    if isinstance(node, list):
        return [tree(child) for child in node]
    if not isinstance(node, ast.AST):
        return node
    if isinstance(node, (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)):
        return type(node).__name__
    result = {'nodeType': type(node).__name__}
    for name in node._fields:
        value = getattr(node, name, None)
        is_constant = (name == 'value' and isinstance(node, (ast.Constant, ast.MatchSingleton))
                       or name == 'str' and isinstance(node, ast.Interpolation))
        result[name] = constant(value) if is_constant else tree(value)
    for name in POSITION if node._attributes else ():
        result[name] = getattr(node, name)
    return result


def table(scope):
    low = scope._table
    return {
        'type': str(scope.get_type()), 'name': low.name, 'lineno': low.lineno, 'nested': bool(low.nested),
        'varnames': low.varnames, 'symbols': low.symbols, 'children': [table(c) for c in scope.get_children()],
    }


def static_attributes(code):
    """The tuple that a class body stores as `__static_attributes__`; None for a body that never gets there."""
    if code.co_flags & 2 or code.co_name == '<module>':
        return []
    loaded = stored = None
    for instruction in dis.get_instructions(code) if '__static_attributes__' in code.co_names else ():
        if instruction.opname == 'STORE_NAME' and instruction.argval == '__static_attributes__':
            stored = loaded
        loaded = instruction.argval
    return list(stored) if isinstance(stored, tuple) else None


def codes(code, found):
    found.append([code.co_name, code.co_qualname, code.co_firstlineno, code.co_varnames, code.co_cellvars,
                  code.co_freevars, code.co_flags, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount,
                  static_attributes(code)])
    for const in code.co_consts:
        if isinstance(const, CodeType):
            codes(const, found)
    return found


def checks(code, found):
    """Where a local is loaded: with and without a check that it is bound."""
    for instruction in dis.get_instructions(code):
        at = instruction.positions
        if instruction.opname == 'LOAD_FAST_CHECK':
            found['checked'].append([at.lineno, at.col_offset, instruction.argval])
        elif instruction.opname in ('LOAD_FAST', 'LOAD_FAST_BORROW'):
            found['plain'].append([at.lineno, at.col_offset, instruction.argval])
    for const in code.co_consts:
        if isinstance(const, CodeType):
            checks(const, found)
    return found


def answer(request):
    if 'strings' in request:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            return {'sources': strings(request['strings'])}
    mode = request.get('mode', 'exec')
    if 'file' in request:
        with open(request['file'], 'rb') as file:
            source = file.read()
    else:
        source = request['source']
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if request.get('topLevelAwait') else 0
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            parsed = compile(source, '<s>', mode, ast.PyCF_ONLY_AST, dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return {'unparsed': str(error)}
    result = {'tree': tree(parsed), 'table': None, 'codes': None, 'error': None, 'warnings': []}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            code = compile(parsed, '<s>', mode, flags, dont_inherit=True)
            result['codes'] = codes(code, [])
            result['loads'] = checks(code, {'checked': [], 'plain': []})
        except SyntaxError as error:
            result['error'] = [error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]
    result['warnings'] = [[str(w.message), w.lineno] for w in caught]
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            result['table'] = table(symtable.symtable(source, '<s>', mode))
        except SyntaxError:
            pass
    return result


def strings(path):
    """Program texts in a file's string literals and doctests; plain words and data are left out."""
    found = {}

    def add(text):
        try:
            body = ast.parse(text).body
            text.encode()
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return
        is_data = len(body) == 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, DATA)
        if body and not is_data and len(text) < 20000:
            found[text] = True

    try:
        with open(path, 'rb') as file:
            nodes = ast.walk(ast.parse(file.read()))
    except (SyntaxError, ValueError):
        return []
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for text in (node.value, textwrap.dedent(node.value), node.value.strip()):
                add(text)
            try:
                for example in doctest.DocTestParser().get_examples(node.value):
                    add(example.source)
            except ValueError:
                pass
    return list(found)


DATA = (ast.Name, ast.Constant, ast.Tuple, ast.BinOp, ast.Attribute, ast.UnaryOp)

for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
