"""Where in a configuration file something is set."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from okx_secret_scan.policy.locate import ini_line, toml_line

TOML = '''\
# exclude = ["no"]
[project]
name = "x # [no]"
text = """
exclude = [ "no" ]
"""
a.b."c.d" = 'a = [{'

[tool.okx-secret-scan]
when = 1979-05-27 07:32:00
exclude = [
  "a",  # ]

  'b', { path = "c", rules = ["d",
    "e"], until = 2027-01-31 },
  "f"]
[[tool.okx-secret-scan.names]]
names = []
[[tool . "okx-secret-scan" . names]]
names = ["""
g
""", "h"]
[tool.okx-secret-scan.names.proof]
finds = {}
'''
OURS = ("tool", "okx-secret-scan")
PLACES = [
    (("project",), 2),
    (("project", "name"), 3),
    (("project", "exclude"), None),
    (("project", "a", "b", "c.d"), 7),
    (("tool",), 9),
    ((*OURS, "when"), 10),
    ((*OURS, "exclude"), 11),
    ((*OURS, "exclude", 0), 12),
    ((*OURS, "exclude", 1), 14),
    ((*OURS, "exclude", 2, "path"), 14),
    ((*OURS, "exclude", 2, "rules", 0), 14),
    ((*OURS, "exclude", 2, "rules", 1), 15),
    ((*OURS, "exclude", 2, "until"), 15),
    ((*OURS, "exclude", 3), 16),
    ((*OURS, "exclude", 4), None),
    ((*OURS, "names"), 17),
    ((*OURS, "names", 0, "names"), 18),
    ((*OURS, "names", 1), 19),
    ((*OURS, "names", 1, "names", 0), 20),
    ((*OURS, "names", 1, "names", 1), 22),
    ((*OURS, "names", 1, "proof", "finds"), 24),
]


@pytest.mark.parametrize(("path", "line"), PLACES)
def test_the_line_of_what_is_set(path: tuple[str | int, ...], line: int | None) -> None:
    assert toml_line(TOML, path) == line


def test_every_place_of_a_document_has_a_line() -> None:
    def places(value: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
        inner = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        return [path, *(place for key, item in inner for place in places(item, (*path, key)))]

    assert all(toml_line(TOML, path) for path in places(tomllib.loads(TOML), ())[1:])


INI = """\
[metadata]
name = x
[okx-secret-scan]
  Strict: yes
# exclude
exclude =
    docs = 1
  # jobs = 3
jobs = 2
[x]
docs =
"""


@pytest.mark.parametrize(
    ("option", "line"),
    [(None, 3), ("strict", 4), ("exclude", 6), ("docs", None), ("jobs", 9), ("name", None)],
)
def test_the_line_of_an_option(option: str | None, line: int | None) -> None:
    assert ini_line(INI, "okx-secret-scan", option) == line
