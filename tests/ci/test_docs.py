"""What docs/ci.md tells to copy: valid for its system, and its shell does what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import values
from tests.command import config
from tests.repository import Repository, isolated_environment

PAGE = (Path(__file__).parents[2] / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = {
    match[2]: match[0].split("\n", 1)[1].removesuffix("```")
    for match in re.finditer(r"^```(\w+)\n(?:#|//) ([\w./-]+).*?^```", PAGE, re.MULTILINE | re.DOTALL)
}
FILES = {
    ".github/workflows/okx-secrets.yml": "github-workflows",
    ".gitlab-ci.yml": "gitlab-ci",
    "azure-pipelines.yml": "azure-pipelines",
    "bitbucket-pipelines.yml": "bitbucket-pipelines",
}
BASH = shutil.which("bash")


@pytest.mark.parametrize(("name", "schema"), FILES.items())
def test_a_file_follows_the_schema_of_its_system(tmp_path: Path, name: str, schema: str) -> None:
    file = tmp_path / "file.yml"
    file.write_text(BLOCKS[name], encoding="utf-8")
    # The patterns of Azure's schema are not what JavaScript calls regular expressions.
    options = ["--builtin-schema", f"vendor.{schema}", "--regex-variant", "python"]
    command = [sys.executable, "-m", "check_jsonschema", *options, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def jenkins() -> str:
    """Return the script of the Jenkinsfile."""
    return BLOCKS["Jenkinsfile"].split("'''")[1]


def azure() -> str:
    """Return the script of the pipeline."""
    (script,) = [
        step["bash"] for step in yaml.safe_load(BLOCKS["azure-pipelines.yml"])["steps"] if "bash" in step
    ]
    return str(script)


def bitbucket() -> str:
    """Return the script of the pipeline."""
    step = yaml.safe_load(BLOCKS["bitbucket-pipelines.yml"])["definitions"]["steps"][0]["step"]
    return "\n".join(step["script"])


@pytest.mark.skipif(BASH is None or os.name == "nt", reason="the scripts are run by a shell here")
@pytest.mark.parametrize(
    ("script", "variable", "branch"),
    [
        (jenkins(), "CHANGE_TARGET", "main"),
        (azure(), "SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main"),
        (bitbucket(), "BITBUCKET_PR_DESTINATION_BRANCH", "main"),
    ],
    ids=["jenkins", "azure", "bitbucket"],
)
def test_a_script_scans_a_pull_request_for_what_it_brings_and_otherwise_the_history(
    tmp_path: Path, script: str, variable: str, branch: str
) -> None:
    remote = Repository(tmp_path / "remote")
    remote.commit({"old.py": config(values.account())})
    remote.git("switch", "--quiet", "--create", "feature")
    remote.commit({"README.md": "x"})
    checkout = Repository.clone(remote.path, tmp_path / "checkout")
    checkout.git("config", "protocol.file.allow", "always")
    # What installs the command is left out; the command itself is this checkout's.
    steps = [line for line in script.splitlines() if "pip install" not in line and "-m venv" not in line]
    runnable = "\n".join(steps).replace(".okx-venv/bin/okx-secret-scan", "okx-secret-scan")
    command = tmp_path / "okx-secret-scan"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okx_secret_scan "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = isolated_environment(tmp_path) | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}

    def run(**variables: str) -> int:
        shell = [str(BASH), "-e", "-c", runnable]
        return subprocess.run(shell, cwd=checkout.path, env=environment | variables, check=False).returncode

    assert run() == 1
    assert run(**{variable: branch}) == 0
    assert list(checkout.path.rglob("okx-secrets.xml"))
