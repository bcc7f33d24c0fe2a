# needs: pygments==2.21.0
"""Pygments highlights Python, JSON and HTML as HTML, terminal codes and raw tokens."""

from pygments import highlight
from pygments.formatters import HtmlFormatter, NullFormatter, RawTokenFormatter, TerminalFormatter
from pygments.lexers import get_lexer_by_name, guess_lexer_for_filename

PYTHON = '''
@decorator(1)
class Thing(Base):
    """Docs."""
    async def go(self, *args: int, **kw) -> "x":
        return f"{self!r:>{10}} {kw['a']}" + r'\\d' if 0x1f else lambda: (yield)  # comment
'''
for name, code in (('python', PYTHON), ('json', '{"a": [1, 2.5e3, null, "x\\n"]}'), ('html', '<p class="x">a &amp; b<!-- c --></p><script>var x = 1;</script>')):
    lexer = get_lexer_by_name(name)
    print(highlight(code, lexer, HtmlFormatter(linenos='inline')))
    print(highlight(code, lexer, TerminalFormatter()))
    print(highlight(code, lexer, RawTokenFormatter()).decode())
print(guess_lexer_for_filename('x.c', 'int main() { return 0; }').name, HtmlFormatter(style='monokai').get_style_defs('.h')[:200])
print(highlight(open(__file__).read(), get_lexer_by_name('python'), HtmlFormatter()) == highlight(open(__file__).read(), get_lexer_by_name('py'), HtmlFormatter()))
