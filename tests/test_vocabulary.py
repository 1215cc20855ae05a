"""What a configuration adds to the detector's knowledge reaches every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from okx_secret_scan import scan, workers
from okx_secret_scan.git.repository import discover
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.history.sweep import Means, sweep
from okx_secret_scan.model import Rule, ScanResult, Vocabulary
from okx_secret_scan.sources.worktree import plan
from tests.command import Command, Run
from tests.history.support import Everything
from tests.plugin import stock
from tests.repository import Repository
from tests.values import Account, account, passphrase
from tests.vocabulary import FILE, RULES, additions, named, wrapped

IN_HOOK = {"GIT_INDEX_FILE": ".git/index"}


@pytest.fixture
def owner() -> Account:
    return account()


@pytest.fixture
def ours(repository: Repository, owner: Account) -> Repository:
    """A repository whose configuration adds names and a client, and makes the owner's passphrase no value."""
    repository.commit({FILE: additions(owner.passphrase), "README": "text\n"})
    return repository


def found(run: Run) -> list[tuple[str, str]]:
    return [(finding["path"], finding["rule"]) for finding in run.report["findings"]]


def test_the_examples_of_the_configuration_hold(ours: Repository, okx: Command) -> None:
    run = okx("config")
    assert (run.status, run.err) == (0, "")


def test_a_scan_of_files(ours: Repository, okx: Command, owner: Account) -> None:
    other = account()
    ours.write("seed.py", named(owner))
    ours.write("gateway.py", wrapped(other))
    ours.write("dummy.py", f'OKX_PASSPHRASE = "{owner.passphrase}"\n')
    run = okx("scan", "--format=json", "--jobs=2")
    assert run.status == 1
    assert found(run) == [*(("gateway.py", rule) for rule in RULES), ("seed.py", "okx-secret-key")]
    plain = okx("scan", "--format=json", "--no-repo-config")
    assert ("dummy.py", "okx-passphrase") in found(plain)
    assert ("seed.py", "okx-secret-key") not in found(plain)


def test_the_order_of_arguments_decides(ours: Repository, okx: Command, owner: Account) -> None:
    ours.write("right.py", f'gateway = AcmeGateway(url, "{owner.key}", seed, word)\n')
    ours.write("wrong.py", f'gateway = AcmeGateway("{owner.key}", key, seed, word)\n')
    assert found(okx("scan", "--format=json")) == [("right.py", "okx-api-key")]


@pytest.mark.parametrize("arguments", [(), ("a.py",)])
@pytest.mark.parametrize("file", [FILE, "pyproject.toml"])
def test_a_commit(
    repository: Repository, okx: Command, owner: Account, file: str, arguments: tuple[str, ...]
) -> None:
    text = additions(passphrase())
    if file == "pyproject.toml":
        text = text.replace("[[", "[[tool.okx-secret-scan.")
    repository.commit({file: text})
    repository.add({"a.py": named(owner)})
    assert okx("staged", *arguments, environment=IN_HOOK).status == 1
    repository.add({"a.py": "clean\n"})
    assert okx("staged", *arguments, environment=IN_HOOK).status == 0


def test_a_commit_from_a_folder_below(ours: Repository, okx: Command, owner: Account) -> None:
    ours.add({"deep/a.py": named(owner)})
    assert okx("staged", folder=ours.path / "deep").status == 1


def test_a_configuration_that_a_variable_names(
    repository: Repository, okx: Command, owner: Account, tmp_path: Path
) -> None:
    config = tmp_path / "shared.toml"
    config.write_text(additions(passphrase()))
    repository.commit({"README": "text\n"})
    repository.add({"a.py": named(owner)})
    assert okx("staged", environment=IN_HOOK).status == 0
    assert okx("staged", environment=IN_HOOK | {"OKX_SECRET_SCAN_CONFIG": str(config)}).status == 1


def test_a_commit_message(ours: Repository, okx: Command, owner: Account) -> None:
    ours.write(".git/COMMIT_EDITMSG", named(owner))
    assert okx("message", ".git/COMMIT_EDITMSG", environment=IN_HOOK).status == 1


def test_the_history(ours: Repository, okx: Command, owner: Account) -> None:
    ours.commit({"a.py": named(owner)})
    ours.commit({"a.py": "clean\n"}, message=f"Drop {named(account())}")
    # What a run remembers to be clean is so for this vocabulary alone.
    for options, count in (("--no-repo-config", 0), ("--progress", 2), ("--no-repo-config", 0)):
        rules = [rule for _, rule in found(okx("history", "--format=json", options))]
        assert rules.count("okx-secret-key") == count


def test_a_baseline_and_an_explanation(ours: Repository, okx: Command, owner: Account) -> None:
    ours.write("a.py", named(owner))
    [finding] = okx("scan", "--format=json").report["findings"]
    run = okx("explain", finding["fingerprint"])
    assert (run.status, "because name ACME_SIGNING_SEED" in run.out) == (0, True)
    assert "1 value accepted" in okx("baseline", "create").out
    assert okx("scan").status == 0


def test_detect_secrets(ours: Repository, owner: Account) -> None:
    ours.write("a.py", named(owner) + f'OKX_PASSPHRASE = "{owner.passphrase}"\n')
    results = stock.scan(ours.path, "a.py").results["a.py"]
    lines = [(stock.RULES[r["type"]], r["line_number"]) for r in results if r["type"] in stock.RULES]
    assert lines == [("okx-secret-key", 1)]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_worker_processes(
    repository: Repository, owner: Account, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        repository.write(f"{number}.py", named(account()) if number % 100 == 0 else "clean\n")
    repository.commit()
    monkeypatch.setattr(workers, "START_METHOD", method)
    added = Vocabulary(names=(("ACME_SIGNING_SEED", Rule.SECRET_KEY),))
    shares = plan([str(repository.path)]).shares
    files = scan.run("scan", shares * 2, policy=Everything(), jobs=2, vocabulary=added)
    history = sweep(discover(repository.path), Scope(), Means(Everything(), 2, vocabulary=added))
    assert (paths(files), paths(history)) == ({"0.py", "100.py", "200.py"},) * 2


def paths(result: ScanResult) -> set[str | None]:
    assert not result.gaps
    return {finding.path for finding in result.findings}
