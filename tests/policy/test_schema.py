"""The JSON Schema for editors, which must say what the code says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from okx_secret_scan.policy import schema
from okx_secret_scan.policy.readers import InvalidError, check_keys
from okx_secret_scan.policy.settings import KEYS, Reading

SCHEMA = json.loads(schema.render())
VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

EXAMPLES = {"finds": ['x("{key}")'], "ignores": ["x()"]}
WHOLE: dict[str, Any] = {
    "fail-on": "high",
    "baseline": "known.jsonl",
    "exclude": [
        "vendor/",
        {"path": "docs/**", "rules": ["okx-passphrase"], "reason": "made up", "until": "2027-06-30"},
    ],
    "strict": True,
    "report-unused": False,
    "jobs": 3,
    "names": [{"rule": "okx-secret-key", "names": ["ACME_SEED", "签名种子"], **EXAMPLES}],
    "clients": [{"call": "acme.Gateway", "arguments": ["other", "key"], **EXAMPLES}],
    "placeholders": [{"values": ["acme dummy"], **EXAMPLES}],
}
# What somebody may write in the place of anything else.
VALUES: tuple[Any, ...] = (
    True,
    0,
    1,
    1.5,
    "",
    " ",
    "x",
    "okx-api-key",
    "other",
    "2027-02-30",
    "2027-12-31",
    [],
    ["x"],
    {},
    {"x": 1},
)

Steps = tuple[str | int, ...]


def takes(document: dict[str, Any]) -> bool:
    """Tell whether the code takes `document` for a configuration."""
    try:
        check_keys(document, KEYS)
        for key, value in document.items():
            KEYS[key].read(value, Reading("test", Path()))
    except (InvalidError, ValueError):
        return False
    return True


def places(value: Any, path: Steps = ()) -> Iterator[Steps]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from places(item, (*path, key))


def at(value: Any, path: Iterable[str | int]) -> Any:
    for step in path:
        value = value[step]
    return value


def changes() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the whole configuration with one thing taken away, added or put in another's place."""
    for *outer, last in places(WHOLE):
        name = ".".join(map(str, (*outer, last)))
        for number, value in enumerate((None, *VALUES)):
            document = copy.deepcopy(WHOLE)
            inner = at(document, outer)
            if number:
                inner[last] = value
                yield f"{name} = {value!r}", document
            else:
                del inner[last]
                yield f"{name} missing", document
        inside = copy.deepcopy(WHOLE)
        inner = at(inside, (*outer, last))
        if isinstance(inner, dict):
            inner["more"] = 1
            yield f"{name}.more", inside


def test_the_stored_schema_is_up_to_date() -> None:
    stored = Path(__file__).parents[2] / "docs" / "config.schema.json"
    assert stored.read_text(encoding="utf-8") == schema.render()


def test_a_whole_configuration_is_accepted() -> None:
    VALIDATOR.check_schema(SCHEMA)
    assert takes(WHOLE)
    assert VALIDATOR.is_valid(WHOLE)
    assert VALIDATOR.is_valid({})


def test_schema_and_code_agree_on_every_change() -> None:
    cases = list(changes())
    apart = [name for name, document in cases if takes(document) != VALIDATOR.is_valid(document)]
    assert apart == []
    assert len(cases) > 500
    assert {takes(document) for _, document in cases} == {True, False}


@pytest.mark.parametrize("document", [{"okx-secret-scan": WHOLE}, {"okx-secret-scan": {}}])
def test_our_own_file_may_name_the_table(document: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(document)
    assert not VALIDATOR.is_valid({**document, "strict": True})


def test_dates_of_toml_are_taken_as_well_as_texts() -> None:
    assert takes({"exclude": [{"path": "a", "until": date(2027, 6, 30)}]})
