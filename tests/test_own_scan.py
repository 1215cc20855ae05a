"""The project passes its own scan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Command

ROOT = Path(__file__).parent.parent


def test_nothing_here_looks_like_a_leak_without_a_reason(okx: Command) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    run = okx("scan", folder=ROOT)
    assert run.status == 0, run.out
