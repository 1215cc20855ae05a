"""How the plugin's commands write files: all or nothing."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from okx_secret_scan.model import UserError
from okx_secret_scan.plugin.files import write_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither limits nor modes")


@pytest.mark.parametrize("before", ["labels\n", None])
def test_failure_half_way_leaves_what_was_there(tmp_path: Path, before: str | None) -> None:
    import resource

    file = tmp_path / "baseline"
    if before is not None:
        file.write_text(before, encoding="utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(UserError, match="cannot be written"):
            write_text(file, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == (
        [("baseline", before)] if before is not None else []
    )


def test_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "baseline"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    write_text(file, "new")
    assert file.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
