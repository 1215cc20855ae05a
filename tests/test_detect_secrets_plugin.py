"""The plugin inside stock detect-secrets, seen from outside: the same findings, nobody else disturbed."""

from __future__ import annotations

import hashlib
import multiprocessing
import re
import shutil
import subprocess
import sys
from pathlib import Path

import detect_secrets
import pytest
from detect_secrets.core.secrets_collection import SecretsCollection

from okx_secret_scan.detector import detect
from okx_secret_scan.model import Blob
from okx_secret_scan.plugin.identity import PLUGINS
from tests.command import Command
from tests.corpus_format import case_names, load
from tests.plugin import shapes, stock
from tests.plugin.test_findings import settings_of
from tests.repository import Repository
from tests.values import account, passphrase

Places = set[tuple[str, str, int]]
SEED = 20


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Places]:
    """A repository with every shape, and the places of all values."""
    repository = Repository(tmp_path_factory.mktemp("shapes") / "repository")
    expected = set()
    for shape in shapes.SHAPES:
        owner = account()
        text = shapes.write(shape, owner)
        repository.write(shape, text)
        expected |= {(shape, rule, line) for rule, line in shapes.places(text, owner)}
    repository.commit()
    assert len(expected) == 3 * 14
    return repository.path, expected


def scanned_by_command(folder: Path, tmp_path: Path) -> Places:
    report = Command(folder, tmp_path)("scan", "--format", "json").report
    return {(finding["path"], finding["rule"], finding["line"]) for finding in report["findings"]}


def test_command_agrees_on_every_shape(written: tuple[Path, Places], tmp_path: Path) -> None:
    folder, expected = written
    assert scanned_by_command(folder, tmp_path) == expected


@pytest.mark.parametrize("start", multiprocessing.get_all_start_methods())
def test_scan_finds_every_shape_in_a_pool(written: tuple[Path, Places], start: str) -> None:
    folder, expected = written
    assert stock.ours(stock.scan(folder, start=start).results) == expected


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_scan_finds_a_shape_in_one_process(written: tuple[Path, Places], shape: str) -> None:
    folder, expected = written
    assert stock.ours(stock.scan(folder, shape).results) == {place for place in expected if place[0] == shape}


def test_hook_finds_every_shape(written: tuple[Path, Places]) -> None:
    folder, expected = written
    ran = stock.hook(folder, *shapes.SHAPES)
    assert ran.status == 1
    assert stock.ours(ran.results) == expected


def test_filter_switches_off_with_a_variable(written: tuple[Path, Places]) -> None:
    folder, _ = written
    arguments = ("scan", "--no-verify", "-p", stock.PLUGIN, "positional.py")
    ran = stock.run(folder, stock.SCAN, *arguments, environment={"OKX_SECRET_SCAN_STOCK_FILTERS": "1"})
    assert ran.status == 0
    assert ran.results == {}


def test_corpus_gives_what_the_command_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in case_names():
        case = load(name, SEED)
        file = folder / name.replace("/", "_") / case.path
        file.parent.mkdir(parents=True)
        file.write_bytes(case.data)
    readable = _files_that_stock_reads(folder)
    by_command = {place for place in scanned_by_command(folder, tmp_path) if place[0] in readable}
    secrets = SecretsCollection()
    monkeypatch.chdir(folder)
    with settings_of(*PLUGINS):
        for path in readable:
            secrets.scan_file(path)
    by_stock = stock.ours(secrets.json())
    # A value that a file holds twice is one entry for detect-secrets, at the first of its lines.
    assert {place[:2] for place in by_stock} == {place[:2] for place in by_command}
    assert by_stock <= by_command


def _files_that_stock_reads(folder: Path) -> set[str]:
    code = (
        "import os, sys; from detect_secrets.filters import heuristic as h\n"
        "for root, _, names in os.walk('.'):\n"
        "  for name in names:\n"
        "    file = os.path.relpath(os.path.join(root, name))\n"
        "    if h.is_non_text_file(file) or h.is_lock_file(file) or h.is_swagger_file(file): continue\n"
        "    try: open(file).read()\n"
        "    except UnicodeDecodeError: continue\n"
        "    print(file.replace(os.sep, '/'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], cwd=folder, capture_output=True, check=True
    )
    return set(done.stdout.decode().splitlines())


def test_other_plugins_see_no_difference(tmp_path: Path) -> None:
    folder = tmp_path / "negative"
    folder.mkdir()
    for name in case_names():
        case = load(name, SEED)
        if not case.expected and not detect(Blob(case.data, case.path)).findings:
            file = folder / name.replace("/", "_") / case.path
            file.parent.mkdir(parents=True)
            file.write_bytes(case.data)
    shutil.copytree(
        Path(detect_secrets.__file__).parent, folder / "code", ignore=shutil.ignore_patterns("*.py[co]")
    )
    without = stock.scan(folder, "--all-files", ".", plugin=False).results
    with_ours = stock.scan(folder, "--all-files", ".").results
    assert without
    assert with_ours == without


def test_other_plugins_see_no_difference_in_lines_with_findings(tmp_path: Path) -> None:
    owner = account()
    text = shapes.write("ccxt_dict.py", owner) + shapes.write("getenv.py", owner)
    (tmp_path / "bot.py").write_text(f'{text}database_password = "{passphrase()}"\n', encoding="utf-8")
    without = stock.scan(tmp_path, "bot.py", plugin=False).results
    assert without
    assert stock.others(stock.scan(tmp_path, "bot.py").results) == without


def test_baseline_holds_no_plain_hash_of_a_passphrase(tmp_path: Path) -> None:
    owner = account()
    text = f'okx:\n  apiKey: {owner.key}\n  secret: {owner.secret}\n  password: "{owner.passphrase}"\n'
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    plain = hashlib.sha1(owner.passphrase.encode()).hexdigest()
    without = stock.scan(tmp_path, "config.yaml", plugin=False)
    assert plain in without.out
    ran = stock.scan(tmp_path, "config.yaml")
    assert len(stock.ours(ran.results)) == 3
    assert plain not in ran.out


def test_output_holds_no_value(written: tuple[Path, Places]) -> None:
    folder, _ = written
    loud = stock.run(folder, stock.SCAN, "-vv", "scan", "--no-verify", "-p", stock.PLUGIN)
    for ran in (loud, stock.hook(folder, "-vv", *shapes.SHAPES)):
        assert stock.ours(ran.results)
        shown = ran.out + ran.err
        assert not re.search(r"[0-9A-F]{32}|[0-9a-f]{8}-[0-9a-f]{4}-4|\d{3}[!@#%^&*]", shown)
