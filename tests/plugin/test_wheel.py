"""The package as users install it, with the newest detect-secrets, in an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.command import config
from tests.plugin import shapes, stock
from tests.repository import Repository, isolated_environment
from tests.values import account

PROJECT = Path(__file__).parents[2]
SHIM, BASELINE = ".okx_detect_secrets.py", ".secrets.baseline"

pytestmark = pytest.mark.slow


def hook(tools: Path) -> list[str | Path]:
    """Return the command of the stock hook, up to the files."""
    return [tools / "detect-secrets-hook", "--no-verify", "--plugin", SHIM, "--baseline", BASELINE]


def run(
    command: Sequence[str | Path], folder: Path, home: Path, more: Mapping[str, str] | None = None
) -> str:
    # pip keeps its settings (indexes, certificates): a user's are as good as any here.
    environment = isolated_environment(home) | {"PYTHONUTF8": "1"} | dict(more or {})
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands in an environment that holds the wheel and what it requires."""
    root = tmp_path_factory.mktemp("wheel")
    source = root / "source"
    shutil.copytree(
        PROJECT / "okx_secret_scan", source / "okx_secret_scan", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("pyproject.toml", "setup.cfg", "README.md", "LICENSE"):
        if (PROJECT / name).exists():
            shutil.copy(PROJECT / name, source)
    run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", root, source],
        root,
        root,
    )
    run([sys.executable, "-m", "venv", root / "venv"], root, root)
    folder = root / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    run([folder / "python", "-m", "pip", "install", "--quiet", next(root.glob("*.whl"))], root, root)
    return folder


def test_set_up_in_one_place_works_in_another(tools: Path, tmp_path: Path) -> None:
    owner = account()
    first = Repository(tmp_path / "first")
    first.commit({shape: shapes.write(shape, owner) for shape in shapes.SHAPES})
    run([tools / "okx-secret-scan", "detect-secrets", "init"], first.path, first.home)
    first.commit()
    baseline = (first.path / BASELINE).read_bytes()
    results = json.loads(baseline)["results"]
    assert {path: len([e for e in found if e["type"] in stock.RULES]) for path, found in results.items()} == (
        dict.fromkeys(shapes.SHAPES, 3)
    )

    clone = Repository.clone(first.path, tmp_path / "far" / "away")
    clone.commit({"assignment.py": "# moved\n\n" + shapes.write("assignment.py", owner)})
    names = clone.git("ls-files").decode().splitlines()
    run([*hook(tools), "--", *names], clone.path, clone.home)
    assert (clone.path / BASELINE).read_bytes() == baseline

    run([tools / "detect-secrets", "scan", "--no-verify", "--baseline", BASELINE], clone.path, clone.home)
    again = json.loads((clone.path / BASELINE).read_bytes())["results"]
    assert {(path, entry["hashed_secret"]) for path, found in again.items() for entry in found} == {
        (path, entry["hashed_secret"]) for path, found in results.items() for entry in found
    }


def test_baseline_does_not_depend_on_what_else_is_installed(tools: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    pip: list[str | Path] = [
        tools / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--target",
        more,
        "gibberish-detector",
    ]
    run(pip, tmp_path, tmp_path)
    repository = Repository(tmp_path / "repository")
    repository.commit({"bot.py": config(account())})
    init: list[str | Path] = [tools / "okx-secret-scan", "detect-secrets", "init"]
    run(init, repository.path, repository.home, {"PYTHONPATH": str(more)})
    repository.commit()
    assert "gibberish" not in (repository.path / BASELINE).read_text(encoding="utf-8")
    run([*hook(tools), "bot.py"], repository.path, repository.home)


def test_path_works_with_the_stock_commands(tools: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "bot.py").write_text(config(account()), encoding="utf-8")
    plugin = run([tools / "okx-secret-scan", "plugin-path"], folder, tmp_path).removesuffix("\n")
    report = run([tools / "detect-secrets", "scan", "-p", plugin, "bot.py"], folder, tmp_path)
    assert len(stock.ours(json.loads(report)["results"])) == 3
