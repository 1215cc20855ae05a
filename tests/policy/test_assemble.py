"""The files of accepted findings, brought together."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from okx_secret_scan.model import Finding, Rule, UserError
from okx_secret_scan.policy import baseline, config
from okx_secret_scan.policy.assemble import assemble
from okx_secret_scan.policy.baseline import Entry, Scope
from okx_secret_scan.policy.fingerprints import assign
from okx_secret_scan.policy.policy import Policy
from tests.policy.findings import finding
from tests.values import secret_key

TODAY = date(2026, 6, 15)
IGNORE, OWN, THEIRS = ".okx-secret-scan-ignore", baseline.NAME, ".secrets.baseline"


def secret() -> Finding:
    return assign([finding(Rule.SECRET_KEY, secret_key())])[0]


def policy(root: Path, *, trusting: bool = True, **options: object) -> Policy:
    found = config.load(root, repo_config=trusting, environment={}, command_line=options)
    return assemble(found, root, TODAY)


def accepts(decisions: Policy, found: Finding) -> str | None:
    return decisions.judge([found])[0].suppressed


def own(found: Finding) -> str:
    return baseline.render(baseline.merged([Entry.of(found)], Scope.WORKTREE))


def theirs(found: Finding, file: str = "bot/config.py", hashed: str | None = None) -> str:
    digest = hashed or hashlib.sha1(found.secret.reveal().encode()).hexdigest()
    results = {file: [{"type": "Hex High Entropy String", "hashed_secret": digest, "line_number": 1}]}
    return json.dumps({"version": "1.5.0", "plugins_used": [], "results": results}, indent=2)


def test_each_file_in_the_root_counts(tmp_path: Path) -> None:
    by_ignore, by_own, by_theirs = secret(), secret(), secret()
    (tmp_path / IGNORE).write_text(f"{by_ignore.fingerprint} # known\n")
    (tmp_path / OWN).write_text(own(by_own))
    (tmp_path / THEIRS).write_text(theirs(by_theirs))
    found = policy(tmp_path)
    assert [accepts(found, each) for each in (by_ignore, by_own, by_theirs, secret())] == [
        f"{IGNORE}:1: known",
        OWN,
        THEIRS,
        None,
    ]
    foreign_content = policy(tmp_path, trusting=False)
    assert [accepts(foreign_content, each) for each in (by_ignore, by_own, by_theirs)] == [None] * 3


def test_a_named_baseline_replaces_the_one_in_the_root(tmp_path: Path) -> None:
    here, there = secret(), secret()
    (tmp_path / OWN).write_text(own(here))
    (tmp_path / "team.jsonl").write_text(own(there))
    for trusting in (True, False):
        found = policy(tmp_path, trusting=trusting, baseline=str(tmp_path / "team.jsonl"))
        assert (accepts(found, here), accepts(found, there)) == (None, "team.jsonl")


def test_a_baseline_of_detect_secrets_may_be_named(tmp_path: Path) -> None:
    ours = secret()
    (tmp_path / "theirs.json").write_text(theirs(ours))
    assert accepts(policy(tmp_path, baseline=str(tmp_path / "theirs.json")), ours) == "theirs.json"


def test_paths_of_windows_and_hashes_of_the_plugin_are_understood(tmp_path: Path) -> None:
    ours = secret()
    (tmp_path / THEIRS).write_text(theirs(ours, "bot\\config.py", ours.fingerprint))
    assert accepts(policy(tmp_path), ours) == THEIRS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{\n", f"{THEIRS}:2: is not JSON: make it anew with `detect-secrets scan`"),
        ("[]", f"{THEIRS}: has no results as detect-secrets writes them"),
        ("[" * 9000, f"{THEIRS}: has no results as detect-secrets writes them"),
        ('{"results": []}', f"{THEIRS}: has no results as detect-secrets writes them"),
        ('{"results": {"a": [{}]}}', f"{THEIRS}: has no results as detect-secrets writes them"),
    ],
)
def test_a_broken_baseline_of_detect_secrets_is_told(tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / THEIRS).write_text(text)
    with pytest.raises(UserError) as error:
        policy(tmp_path)
    assert str(error.value).startswith(line)


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
@pytest.mark.parametrize("name", [IGNORE, OWN, THEIRS])
def test_links_to_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "elsewhere").write_text("")
    (root / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match="leads out of"):
        policy(root)
    policy(root, trusting=False)
