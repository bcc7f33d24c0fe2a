# needs: rich==14.1.0 markdown_it_py==3.0.0 mdurl==0.1.2 pygments==2.21.0
"""rich: tables, markup, panels, trees, syntax and markdown, written to a string."""

import io

from rich.columns import Columns
from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.pretty import Pretty
from rich.progress import track
from rich.syntax import Syntax
from rich.table import Table
from rich.tree import Tree

out = io.StringIO()
console = Console(file=out, width=70, force_terminal=True, color_system='truecolor', legacy_windows=False)
table = Table(title='Planets', show_lines=True)
table.add_column('Name', style='cyan')
table.add_column('Mass', justify='right')
for name, mass in [('Earth', 5.97), ('Márs 火星', 0.642)]:
    table.add_row(name, f'[bold]{mass}[/bold]')
console.print(table)
console.print(Panel('[red]careful[/red] :warning: with [link=https://x.y]links[/link]', title='Note', expand=False))
tree = Tree('root')
tree.add('a').add('b')
console.print(tree)
console.print(Syntax('def f(x):\n    return x + 1', 'python', line_numbers=True))
console.print(Markdown('# Title\n\n* one\n* **two** `code`\n\n> quoted\n'))
console.print(Columns(['alpha', 'beta', 'gamma']), Pretty({'a': [1, 2, {'b': (3,)}]}))
console.print({'x': 1, 'y': [True, None, 1.5]}, 'http://example.org', 42)
try:
    1 / 0
except ZeroDivisionError:
    console.print('[yellow]caught')
console.rule('[b]end')
print(out.getvalue())
print(sum(track(range(3), console=Console(file=io.StringIO(), force_terminal=False))))
