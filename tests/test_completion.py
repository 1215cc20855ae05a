"""Shell completion as the documentation sets it up, in the real shells."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete, get_completion_class

from okx_secret_scan.cli.main import commands
from okx_secret_scan.cli.output import PROGRAM

BASH = """
source <(_OKX_SECRET_SCAN_COMPLETE=bash_source okx-secret-scan)
COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_okx_secret_scan_completion okx-secret-scan
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
# The completion system wants a terminal, so what it would be told is printed instead.
ZSH = """
autoload -U compinit && compinit -u -d "$HOME/dump"
eval "$(_OKX_SECRET_SCAN_COMPLETE=zsh_source okx-secret-scan)"
_describe() {{ for each in "${{(@P)2}}" "${{(@P)3}}"; do print -r -- "${{each%%:*}}"; done }}
compadd() {{ print -rl -- "${{(@P)@[-1]}}" }}
words=({words}) CURRENT=$#words
_okx_secret_scan_completion
"""
FISH = """
_OKX_SECRET_SCAN_COMPLETE=fish_source okx-secret-scan | source
complete --do-complete '{words}' | string split --fields 1 \\t
"""


@pytest.mark.parametrize(
    "words",
    [
        ["scan"],
        ["staged"],
        ["sweep"],
        ["sweep", "--from"],
        ["message"],
        ["history"],
        ["detect-secrets", "audit"],
        ["scan", "--baseline"],
    ],
)
def test_the_shell_is_asked_for_paths(words: list[str]) -> None:
    asked = ShellComplete(commands, {}, PROGRAM, "_X").get_completions(words, "so")
    assert [each.type for each in asked] == ["file"]


lines = pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("okx-secret-scan st", {"staged"}),
        ("okx-secret-scan scan --fail-on me", {"medium"}),
        ("okx-secret-scan scan --format js", {"json", "jsonl"}),
        ("okx-secret-scan scan --no-rep", {"--no-repo-config"}),
        ("okx-secret-scan explain okx-p", {"okx-passphrase"}),
        ("okx-secret-scan scan --report sa", {"sarif="}),
    ],
)


@lines
@pytest.mark.parametrize(("shell", "script"), [("bash", BASH), ("zsh", ZSH), ("fish", FISH)])
def test_completes(tmp_path: Path, shell: str, script: str, words: str, expected: set[str]) -> None:
    program = shutil.which(shell)
    if program is None or os.name == "nt":
        pytest.skip(f"there is no {shell} on this machine")
    command = tmp_path / "okx-secret-scan"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okx_secret_scan "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}
    done = subprocess.run(
        [program, "-c", script.format(words=words)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert set(done.stdout.split()) == expected, done.stderr


def ask_for_powershell(**variables: str) -> list[str]:
    """Return the lines that the program gives to PowerShell with these variables."""
    done = subprocess.run(
        [sys.executable, "-m", "okx_secret_scan"],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


# PowerShell itself is not asked: it is on few machines.
@pytest.mark.skipif(get_completion_class("powershell") is None, reason="click is older than 8.5")
@lines
def test_powershell_gets_a_script_and_answers_to_it(words: str, expected: set[str]) -> None:
    script = ask_for_powershell(_OKX_SECRET_SCAN_COMPLETE="powershell_source")
    assert script[0].startswith("Register-ArgumentCompleter -Native -CommandName okx-secret-scan ")
    # The variables that the script sets; it reads three lines each: a type, a value and a help text.
    assert {"COMP_WORDS", "COMP_CWORD"} <= set(re.findall(r"\$env:(\w+) = \$commandAst", "\n".join(script)))
    answer = ask_for_powershell(
        _OKX_SECRET_SCAN_COMPLETE="powershell_complete",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - 1),
    )
    assert set(answer[1::3]) == expected
    assert set(answer[0::3]) == {"plain"}
