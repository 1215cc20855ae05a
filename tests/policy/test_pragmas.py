"""Comments that silence a finding."""

from __future__ import annotations

import pytest

from okx_secret_scan.model import Finding, Location, Rule, Secret, Severity
from okx_secret_scan.policy import pragmas
from tests import values


def silenced(text: str) -> list[bool]:
    """Tell for each line of `text` that holds `VALUE` whether its finding is silenced."""
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        if "VALUE" in line:
            secret = Secret(values.secret_key(), Rule.SECRET_KEY)
            place = Location(number, 1, number, 6)
            findings.append(Finding(Rule.SECRET_KEY, secret, place, Severity.HIGH, "x", ()))
    return [finding.suppressed is not None for finding in pragmas.apply(findings, text)]


@pytest.mark.parametrize(
    "comment",
    [
        "# okx-secret-scan: allow",
        "// okx-secret-scan: allow",
        "/* okx-secret-scan: allow */",
        "<!-- okx-secret-scan: allow -->",
        "-- okx-secret-scan: allow",
        "; okx-secret-scan:allow",
        "rem OKX-Secret-Scan: Allow (rotated)",
        "# pragma: allowlist secret",
        "// pragma: allowlist secret",
        "# pragma: whitelist secret",
    ],
)
def test_a_comment_in_the_line_silences_it(comment: str) -> None:
    assert silenced(f"VALUE {comment}\nVALUE") == [True, False]


@pytest.mark.parametrize(
    "comment",
    [
        "# okx-secret-scan: allow",
        "# pragma: allowlist nextline secret",
        "{# okx-secret-scan: allow #}",
        '"//": "okx-secret-scan: allow",',
        "! okx-secret-scan: allow-next-line",
        "# okx-secret-scan: allow-nextline sample of the docs",
    ],
)
def test_a_comment_above_silences_the_next_line_alone(comment: str) -> None:
    assert silenced(f"VALUE\n{comment}\r\nVALUE\nVALUE") == [False, True, False]


def test_a_line_is_searched_once_however_many_findings_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    class Recorded:
        def search(self, line: str) -> None:
            searched.append(line)

    monkeypatch.setattr(pragmas, "_OURS", Recorded())
    secret = Secret(values.secret_key(), Rule.SECRET_KEY)
    findings = [
        Finding(Rule.SECRET_KEY, secret, Location(2, at, 2, at + 5), Severity.HIGH, "x", ())
        for at in range(1, 90, 6)
    ]
    pragmas.apply(findings, "above\n" + "VALUE," * 15)
    assert sorted(searched) == ["VALUE," * 15, "above"]


def test_a_comment_behind_a_value_is_that_values_alone() -> None:
    assert silenced("VALUE  # okx-secret-scan: allow\nVALUE") == [True, False]


def test_a_detect_secrets_comment_for_its_own_line_does_not_reach_the_next() -> None:
    assert silenced("# pragma: allowlist secret\nVALUE") == [False]


def test_a_comment_for_the_next_line_does_not_speak_for_its_own() -> None:
    assert silenced("VALUE # okx-secret-scan: allow-next-line\nVALUE\nVALUE") == [False, True, False]


@pytest.mark.parametrize("comment", ["# okx-secret-scan: allow-file", '"_": "okx-secret-scan: allow-file"'])
def test_a_comment_at_the_head_of_a_file_silences_it(comment: str) -> None:
    assert silenced(f"VALUE\n{comment}\n\nVALUE\n" + "x\n" * 40 + "VALUE") == [True, True, True]


def test_a_comment_for_the_file_counts_at_its_head_alone() -> None:
    comment = "# okx-secret-scan: allow-file"
    assert silenced("\n" * 9 + f"{comment}\nVALUE") == [True]
    assert silenced("\n" * 10 + f"{comment}\nVALUE") == [False]


def unused(text: str) -> list[int]:
    """Return the lines of comments that silence none of the findings at `VALUE`."""
    secret = Secret(values.secret_key(), Rule.SECRET_KEY)
    findings = [
        Finding(Rule.SECRET_KEY, secret, Location(number, 1, number, 6), Severity.HIGH, "x", ())
        for number, line in enumerate(text.split("\n"), 1)
        if "VALUE" in line
    ]
    return pragmas.unused(findings, text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("VALUE # okx-secret-scan: allow", []),
        ("# okx-secret-scan: allow\nVALUE", []),
        ("# OKX-secret-scan: allow\nelse\nVALUE", [1]),
        ("# okx-secret-scan: allow-next-line\nelse", [1]),
        ("VALUE # okx-secret-scan: allow-next-line\nelse", [1]),
        ("x\n# okx-secret-scan: allow-file", [2]),
        ("# okx-secret-scan: allow-file\nVALUE", []),
        ("\n" * 10 + "# okx-secret-scan: allow-file\nVALUE", [11]),
        ("x # pragma: allowlist secret", []),
        ("x # okx-secret-scan: allow\n\nVALUE\n// okx-secret-scan: allow", [1, 4]),
    ],
)
def test_comments_that_silence_nothing_are_found(text: str, lines: list[int]) -> None:
    assert unused(text) == lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "latin-1"])
def test_comments_are_seen_in_any_encoding(encoding: str) -> None:
    assert pragmas.mentioned("x\n# OKX-Secret-Scan: allow\n".encode(encoding))
    assert not pragmas.mentioned("x\n# okx-secret-scan\n".encode(encoding))


@pytest.mark.parametrize(
    "comment",
    ["# okx-secret-scan: allowed-hosts", "# okx-secret-scan", "# allow", "# okx-secret-scan: allow-nothing"],
)
def test_other_words_silence_nothing(comment: str) -> None:
    assert silenced(f"{comment}\nVALUE {comment}") == [False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("VALUE  # okx-secret-scan: ignore", [(1, "okx-secret-scan: ignore")]),
        ("# okx-secret-scan allow\nVALUE", [(1, "okx-secret-scan allow")]),
        ("# okx_secret_scan:allow\nVALUE", [(1, "okx_secret_scan:allow")]),
        ("VALUE  # OKX-secret-scan: allow-this", [(1, "OKX-secret-scan: allow-this")]),
        ("# okx-secret-scan: ignore\n\nVALUE", []),
        ("# checked by okx-secret-scan in CI\nVALUE", []),
        ("# okx-secret-scan: allow-next-line\nelse", []),
        ("VALUE  # okx-secret-scan: 0123", [(1, "okx-secret-scan:")]),
    ],
)
def test_what_seems_meant_as_a_comment_is_noticed(text: str, found: list[tuple[int, str]]) -> None:
    secret = Secret(values.secret_key(), Rule.SECRET_KEY)
    findings = [
        Finding(Rule.SECRET_KEY, secret, Location(number, 1, number, 6), Severity.HIGH, "x", ())
        for number, line in enumerate(text.split("\n"), 1)
        if "VALUE" in line
    ]
    assert pragmas.misspelled(findings, text) == found


def test_any_line_of_a_value_that_spans_lines_will_do() -> None:
    secret = Secret(values.secret_key(), Rule.SECRET_KEY)
    finding = Finding(Rule.SECRET_KEY, secret, Location(1, 5, 3, 9), Severity.HIGH, "x", ())
    text = 'x = ("A" +\n  "B" +  # okx-secret-scan: allow\n  "C")'
    assert pragmas.apply([finding], text)[0].suppressed == "comment `okx-secret-scan: allow` in line 2"


def test_what_was_suppressed_already_keeps_its_reason() -> None:
    secret = Secret(values.secret_key(), Rule.SECRET_KEY)
    finding = Finding(Rule.SECRET_KEY, secret, Location(1, 1, 1, 2), Severity.HIGH, "x", (), suppressed="why")
    assert pragmas.apply([finding], "okx-secret-scan: allow")[0].suppressed == "why"
