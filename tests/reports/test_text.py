"""The report that people read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from okx_secret_scan import reports
from okx_secret_scan.model import Gap, Rule, ScanResult
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.rules import RULES, help_uri
from tests import values
from tests.reports.samples import GONE, clean, finding, sample


def text(result: ScanResult, **style: object) -> str:
    return reports.render("text", result, Style(**style))  # type: ignore[arg-type]


def test_a_clean_scan_is_one_line_that_says_what_was_read() -> None:
    assert text(clean()) == "no findings; 3 files read (120 bytes) in 0.1 s\n"


def test_quiet_and_clean_is_nothing_at_all() -> None:
    assert text(clean(), quiet=True) == ""


def test_findings_stand_under_their_credential_the_worst_first() -> None:
    lines = text(sample().result).splitlines()
    heads = [line for line in lines if re.match(r"[A-Z]+  c\d", line)]
    assert heads == [
        "CRITICAL  c1  OKX API key, secret key and passphrase",
        "HIGH  c2  OKX secret key",
        "HIGH  c4  OKX secret key",
        "MEDIUM  c3  OKX passphrase",
        "LOW  c5  OKX API key",
    ]
    first = lines[lines.index(heads[0]) + 1 :]
    places = [line.split()[0] for line in first[: first.index("")] if line.startswith("  bot")]
    assert places == [f"bot/config.py:{line}:15" for line in (3, 4, 5)]


def test_columns_are_aligned_whatever_stands_in_them() -> None:
    findings = (
        finding(Rule.API_KEY, values.api_key(), 3, path="配置/机器人.py"),
        finding(Rule.PASSPHRASE, values.passphrase(), 1234, path="a.py"),
    )
    first, second = text(ScanResult("scan", findings=findings)).splitlines()[1:3]
    # Each of the five Chinese characters takes two columns of a terminal.
    assert first.index("API key") + 5 == second.index("passphrase")
    assert first.index("name ") + 5 == second.index("name ")


def test_evidence_is_cut_to_the_width_unless_all_is_asked_for() -> None:
    made = finding(Rule.SECRET_KEY, values.secret_key(), 1, evidence=("x" * 200,))
    result = ScanResult("scan", findings=(made,))
    line = text(result, width=90).splitlines()[1]
    assert len(line) == 90
    assert line.endswith("x…")
    assert "x" * 200 in text(result, width=90, verbose=1)


def test_evidence_that_would_be_cut_to_nothing_is_left_out() -> None:
    made = finding(Rule.SECRET_KEY, values.secret_key(), 1, evidence=("x" * 200,))
    result = ScanResult("scan", findings=(made,))
    used = len(text(result).splitlines()[1]) - 200
    assert text(result, width=used + 16).splitlines()[1].endswith("x" * 15 + "…")
    assert "x" not in text(result, width=used + 15).splitlines()[1]


@pytest.mark.parametrize("width", [40, 80])
def test_sentences_fit_the_terminal_and_lose_no_word(width: int) -> None:
    gone = finding(Rule.PASSPHRASE, values.passphrase(), 9, path="配置/k.py", attribution=GONE)
    gone = replace(gone, evidence=("x" * 80,))
    result = ScanResult("push", findings=(gone,), gaps=(Gap("missing from the shallow clone", path="a.py"),))
    narrow = text(result, width=width)
    assert [word for word in narrow.split() if "xx" not in word] == text(result).replace("x" * 80, "").split()
    assert "\n      " in narrow, "a story goes on behind its indent"
    # A line of columns is never broken, and neither is the last one, which is short.
    told = [line for line in narrow.splitlines()[:-1] if not line.startswith(("  配置", "CRITICAL"))]
    assert all(len(line) <= width or " " not in line.strip() for line in told), told


def test_evidence_is_whole_where_there_is_no_terminal() -> None:
    made = finding(Rule.SECRET_KEY, values.secret_key(), 1, evidence=("x" * 200,))
    assert "x" * 200 in text(ScanResult("scan", findings=(made,)))


def test_notebooks_tell_the_cell_and_its_line() -> None:
    made = finding(Rule.SECRET_KEY, values.secret_key(), 120, path="bot.ipynb")
    made = replace(made, location=replace(made.location, cell="3:2"))
    assert "\n  bot.ipynb:120:15 (cell 3:2)  secret key  " in text(ScanResult("scan", findings=(made,)))


def test_the_story_of_a_value_is_told_in_words() -> None:
    assert (
        "    since 2025-03-01 1111111111 Ada, “Add the bot”; "
        "until 2025-05-01 2222222222 Bob, “Remove the keys”; gone from HEAD; in the history of main, tag v1\n"
    ) in text(sample().result)


def test_a_story_that_findings_share_is_told_once() -> None:
    findings = tuple(replace(f, occurrences=1) for f in sample().result.findings[:3])
    assert text(ScanResult("history", findings=findings)).count("since 2025-03-01") == 1


def test_what_was_not_read_is_listed_and_counted() -> None:
    shown = text(sample().result, quiet=True)
    assert "not read  data/dump.bin: larger than 50 MiB\n" in shown
    assert "INCOMPLETE: 3 things could not be read" in text(sample().result)


def test_of_what_one_cause_kept_from_being_read_ten_are_named() -> None:
    missing = tuple(Gap("the object was never downloaded", f"{n}.py") for n in range(1200))
    result = ScanResult("history", gaps=(*missing, Gap("the pack is damaged", "one.pack")))
    shown = text(result)
    assert shown.count("not read") == 12
    assert "not read  1,190 more (-v names them): the object was never downloaded\n" in shown
    assert "not read  one.pack: the pack is damaged\n" in shown
    assert "INCOMPLETE: 1,201 things could not be read" in shown
    assert text(result, verbose=1).count("not read") == 1201


def test_fingerprints_and_suppressed_findings_on_request() -> None:
    result = sample().result
    for entry in (*result.findings, *result.suppressed):
        assert entry.fingerprint not in text(result)
        assert entry.fingerprint in text(result, verbose=1)


@pytest.mark.parametrize("command", ["staged", "message", "push"])
def test_hooks_tell_the_fingerprints_of_what_they_block(command: str) -> None:
    result = replace(sample().result, command=command)
    twice = (*result.findings, replace(result.findings[0], path="again.py"))
    shown = text(replace(result, findings=twice))
    assert all(shown.count(each.fingerprint) == 1 for each in result.findings)
    three = [line for line in shown.splitlines() if line.startswith("  fingerprints ")]
    assert [line.split()[1:] for line in three] == [[f.fingerprint for f in result.findings[:3]]]
    assert "-v shows" not in shown
    assert not any(each.fingerprint in shown for each in result.suppressed)


def test_advice_fits_what_was_scanned() -> None:
    result = sample().result
    assert "`git add` again" in text(replace(result, command="staged"))
    assert "COMMIT_EDITMSG" in text(replace(result, command="message"))
    assert "not pushed yet" in text(replace(result, command="push"))
    assert "https://www.okx.com/account/my-api" in text(replace(result, command="scan"))


def test_colours_carry_no_meaning_of_their_own() -> None:
    result = sample().result
    colored = text(result, color=True)
    assert "\x1b[1;31mCRITICAL\x1b[0m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == text(result)


def test_what_leaked_leads_to_the_page_of_its_rule_where_the_terminal_has_links() -> None:
    result = sample().result
    linked = text(result, links=True, width=100)
    links = re.findall(r"\x1b\]8;;(.+?)\x1b\\(.+?)\x1b\]8;;\x1b\\", linked)
    assert set(links) == {
        (help_uri(f.rule), RULES[f.rule].title.removeprefix("OKX ")) for f in result.findings
    }
    assert re.sub(r"\x1b\]8;;.*?\x1b\\", "", linked) == text(result, width=100)
    assert "\x1b" not in text(result, width=100)
