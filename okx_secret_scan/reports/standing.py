"""Where a value stands today, in words that every report shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okx_secret_scan.model import Attribution, Keeper, Source
from okx_secret_scan.reports.escape import inert

AT_HEAD, ON_BRANCH, IN_REF, IN_HISTORY = "at HEAD", "on a branch", "in a ref", "in history only"
KEPT = {
    Keeper.INDEX: "staged",
    Keeper.STASH: "only in a stash",
    Keeper.REFLOG: "only in a reflog",
    Keeper.ALTERNATE: "only in a repository whose objects this one borrows",
    Keeper.NOTHING: "nothing refers to it, but git still holds it",
}
# The plainest to see first.
_ORDER = (AT_HEAD, ON_BRANCH, IN_REF, IN_HISTORY, *KEPT.values())
_IN_TREES = frozenset({Source.FILE, Source.PATH_NAME})
_BRANCHES = "refs/heads/", "refs/remotes/"
_SHORT = {"refs/heads/": "", "refs/remotes/": "", "refs/tags/": "tag "}
_MOST_REFS = 3


def standing(story: Attribution) -> str:
    """Return where the value of one story is, in two or three words."""
    if story.at_head:
        return AT_HEAD
    if story.kept_by is not Keeper.REF:
        return KEPT[story.kept_by]
    if story.last_commit is not None:
        return IN_HISTORY
    return ON_BRANCH if any(ref.startswith(_BRANCHES) for ref in story.refs) else IN_REF


def plainest(stories: Iterable[Attribution]) -> str | None:
    """Return where the part of a credential is that is the plainest to see, None without a story."""
    return min(map(standing, stories), key=_ORDER.index, default=None)


def whereabouts(story: Attribution, source: Source) -> Iterator[str]:
    """Yield where the value of one story is and is not: in files and in histories. Inert."""
    where = standing(story)
    if where == AT_HEAD or story.kept_by is not Keeper.REF:
        yield where
    elif source not in _IN_TREES:
        # A message or a name is in no files, and nothing takes it away but the end of what it belongs to.
        yield f"kept by {_listed(story.refs)}" if story.refs else where
    elif where == IN_HISTORY:
        yield "gone from HEAD"
        if story.refs:
            yield f"in the history of {_listed(story.refs)}"
    # A story does not tell which of several refs have the file, unless none can have lost it.
    elif story.refs and (where == IN_REF or len(story.refs) == 1):
        yield "not at HEAD"
        yield f"in the files and the history of {_listed(story.refs)}"
    else:
        yield "not at HEAD"
        yield "in the files of a branch"
        if story.refs:
            yield f"in the history of {_listed(story.refs)}"


def _listed(refs: tuple[str, ...]) -> str:
    more = f" and {len(refs) - _MOST_REFS} more" if len(refs) > _MOST_REFS else ""
    return ", ".join(map(_shortened, refs[:_MOST_REFS])) + more


def _shortened(ref: str) -> str:
    short = next(
        (word + ref.removeprefix(start) for start, word in _SHORT.items() if ref.startswith(start)), ref
    )
    return inert(short)
