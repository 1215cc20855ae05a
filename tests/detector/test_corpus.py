"""The detector against every case of `tests/corpus`, with values drawn from a seed.

`OKX_SCAN_CORPUS_SEED=N` draws others; every message names the seed.
"""

from __future__ import annotations

import os

import pytest

from okx_secret_scan.detector import could_match, detect
from okx_secret_scan.model import Blob
from tests.corpus_format import case_names, load
from tests.corpus_judge import judge

SEED = int(os.environ.get("OKX_SCAN_CORPUS_SEED", "1"))
NAMES = case_names()


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str) -> None:
    case = load(name, SEED)
    detection = detect(Blob(data=case.data, path=case.path))
    problems = [str(problem) for problem in judge(case, detection.findings).problems]
    assert not problems, f"OKX_SCAN_CORPUS_SEED={SEED}\n" + "\n".join(problems)
    assert not detection.gaps, f"OKX_SCAN_CORPUS_SEED={SEED}: a gap where everything can be read"


@pytest.mark.parametrize("name", NAMES)
def test_gate_lets_every_leak_in(name: str) -> None:
    case = load(name, SEED)
    if any(not one.optional for one in case.expected):
        assert could_match(case.data, case.path), f"OKX_SCAN_CORPUS_SEED={SEED}"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_printable_holds_a_value(name: str) -> None:
    case = load(name, SEED)
    values = {one.value for one in case.expected if len(one.value) >= 8}
    for finding in detect(Blob(data=case.data, path=case.path)).findings:
        shown = f"{finding!r} {finding.secret} {finding.secret.masked} {finding.evidence}"
        assert not any(value in shown for value in values), (
            f"OKX_SCAN_CORPUS_SEED={SEED}: line {finding.location.line}"
        )
