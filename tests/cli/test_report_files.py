from __future__ import annotations

import json
from pathlib import Path

import pytest

from okx_secret_scan.cli.output import write_file
from tests import values
from tests.command import Command, config


def test_several_reports_of_one_scan_beside_the_one_on_standard_output(okx: Command, tmp_path: Path) -> None:
    (okx.folder / "bot.py").write_text(config(values.account()), encoding="utf-8")
    run = okx("scan", "--format=json", f"--report=sarif={tmp_path / 'a'}", f"--report=csv={tmp_path / 'b'}")
    assert len(run.report["findings"]) == 3
    assert json.loads((tmp_path / "a").read_text())["version"] == "2.1.0"
    assert (tmp_path / "b").read_text().startswith('"kind"')


def test_a_report_replaces_what_was_there_and_leaves_nothing_else(okx: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "r.json").write_text("old" * 10_000)
    assert okx("scan", f"--report=json={folder / 'r.json'}").status == 0
    assert json.loads((folder / "r.json").read_text())["command"] == "scan"
    assert [file.name for file in folder.iterdir()] == ["r.json"]


def test_a_report_that_cannot_be_written_keeps_the_old_one(okx: Command, tmp_path: Path) -> None:
    # There is room for this name, but not for the longer one of the file that would replace it.
    file = tmp_path / ("r" * 250)
    file.write_text("old")
    run = okx("scan", f"--report=json={file}")
    assert run.status == 2
    assert "the report cannot be written" in run.err
    assert file.read_text() == "old"


@pytest.mark.parametrize("place", ["none/r.json", ".", "/"])
def test_a_place_that_cannot_be_written_to_is_told_in_a_line(okx: Command, place: str) -> None:
    run = okx("scan", f"--report=json={place}")
    assert run.status == 2
    assert run.err.count("\n") == 1
    assert "the report cannot be written" in run.err


@pytest.mark.skipif(not Path("/dev/stderr").exists(), reason="there are no such devices here")
def test_a_device_is_written_to(okx: Command) -> None:
    run = okx("scan", "--report=csv=/dev/stderr")
    assert '"kind"' in run.err


def test_breaking_off_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "r.json", "new")
    assert list(tmp_path.iterdir()) == []
