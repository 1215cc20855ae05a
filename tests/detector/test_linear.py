"""Twice the input takes at most about twice the steps, whatever the input is.

Steps are calls of functions: they are the same on every machine. What a regular expression does within one
call shows in `benchmarks/linear.py`, which takes the time of the same families.
"""

from __future__ import annotations

import random
import sys
from types import FrameType

import pytest

from benchmarks.linear import FAMILIES
from okx_secret_scan.detector import could_match, detect, names, placeholders, prefilter, providers
from okx_secret_scan.model import Blob
from tests.values import secret_key

RATIO = 2.2
# Walks go a limited way: a family may grow faster until it has reached that limit.
SIZES = (1_500, 12_000, 48_000)


def _steps(family: str, size: int) -> int:
    path, make = FAMILIES[family]
    text = make(size, random.Random(family)) + f'\n\nokx_secret_key = "{secret_key()}"\n'
    for cached in (names.read_name, providers.owner_of, placeholders.is_placeholder):
        cached.cache_clear()
    count = 0

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        could_match(text.encode(), path)
        detect(Blob(text.encode(), path))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("family", FAMILIES)
def test_steps_grow_no_faster_than_the_input(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefilter, "WHOLE", sys.maxsize)
    detect(Blob(b"okx", FAMILIES[family][0]))
    ratios = []
    for size in SIZES:
        ratios.append(_steps(family, 2 * size) / _steps(family, size))
        if ratios[-1] <= RATIO:
            return
    raise AssertionError(f"{family}: {ratios}")
