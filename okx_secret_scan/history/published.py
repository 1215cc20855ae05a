"""The story of what was found in a push, told from the pushed commits alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from okx_secret_scan.git.changes import Change, find_changes
from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.commits import Annotated, read_annotated
from okx_secret_scan.git.graph import Graph
from okx_secret_scan.git.refs import head, list_refs
from okx_secret_scan.git.repository import Repository
from okx_secret_scan.history.attribution import History, attribute
from okx_secret_scan.model import Finding


def attribute_push(
    findings: list[Finding], annotations: Iterable[str], repository: Repository
) -> list[Finding]:
    """Tell of each finding which of the pushed commits and tags, `annotations`, brought it."""
    if not findings:
        return findings
    try:
        read = read_annotated(annotations, repository.root)
        commits = {oid: annotated.node for oid, annotated in read.items() if not annotated.target}
        wanted = {finding.blob for finding in findings if finding.blob is not None}
        by_path: defaultdict[str, list[Change]] = defaultdict(list)
        for change in find_changes(commits, wanted, repository).changes:
            by_path[change.path].append(change)
        graph = Graph(commits, list_refs(repository), head(repository))
    except GitError:
        return findings  # the verdict stands without the story
    tags = {oid: annotated for oid, annotated in read.items() if annotated.target}

    def told(oids: Iterable[str]) -> dict[str, Annotated]:
        return {oid: read[oid] for oid in oids if oid in read}

    return attribute(findings, History(graph, by_path, tags, (), told))
