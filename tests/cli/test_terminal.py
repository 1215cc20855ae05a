from __future__ import annotations

import os
import re

import pytest

from okx_secret_scan.cli.terminal import has_hyperlinks
from tests import values
from tests.command import Command
from tests.terminal import Terminal


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4602"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "new"}, False),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7600"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"WT_SESSION": ""}, False),
    ],
)
def test_terminals_that_open_links_are_known(environment: dict[str, str], links: bool) -> None:
    assert has_hyperlinks(environment) is links


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("variables", "linked"),
    [({"NO_COLOR": ""}, True), ({}, False), ({"NO_COLOR": "", "TERM": "xterm"}, False)],
    ids=["able", "no colours", "unable"],
)
def test_links_reach_the_terminals_that_open_them(
    okx: Command, variables: dict[str, str], linked: bool
) -> None:
    (okx.folder / "bot.py").write_text(f'OKX_SECRET_KEY = "{values.secret_key()}"\n', encoding="utf-8")
    shown = Terminal(okx, "scan", **({"TERM": "xterm-kitty"} | variables)).wait_for("False alarm?")
    assert (
        bool(re.search(r"\x1b\]8;;https://[^\x1b]+/okx-secret-key.md\x1b\\secret key\x1b", shown)) is linked
    )


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb", "NO_COLOR": ""}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    ],
    ids=["able", "dumb", "unwanted"],
)
def test_colours_reach_the_terminals_that_have_them(
    okx: Command, variables: dict[str, str], colored: bool
) -> None:
    (okx.folder / "bot.py").write_text(f'OKX_SECRET_KEY = "{values.secret_key()}"\n', encoding="utf-8")
    assert ("\x1b[" in Terminal(okx, "scan", **variables).wait_for("False alarm?")) is colored
