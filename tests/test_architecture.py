"""The house as docs/architecture.md draws it: who may import whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "okx_secret_scan"

# What each room imports of the package, beside itself and the version.
ROOMS = {
    "model": set[str](),
    "detector": {"model"},
    "git": {"model"},
    "sources": {"git", "model"},
    "policy": {"model"},
    "reports": {"model"},
    "credentials": {"model"},
    "masking": {"model"},
    "workers": set[str](),
    "shares": {"detector", "git", "model", "policy", "sources"},
    "scan": {"credentials", "detector", "masking", "model", "shares", "sources", "workers"},
    "history": {"credentials", "detector", "git", "masking", "model", "scan", "shares", "sources"},
    "plugin": {"detector", "model", "policy"},
    "detect_secrets_plugin": {"plugin"},
    "canary": {"git", "model"},
    "fastpath": {"detector", "git", "model", "sources"},
    "cli": {
        "canary", "credentials", "detector", "git", "history", "model", "plugin", "policy", "reports", "scan",
        "shares", "sources",
    },
    "__main__": {"cli", "fastpath"},
    "__init__": set[str](),
}  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(module: Path) -> Iterator[str]:
    """Yield the rooms that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("okx_secret_scan"):
            inner = (node.module or "").split(".")[1:]
            yield from inner[:1] or (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name.split(".")[1] for a in node.names if a.name.startswith("okx_secret_scan."))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(module: Path) -> None:
    wrong = set(imports(module)) - ROOMS[room(module)] - {room(module), "__version__"}
    assert not wrong, f"may import {sorted(ROOMS[room(module)])} only"


def test_every_room_is_in_the_drawing() -> None:
    drawing = (PACKAGE.parent / "docs" / "architecture.md").read_text("utf-8")
    rows = drawing.split("|---|---|---|\n")[1].split("\n\n")[0]
    assert [name for name in ROOMS if not name.startswith("__") and f"`{name}" not in rows] == []


def test_programs_are_started_in_few_rooms() -> None:
    starters = {room(module) for module in MODULES if "subprocess" in module.read_text("utf-8")}
    assert starters <= {"git", "fastpath", "plugin"}, "git/ starts git, plugin/ starts detect-secrets"
