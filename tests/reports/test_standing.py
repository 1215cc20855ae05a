"""Where a value stands is said in the same words everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from okx_secret_scan import reports
from okx_secret_scan.model import Attribution, Keeper, Rule, ScanResult, Source
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.standing import plainest, whereabouts
from tests import values
from tests.command import Command
from tests.reports.samples import AT_HEAD, GONE, finding
from tests.repository import Repository

ELSEWHERE = replace(AT_HEAD, at_head=False, refs=("refs/heads/feature",))
LOST = replace(AT_HEAD, at_head=False, refs=(), reachable=False)


@pytest.mark.parametrize(
    ("story", "words", "label"),
    [
        (AT_HEAD, "at HEAD", "at HEAD"),
        (ELSEWHERE, "not at HEAD; in the files and the history of feature", "on a branch"),
        (
            replace(ELSEWHERE, refs=("refs/heads/feature", "refs/remotes/origin/main")),
            "not at HEAD; in the files of a branch; in the history of feature, origin/main",
            "on a branch",
        ),
        (
            replace(ELSEWHERE, refs=("refs/tags/v1", "refs/tags/v2")),
            "not at HEAD; in the files and the history of tag v1, tag v2",
            "in a ref",
        ),
        (GONE, "gone from HEAD; in the history of main, tag v1", "in history only"),
        (
            replace(GONE, refs=tuple(f"refs/pull/{number}" for number in range(4))),
            "gone from HEAD; in the history of refs/pull/0, refs/pull/1, refs/pull/2 and 1 more",
            "in history only",
        ),
        (replace(LOST, kept_by=Keeper.STASH), "only in a stash", "only in a stash"),
        (
            replace(LOST, kept_by=Keeper.NOTHING),
            "nothing refers to it, but git still holds it",
            "nothing refers to it, but git still holds it",
        ),
    ],
)
def test_where_a_value_stands(story: Attribution, words: str, label: str) -> None:
    assert "; ".join(whereabouts(story, Source.FILE)) == words
    result = ScanResult(
        "history", findings=(finding(Rule.SECRET_KEY, values.secret_key(), 3, attribution=story),)
    )
    assert words in reports.render("text", result, Style())
    assert f"| {label} |\n" in reports.render("markdown", result, Style())
    assert f"<b>Where now</b> {label}<" in reports.render("html", result, Style())


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (AT_HEAD, "at HEAD"),
        (replace(ELSEWHERE, refs=("refs/tags/v1",)), "kept by tag v1"),
        (replace(GONE, refs=("refs/notes/commits",)), "kept by refs/notes/commits"),
        (replace(LOST, kept_by=Keeper.REFLOG), "only in a reflog"),
    ],
)
def test_a_message_or_name_is_never_said_to_be_in_files(story: Attribution, words: str) -> None:
    for source in set(Source) - {Source.FILE, Source.PATH_NAME}:
        assert "; ".join(whereabouts(story, source)) == words


def test_the_plainest_place_counts_for_a_credential() -> None:
    assert plainest([GONE, ELSEWHERE, AT_HEAD]) == "at HEAD"
    assert plainest([GONE, ELSEWHERE]) == "on a branch"
    assert plainest([]) is None


def test_a_branch_that_keeps_what_is_gone_elsewhere_is_told(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": f'OKX_SECRET_KEY = "{values.secret_key()}"\n'})
    repository.git("branch", "feature")
    repository.commit({"bot.py": "x = 1\n"})
    assert "; not at HEAD; in the files of a branch; in the history of feature, main\n" in okx("history").out
    repository.git("branch", "--delete", "--force", "feature")
    assert "; gone from HEAD; in the history of main\n" in okx("history").out
