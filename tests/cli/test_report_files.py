from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from okx_secret_scan.cli.targets import write_file
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


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="there are no such devices here")
@pytest.mark.parametrize(("mode", "before"), [("w", ""), ("a", "kept\n")])
def test_a_name_of_standard_output_is_standard_output_wherever_that_goes(
    okx: Command, tmp_path: Path, mode: str, before: str
) -> None:
    (tmp_path / "name").symlink_to("/dev/stdout")
    (tmp_path / "log").write_text(before)
    with (tmp_path / "log").open(mode) as log:
        line = okx.line("scan", "--format=json", f"--output={tmp_path / 'name'}")
        subprocess.run(line, cwd=okx.folder, env=okx.environment(), stdout=log, check=True)
        log.write("after\n")
    written = (tmp_path / "log").read_text()
    report = written.removeprefix(before).removesuffix("after\n")
    assert json.loads(report)["command"] == "scan"
    assert (tmp_path / "name").is_symlink()


def test_a_dash_is_standard_output(okx: Command) -> None:
    assert okx("scan", "--format=json", "--output=-").report["command"] == "scan"
    run = okx("scan", "--report=json=-")
    assert (run.status, run.err.count("\n")) == (2, 1)
    assert "use --format json" in run.err
    assert list(okx.folder.iterdir()) == []


def test_a_report_that_cannot_be_written_keeps_nobody_from_the_others(okx: Command, tmp_path: Path) -> None:
    (okx.folder / "bot.py").write_text(config(values.account()), encoding="utf-8")
    lost, kept = tmp_path / ("r" * 250), tmp_path / "kept.csv"
    run = okx("scan", f"--report=json={lost}", f"--report=csv={kept}")
    assert run.status == 2
    assert run.err.count("the report cannot be written") == 1
    assert "3 findings" in run.out
    assert kept.read_text().count('"finding"') == 3


def test_a_name_that_is_too_long_is_told_before_the_scan(okx: Command) -> None:
    run = okx("scan", f"--report=json={'r' * 5000}", f"--output={'r' * 300}")
    assert (run.status, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert "the report cannot be written" in run.err


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
@pytest.mark.parametrize("target", ["victim", "nowhere/at/all", "link"])
def test_a_link_that_lies_there_is_replaced_and_not_followed(
    okx: Command, tmp_path: Path, target: str
) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "link").symlink_to(target)
    assert okx("scan", f"--report=json={tmp_path / 'link'}").status == 0
    assert json.loads((tmp_path / "link").read_text())["command"] == "scan"
    assert (tmp_path / "victim").read_text() == "precious"


def test_what_goes_to_standard_output_is_in_the_encoding_that_it_names(okx: Command) -> None:
    (okx.folder / "ключ-é.py").write_text(config(values.account()), encoding="utf-8")
    latin = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    root = ET.fromstring(okx("scan", "--format=junit", environment=latin).out)
    assert {case.get("file") for case in root.iter("testcase")} == {"ключ-é.py"}


def test_breaking_off_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "r.json", "new")
    assert list(tmp_path.iterdir()) == []
