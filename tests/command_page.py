"""Writes docs/commands.md from the commands themselves.

python -m tests.command_page > docs/commands.md
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from okx_secret_scan.cli.main import commands
from okx_secret_scan.cli.output import PROGRAM

_WIDTH = 100
_HEAD = """# Commands

What `--help` says of each command. `python -m tests.command_page` writes this page.
"""


def render() -> str:
    """Return the page."""
    sections = [f"## {path}\n\n```text\n{text}\n```\n" for path, text in _helps(commands, PROGRAM, None)]
    return "\n".join([_HEAD, *sections])


def _helps(command: click.Command, path: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = command.make_context(path.split()[-1], [], parent, resilient_parsing=True)
    context.max_content_width = context.terminal_width = _WIDTH
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _helps(child, f"{path} {name}", context)


if __name__ == "__main__":
    click.echo(render(), nl=False)
