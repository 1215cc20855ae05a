"""The documentation leads somewhere, and what it tells to type exists."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from okx_secret_scan.cli.main import commands
from okx_secret_scan.model import Rule, Severity
from okx_secret_scan.reports import FORMATS
from okx_secret_scan.reports.rules import DOCS
from tests import command_page

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(<?([^)>\s]+)>?\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(
    r"""(?:^|["'$( ])okx-secret-scan ([a-z-]+(?: [^#|&;<>\n]*)?)(?=[#|&;<>\n"'])""", re.MULTILINE
)

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def links(page: Path) -> Iterator[str]:
    """Yield the targets of the links outside of code."""
    prose = re.sub(r"`[^`\n]*`", "", FENCE.sub("", text(page)))
    for target in LINK.findall(prose):
        yield target.replace(DOCS, str(ROOT / "docs")) if target.startswith(DOCS) else target


def anchors(page: Path) -> set[str]:
    """Return the fragments that a forge makes of the headings."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pages
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in links(page):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        file = (page.parent / path) if path else page
        if not file.exists() or (fragment and fragment not in anchors(file)):
            broken.append(target)
    assert broken == []


def test_every_page_can_be_reached_from_the_first() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "docs/index.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or not page.exists() or page.suffix != ".md":
            continue
        reached.add(page)
        waiting += [
            (page.parent / target.split("#")[0]).resolve() for target in links(page) if ":" not in target
        ]
    assert {page for page in PAGES if page.parent.name in ("docs", "rules")} <= reached


@pages
def test_commands_and_options_exist(page: Path) -> None:
    unknown = []
    for _, block in FENCE.findall(text(page)):
        for words in COMMAND.findall(block.replace("\\\n", " ")):
            unknown += _unknown(words)
    assert unknown == []


def _unknown(words: str) -> list[str]:
    name, *arguments = shlex.split(words, posix=False)
    context = click.Context(commands)
    command = commands.get_command(context, name)
    while isinstance(command, click.Group):
        name, *arguments = arguments
        if name.startswith("["):  # a usage line
            return []
        command = command.get_command(context, name)
    if command is None:
        return [name]
    known = {"-h", "--help"} | {
        option
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }
    options = (word.split("=")[0] for word in arguments if re.match(r"--?[a-z]", word))
    return [f"{name} {option}" for option in options if option not in known]


def test_the_page_of_commands_is_what_help_says() -> None:
    page = ROOT / "docs/commands.md"
    assert text(page) == command_page.render(), "run: python -m tests.command_page > docs/commands.md"


def test_every_rule_format_and_severity_is_documented() -> None:
    for rule in Rule:
        assert f"(rules/{rule}.md)" in text(ROOT / "docs/index.md")
    for name in FORMATS:
        assert f"| `{name}` |" in text(ROOT / "docs/formats.md")
    for severity in Severity:
        assert f"| {severity.label} |" in text(ROOT / "docs/index.md")
