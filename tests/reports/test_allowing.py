"""The way to mark a false alarm fits the file that it stands in, and works."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from okx_secret_scan.model import Rule, Source
from okx_secret_scan.reports.allowing import FINGERPRINT, false_alarm, how_to_allow
from tests import values
from tests.command import Command
from tests.reports.samples import AT_HEAD, finding
from tests.repository import Repository

IN_LINE = "write `okx-secret-scan: allow` in a comment in its line"
ABOVE = "write `okx-secret-scan: allow` in a comment in the line above it"
ABOVE_EACH = f"{ABOVE} (`okx-secret-scan: allow-file` in the first ten lines for all)"
AS_STRING = 'write `"//": "okx-secret-scan: allow-next-line",` in the line above it, if that is in an object'
FIRST_MEMBER = (
    'put `"//": "okx-secret-scan: allow-file",` first into the first object (in the first ten lines)'
)


def way(path: str | None = "bot.py", **changes: object) -> str:
    return how_to_allow(finding(Rule.SECRET_KEY, values.secret_key(), 3, path=path, **changes))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("bot/config.py", IN_LINE),
        ("compose.yml", IN_LINE),
        ("Makefile", IN_LINE),
        (None, IN_LINE),
        (".env", ABOVE),
        ("deploy/.env.production", ABOVE),
        ("prod.env", ABOVE),
        ("application.properties", ABOVE),
        ("bot.ini", ABOVE),
        ("Config.JSON", AS_STRING),
        ("capture.har", AS_STRING),
        ("notebook.ipynb", FINGERPRINT),
        ("keys.csv", FINGERPRINT),
    ],
)
def test_the_way_fits_the_kind_of_file(path: str | None, expected: str) -> None:
    assert way(path) == expected


def test_what_is_recorded_can_be_named_by_its_fingerprint_alone() -> None:
    assert way(attribution=AT_HEAD) == FINGERPRINT
    assert way(None, source=Source.COMMIT_MESSAGE) == FINGERPRINT
    assert way("a.zip!bot.py", member="bot.py") == FINGERPRINT


@pytest.mark.parametrize(
    ("path", "lines", "expected"),
    [
        ("okx.json", (3, 4, 5), FIRST_MEMBER),
        ("okx.json", (1, 1, 1), FINGERPRINT),
        (".env", (3, 4), ABOVE_EACH),
        ("bot.ini", (1, 2), ABOVE_EACH),
        ("bot.py", (3, 4), IN_LINE),
    ],
)
def test_several_values_of_a_file_may_need_another_way(
    path: str, lines: tuple[int, ...], expected: str
) -> None:
    found = [finding(Rule.SECRET_KEY, values.secret_key(), line, path=path) for line in lines]
    assert {how_to_allow(each, found) for each in found} == {expected}
    assert expected[1:] in false_alarm(found, fingerprints=True)
    alone = finding(Rule.SECRET_KEY, values.secret_key(), 3, path=path)
    elsewhere = [*found, alone] if expected == IN_LINE else [replace(f, path="other") for f in found]
    assert how_to_allow(alone, elsewhere) in (IN_LINE, ABOVE, AS_STRING)


def test_each_way_is_told_once_with_its_files() -> None:
    paths = ("a.env", "b.json", "c.py", "d.py", "e.csv")
    found = [finding(Rule.SECRET_KEY, values.secret_key(), 3, path=path) for path in paths]
    assert false_alarm(found, fingerprints=False) == (
        f"False alarm? W{IN_LINE[1:]}, in .env files {ABOVE}, in .json files {AS_STRING}, "
        f"or {FINGERPRINT} (-v shows it)."
    )
    assert (
        false_alarm(found[2:3], fingerprints=False) == f"False alarm? W{IN_LINE[1:]} (-v shows fingerprints)."
    )
    assert false_alarm(found[2:3], fingerprints=True) == f"False alarm? W{IN_LINE[1:]}, or {FINGERPRINT}."


def test_a_misspelled_comment_is_told(okx: Command, repository: Repository) -> None:
    raw = values.secret_key()
    repository.write("bot.py", f'# okx-secret-scan: ignore {raw}\nOKX_SECRET_KEY = "{raw}"\n')
    run = okx("scan")
    assert run.status == 1
    assert run.err == (
        "okx-secret-scan: note: bot.py:1: `okx-secret-scan: ignore` silences nothing: "
        "write `okx-secret-scan: allow`\n"
    )
    repository.commit()
    assert okx("history").err == "", "nobody can mend what is recorded"
    repository.write("bot.py", f'# okx-secret-scan: allow\nOKX_SECRET_KEY = "{raw}"\n')
    assert okx("scan").err == ""


COMMENTED = {
    "bot.py": 'OKX_SECRET_KEY = "{}"  # okx-secret-scan: allow\n',
    ".env": "# okx-secret-scan: allow\nOKX_SECRET_KEY={}\n",
    "okx.json": '{{\n  "//": "okx-secret-scan: allow-next-line",\n  "okx_secret_key": "{}"\n}}\n',
    "list.json": '[{{\n  "//": "okx-secret-scan: allow-file",\n  "okx": ["okx_secret_key: {0}"]\n}}]\n',
}


@pytest.mark.parametrize("name", COMMENTED)
def test_the_way_works_and_keeps_the_value(name: str, okx: Command, repository: Repository) -> None:
    text = COMMENTED[name].format(values.secret_key())
    repository.write(name, text)
    run = okx("scan", name)
    assert (run.status, run.out.partition(";")[0]) == (0, "no findings, 1 suppressed")
    if name.endswith(".json"):
        assert json.loads(text)
    bare = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(("#", '"//')))
    repository.write(name, bare.partition("  #")[0] + "\n")
    assert okx("scan", name).status == 1
