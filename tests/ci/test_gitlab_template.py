"""The GitLab template's script, run with the variables that GitLab gives, in real checkouts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import values
from tests.command import config
from tests.repository import Repository, isolated_environment

ROOT = Path(__file__).parents[2]
TEMPLATE = yaml.safe_load((ROOT / "templates/gitlab-ci.yml").read_text(encoding="utf-8"))
ZERO = "0" * 40
BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None or os.name == "nt", reason="the script is run by bash here")


class Pipeline:
    """Runs the job's script in a clone of a remote."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.remote = Repository(folder / "remote")
        programs = folder / "programs"
        programs.mkdir()
        command = programs / "okx-secret-scan"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okx_secret_scan "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self.path = f"{programs}{os.pathsep}{os.environ['PATH']}"

    def run(self, job: str = "okx-secrets", **variables: str) -> int:
        """Return the exit status of `job`; `variables` are GitLab's own and the project's."""
        checkout = Repository.clone(self.remote.path, self.folder / "checkout")
        checkout.git("config", "protocol.file.allow", "always")
        base = TEMPLATE[TEMPLATE[job]["extends"]]
        environment = isolated_environment(self.folder) | {"PATH": self.path, "CI_DEFAULT_BRANCH": "main"}
        environment |= (
            TEMPLATE["variables"] | base["variables"] | TEMPLATE[job].get("variables", {}) | variables
        )
        script = "\n".join(base["script"])
        done = subprocess.run(
            [str(BASH), "-eo", "pipefail", "-c", script],
            cwd=checkout.path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.log = done.stdout + done.stderr
        return done.returncode

    def report(self, name: str) -> str:
        return (self.folder / "checkout" / name).read_text(encoding="utf-8")


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    return Pipeline(tmp_path)


def leak(repository: Repository, name: str = "bot/config.py") -> None:
    repository.commit({name: config(values.account())}, message="Add the bot")


def test_a_merge_request_is_scanned_for_what_it_brings(pipeline: Pipeline) -> None:
    leak(pipeline.remote, "old.py")
    base = pipeline.remote.id()
    leak(pipeline.remote)
    assert pipeline.run(CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_BEFORE_SHA=ZERO) == 1
    report = json.loads(pipeline.report("gl-secret-detection-report.json"))
    assert {each["location"]["file"] for each in report["vulnerabilities"]} == {"bot/config.py"}
    assert len(json.loads(pipeline.report("gl-code-quality-report.json"))) == 3
    for name in TEMPLATE[".okx-secret-scan"]["artifacts"]["reports"].values():
        assert pipeline.report(name)


def test_a_push_is_scanned_from_where_the_branch_was(pipeline: Pipeline) -> None:
    leak(pipeline.remote)
    before = pipeline.remote.id()
    pipeline.remote.commit({"README.md": "x"})
    assert pipeline.run(CI_COMMIT_BEFORE_SHA=before, CI_COMMIT_BRANCH="main") == 0


def test_a_new_branch_is_scanned_for_what_the_default_branch_lacks(pipeline: Pipeline) -> None:
    leak(pipeline.remote)
    pipeline.remote.git("switch", "--quiet", "--create", "feature")
    pipeline.remote.commit({"README.md": "x"})
    assert pipeline.run(CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="feature") == 0


def test_a_base_that_the_server_has_forgotten_makes_a_branch_as_good_as_new(pipeline: Pipeline) -> None:
    leak(pipeline.remote, "old.py")
    pipeline.remote.git("switch", "--quiet", "--create", "feature")
    pipeline.remote.commit({"README.md": "x"})
    pushed = {"CI_COMMIT_BEFORE_SHA": "1" * 40, "CI_COMMIT_BRANCH": "feature"}
    assert pipeline.run(**pushed) == 0, pipeline.log
    leak(pipeline.remote)
    shutil.rmtree(pipeline.folder / "checkout")
    assert pipeline.run(**pushed) == 1


def test_the_message_of_an_annotated_tag_is_scanned(pipeline: Pipeline) -> None:
    leak(pipeline.remote, "old.py")
    message = config(values.account())
    pipeline.remote.git("tag", "--annotate", "--cleanup=verbatim", f"--message={message}", "v1")
    assert pipeline.run(CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_TAG="v1") == 1
    assert "message of tag" in pipeline.log
    assert "old.py" not in pipeline.log


@pytest.mark.parametrize("job", ["okx-secrets", "okx-secrets-history"])
def test_a_new_default_branch_and_a_schedule_sweep_the_history(pipeline: Pipeline, job: str) -> None:
    leak(pipeline.remote)
    pipeline.remote.commit({"bot/config.py": "import os\n"})
    assert pipeline.run(job, CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="main") == 1


def test_findings_may_pass_so_that_gitlab_takes_the_report_but_nothing_else_may(pipeline: Pipeline) -> None:
    pipeline.remote.commit({"README.md": "x"})
    base = pipeline.remote.id()
    leak(pipeline.remote)
    report = {"OKX_SECRETS_ON_FINDINGS": "report", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    assert pipeline.run(**report) == 0
    shutil.rmtree(pipeline.folder / "checkout")
    assert pipeline.run(**report, OKX_SECRET_SCAN_FAIL_ON="nonsense") == 2


def test_options_reach_the_command(pipeline: Pipeline) -> None:
    pipeline.remote.commit({"README.md": "x"})
    base = pipeline.remote.id()
    leak(pipeline.remote)
    leak(pipeline.remote, "bot/other.py")
    # The shell must not replace the glob by the two names, of which only the first would be excluded.
    arguments = "--exclude docs/** --exclude bot/**"
    assert pipeline.run(CI_MERGE_REQUEST_DIFF_BASE_SHA=base, OKX_SECRETS_OPTIONS=arguments) == 0
