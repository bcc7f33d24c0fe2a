# needs: lark==1.3.1 parso==0.8.7 ply==3.11 pycparser==3.12 pyparsing==3.3.3 sqlparse==0.6.1
"""Parsers: SQL, lark's grammars, pyparsing, C, PLY, and Python that does not parse."""

import sqlparse, lark, pyparsing as pp, ply.lex, ply.yacc, parso
from pycparser import c_parser, c_generator, c_ast

print(
    sqlparse.format(
        'select a, b from t where x=1 and y in (select z from w) order by a desc; insert into t values(1)',
        reindent=True,
        keyword_case='upper',
    )
)
print([str(t.ttype) for t in sqlparse.parse('select * from "x" where a > 1.5 -- c')[0].flatten()])
G = r'''
start: expr
?expr: expr "+" term -> add | expr "-" term -> sub | term
?term: term "*" atom -> mul | atom
?atom: NUMBER -> number | "(" expr ")" | NAME -> var
NAME: /[a-z]\w*/
%import common.NUMBER
%import common.WS
%ignore WS
'''
for parser in 'lalr', 'earley':
    tree = lark.Lark(G, parser=parser).parse('1 + x * (3 - y)')
    print(tree.pretty())


class Calc(lark.Transformer):
    number = lambda self, v: float(v[0])
    add = lambda self, v: v[0] + v[1]
    mul = lambda self, v: v[0] * v[1]
    sub = lambda self, v: v[0] - v[1]
    start = lambda self, v: v[0]


print(lark.Lark(G, parser='lalr', transformer=Calc()).parse('2*(3+4)-1'))
try:
    lark.Lark(G, parser='lalr').parse('1 + + 2')
except lark.exceptions.UnexpectedInput as e:
    print(type(e).__name__, e.line, e.column, sorted(e.expected))
    print(e.get_context('1 + + 2'))
integer = pp.Word(pp.nums).set_parse_action(lambda t: int(t[0]))
arith = pp.infix_notation(integer, [(pp.one_of('* /'), 2, pp.opAssoc.LEFT), (pp.one_of('+ -'), 2, pp.opAssoc.LEFT)])
print(arith.parse_string('1 + 2 * 3 - 4').as_list())
try:
    (pp.Word(pp.alphas) + pp.Suppress(',') + integer).parse_string('abc; 1')
except pp.ParseException as e:
    print(e, e.explain(depth=0))
print(pp.DelimitedList(pp.Group(pp.Word(pp.alphas)('key') + '=' + integer('value'))).parse_string('a=1,b=22').dump())
ast = c_parser.CParser().parse(
    'typedef struct { int x[3]; char *s; } T; int f(T *t, ...) { for (int i = 0; i < 3; i++) t->x[i] += i ? 1 : 2; return *t->s; }'
)
print(c_generator.CGenerator().visit(ast))
ast.show()
tokens = ('NUM', 'PLUS', 'TIMES')
t_PLUS = r'\+'
t_TIMES = r'\*'
t_ignore = ' '


def t_NUM(t):
    r'\d+'
    t.value = int(t.value)
    return t


def t_error(t):
    print('illegal', t.value[0])
    t.lexer.skip(1)


precedence = (('left', 'PLUS'), ('left', 'TIMES'))


def p_bin(p):
    '''e : e PLUS e
    | e TIMES e'''
    p[0] = p[1] + p[3] if p[2] == '+' else p[1] * p[3]


def p_num(p):
    'e : NUM'
    p[0] = p[1]


def p_error(p):
    print('syntax', p)


ply.lex.lex()
y = ply.yacc.yacc(write_tables=False, debug=False) if 'write_tables' in ply.yacc.yacc.__code__.co_varnames else ply.yacc.yacc()
print(y.parse('2 + 3 * 4 $ + 1'))
m = parso.parse('def f(x):\n  return x +\n\nclass A: pass\n')
print([type(c).__name__ for c in m.children], [e.message for e in parso.load_grammar().iter_errors(m)])
print(m.get_code() == 'def f(x):\n  return x +\n\nclass A: pass\n')
