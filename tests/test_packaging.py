"""What is installed, and what a command loads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import metadata, version
from pathlib import Path

import pytest

import okx_secret_scan

ROOT = Path(__file__).parent.parent


def loaded(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after `statement`."""
    script = f"{statement}\nimport sys; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_version_has_one_place() -> None:
    assert version("okx-secret-scan") == okx_secret_scan.__version__
    assert metadata("okx-secret-scan")["Requires-Python"] == ">=3.11"


def test_every_dependency_is_explained_in_the_readme() -> None:
    requirements = metadata("okx-secret-scan").get_all("Requires-Dist") or []
    for_users = [line for line in requirements if "extra ==" not in line or 'extra == "fast"' in line]
    names = {re.split(r"[^\w-]", line)[0] for line in for_users}
    explained = set(re.findall(r"^\| \[([\w-]+)\]", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    assert names == explained


@pytest.mark.parametrize(
    "statement",
    [
        "import okx_secret_scan.cli.main",
        "import okx_secret_scan.cli.scan",
        "import okx_secret_scan.cli.staged",
        "import okx_secret_scan.cli.history",
    ],
)
def test_no_command_loads_what_it_does_not_need(statement: str) -> None:
    heavy = {"detect_secrets", "requests", "yaml", "rich", "multiprocessing", "concurrent.futures"}
    formats = {f"okx_secret_scan.reports.{name}" for name in ("json", "sarif", "html", "junit", "text")}
    assert not loaded(statement) & (heavy | formats)


def test_a_wheel_holds_the_package_and_nothing_else(tmp_path: Path) -> None:
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(".*", "build", "dist", "tests", "__pycache__", "*.egg-info")
    # In a copy, because a build leaves files behind that the next one takes for sources.
    shutil.copytree(ROOT, source, ignore=ignored)
    build = ["pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), "."]
    subprocess.run([sys.executable, "-m", *build], check=True, cwd=source, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.split("/")[0] for name in names}
    assert tops == {"okx_secret_scan", f"okx_secret_scan-{okx_secret_scan.__version__}.dist-info"}
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "okx_secret_scan").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sources <= names
    assert any(name.endswith("LICENSE") for name in names)
