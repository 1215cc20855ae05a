"""The story of what was found in a history: when it came, where it went, who still has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from okx_secret_scan.credentials import group
from okx_secret_scan.git.changes import Change
from okx_secret_scan.git.commits import NOBODY, Annotated
from okx_secret_scan.git.graph import Graph
from okx_secret_scan.git.refs import Ref
from okx_secret_scan.model import Attribution, Commit, Finding, Rule, Secret, Source

_BRANCHES = ("refs/heads/", "refs/remotes/", "refs/notes/")
_SECONDS_PER_DAY = 86_400


class NamedFile(NamedTuple):
    """A blob that a ref holds without a commit: the ref names it, or a tree with it."""

    ref: Ref
    oid: str
    path: str | None


@dataclass(frozen=True)
class History:
    """What attribution needs to know of a repository.

    `changes` are those that touch a blob with findings, by path; `tags` are all tag objects that can be
    read; `named` are blobs with findings that need no commit.
    """

    graph: Graph
    changes: Mapping[str, Sequence[Change]]
    tags: Mapping[str, Annotated]
    named: Sequence[NamedFile]


class _Presence(NamedTuple):
    """The commits that have a value at a path, those that brought it and those that took it away, by age."""

    commits: AbstractSet[str] = frozenset()
    first: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class _Story(NamedTuple):
    finding: Finding
    presence: _Presence


def attribute(findings: Sequence[Finding], history: History) -> list[Finding]:
    """Reduce `findings` to one per rule, value and path, each with its story and its number of occurrences.

    Each stands where its value stood first. Credentials are those of the whole history: parts that any
    version of a file shows together belong together.
    """
    alike: defaultdict[tuple[Rule, Secret, Source, str | None], list[Finding]] = defaultdict(list)
    for finding in group(findings)[0]:
        alike[finding.rule, finding.secret, finding.source, finding.path].append(finding)
    stories = [_tell(members, history) for members in alike.values()]
    return sorted(_mask(_link_renames(stories, history.graph)), key=_reading_order)


def _tell(members: Sequence[Finding], history: History) -> _Story:
    """Return the story of findings that have rule, value, source and path in common."""
    example = members[0]
    holders = {finding.blob for finding in members if finding.blob is not None}
    presence = _Presence()
    blob = None
    if example.source in (Source.FILE, Source.NOTE):
        changes = _changes_at(example.file, holders, history)
        presence = _follow(changes, holders, history.graph)
        named = [ref for ref, oid, path in history.named if oid in holders and path == example.file]
        attribution = _of_blobs(presence, named, history)
        blob = next((c.new for c in changes if c.commit in presence.first[:1] and c.new in holders), None)
    elif example.source is Source.REF_NAME:
        attribution = _of_ref_name(example.secret, history)
    else:
        attribution, blob = _of_annotations(holders, history)
    shown = next((finding for finding in members if finding.blob == blob), example)
    occurrences = len(holders) or len(members)
    return _Story(replace(shown, attribution=attribution, occurrences=occurrences), presence)


def _of_blobs(presence: _Presence, named: Sequence[Ref], history: History) -> Attribution:
    graph = history.graph
    first = presence.first[0] if presence.first else None
    last = presence.removed[-1] if presence.removed and not _at_a_tip(presence, history) else None
    refs = [*graph.refs_reaching(presence.first), *named]
    return Attribution(
        commit=_commit(graph.commits, first),
        last_commit=_commit(graph.commits, last),
        at_head=history.graph.head in presence.commits,
        refs=_names(refs),
        reachable=bool(refs),
        exposure_days=_days(graph.commits, first, last, presence.commits),
    )


def _changes_at(path: str | None, holders: AbstractSet[str], history: History) -> list[Change]:
    if path is not None:
        return list(history.changes.get(path, ()))
    return [c for changes in history.changes.values() for c in changes if {c.old, c.new} & holders]


def _follow(changes: Sequence[Change], holders: AbstractSet[str], graph: Graph) -> _Presence:
    """Find the commits that have one of `holders` at the path that `changes` are of.

    Each commit has what its first parent had unless it changed it, so the walk starts where a holder comes
    in and goes on to first children.
    """
    changed = {change.commit for change in changes}
    waiting = [change.commit for change in changes if change.new in holders]
    present = set(waiting)
    while waiting:
        for child in graph.first_children(waiting.pop()):
            if child not in changed and child not in present:
                present.add(child)
                waiting.append(child)
    first = {c.commit for c in changes if c.new in holders and present.isdisjoint(graph.parents[c.commit])}
    removed = _removals(changes, holders, present, graph)
    by_age = graph.position.__getitem__
    return _Presence(present, tuple(sorted(first, key=by_age)), tuple(sorted(removed, key=by_age)))


def _removals(
    changes: Sequence[Change], holders: AbstractSet[str], present: AbstractSet[str], graph: Graph
) -> set[str]:
    gone = {c.commit for c in changes if c.old in holders and c.commit not in present}
    # A merge with a side that has lost the value already only follows the commit that took it away.
    took_away = {oid for oid in gone if present >= set(graph.parents[oid])} or gone
    # A merge can also throw away what its other side had brought.
    return took_away or {child for oid in present for child in graph.children[oid] if child not in present}


def _at_a_tip(presence: _Presence, history: History) -> bool:
    tips = {ref.peeled for ref in history.graph.refs if ref.name.startswith(_BRANCHES)} | {history.graph.head}
    return not presence.commits.isdisjoint(tips)


def _of_annotations(holders: AbstractSet[str], history: History) -> tuple[Attribution, str | None]:
    """Return the story of a value in messages or identities, and the object that held it first."""
    graph = history.graph
    commits = sorted(holders & graph.position.keys(), key=graph.position.__getitem__)
    tags = sorted(holders - graph.position.keys())
    refs = [*graph.refs_reaching(commits), *_refs_to_tags(tags, history)]
    first = commits[0] if commits else next(iter(tags), None)
    attribution = Attribution(
        commit=_commit(history.graph.commits, first) or _commit(history.tags, first),
        last_commit=None,
        at_head=any(map(graph.at_head, commits)),
        refs=_names(refs),
        reachable=bool(refs),
    )
    return attribution, first


def _refs_to_tags(tags: Iterable[str], history: History) -> list[Ref]:
    """Return the refs that name one of `tags`, or a tag of it."""
    wanted = set(tags)
    while outer := {oid for oid, tag in history.tags.items() if tag.target in wanted} - wanted:
        wanted |= outer
    return [ref for ref in history.graph.refs if ref.oid in wanted]


def _of_ref_name(secret: Secret, history: History) -> Attribution:
    refs = [ref for ref in history.graph.refs if secret.reveal() in ref.name]
    return Attribution(commit=None, last_commit=None, at_head=False, refs=_names(refs), reachable=bool(refs))


def _link_renames(stories: Sequence[_Story], graph: Graph) -> list[Finding]:
    """Give each finding all the paths that its value moved through, in the order in which it reached them.

    A commit that takes a value from one path and brings it to another has moved it.
    """
    arrivals: defaultdict[tuple[Rule, Secret, str], list[int]] = defaultdict(list)
    for number, (finding, presence) in enumerate(stories):
        for commit in presence.first:
            arrivals[finding.rule, finding.secret, commit].append(number)
    family = list(range(len(stories)))

    def root(number: int) -> int:
        while family[number] != number:
            family[number] = family[family[number]]
            number = family[number]
        return number

    for number, (finding, presence) in enumerate(stories):
        for commit in presence.removed:
            for other in arrivals.get((finding.rule, finding.secret, commit), ()):
                family[root(other)] = root(number)
    members: defaultdict[int, list[_Story]] = defaultdict(list)
    for number, story in enumerate(stories):
        members[root(number)].append(story)
    linked = []
    for number, (finding, _) in enumerate(stories):
        relatives = sorted(members[root(number)], key=lambda story: _age(story, graph))
        paths = tuple(dict.fromkeys(other.file for other, _ in relatives if other.file is not None))
        assert finding.attribution is not None
        linked.append(replace(finding, attribution=replace(finding.attribution, paths=paths)))
    return linked


def _age(story: _Story, graph: Graph) -> int:
    return graph.position[story.presence.first[0]] if story.presence.first else len(graph.position)


def _commit(commits: Mapping[str, Annotated], oid: str | None) -> Commit | None:
    if oid is None or oid not in commits:
        return None
    annotated = commits[oid]
    author = annotated.people[0] if annotated.people else NOBODY
    return Commit(oid, author.name, author.email, author.date, annotated.subject)


def _days(
    commits: Mapping[str, Annotated], first: str | None, last: str | None, present: AbstractSet[str]
) -> int | None:
    if first is None:
        return None
    end = _time(commits[last]) if last is not None else max(_time(commits[oid]) for oid in present)
    return max(end - _time(commits[first]), 0) // _SECONDS_PER_DAY


def _time(commit: Annotated) -> int:
    return commit.people[0].time if commit.people else 0


def _names(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(sorted({ref.name for ref in refs}))


def _mask(findings: Sequence[Finding]) -> list[Finding]:
    """Hide values in what surrounds findings: subjects, names of people, refs and files may quote them."""
    values = {finding.secret.reveal(): finding.secret.masked for finding in findings}
    # Longer values first, in case that one is part of another.
    pattern = re.compile(
        "|".join(re.escape(value) for value in sorted(values, key=len, reverse=True) if value)
    )

    def hide(text: str) -> str:
        return pattern.sub(lambda match: values[match.group()], text)

    return [_hide_in(finding, hide) for finding in findings] if values else []


def _hide_in(finding: Finding, hide: Callable[[str], str]) -> Finding:
    story = finding.attribution
    if story is not None:
        story = replace(
            story,
            commit=_hide_in_commit(story.commit, hide),
            last_commit=_hide_in_commit(story.last_commit, hide),
            refs=tuple(map(hide, story.refs)),
            paths=tuple(map(hide, story.paths)),
        )
    path = hide(finding.path) if finding.path is not None else None
    return replace(finding, attribution=story, path=path)


def _hide_in_commit(commit: Commit | None, hide: Callable[[str], str]) -> Commit | None:
    if commit is None:
        return None
    return replace(commit, author=hide(commit.author), email=hide(commit.email), subject=hide(commit.subject))


def _reading_order(finding: Finding) -> tuple[str, str, int, int, str]:
    where = finding.location
    return finding.path or "", finding.source.value, where.line, where.column, finding.blob or ""
