from __future__ import annotations

from pathlib import Path

import pytest

from okx_secret_scan.model import Rule, Severity
from okx_secret_scan.reports.rules import DOCS, HARM, RULES, help_uri

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_explained(rule: Rule) -> None:
    assert RULES[rule].description
    assert RULES[rule].remedy


def test_every_severity_is_explained() -> None:
    assert set(HARM) == set(Severity)


@pytest.mark.parametrize("rule", Rule)
def test_the_help_address_of_a_rule_leads_to_its_page(rule: Rule) -> None:
    page = ROOT / "docs" / help_uri(rule).removeprefix(DOCS).lstrip("/")
    assert page.read_text(encoding="utf-8").startswith(f"# {rule}")
