# needs: click==8.2.1
"""click: groups, options, arguments, help pages and errors, through its test runner."""

import click
from click.testing import CliRunner


@click.group()
@click.option('--debug/--no-debug', default=False, help='Say more.')
@click.version_option('1.2', prog_name='tool')
@click.pass_context
def cli(ctx, debug):
    """A tool that greets."""
    ctx.obj = {'debug': debug}


@cli.command()
@click.argument('names', nargs=-1, required=True)
@click.option('--count', '-c', default=1, show_default=True, type=click.IntRange(1, 5))
@click.option('--style', type=click.Choice(['plain', 'loud']), default='plain')
@click.pass_obj
def greet(obj, names, count, style):
    """Greet NAMES."""
    for _ in range(count):
        for name in names:
            click.secho(f'Hello {name}' + ('!' if style == 'loud' else ''), fg='green', bold=True)
    if obj['debug']:
        click.echo('debugging', err=True)


@cli.command()
@click.password_option()
@click.confirmation_option(prompt='Sure?')
def secret(password):
    click.echo(len(password) * '*')


runner = CliRunner()
for args, text in [
    (['--help'], None), (['greet', '--help'], None), (['greet', 'a', 'b', '-c', '2', '--style', 'loud'], None),
    (['--debug', 'greet', 'x'], None), (['greet'], None), (['greet', 'a', '-c', '9'], None), (['nope'], None),
    (['--version'], None), (['secret'], 'y\npw\npw\n'), (['greet', 'a', '--styel', 'x'], None),
]:
    result = runner.invoke(cli, args, input=text)
    print(args, result.exit_code)
    print(result.output)
