"""The command group: finds a sub-command, runs it, turns whatever happens into one exit status."""

from __future__ import annotations

import difflib
import errno
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

from okx_secret_scan import __version__
from okx_secret_scan.cli.output import PROGRAM, mute_stdout, tell
from okx_secret_scan.cli.status import Status
from okx_secret_scan.model import UserError

# Name, module below okx_secret_scan.cli, attribute, and the line that `--help` shows: listing the commands
# must not import them.
COMMANDS = {
    "scan": ("scan", "scan", "Scan files and folders, or standard input."),
    "staged": ("staged", "staged", "Scan what git is about to commit."),
    "push": ("push", "push", "Scan what a push would publish."),
    "message": ("message", "message", "Scan a commit message."),
    "history": ("history", "history", "Scan everything git still holds."),
    "sweep": ("sweep", "sweep", "Scan the histories of many repositories."),
    "baseline": ("baseline", "baseline", "Accept today's findings and review them."),
    "config": ("config", "config", "Show the configuration in force and its sources."),
    "detect-secrets": ("detect_secrets", "detect_secrets", "Set a repository up for stock detect-secrets."),
    "plugin-path": ("plugin_path", "plugin_path", "Print the file to give to `detect-secrets -p`."),
    "explain": ("explain", "explain", "Say why something is a finding and what to do now."),
    "install": ("install", "install", "Install the git hooks."),
    "uninstall": ("install", "uninstall", "Remove the git hooks that install wrote."),
    "doctor": ("doctor", "doctor", "Plant a canary and tell which stages block it."),
}


_NO_ROOM = (errno.ENOSPC, errno.EFBIG)


class LazyGroup(click.Group):
    """A click group that imports a sub-command only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order users meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"okx_secret_scan.cli.{module}"), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` starts with; an unknown one is told with the nearest known name."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"see {PROGRAM} --help"
            raise click.UsageError(f"there is no command {args[0]!r}: {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, _, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name=PROGRAM)
def commands() -> None:
    """Find leaked OKX API credentials in files, commits, pushes and whole git histories."""
    try:
        Path.cwd()
    except OSError:
        raise UserError("the current folder does not exist any more: go to another one") from None


def main() -> int:
    """Run the command line of this process and return its exit status."""
    try:
        return int(commands.main(prog_name=PROGRAM, standalone_mode=False) or Status.CLEAN)
    except UserError as error:
        return complain(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return Status.UNUSABLE
    except click.ClickException as error:
        return complain(_one_line(error))
    except (KeyboardInterrupt, click.Abort):
        tell("interrupted")
        return Status.INTERRUPTED
    except BrokenPipeError:
        mute_stdout()
        return Status.UNUSABLE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            mute_stdout()
            return complain(f"not all could be written: {error.strerror}")
        tell("this is a bug, please report what follows (it holds no content of your files)")
        sys.stderr.writelines(anonymous_traceback(error))
        return Status.UNUSABLE


def complain(message: str) -> Status:
    """Tell what is wrong and return the status of an unusable run."""
    tell(message)
    return Status.UNUSABLE


def anonymous_traceback(error: BaseException | None) -> Iterator[str]:
    """Yield the lines of a traceback without the exceptions' messages, which may quote what was scanned."""
    if error is None:
        return
    yield from anonymous_traceback(error.__cause__ or error.__context__)
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__qualname__} (its message is withheld)\n"


def _owner_of(error: click.NoSuchOption, context: click.Context) -> str | None:
    """Return the first command that has the option that stands where no command has been named yet."""
    group = context.command
    if not isinstance(group, LazyGroup):
        return None
    every = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return next(
        (
            name
            for name, command in every
            if command and any(error.option_name in p.opts for p in command.params)
        ),
        None,
    )


def _one_line(error: click.ClickException) -> str:
    message = error.format_message().strip().rstrip(".")
    message = message[:1].lower() + message[1:]
    context = getattr(error, "ctx", None)
    if context is not None and isinstance(error, click.NoSuchOption) and (name := _owner_of(error, context)):
        return f"{error.option_name} belongs behind the command: {PROGRAM} {name} {error.option_name}"
    return f"{message} ({context.command_path} --help shows the usage)" if context else message
