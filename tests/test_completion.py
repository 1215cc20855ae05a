"""Shell completion as the documentation sets it up, in the real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

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


@pytest.mark.parametrize(("shell", "script"), [("bash", BASH), ("zsh", ZSH), ("fish", FISH)])
@pytest.mark.parametrize(
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
