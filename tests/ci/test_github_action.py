"""The action's own steps, run with scripted events in real checkouts."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import values
from tests.command import config
from tests.repository import Repository, isolated_environment

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None or os.name == "nt", reason="the steps are run by bash here")


@dataclass(frozen=True)
class Job:
    """What the steps left behind: their outputs, the log, the summary, and the last step's exit status."""

    outputs: dict[str, str]
    log: str
    summary: str
    status: int


class Runner:
    """Does what GitHub does with a composite action, but for its install step and other actions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.remote = Repository(folder / "remote")
        self.temp = folder / "temp"
        self.temp.mkdir()
        command = folder / "okx-secret-scan"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okx_secret_scan "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self.outputs = {"install": {"command": str(command)}}

    def checkout(self, *options: str) -> Repository:
        """Clone the remote as actions/checkout does with `fetch-depth: 0`, or with other `options`."""
        return Repository.clone(self.remote.path, self.folder / "checkout", *options)

    def run(self, event: str, payload: dict[str, Any], *, ref: str = "heads/main", **inputs: str) -> Job:
        """Run the steps on `event` of `ref`; inputs are named with `_` for `-`."""
        given = {name: spec["default"] for name, spec in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()} | {
            "python": sys.executable
        }
        (self.temp / "event.json").write_text(json.dumps(payload), encoding="utf-8")
        files = {name: self.temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        environment = isolated_environment(self.folder) | {
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_EVENT_NAME": event,
            "GITHUB_EVENT_PATH": str(self.temp / "event.json"),
            "GITHUB_REF": f"refs/{ref}",
            "GITHUB_REF_NAME": ref.split("/", 1)[1],
            "RUNNER_TEMP": str(self.temp),
        }
        log, status = "", 0
        for step in ACTION["runs"]["steps"]:
            if step.get("id") == "install" or "uses" in step:
                continue
            for file in files.values():
                file.touch()
            env = {name: self._resolve(text, given) for name, text in step["env"].items()}
            done = subprocess.run(
                [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.folder / "checkout",
                env=environment | env | {name: str(file) for name, file in files.items()},
                capture_output=True,
                text=True,
                check=False,
            )
            log, status = log + done.stdout + done.stderr, done.returncode
            if "id" in step:
                pairs = (line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
                self.outputs[step["id"]] = dict(pairs)
            if status:
                break
        return Job(self.outputs.get("scan", {}), log, files["GITHUB_STEP_SUMMARY"].read_text(), status)

    def _resolve(self, text: str, inputs: dict[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            kind, *names = match[1].split(".")
            return inputs[names[0]] if kind == "inputs" else self.outputs[names[0]].get(names[2], "")

        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, text)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def pull_request(base: str) -> dict[str, Any]:
    return {"pull_request": {"base": {"sha": base}}, "repository": {"default_branch": "main"}}


def push(before: str, after: str = "") -> dict[str, Any]:
    return {"before": before, "after": after, "repository": {"default_branch": "main"}}


def leak(repository: Repository, name: str = "bot/config.py") -> values.Account:
    account = values.account()
    repository.commit({name: config(account)}, message="Add the bot")
    return account


def test_a_pull_request_is_scanned_for_what_it_brings(runner: Runner) -> None:
    leak(runner.remote, "old.py")
    base = runner.remote.id()
    account = leak(runner.remote)
    runner.checkout()
    job = runner.run("pull_request", pull_request(base))
    assert job.status == 1
    assert job.outputs["status"] == "1"
    assert "::error title=OKX secret key (critical%2C c1),file=bot/config.py,line=4" in job.log
    assert "old.py" not in job.log
    assert "bot/config.py" in job.summary
    assert json.loads(Path(job.outputs["sarif"]).read_text())["runs"][0]["results"]
    assert Path(job.outputs["html"]).read_text().startswith("<!DOCTYPE html>")
    written = job.log + job.summary
    assert not [part for part in (account.key, account.secret, account.passphrase) if part in written]


def test_a_value_that_a_later_commit_of_the_pull_request_removes_is_found(runner: Runner) -> None:
    runner.remote.commit({"README.md": "x"})
    base = runner.remote.id()
    leak(runner.remote)
    runner.remote.commit({"bot/config.py": "import os\n"})
    runner.checkout()
    assert runner.run("pull_request", pull_request(base)).status == 1


def test_a_clean_pull_request_passes_and_says_so(runner: Runner) -> None:
    leak(runner.remote)
    base = runner.remote.id()
    runner.remote.commit({"README.md": "x"})
    runner.checkout()
    job = runner.run("pull_request", pull_request(base))
    assert (job.status, job.outputs["status"]) == (0, "0")
    assert "no findings" in job.summary


def test_a_merge_group_is_scanned_for_what_it_brings(runner: Runner) -> None:
    runner.remote.commit({"README.md": "x"})
    base = runner.remote.id()
    leak(runner.remote)
    runner.checkout()
    assert runner.run("merge_group", {"merge_group": {"base_sha": base}}).status == 1


def test_a_push_is_scanned_from_where_the_branch_was(runner: Runner) -> None:
    leak(runner.remote, "old.py")
    before = runner.remote.id()
    runner.remote.commit({"README.md": "x"})
    runner.checkout()
    assert runner.run("push", push(before)).status == 0
    leak(runner.remote)
    shutil.rmtree(runner.folder / "checkout")
    runner.checkout()
    assert runner.run("push", push(before)).status == 1


def test_a_new_default_branch_brings_the_whole_history(runner: Runner) -> None:
    leak(runner.remote)
    runner.remote.commit({"bot/config.py": "import os\n"})
    runner.checkout()
    assert runner.run("push", push("0" * 40)).status == 1


def test_a_new_branch_is_scanned_for_what_the_default_branch_lacks(runner: Runner) -> None:
    leak(runner.remote, "old.py")
    runner.remote.git("switch", "--quiet", "--create", "feature")
    runner.remote.commit({"README.md": "x"})
    checkout = runner.checkout()
    assert checkout.id("HEAD") == runner.remote.id("feature")
    assert runner.run("push", push("0" * 40), ref="heads/feature").status == 0
    leak(runner.remote)
    checkout.git("-c", "protocol.file.allow=always", "pull", "--quiet")
    assert runner.run("push", push("0" * 40), ref="heads/feature").status == 1


def test_a_base_that_a_force_push_left_behind_is_fetched(runner: Runner) -> None:
    runner.remote.commit({"README.md": "x"})
    leak(runner.remote)
    before = runner.remote.id()
    runner.remote.git("reset", "--quiet", "--hard", "HEAD~1")
    runner.remote.commit({"README.md": "y"})
    runner.remote.git("config", "uploadpack.allowAnySHA1InWant", "true")
    checkout = runner.checkout()
    checkout.git("config", "protocol.file.allow", "always")
    job = runner.run("push", push(before))
    assert job.status == 0, job.log


def test_a_base_that_the_server_has_forgotten_makes_a_branch_as_good_as_new(runner: Runner) -> None:
    leak(runner.remote, "old.py")
    runner.remote.git("switch", "--quiet", "--create", "feature")
    runner.remote.commit({"README.md": "x"})
    checkout = runner.checkout()
    checkout.git("config", "protocol.file.allow", "always")
    clean = runner.run("push", push("1" * 40), ref="heads/feature")
    assert clean.status == 0, clean.log
    leak(runner.remote)
    checkout.git("pull", "--quiet")
    assert runner.run("push", push("1" * 40), ref="heads/feature").status == 1


@pytest.mark.parametrize("fetched", [True, False])
def test_the_message_of_an_annotated_tag_is_scanned(runner: Runner, fetched: bool) -> None:
    runner.remote.commit({"README.md": "x"})
    if not fetched:
        checkout = runner.checkout()
    account = values.account()
    runner.remote.git("tag", "--annotate", "--cleanup=verbatim", f"--message={config(account)}", "v1")
    tag = runner.remote.id("v1")
    runner.remote.git("tag", "v2")
    if fetched:
        checkout = runner.checkout()
        # As actions/checkout leaves it: the commit instead of the tag.
        checkout.git("update-ref", "refs/tags/v1", "HEAD")
    checkout.git("config", "protocol.file.allow", "always")
    job = runner.run("push", push("0" * 40, tag), ref="tags/v1")
    assert job.status == 1, job.log
    assert "message of tag" in job.log
    assert "in a ref" in job.log
    assert runner.run("push", push("0" * 40, runner.remote.id()), ref="tags/v2").status == 0


def test_a_schedule_sweeps_the_history(runner: Runner) -> None:
    leak(runner.remote)
    runner.remote.commit({"bot/config.py": "import os\n"})
    runner.checkout()
    assert runner.run("schedule", {}).status == 1
    assert runner.run("push", push(runner.remote.id()), scan="tree").status == 0


def test_inputs_reach_the_command(runner: Runner) -> None:
    leak(runner.remote)
    runner.checkout()
    excluded = runner.run("push", {}, scan="tree", args="--exclude bot/**\n--exclude docs/**")
    assert excluded.status == 0
    assert "3 suppressed" in excluded.log
    unusable = runner.run("push", {}, scan="tree", fail_on="nonsense")
    assert unusable.status == 2
    assert "::error title=okx-secret-scan::nothing was scanned: the log of this step says why" in unusable.log
    assert "'nonsense' is not one of" in unusable.log


@pytest.mark.parametrize(
    ("event", "inputs", "words"),
    [
        ("pull_request_target", {}, "use the event pull_request"),
        ("workflow_dispatch", {"scan": "changes"}, "brings no changes"),
        ("push", {"scan": "everything"}, "auto, changes, history or tree"),
        ("pull_request", {}, "cannot be fetched"),
    ],
)
def test_what_cannot_be_scanned_fails_and_says_why(
    runner: Runner, event: str, inputs: dict[str, str], words: str
) -> None:
    runner.remote.commit({"README.md": "x"})
    runner.checkout()
    job = runner.run(event, pull_request("1" * 40), **inputs)
    assert job.status == 2
    assert re.search(f"^::error title=okx-secret-scan::.*{words}", job.log, re.MULTILINE)


def test_a_shallow_checkout_fails_and_says_how_to_mend_it(runner: Runner) -> None:
    leak(runner.remote)
    runner.remote.commit({"README.md": "x"})
    runner.checkout("--depth=1")
    job = runner.run("schedule", {})
    assert job.status == 2
    assert "fetch-depth: 0" in job.log
    assert runner.run("schedule", {}, scan="tree").status == 1


def test_an_event_that_is_an_attack_is_only_data(runner: Runner) -> None:
    runner.remote.commit({"README.md": "x"})
    runner.checkout()
    attack = "$(touch pwned); --upload-pack=touch pwned\n::error::x"
    job = runner.run("pull_request", pull_request(attack))
    assert job.status == 2
    assert not list(runner.folder.rglob("pwned"))
