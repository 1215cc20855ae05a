"""The plugin inside stock detect-secrets, seen from outside: the same findings, nobody else disturbed."""

from __future__ import annotations

import base64
import hashlib
import multiprocessing
import re
import shutil
from pathlib import Path

import detect_secrets
import pytest
from detect_secrets.filters import heuristic

from okx_secret_scan.detector import detect
from okx_secret_scan.model import Blob
from tests.command import Command
from tests.corpus_format import case_names, load
from tests.plugin import shapes, stock
from tests.repository import Repository
from tests.values import account, passphrase

Places = set[tuple[str, str, int]]
SEED = 20
INDIRECT_REFERENCE = "detect_secrets.filters.heuristic.is_indirect_reference"


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


def test_corpus_gives_what_the_command_gives(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in case_names():
        case = load(name, SEED)
        file = folder / name.replace("/", "_") / case.path
        if heuristic.is_non_text_file(str(file)) or heuristic.is_swagger_file(str(file)):
            continue
        file.parent.mkdir(parents=True)
        file.write_bytes(case.data)
    by_command: dict[tuple[str, str, str], int] = {}
    for finding in Command(folder, tmp_path)("scan", "--format", "json").report["findings"]:
        # A value that a file holds twice is one entry for detect-secrets, at the first of its lines.
        by_command.setdefault((finding["path"], finding["rule"], finding["fingerprint"]), finding["line"])
    by_stock = {
        (path.replace("\\", "/"), stock.RULES[entry["type"]], entry["hashed_secret"]): entry["line_number"]
        for path, entries in stock.scan(folder, "--all-files", ".").results.items()
        for entry in entries
        if entry["type"] in stock.RULES
    }
    assert by_stock == by_command


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk", "latin-1"])
def test_file_that_is_not_in_the_encoding_of_the_locale(tmp_path: Path, encoding: str) -> None:
    # C stands for ASCII here; a Windows code page lacks one byte at least of each of these comments.
    locale = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    owner = account()
    comment = "caf\xe9 \x81" if encoding == "latin-1" else "\u5bc6\u7801\u4e02"
    text = f'# {comment}\ndatabase_password = "{passphrase()}"\n{shapes.write("getenv.py", owner)}'
    (tmp_path / "bot.py").write_bytes(text.encode(encoding))
    command = ("scan", "--no-verify", "bot.py")
    without = stock.run(tmp_path, stock.SCAN, *command, environment=locale)
    assert (without.status, without.results) == (0, {})
    ran = stock.run(tmp_path, stock.SCAN, *command, "-p", stock.PLUGIN, environment=locale)
    assert ran.status == 0, ran.err
    assert stock.ours(ran.results) == {("bot.py", rule, line) for rule, line in shapes.places(text, owner)}
    assert stock.others(ran.results) == {}, "others see what they saw before"


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config.yaml", "okx:\n  apiKey: {key}\n  secret: {secret}\n  password: '{plain}'\n"),
        ("config.ini", "[okx]\napi_key = {key}\nsecret_key = {secret}\npassword = {base64}\n"),
        ("key.py", 'OKX_API_KEY = "{key}"\nokx_password = "{base64}"\n'),
        ("pieces.py", 'OKX_API_KEY = "{key}"\nokx_password = "{left}" + "{right}"\n'),
        (
            "lines.py",
            'OKX_API_KEY = "{key}"\nOKX_PASSPHRASE = ("{left}"\n    "{right}")  # password="{right}"\n',
        ),
        ("twice.py", 'OKX_API_KEY = "{key}"\nOKX_PASSPHRASE = "{plain}"\ndatabase_password = "{plain}"\n'),
    ],
)
@pytest.mark.parametrize("options", [(), ("--disable-filter", INDIRECT_REFERENCE)])
def test_baseline_holds_no_plain_hash_of_a_passphrase(
    tmp_path: Path, name: str, text: str, options: tuple[str, ...]
) -> None:
    owner = account()
    written = {
        "plain": owner.passphrase,
        "base64": base64.b64encode(owner.passphrase.encode()).decode(),
        "left": owner.passphrase[:6],
        "right": owner.passphrase[6:],
    }
    file = tmp_path / name
    file.write_text(text.format(key=owner.key, secret=owner.secret, **written), encoding="utf-8")
    hashes = [hashlib.sha1(form.encode()).hexdigest() for form in written.values()]
    without = stock.scan(tmp_path, name, *options, plugin=False).out
    assert [form for form in hashes if form in without]
    ran = stock.scan(tmp_path, name, *options)
    assert "okx-passphrase" in {rule for _, rule, _ in stock.ours(ran.results)}
    assert not [form for form in hashes if form in ran.out]


def test_baseline_names_a_plugin_in_the_current_folder_relatively(tmp_path: Path) -> None:
    shutil.copy(stock.PLUGIN, tmp_path / "loads_okx.py")
    (tmp_path / "bot.py").write_text(shapes.write("getenv.py", account()), encoding="utf-8")
    shim = ("-p", "loads_okx.py")
    paths = re.findall('"path": "file://(.*)"', stock.scan(tmp_path, *shim, "bot.py", plugin=False).out)
    assert set(paths) == {"loads_okx.py"}
    paths = re.findall('"path": "file://(.*)"', stock.scan(tmp_path, "bot.py").out)
    assert {Path(path) for path in paths} == {stock.PLUGIN}


def test_output_holds_no_value(written: tuple[Path, Places]) -> None:
    folder, _ = written
    loud = stock.run(folder, stock.SCAN, "-vv", "scan", "--no-verify", "-p", stock.PLUGIN)
    for ran in (loud, stock.hook(folder, "-vv", *shapes.SHAPES)):
        assert stock.ours(ran.results)
        shown = ran.out + ran.err
        assert not re.search(r"[0-9A-F]{32}|[0-9a-f]{8}-[0-9a-f]{4}-4|\d{3}[!@#%^&*]", shown)
