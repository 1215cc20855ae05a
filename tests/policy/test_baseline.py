"""The baseline file: honest, sorted, merged by git without help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okx_secret_scan.model import Rule, UserError
from okx_secret_scan.policy import baseline
from okx_secret_scan.policy.baseline import NAME, Baseline, Entry, Scope, Verdict
from tests.repository import Repository

names = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")
texts = st.none() | st.text(st.characters(codec=None), min_size=1, max_size=20)
entries = st.builds(Entry, names, st.sampled_from(Rule), texts, st.none() | st.sampled_from(Verdict), texts)


def entry(number: int, path: str = "bot/config.py") -> Entry:
    return Entry(f"{number:032x}", Rule.SECRET_KEY, path)


def write(file: Path, content: Baseline) -> None:
    file.write_bytes(baseline.render(content).encode("utf-8", "backslashreplace"))


def read(folder: Path, text: str) -> Baseline:
    file = folder / NAME
    file.write_text(text, encoding="utf-8", newline="")
    return baseline.read(file, NAME)


@given(st.lists(entries, max_size=8), st.sampled_from(Scope))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, found: list[Entry], scope: Scope
) -> None:
    file = tmp_path_factory.mktemp("baseline") / NAME
    before = baseline.merged(found, scope)
    write(file, before)
    assert baseline.read(file, NAME) == before


def test_one_sorted_entry_a_line_without_lines_and_times() -> None:
    text = baseline.render(baseline.merged([entry(9, "配置.py"), entry(3)], Scope.WORKTREE))
    assert text.split("\n") == [
        '{"schema": "okx-secret-scan-baseline/1", "scope": "worktree"}',
        f'{{"fingerprint": "{3:032x}", "rule": "okx-secret-key", "path": "bot/config.py"}}',
        f'{{"fingerprint": "{9:032x}", "rule": "okx-secret-key", "path": "配置.py"}}',
        "",
    ]


def test_line_ends_and_blank_lines_do_not_count(tmp_path: Path) -> None:
    text = baseline.render(baseline.merged([entry(1), entry(2)], Scope.HISTORY))
    assert read(tmp_path, text.replace("\n", "\r\n\r\n")) == read(tmp_path, text)


def test_a_judged_entry_beats_its_unjudged_twin() -> None:
    judged = Entry(f"{1:032x}", Rule.SECRET_KEY, "a", Verdict.FALSE_ALARM, "sample")
    assert baseline.merged([entry(1), judged, entry(1)], Scope.WORKTREE).entries == (judged,)


TWINS = [
    (("false-alarm", "sample"), (None, None), ("false-alarm", "sample")),
    (("false-alarm", None), (None, "rotated"), ("false-alarm", "rotated")),
    ((None, None), (None, "rotated"), (None, "rotated")),
    (("false-alarm", "sample"), ("real", None), ("real", "sample")),
    (("real", "a"), ("real", "b"), ("real", "a")),
]


@pytest.mark.parametrize(("one", "other", "both"), TWINS)
def test_of_two_entries_for_one_finding_all_that_was_said_stays(
    one: tuple[str | None, str | None],
    other: tuple[str | None, str | None],
    both: tuple[str | None, str | None],
) -> None:
    def made(said: tuple[str | None, str | None]) -> Entry:
        verdict, reason = said
        return Entry(f"{1:032x}", Rule.SECRET_KEY, "a", Verdict(verdict) if verdict else None, reason)

    for order in ([made(one), made(other)], [made(other), made(one)]):
        assert baseline.merged(order, Scope.WORKTREE).entries == (made(both),)


def test_the_verdict_is_part_of_what_reports_say() -> None:
    judged = Entry(f"{1:032x}", Rule.SECRET_KEY, "a", Verdict.FALSE_ALARM, "sample of the docs")
    found = baseline.merged([judged, entry(2)], Scope.HISTORY).acceptances("b.jsonl")
    assert [acceptance.words for acceptance in found] == [
        "b.jsonl: false alarm, sample of the docs",
        "b.jsonl",
    ]
    assert all(acceptance.historic for acceptance in found)


@pytest.mark.parametrize(
    ("content", "owner"),
    [
        ({"version": "1.5.0", "plugins_used": [], "results": {}}, "a detect-secrets baseline"),
        ({"schema": "okx-secret-scan/1", "findings": []}, "a JSON report of okx-secret-scan"),
        ([{"RuleID": "x", "Fingerprint": "a:b:c:1"}], "a gitleaks report"),
        ({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": []}, "a SARIF report"),
        ({"ExactFindings": {}}, "a kingfisher baseline"),
        ({}, "no baseline of okx-secret-scan"),
        ([], "no baseline of okx-secret-scan"),
        (3, "no baseline of okx-secret-scan"),
        ("", "no baseline of okx-secret-scan"),
    ],
)
def test_a_foreign_file_is_told_apart(tmp_path: Path, content: object, owner: str) -> None:
    for text in (json.dumps(content), json.dumps(content, indent=2)):
        with pytest.raises(UserError) as error:
            read(tmp_path, text)
        assert str(error.value) == f"{NAME}: is {owner}: make one with `okx-secret-scan baseline create`"


HEADER = '{"schema": "okx-secret-scan-baseline/1"}\n'
GOOD = {"fingerprint": "1" * 32, "rule": "okx-api-key"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "is no entry: each line is one JSON object"),
        ("[1]", "is no entry: each line is one JSON object"),
        ("[" * 9000, "is no entry: each line is one JSON object"),
        (f'{{"path": {"9" * 9000}}}', "is no entry: each line is one JSON object"),
        ("1,", "is no entry: each line is one JSON object"),
        (json.dumps({"rule": "okx-api-key"}), "is no fingerprint"),
        (json.dumps(GOOD | {"fingerprint": "A" * 32}), "looks like a secret key itself"),
        (json.dumps(GOOD | {"rule": "okx-key"}), "has an unknown rule: it is one of okx-api-key, "),
        (json.dumps(GOOD | {"verdict": "maybe"}), "has an unknown verdict: it is one of real, false-alarm"),
        (json.dumps(GOOD | {"line": "3"}), "has an unknown field 'line'"),
        (json.dumps(GOOD | {"path": 3}), "has a field that is no text"),
        (">>>>>>> theirs", "has a merge conflict: keep the lines of both sides"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(UserError) as error:
        read(tmp_path, f"{HEADER}{json.dumps(GOOD)}\n{line}\n")
    assert str(error.value).startswith(f"{NAME}:3: {words}")


def test_a_newer_schema_and_an_unknown_scope_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=":1: was written by a newer okx-secret-scan"):
        read(tmp_path, '{"schema": "okx-secret-scan-baseline/2"}')
    with pytest.raises(UserError, match=":1: has an unknown scope"):
        read(tmp_path, '{"schema": "okx-secret-scan-baseline/1", "scope": "moon"}')


def test_of_two_headers_the_wider_scope_counts(tmp_path: Path) -> None:
    headers = [baseline.render(Baseline((), scope)) for scope in Scope]
    assert read(tmp_path, "".join(headers)).scope is Scope.HISTORY
    assert read(tmp_path, "".join(reversed(headers))).scope is Scope.HISTORY


def test_a_sorted_file_keeps_its_header(tmp_path: Path) -> None:
    known = Baseline((entry(1), entry(2)), Scope.HISTORY)
    lines = sorted(baseline.render(known).splitlines(keepends=True))
    assert '"schema"' in lines[-1]
    assert read(tmp_path, "".join(lines)) == known


def both_add(repository: Repository, known: list[Entry], ours: list[Entry], theirs: list[Entry]) -> None:
    """Let two branches each add entries to a baseline of `known` ones, and merge them."""
    file = repository.path / NAME
    write(file, baseline.merged(known, Scope.WORKTREE))
    repository.commit(message="baseline")
    repository.git("switch", "--quiet", "--create", "theirs")
    write(file, baseline.merged([*known, *theirs], Scope.WORKTREE))
    repository.commit(message="theirs")
    repository.git("switch", "--quiet", "main")
    write(file, baseline.merged([*known, *ours], Scope.WORKTREE))
    repository.commit(message="ours")
    repository.git("merge", "--quiet", "--no-edit", "theirs")


def test_two_branches_that_add_entries_merge(repository: Repository) -> None:
    known, ours, theirs = (
        [entry(n * 100) for n in range(1, 9)],
        [entry(150), entry(420)],
        [entry(50), entry(777)],
    )
    both_add(repository, known, ours, theirs)
    after = baseline.read(repository.path / NAME, NAME)
    assert after == baseline.merged([*known, *ours, *theirs], Scope.WORKTREE)


@pytest.mark.parametrize("known", [[], [entry(500)]])
def test_with_the_union_driver_neighbours_and_twins_merge_too(
    repository: Repository, known: list[Entry]
) -> None:
    repository.commit({".gitattributes": f"{NAME} merge=union\n"})
    ours, theirs = [entry(1), entry(2)], [entry(2), entry(3)]
    both_add(repository, known, ours, theirs)
    after = baseline.read(repository.path / NAME, NAME)
    assert after == baseline.merged([*known, *ours, *theirs], Scope.WORKTREE)
