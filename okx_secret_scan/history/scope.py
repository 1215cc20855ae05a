"""How much of a repository a sweep reads, and what of that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.git.inventory import (
    Listing,
    Objects,
    Walk,
    finish_walk,
    list_all,
    list_named,
    start_walk,
    walk,
)
from okx_secret_scan.git.repository import Repository, is_partial, shallow_boundary
from okx_secret_scan.git.stores import damaged_files
from okx_secret_scan.model import Gap, UserError

# Where git itself starts to look for what it must keep, in all work trees.
_ROOTS = ("--all", "--reflog", "--indexed-objects")
_NAMED_COMMITS = 3
_PARTIAL = (
    "was never downloaded: this is a partial clone (git fetch --refetch --no-filter brings what it lacks)"
)
_DAMAGED = (
    "the checksum is not that of its content, so objects may be hidden (git fsck names what is damaged)"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sweep reads: all there is, but for what these fields leave out.

    `since` leaves out what that revision reaches, `refs` all that they do not reach, `reachable_only` what no
    ref, reflog or index reaches, `max_blob_size` blobs of more bytes.
    """

    since: str | None = None
    refs: tuple[str, ...] = ()
    reachable_only: bool = False
    allow_shallow: bool = False
    submodules: bool = True
    max_blob_size: int | None = None

    @property
    def narrow(self) -> bool:
        """Whether chosen revisions bound it."""
        return bool(self.since or self.refs)

    @property
    def everything(self) -> bool:
        """Whether objects that nothing refers to are read, too."""
        return not (self.narrow or self.reachable_only)


@dataclass(slots=True)
class Inventory:
    """The objects to read, the trees that name them (packed ids), and gaps: what is not there to be read."""

    objects: Objects = field(default_factory=Objects)
    trees: bytearray = field(default_factory=bytearray)
    gaps: list[Gap] = field(default_factory=list)


@contextmanager
def inventory(repository: Repository, scope: Scope) -> Iterator[Inventory]:
    """Give the objects of `repository` within `scope`; the list of gaps is complete when the context ends.

    Following all references takes as long as reading a good part of the objects, so git does it meanwhile.
    Raises `UserError` if the scope names a revision that does not exist.
    """
    found = Inventory(gaps=list(_shallow(repository, scope)))
    if not scope.everything:
        revisions = _revisions(scope, repository)
        with _checking(repository, found):
            reached = walk(revisions, repository.root)
            _add(found, list_named(reached.reached, repository.root), scope)
        found.gaps.extend(_missing(reached, found, repository))
        yield found
        return
    pending = start_walk(_ROOTS, repository.root)
    try:
        with _checking(repository, found):
            _add(found, list_all(repository.root), scope)
        found.gaps.extend(_halves(repository))
        yield found
        found.gaps.extend(_missing(finish_walk(pending), found, repository))
    finally:
        pending.kill()
        pending.communicate()


@contextmanager
def _checking(repository: Repository, found: Inventory) -> Iterator[None]:
    """Look for damaged packs while the context lasts, when git is busy listing what they hold."""
    from concurrent.futures import ThreadPoolExecutor  # what only prints a usage does without

    with ThreadPoolExecutor(1) as pool:
        damaged = pool.submit(lambda: list(damaged_files(repository)))
        yield
        for file in damaged.result():
            found.gaps.append(Gap(f"{file.name}: {_DAMAGED}"))


def _revisions(scope: Scope, repository: Repository) -> list[str]:
    for revision in (*scope.refs, *([scope.since] if scope.since else [])):
        unknown = UserError(f"{revision}: there is no such revision in {repository.root}")
        if revision.startswith("^"):  # git knows it as all that the revision does not reach.
            raise unknown
        try:
            run(
                ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{object}}"],
                repository.root,
            )
        except GitError:
            raise unknown from None
    start = scope.refs or _ROOTS
    return [*start, *([f"^{scope.since}"] if scope.since else []), "--"]


def _halves(repository: Repository) -> Iterator[Gap]:
    """Yield a gap for each pack without its index and each index without its pack: git ignores them."""
    folder = repository.objects / "pack"
    names = {suffix: {file.stem for file in folder.glob(f"*{suffix}")} for suffix in (".pack", ".idx")}
    for stem in sorted(names[".pack"] ^ names[".idx"]):
        there, absent = ("pack", "index") if stem in names[".pack"] else ("index", "pack")
        yield Gap(f"{stem}: the {there} has lost its {absent}, so its objects were not read")


def _add(found: Inventory, listing: Listing, scope: Scope) -> None:
    found.objects, found.trees = listing.objects, listing.trees
    if scope.max_blob_size is not None:
        large = {row for row in found.objects.rows("blob") if found.objects.sizes[row] > scope.max_blob_size}
        message = f"larger than the limit of {scope.max_blob_size} bytes"
        found.gaps.extend(Gap(message, oid=found.objects.oid(row).hex()) for row in sorted(large))
        found.objects = found.objects.without(large)
    found.gaps.extend(Gap("the object is damaged", oid=oid) for oid in listing.unreadable)
    found.gaps.extend(Gap(f"git says: {complaint}") for complaint in listing.complaints)


def _missing(reached: Walk, found: Inventory, repository: Repository) -> Iterator[Gap]:
    known = {gap.oid for gap in found.gaps}
    reason = _PARTIAL if is_partial(repository) else "is missing"
    for oid in reached.missing:
        if oid not in known:
            yield Gap(f"the object {reason}", oid=oid)
    if reached.broke is not None:
        yield Gap(f"git could not look for missing objects everywhere: {reached.broke}")


def _shallow(repository: Repository, scope: Scope) -> Iterator[Gap]:
    if not repository.shallow or scope.allow_shallow:
        return
    boundary = sorted(shallow_boundary(repository))
    names = ", ".join(oid[:12] for oid in boundary[:_NAMED_COMMITS])
    more = f" and {len(boundary) - _NAMED_COMMITS} more" if len(boundary) > _NAMED_COMMITS else ""
    yield Gap(
        f"this clone is shallow: nothing before {names}{more} is here "
        "(git fetch --unshallow brings it, --allow-shallow accepts it)"
    )
