"""What users of the wrong detect-secrets are told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Command
from tests.plugin import stock
from tests.repository import Repository


def impostor(folder: Path, version: str) -> dict[str, str]:
    """Make a detect-secrets of an old layout and return the variables that put it in front."""
    package = folder / "detect_secrets"
    package.mkdir()
    (package / "__init__.py").write_text(f"VERSION = {version!r}\n", encoding="utf-8")
    if version.startswith("1."):
        (package / "settings.py").write_text("", encoding="utf-8")
    metadata = folder / f"detect_secrets-{version}.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(
        f"Metadata-Version: 2.1\nName: detect-secrets\nVersion: {version}\n", encoding="utf-8"
    )
    return {"PYTHONPATH": str(folder)}


def imported(environment: dict[str, str], code: str) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        f"{code}; import runpy, sys; runpy.run_path(sys.argv[1])",
        str(stock.PLUGIN),
    ]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("0.13.1+ibm.64.dss", "IBM's fork of detect-secrets"),
        ("0.14.3", "detect-secrets 0.14.3 is too old"),
        ("1.4.0", "detect-secrets 1.4.0 is too old"),
    ],
)
def test_wrong_detect_secrets_is_refused_in_one_line(
    tmp_path: Path, okx: Command, repository: Repository, version: str, words: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    environment = okx.environment(impostor(site, version))
    for arguments in (["plugin-path"], ["detect-secrets", "init"]):
        ran = okx(*arguments, environment=environment)
        assert ran.status == 2
        assert words in ran.err
        assert ran.err.count("\n") == 1
    assert not list(repository.path.glob(".*secret*"))
    loaded = imported(environment, "pass")
    assert loaded.returncode == 1
    assert words in loaded.stderr
    assert loaded.stderr.count("\n") == 1


@pytest.mark.parametrize("module", [stock.SCAN, stock.HOOK])
def test_a_broken_configuration_is_one_line(module: str, repository: Repository) -> None:
    repository.commit({"bot.py": "number = 1\n", "pyproject.toml": "[tool.okx-secret-scan]\nfail-no = 'x'\n"})
    command = ["scan"] if module == stock.SCAN else []
    ran = stock.run(repository.path, module, *command, "-p", stock.PLUGIN, "bot.py")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "okx-secret-scan: pyproject.toml:2: unknown key 'fail-no': did you mean fail-on?\n"


def test_plugin_says_that_the_package_is_missing_where_detect_secrets_runs(okx: Command) -> None:
    loaded = imported(okx.environment(), "import sys; sys.modules['okx_secret_scan'] = None")
    assert loaded.returncode == 1
    assert "pip install okx-secret-scan" in loaded.stderr
    assert loaded.stderr.count("\n") == 1
