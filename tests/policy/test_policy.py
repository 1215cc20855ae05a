"""Which findings count."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from okx_secret_scan.model import Attribution, Finding, Rule, UserError
from okx_secret_scan.policy.detect_secrets_baseline import ForeignBaseline
from okx_secret_scan.policy.entries import Acceptance
from okx_secret_scan.policy.excludes import Exclude
from okx_secret_scan.policy.fingerprints import assign
from okx_secret_scan.policy.policy import Policy, in_force
from tests.policy.findings import finding
from tests.values import account, passphrase, secret_key

TODAY = date(2026, 6, 15)


def secret(path: str | None = "bot/config.py") -> Finding:
    return assign([finding(Rule.SECRET_KEY, secret_key(), path=path)])[0]


def reasons(policy: Policy, *findings: Finding) -> list[str | None]:
    return [judged.suppressed for judged in policy.judge(findings)]


def test_without_decisions_everything_counts() -> None:
    assert reasons(Policy(), secret()) == [None]


def test_an_accepted_finding_does_not_count_wherever_it_stands() -> None:
    ours = secret()
    moved = replace(ours, path="src/other.py", location=replace(ours.location, line=99))
    policy = in_force([Acceptance(ours.fingerprint, "ignore:3", "rotated")], [], today=TODAY)
    assert reasons(policy, ours, moved, secret()) == ["ignore:3: rotated", "ignore:3: rotated", None]


def test_a_placeholder_does_not_count_in_any_letter_case() -> None:
    text = passphrase()
    shouted, other = (finding(Rule.PASSPHRASE, value) for value in (text.upper(), passphrase()))
    policy = in_force([], [], today=TODAY, fillers={text.lower(): "placeholder of setup.cfg:3"})
    assert reasons(policy, shouted, other) == ["placeholder of setup.cfg:3", None]


def test_a_decision_counts_through_its_last_day() -> None:
    ours = secret()
    for last, reason in ((TODAY, "ignore:1"), (date(2026, 6, 14), None)):
        policy = in_force([Acceptance(ours.fingerprint, "ignore:1", until=last)], [], today=TODAY)
        assert reasons(policy, ours) == [reason]


def test_what_has_ended_is_told_where_it_matters() -> None:
    ours = secret()
    over = date(2026, 1, 1)
    policy = in_force(
        [Acceptance(ours.fingerprint, "ignore:1", until=over), Acceptance("0" * 32, "ignore:2", until=over)],
        [Exclude("bot/**", "setup.cfg", until=over), Exclude("docs/**", "setup.cfg", until=over)],
        today=TODAY,
    )
    assert policy.expiries([ours]) == [
        f"ignore:1: {ours.fingerprint} ended on 2026-01-01: its findings count again",
        "setup.cfg: exclude `bot/**` ended on 2026-01-01: its findings count again",
    ]
    assert [entry.origin for entry in policy.stale([ours], history=False)] == ["ignore:2"]


def test_what_ended_is_not_told_while_another_decision_does_the_same() -> None:
    ours = secret()
    policy = in_force(
        [
            Acceptance(ours.fingerprint, "ignore:1", until=date(2020, 1, 1)),
            Acceptance(ours.fingerprint, "ignore:2", until=date(2099, 1, 1)),
        ],
        [Exclude("bot/**", "setup.cfg", until=date(2020, 1, 1))],
        today=TODAY,
    )
    assert policy.expiries(policy.judge([ours])) == []


def test_an_ended_exception_from_an_exclude_is_told() -> None:
    over = date(2020, 1, 1)
    policy = in_force(
        [],
        [Exclude("*.py", "c"), Exclude("!bot/", "c", until=over), Exclude("!web/", "c", until=over)],
        today=TODAY,
    )
    judged = policy.judge([secret("bot/config.py"), secret("web/live.txt")])
    assert policy.expiries(judged) == [
        "c: exclude `!bot/` ended on 2020-01-01: other excludes silence its findings again"
    ]


def test_excludes_silence_paths_for_all_rules_or_some() -> None:
    ours = account()
    parts = ((Rule.API_KEY, ours.key), (Rule.PASSPHRASE, ours.passphrase))
    found = [finding(rule, value, path=path) for path in ("docs/a.md", "tests/a.py") for rule, value in parts]
    policy = in_force(
        [],
        [Exclude("docs/", "c.toml", (Rule.PASSPHRASE,)), Exclude("/tests", "c.toml", reason="made up")],
        today=TODAY,
    )
    assert reasons(policy, *found) == [
        None,
        "exclude `docs/` (c.toml)",
        "exclude `/tests` (c.toml): made up",
        "exclude `/tests` (c.toml): made up",
    ]
    assert policy.excludes("tests/big.bin") == "exclude `/tests` (c.toml): made up"
    assert policy.excludes("docs/a.md") is None


def test_a_later_exclude_takes_paths_back() -> None:
    policy = in_force([], [Exclude("*.json", "c"), Exclude("!live.json", "c")], today=TODAY)
    assert reasons(policy, secret("a/test.json"), secret("a/live.json")) == ["exclude `*.json` (c)", None]


def test_content_that_also_stood_elsewhere_counts() -> None:
    def moved(*paths: str) -> Finding:
        story = Attribution(None, None, at_head=True, refs=(), reachable=True, paths=paths)
        return replace(secret(paths[0]), attribution=story)

    policy = in_force([], [Exclude("tests/**", "c")], today=TODAY)
    stories = [("tests/a", "bot/a"), ("bot/a", "tests/a"), ("tests/a", "tests/b")]
    assert reasons(policy, *(moved(*paths) for paths in stories)) == [
        None,
        None,
        "exclude `tests/**` (c)",
    ]


def test_an_excluded_archive_is_excluded_with_its_members() -> None:
    member = replace(secret("old/backup.zip!bot/config.py"), member="bot/config.py")
    assert reasons(in_force([], [Exclude("*.zip", "c")], today=TODAY), member) == ["exclude `*.zip` (c)"]
    assert reasons(in_force([], [Exclude("*.py", "c")], today=TODAY), member) == [None]


def test_excludes_do_not_reach_what_is_no_file() -> None:
    assert reasons(in_force([], [Exclude("**", "c")], today=TODAY), secret(None)) == [None]


def test_comments_count_only_where_the_content_is_trusted() -> None:
    commented = replace(secret(), suppressed="comment in line 1")
    assert reasons(Policy(), commented) == ["comment in line 1"]
    assert reasons(Policy(comments=False), commented) == [None]


def test_detect_secrets_accepts_a_value_in_its_file() -> None:
    value = secret_key()
    digest = hashlib.sha1(value.encode()).hexdigest()
    policy = Policy(foreign=(ForeignBaseline(".secrets.baseline", frozenset({("bot/config.py", digest)})),))
    here = finding(Rule.SECRET_KEY, value)
    elsewhere = replace(here, path="bot/other.py")
    assert reasons(policy, here, elsewhere, secret()) == [".secrets.baseline", None, None]


def test_decisions_that_nothing_needs_are_found() -> None:
    ours = secret()
    policy = in_force(
        [
            Acceptance(ours.fingerprint, "ignore:1"),
            Acceptance("1" * 32, "ignore:2"),
            Acceptance("2" * 32, "b", historic=True),
            Acceptance("3" * 32, "b", historic=False),
        ],
        [Exclude("bot/**", "c"), Exclude("!bot/keep", "c"), Exclude("docs/**", "c")],
        today=TODAY,
    )
    assert [entry.fingerprint for entry in policy.stale([ours], history=False)] == ["1" * 32, "3" * 32]
    assert [entry.fingerprint for entry in policy.stale([ours], history=True)] == ["1" * 32, "2" * 32]
    assert [exclude.glob for exclude in policy.idle([ours])] == ["docs/**"]


@pytest.mark.parametrize(
    ("acceptances", "excludes", "place"),
    [
        ([Acceptance("1" * 32, "ignore:4")], [], f"ignore:4: {'1' * 32}"),
        ([Acceptance("1" * 32, "ignore:4", "known")], [Exclude("a", "c.toml")], "c.toml: exclude `a`"),
    ],
)
def test_strict_asks_for_reasons(acceptances: list[Acceptance], excludes: list[Exclude], place: str) -> None:
    in_force(acceptances, excludes, today=TODAY)
    with pytest.raises(UserError) as error:
        in_force(acceptances, excludes, today=TODAY, strict=True)
    assert str(error.value).startswith(f"{place} gives no reason, which strict = true asks for: ")
