"""The command line itself: one line and the right status for whatever goes wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import okx_secret_scan.cli
from okx_secret_scan.cli.main import COMMANDS, anonymous_traceback
from tests import values
from tests.command import Command, config
from tests.repository import Repository

posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


def complaint(okx: Command, *arguments: str | Path) -> str:
    """Return the one line with which the command refuses `arguments`."""
    run = okx(*arguments)
    assert run.status == 2
    assert run.out == ""
    assert run.err.count("\n") == 1
    assert run.err.startswith("okx-secret-scan: ")
    return run.err.removeprefix("okx-secret-scan: ").rstrip("\n")


def test_help_lists_every_command(okx: Command) -> None:
    run = okx("--help")
    assert run.status == 0
    assert [line.split()[0] for line in run.out.split("Commands:\n")[1].splitlines()] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(okx: Command, name: str) -> None:
    run = okx(name, "--help")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"Usage: okx-secret-scan {name} ")


def test_every_module_with_a_command_is_listed() -> None:
    folder = Path(okx_secret_scan.cli.__file__).parent
    decorated = {path.stem for path in folder.glob("*.py") if "\n@click.command(" in path.read_text("utf-8")}
    assert decorated <= {module for module, _, _ in COMMANDS.values()}


def test_no_command_shows_the_help_as_an_error(okx: Command) -> None:
    run = okx()
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("Usage: okx-secret-scan")


def test_version(okx: Command) -> None:
    assert okx("--version").out == "okx-secret-scan, version 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scann"], "there is no command 'scann': did you mean scan?"),
        (["xyz"], "there is no command 'xyz': see okx-secret-scan --help"),
        (["--formt"], "no such option"),
        (["scan", "--formt", "json"], "--format"),
        (["scan", "--format", "jsn"], "'jsn' is not one of"),
        (["scan", "--report", "json"], "'json' is not of the form FORMAT=FILE"),
        (["scan", "--report", "jsn=x"], "'jsn' is not one of"),
        (["scan", "--fail-on", "fatal"], "'fatal' is not one of 'low', 'medium', 'high', 'critical'"),
        (["scan", "--jobs", "0"], "--jobs"),
        (["scan", "nowhere"], "nowhere: No such file or directory"),
        (["scan", "--stdin-filename", "x"], "--stdin-filename needs - as a path"),
        (["scan", "--output", "no/such/folder/x"], "no/such/folder/x: the report cannot be written"),
        (["scan", "--output", "."], ".: the report cannot be written: it is a folder"),
        (["scan", "--report", "json=x", "--report", "csv=./x"], "x: two reports would go to the same file"),
        (["scan", "--output", "x", "--report", "json=x"], "x: two reports would go to the same file"),
        (["scan", "--config", "nowhere.toml"], "nowhere.toml"),
        (["scan", "--baseline", "nowhere.json"], "nowhere.json"),
        (["explain"], "missing argument"),
        (["explain", "okx-api-kay"], "did you mean okx-api-key?"),
        (["explain", "0" * 32], "no file below"),
        (["--format", "json", "scan"], "--format belongs behind the command: okx-secret-scan scan --format"),
        (["-v", "history"], "-v belongs behind the command: okx-secret-scan scan -v"),
        (["--since=x", "history"], "--since belongs behind the command: okx-secret-scan history --since"),
        (["staged", "--no-such"], "no such option"),
    ],
    ids=" ".join,
)
def test_what_the_user_must_mend_is_one_line(okx: Command, arguments: list[str], message: str) -> None:
    assert message in complaint(okx, *arguments)


@posix
def test_reports_may_share_a_device(okx: Command) -> None:
    assert okx("scan", "--report", "json=/dev/null", "--report", "csv=/dev/null").status == 0


def test_nothing_is_scanned_for_a_report_that_cannot_be_written(okx: Command, tmp_path: Path) -> None:
    (tmp_path / "repository" / "bot.py").write_text(config(values.account()))
    complaint(okx, "scan", "--report", "text=first.txt", "--report", "json=no/such/folder/x")
    assert not (tmp_path / "repository" / "first.txt").exists()


@posix
def test_a_folder_that_is_gone_is_told(okx: Command, tmp_path: Path) -> None:
    code = "import os; from okx_secret_scan.cli.main import main; "
    gone = repr(str(tmp_path / "gone"))
    code += f"os.chdir({gone}); os.rmdir({gone}); raise SystemExit(main())"
    for command in ("scan", "staged", "history"):
        (tmp_path / "gone").mkdir()
        line = [sys.executable, "-P", "-c", code, command]
        done = subprocess.run(line, env=okx.environment(), capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert (
            done.stderr == "okx-secret-scan: the current folder does not exist any more: go to another one\n"
        )


@pytest.mark.parametrize("command", ["staged", "push", "history"])
def test_outside_a_repository(okx: Command, command: str) -> None:
    assert "not a git repository" in complaint(okx, command)


@pytest.mark.parametrize("command", ["scan", "staged", "history"])
def test_an_empty_repository_is_clean(okx: Command, repository: Repository, command: str) -> None:
    assert okx(command).status == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.okx-secret-scan]\nexclud = []\n", "exclude"),
        ("[tool.okx-secret-scan]\nexclude = 3\n", "exclude"),
        ("[tool.okx-secret-scan\n", "pyproject.toml"),
    ],
    ids=["unknown key", "wrong type", "not TOML"],
)
def test_an_unusable_configuration_is_one_line(
    okx: Command, repository: Repository, text: str, message: str
) -> None:
    repository.write("pyproject.toml", text)
    assert message in complaint(okx, "scan")
    assert okx("scan", "--no-repo-config").status == 0


def test_a_path_with_terminal_escapes_is_shown_inert(okx: Command) -> None:
    message = complaint(okx, "scan", "nowhere\x1b]0;title\x07\u202e")
    assert "nowhere\\x1b]0;title\\x07\\u202e" in message


@posix
def test_a_reader_that_leaves_early_changes_nothing(okx: Command, tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / "repository" / f"{number}.py").write_text(config(values.account()))
    process = subprocess.Popen(
        okx.line("scan"),
        cwd=okx.folder,
        env=okx.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 1


@posix
@pytest.mark.parametrize("words", ["scan", "--help", "scan --help", "--version", "doctor", "config"])
def test_a_full_disk_is_told(okx: Command, repository: Repository, words: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no full device here")
    (okx.folder / "a.py").write_text("clean\n")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            okx.line(*words.split()),
            cwd=okx.folder,
            env=okx.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"written" in done.stderr
    assert b"No space left" in done.stderr


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_what_cannot_be_told_costs_neither_report_nor_status(okx: Command) -> None:
    (okx.folder / "a.py").write_text(config(values.account()))
    (okx.folder / "b.py").write_text("A = 1  # okx-secret-scan: allow\n")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            okx.line("scan", "--report-unused", "a.py", "b.py"),
            cwd=okx.folder,
            env=okx.environment(),
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert done.returncode == 1
    assert b"CRITICAL" in done.stdout


@posix
def test_closed_standard_streams(okx: Command) -> None:
    (okx.folder / "a.py").write_text("clean\n")
    script = 'exec "$@" <&- >&-'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *okx.line("scan")],
        cwd=okx.folder,
        env=okx.environment(),
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 2
    assert b"standard output is closed" in done.stderr
    assert done.stderr.count(b"\n") == 1


@posix
def test_what_is_for_a_closed_standard_error_goes_nowhere_else(okx: Command) -> None:
    (okx.folder / "a.py").write_text("clean\n")
    line = okx.line("scan", "--progress", "--format=json")
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" 2>&-', "sh", *line],
        cwd=okx.folder,
        env=okx.environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, json.loads(done.stdout)["command"]) == (0, "scan")


@posix
def test_interruption_is_one_line(okx: Command) -> None:
    # Reading a pipe that nobody writes to takes as long as the test likes.
    process = subprocess.Popen(
        okx.line("scan", "-"),
        cwd=okx.folder,
        env=okx.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while not _waits_for_input(process.pid):
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err.strip()) == (130, b"", b"okx-secret-scan: interrupted")


INTERRUPTED_IMPORT = """
import sys

class Interruption:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[0]:
            raise KeyboardInterrupt

sys.argv[:2] = sys.argv[1:2]
sys.meta_path.insert(0, Interruption())
from okx_secret_scan.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("module", ["okx_secret_scan.fastpath", "click", "okx_secret_scan.history.sweep"])
def test_interruption_while_modules_are_loaded(okx: Command, module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_IMPORT, module, "history"],
        cwd=okx.folder,
        env=okx.environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"okx-secret-scan: interrupted")


def _waits_for_input(pid: int) -> bool:
    channel = Path(f"/proc/{pid}/wchan")
    if not channel.exists():
        time.sleep(2)
        return True
    return "pipe" in channel.read_text()


def test_a_bug_shows_where_but_not_what() -> None:
    value = values.secret_key()
    try:
        try:
            raise ValueError(value)
        except ValueError as error:
            raise RuntimeError(value) from error
    except RuntimeError as error:
        text = "".join(anonymous_traceback(error))
    assert value not in text
    assert "test_a_bug_shows_where_but_not_what" in text
    assert text.index("ValueError (its message is withheld)") < text.index("RuntimeError (its message is")


def test_a_bug_ends_with_status_2_and_no_value(okx: Command) -> None:
    value = values.secret_key()
    script = (
        "import sys\n"
        "from okx_secret_scan.cli import main, scan\n"
        "def broken(*a, **k): raise KeyError(sys.argv[2])\n"
        "scan.plan = broken\n"
        "sys.exit(main.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "scan", value],
        cwd=okx.folder,
        env=okx.environment(),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "this is a bug, please report" in done.stderr
    assert "KeyError (its message is withheld)" in done.stderr
    assert value not in done.stderr
