"""Hides values in what surrounds findings: names of files, refs and people, and subjects may quote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from okx_secret_scan.model import Attribution, Commit, Finding, Gap

Hide = Callable[[str], str]


def hider(findings: Iterable[Finding]) -> Hide:
    """Return a function that replaces the values of `findings` in a text with their masks."""
    values = {finding.secret.reveal(): finding.secret.masked for finding in findings}
    # Longer values first, in case that one is part of another.
    ordered = sorted(filter(None, values), key=len, reverse=True)
    if not ordered:
        return str
    pattern = re.compile("|".join(map(re.escape, ordered)))

    return lambda text: pattern.sub(lambda match: values[match.group()], text)


def hide_in_finding(finding: Finding, hide: Hide) -> Finding:
    """Return `finding` with nothing to be read around its own, masked value."""
    story = finding.attribution
    return replace(
        finding,
        path=None if finding.path is None else hide(finding.path),
        member=None if finding.member is None else hide(finding.member),
        attribution=None if story is None else _hide_in_story(story, hide),
    )


def hide_in_gap(gap: Gap, hide: Hide) -> Gap:
    """Return `gap` with no value in its path or message."""
    return replace(gap, message=hide(gap.message), path=None if gap.path is None else hide(gap.path))


def _hide_in_story(story: Attribution, hide: Hide) -> Attribution:
    return replace(
        story,
        commit=_hide_in_commit(story.commit, hide),
        last_commit=_hide_in_commit(story.last_commit, hide),
        refs=tuple(map(hide, story.refs)),
        paths=tuple(map(hide, story.paths)),
    )


def _hide_in_commit(commit: Commit | None, hide: Hide) -> Commit | None:
    if commit is None:
        return None
    return replace(commit, author=hide(commit.author), email=hide(commit.email), subject=hide(commit.subject))
