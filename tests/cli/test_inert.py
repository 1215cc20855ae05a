"""Whatever a repository calls its files, commits, authors and refs, no report and no log acts on it."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import cmarkgfm
import pytest

from okx_secret_scan.reports import FORMATS
from tests import values
from tests.command import Command, config
from tests.repository import Repository

ACTS = (
    "\x1b[2J\x1b]8;;http://evil.example\x07",
    "\n::error::a%0A::error::b",
    "::stop-commands::x",
    "%0A##vso[task.setvariable]",
    "=cmd|' !A1",
    "@SUM(1+1)",
    "<img src=x onerror=alert(1)>",
    "![x](http:evil.example)`|",
    "\u202egpj",
    "\u2028",
    "]]>&lt;",
    "{0}${IFS}",
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")


class Tags(HTMLParser):
    """Collects what a page would do."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"img", "iframe", "object"} or any(name.startswith("on") for name, _ in attributes):
            self.acting.append(tag)
        self.acting += [
            value for name, value in attributes if value and "evil" in value and name in {"href", "src"}
        ]


def acting(page: str) -> list[str]:
    tags = Tags()
    tags.feed(page)
    return tags.acting


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository in which everything that has a name tries to act."""
    place = Repository(tmp_path_factory.mktemp("inert") / "repository")
    for number, text in enumerate(ACTS):
        name = text.replace("/", "-")
        place.add({f"{name}{number}.py": config(values.account())})
        place.git("-c", f"user.name={text!s}", "commit", "--quiet", "--cleanup=verbatim", f"--message={text}")
    return place


@pytest.mark.parametrize("command", ["scan", "history"])
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_acts(
    name: str, command: str, site: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    okx = Command(site.path, site.home)
    run = okx(command, "-v", f"--format={name}")
    assert run.status == 1, run.err
    written = run.out + run.err
    acted = {char for char in written if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert acted <= {"\n"}
    commands = [line for line in written.splitlines() if line.lstrip().startswith(("::", "##"))]
    if name == "github":
        assert len(commands) == 3 * len(ACTS)
        assert all(re.match(r"::(error|warning|notice) title=OKX ", line) for line in commands)
        assert "%0A" not in written.replace("%250A", "")
    elif name != "markdown":
        assert commands == []
    assert not re.search(r"##\w*\[", written)
    if name == "csv":
        cells = [cell for row in csv.reader(io.StringIO(run.out)) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]
    if name in ("json", "sarif", "gitlab", "codequality"):
        json.loads(run.out)
    if name == "json" and command == "scan":
        paths = {finding["path"] for finding in run.report["findings"]}
        assert any("##vso[task" in path for path in paths), "JSON holds names as they are"
    if name == "junit":
        assert {node.tag for node in ET.fromstring(run.out).iter()} <= {
            "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "properties", "property",
        }  # fmt: skip
    if name == "html":
        assert acting(run.out) == []
    if name == "markdown":
        assert acting(cmarkgfm.github_flavored_markdown_to_html(run.out)) == []
