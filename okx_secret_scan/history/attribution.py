"""The story of what was found in a history: when it came, where it went, who still has it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from okx_secret_scan.credentials import group
from okx_secret_scan.git.changes import Change
from okx_secret_scan.git.commits import Annotated
from okx_secret_scan.git.graph import Graph
from okx_secret_scan.git.refs import Ref
from okx_secret_scan.history.moves import Stay, paths_moved_through
from okx_secret_scan.history.presence import by_age, presence
from okx_secret_scan.model import Attribution, Commit, Finding, Keeper, Rule, Secret, Source

_STASH = "refs/stash"
_SECONDS_PER_DAY = 86_400
_YEAR_10000 = 253_402_300_800


class NamedFile(NamedTuple):
    """A blob that a ref holds without a commit: the ref names it, or a tree with it."""

    ref: Ref
    oid: str
    path: str | None


@dataclass(frozen=True)
class History:
    """What attribution needs to know of a repository.

    `changes` are those that touch a blob with findings, by path; `tags` are all tag objects that can be
    read; `named` are blobs with findings that need no commit; `read` gives those of the commits and tags of
    these ids that can be read. `stashes` are the commits that git stash made; `stashed` and `logged` those
    that reflogs keep, of the stash and of all refs; `staged` are the blobs in an index; `borrowed` gives
    those of the objects of these ids that another repository lends.
    """

    graph: Graph
    changes: Mapping[str, Sequence[Change]]
    tags: Mapping[str, Annotated]
    named: Sequence[NamedFile]
    read: Callable[[Iterable[str]], Mapping[str, Annotated]]
    stashes: AbstractSet[str] = frozenset()
    stashed: AbstractSet[str] = frozenset()
    logged: AbstractSet[str] = frozenset()
    staged: AbstractSet[str] = frozenset()
    borrowed: Callable[[AbstractSet[str]], AbstractSet[str]] = lambda _: frozenset()

    def paths_below(self, folder: str) -> Sequence[str]:
        """Return the paths of `changes` that lie in `folder`, at any depth."""
        begin, end = (bisect_left(self._paths, folder + mark) for mark in ("/", "0"))  # the sign behind it
        return self._paths[begin:end]

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self.changes)


@dataclass(frozen=True, slots=True)
class _Story:
    """A finding and what is known of it, commits and tags by id.

    `holders` are the objects that hold the value, `starts` all from which on history holds it, by age. The
    rest is of files alone: `came` and `went` are the commits that brought the value to its path and took it
    away, by age, with the blobs that held it; `newest` is the time of the newest that has it.
    """

    finding: Finding
    holders: AbstractSet[str]
    starts: Sequence[str]
    named: Sequence[Ref]
    at_head: bool
    came: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    went: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    last: str | None = None
    newest: int = 0


_Value: TypeAlias = tuple[Rule, Secret, Source, str | None]


def attribute(findings: Sequence[Finding], history: History) -> list[Finding]:
    """Reduce `findings` to one per rule, value and path, each with its story and its number of occurrences.

    Each stands where its value stood first. Credentials are those of the whole history: parts that any
    version of a file shows together belong together. A passphrase of several accounts is told for each.
    """
    stories = [_story(members, history) for members in _alike(group(findings)[0])]
    told = history.read(
        {oid for story in stories for oid in (*story.starts[:1], story.last) if oid is not None}
    )
    refs = [
        {ref.name for ref in (*reaching, *story.named)}
        for story, reaching in zip(
            stories, history.graph.refs_reaching([story.starts for story in stories]), strict=True
        )
    ]
    keepers = _keepers(stories, refs, history)
    paths = paths_moved_through([_stay(story, history.graph) for story in stories])
    attributed = [
        replace(story.finding, attribution=_attribution(story, names, keeper, moved, told, history.graph))
        for story, names, keeper, moved in zip(stories, refs, keepers, paths, strict=True)
    ]
    return sorted(attributed, key=_reading_order)


def _alike(findings: Sequence[Finding]) -> Iterable[list[Finding]]:
    """Put together the findings of one value at one path, but for a passphrase those of each account."""
    accounts = {f.credential for f in findings if f.rule in (Rule.API_KEY, Rule.SECRET_KEY)}
    first: dict[_Value, str] = {}
    # A version that shows a passphrase alone shows that of an account which other versions tell.
    for finding in sorted(findings, key=lambda f: f.credential not in accounts):
        first.setdefault(_value(finding), finding.credential)
    alike: defaultdict[tuple[_Value, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        value, account = _value(finding), finding.credential
        account = account if account in accounts else first[value]
        alike[value, account].append(replace(finding, credential=account))
    return alike.values()


def _value(finding: Finding) -> _Value:
    return finding.rule, finding.secret, finding.source, finding.path


def _story(members: Sequence[Finding], history: History) -> _Story:
    """Return what is known of findings that have rule, value, source and path in common."""
    example = members[0]
    holders = {finding.blob for finding in members if finding.blob is not None}
    example = replace(example, occurrences=len(holders) or len(members))
    if example.source in (Source.FILE, Source.PATH_NAME, Source.NOTE):
        return _of_blobs(example, members, holders, history)
    story = _of_annotations(example, members, holders, history)
    if example.source is Source.REF_NAME:
        named = [ref for ref in history.graph.refs if example.secret.reveal() in ref.name]
        return replace(story, named=[*story.named, *named])
    return story


def _of_blobs(
    example: Finding, members: Sequence[Finding], holders: AbstractSet[str], history: History
) -> _Story:
    graph = history.graph
    # A folder is there as long as one of its files is.
    commits, came, went = presence(_changes_at(example, holders, history), holders, graph, history.stashes)
    starts, ends = list(came), list(went)
    return _Story(
        finding=_shown(example, members, min(came[starts[0]]) if starts else None),
        holders=holders,
        starts=starts,
        named=[ref for ref, oid, path in history.named if oid in holders and _is_at(path, example)],
        at_head=graph.head in commits,
        came=came,
        went=went,
        last=ends[-1] if ends and commits.isdisjoint(graph.tips) else None,
        newest=max((graph.commits[oid].time for oid in commits), default=0),
    )


def _of_annotations(
    example: Finding, members: Sequence[Finding], holders: AbstractSet[str], history: History
) -> _Story:
    """Return the story of a value in messages, headers or names of refs."""
    graph = history.graph
    commits = by_age(holders & graph.position.keys(), graph)
    tags = sorted(holders - graph.position.keys())
    starts = [*commits, *tags]
    shown = _shown(example, members, next(iter(starts), None))
    return _Story(shown, holders, starts, _refs_to_tags(tags, history), not graph.of_head.isdisjoint(commits))


def _shown(example: Finding, members: Sequence[Finding], blob: str | None) -> Finding:
    """Return the finding that stands in `blob`, where the value stood first, to stand for all.

    Where comments silence some of `members`, it is one of the others: they count.
    """
    counting = [finding for finding in members if finding.suppressed is None] or members
    first = next((finding for finding in counting if finding.blob == blob), counting[0])
    return replace(first, occurrences=example.occurrences)


def _attribution(
    story: _Story,
    refs: AbstractSet[str],
    keeper: Keeper,
    paths: tuple[str, ...],
    told: Mapping[str, Annotated],
    graph: Graph,
) -> Attribution:
    return Attribution(
        commit=_commit(told, next(iter(story.starts), None)),
        last_commit=_commit(told, story.last),
        at_head=story.at_head,
        refs=tuple(sorted(refs)),
        reachable=bool(refs),
        paths=paths,
        exposure_days=_days(story, graph),
        kept_by=keeper,
    )


def _keepers(
    stories: Sequence[_Story], refs: Sequence[AbstractSet[str]], history: History
) -> Iterator[Keeper]:
    """Yield what keeps the value of each story, `refs` being the names of those that do."""
    keepers = [_keeper(story, names, history) for story, names in zip(stories, refs, strict=True)]
    forgotten = [story for story, keeper in zip(stories, keepers, strict=True) if keeper is Keeper.NOTHING]
    objects = {oid for story in forgotten for oid in (*story.holders, *story.starts)}
    borrowed = history.borrowed(objects) if objects else objects
    for story, keeper in zip(stories, keepers, strict=True):
        lent = keeper is Keeper.NOTHING and not borrowed.isdisjoint((*story.holders, *story.starts))
        yield Keeper.ALTERNATE if lent else keeper


def _keeper(story: _Story, refs: AbstractSet[str], history: History) -> Keeper:
    if refs - {_STASH}:
        return Keeper.REF
    if refs or not history.stashed.isdisjoint(story.starts):
        return Keeper.STASH
    # What is in no object is a text, and the only texts besides names of refs are reflogs.
    if not story.holders or not history.logged.isdisjoint(story.starts):
        return Keeper.REFLOG
    return Keeper.NOTHING if history.staged.isdisjoint(story.holders) else Keeper.INDEX


def _changes_at(finding: Finding, holders: AbstractSet[str], history: History) -> list[Sequence[Change]]:
    """Return the changes where `finding` stands, path by path: in a folder called after a value are many."""
    path = finding.file
    if path is None:
        return [[c for changes in history.changes.values() for c in changes if {c.old, c.new} & holders]]
    below = history.paths_below(path) if finding.source is Source.PATH_NAME else ()
    return [history.changes[name] for name in (path, *below) if name in history.changes]


def _is_at(path: str | None, finding: Finding) -> bool:
    """Return whether `finding` stands at `path`, or names a folder that `path` is in."""
    in_folder = finding.source is Source.PATH_NAME and f"{path}/".startswith(f"{finding.file}/")
    return path == finding.file or in_folder


def _refs_to_tags(tags: Iterable[str], history: History) -> list[Ref]:
    """Return the refs that name one of `tags`, or a tag of it."""
    wanted = set(tags)
    while outer := {oid for oid, tag in history.tags.items() if tag.target in wanted} - wanted:
        wanted |= outer
    return [ref for ref in history.graph.refs if ref.oid in wanted]


def _stay(story: _Story, graph: Graph) -> Stay:
    since = graph.position[story.starts[0]] if story.came else len(graph.position)
    value = story.finding.rule, story.finding.secret, story.finding.source
    return Stay(value, story.finding.path, story.came, story.went, since)


def _commit(told: Mapping[str, Annotated], oid: str | None) -> Commit | None:
    if oid is None or oid not in told:
        return None
    annotated = told[oid]
    return Commit(oid, annotated.name, annotated.email, annotated.date, annotated.subject)


def _days(story: _Story, graph: Graph) -> int | None:
    """Return the days between the first commit and the last, or the newest that has the value.

    Clocks may be wrong: None for times that no calendar has.
    """
    if not story.came:
        return None
    begin = graph.commits[story.starts[0]].time
    end = story.newest if story.last is None else graph.commits[story.last].time
    return max(end - begin, 0) // _SECONDS_PER_DAY if max(begin, end) < _YEAR_10000 else None


def _reading_order(finding: Finding) -> tuple[str, str, int, int, str]:
    where = finding.location
    return finding.path or "", finding.source.value, where.line, where.column, finding.blob or ""
