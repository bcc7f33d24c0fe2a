# needs: annotated_doc==0.0.7 argcomplete==3.7.2 attrs==26.1.0 click==8.5.1 colorama==0.4.6 fire==0.7.1 humanize==4.17.0 markdown_it_py==4.3.0 mdurl==0.1.2 prettytable==3.18.0 pygments==2.21.0 rich==15.0.0 shellingham==1.5.4 tabulate==0.10.0 termcolor==3.3.0 tqdm==4.70.1 typer==0.29.2 wcwidth==0.9.4
"""Command lines and what they print: typer, fire, tqdm, tables, humanize."""

import typer, click, io, sys, tqdm, tabulate, prettytable, colorama, termcolor, fire, argcomplete, humanize, textwrap
from typer.testing import CliRunner
from typing import Annotated, Optional

app = typer.Typer()


@app.command()
def hello(name: str, count: int = 1, loud: Annotated[bool, typer.Option('--loud/--quiet', help='Shout')] = False):
    """Says hello."""
    for _ in range(count):
        typer.echo((name.upper() if loud else name))


@app.command()
def fail(code: Annotated[int, typer.Argument(min=1, max=5)] = 2):
    raise typer.Exit(code)


r = CliRunner()
for args in (['hello', 'bob', '--count', '2', '--loud'], ['fail', '3'], ['fail', '9'], ['--help'], ['hello', '--help'], ['nothing']):
    x = r.invoke(app, args, env={'TERM': 'dumb', 'COLUMNS': '80', 'NO_COLOR': '1'})
    print(args, x.exit_code, x.output)
print(list(tqdm.tqdm([1, 2], file=io.StringIO(), ascii=True)), tqdm.tqdm.format_meter(5, 10, 2.0, ncols=60, ascii=True))
for f in 'grid', 'github', 'html', 'latex', 'rst':
    print(tabulate.tabulate([['é', 1.5], ['bb', None]], headers=['n', 'v'], tablefmt=f))
t = prettytable.PrettyTable(['City', 'Pop'])
t.add_rows([['A', 5], ['Bcd', 1234]])
t.align['City'] = 'l'
t.sortby = 'Pop'
print(t, t.get_csv_string(), t.get_html_string())
print(repr(colorama.Fore.RED), termcolor.colored('x', 'red', force_color=True))


class Calc:
    """A calculator."""

    def add(self, a, b=2):
        return a + b


print(fire.Fire(Calc, command=['add', '1', '--b=5']), fire.Fire({'k': [1, 2]}, command=['k', '1']))
print(
    humanize.naturalsize(123456789),
    humanize.intword(12345678),
    humanize.ordinal(22),
    humanize.naturaldelta(4000),
    humanize.precisedelta(90061),
)
