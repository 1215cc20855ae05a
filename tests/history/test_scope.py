from __future__ import annotations

import pytest

from okx_secret_scan.history.scope import Scope
from okx_secret_scan.model import UserError
from tests.history.support import swept, values
from tests.places import line
from tests.repository import Repository
from tests.values import secret_key


@pytest.fixture
def leaks(repository: Repository) -> dict[str, str]:
    """Values in an old commit, a new one, another branch, the reflog alone, the index and nowhere at all."""
    found = {name: secret_key() for name in ("old", "new", "branch", "reflog", "index", "nowhere")}
    repository.commit({"old.py": line(found["old"])})
    repository.git("tag", "release")
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.commit({"branch.py": line(found["branch"])})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"reflog.py": line(found["reflog"])})
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    repository.commit({"new.py": line(found["new"])})
    repository.store(line(found["nowhere"]))
    repository.add({"index.py": line(found["index"])})
    return found


@pytest.mark.parametrize(
    ("scope", "names"),
    [
        (Scope(), ["old", "new", "branch", "reflog", "index", "nowhere"]),
        (Scope(reachable_only=True), ["old", "new", "branch", "reflog", "index"]),
        (Scope(since="release"), ["new", "branch", "reflog", "index"]),
        (Scope(refs=("main",)), ["old", "new"]),
        (Scope(refs=("refs/heads/feature",)), ["old", "branch"]),
        (Scope(refs=("main", "feature"), since="release"), ["new", "branch"]),
    ],
)
def test_each_scope_reads_its_part(
    repository: Repository, leaks: dict[str, str], scope: Scope, names: list[str]
) -> None:
    result = swept(repository.path, scope)

    assert values(result) == sorted(leaks[name] for name in names)
    assert result.gaps == ()


@pytest.mark.parametrize(
    "scope",
    [
        Scope(since="nowhere"),
        Scope(refs=("nowhere",)),
        Scope(refs=("--all",)),
        Scope(refs=("^main",)),
        Scope(since="^main"),
    ],
)
def test_an_unknown_revision_is_the_users_to_mend(repository: Repository, scope: Scope) -> None:
    repository.commit({"a.py": "clean\n"})

    with pytest.raises(UserError, match="there is no such revision"):
        swept(repository.path, scope)


def test_ref_names_belong_to_the_refs_chosen(repository: Repository) -> None:
    value = secret_key()
    repository.commit({"a.py": "clean\n"})
    repository.git("branch", f"OKX_SECRET_KEY={value}")

    assert values(swept(repository.path, Scope(refs=("main",)))) == []
    assert values(swept(repository.path, Scope(refs=(f"OKX_SECRET_KEY={value}",)))) == [value]


def test_branches_left_behind_are_found_in_the_reflog(repository: Repository) -> None:
    value = secret_key()
    repository.commit({"a.py": "clean\n"})
    repository.git("checkout", "--quiet", "-b", f"OKX_SECRET_KEY={value}")
    repository.git("checkout", "--quiet", "main")
    repository.git("branch", "--quiet", "-D", f"OKX_SECRET_KEY={value}")

    assert values(swept(repository.path)) == [value]
