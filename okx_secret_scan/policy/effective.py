"""Shows the configuration in force as TOML that says where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from okx_secret_scan.policy.config import DEFAULT, Config, toml_value
from okx_secret_scan.policy.settings import KEYS


def render(config: Config) -> str:
    """Return `config` as a TOML document: each value with a comment that names its origin."""
    return "".join(f"{line}\n" for key in KEYS for line in _lines(config, key))


def _lines(config: Config, key: str) -> Iterator[str]:
    row = KEYS[key]
    layers = config.layers.get(key, ())
    if row.adds:
        items = [
            f"  {_toml(item)},  # {layer.place([key, number])}"
            for layer in layers
            for number, item in enumerate(_list(toml_value(key, layer)))
        ]
        yield from [f"{key} = [", *items, "]"] if items else [f"{key} = []  # {DEFAULT}"]
    elif layers:
        yield f"{key} = {_toml(toml_value(key, layers[-1]))}  # {config.origin(key)}"
    elif row.default is None:
        yield f"# {key} is not set"
    else:
        yield f"{key} = {_toml(row.default)}  # {DEFAULT}"


def _list(value: object) -> list[object]:
    assert isinstance(value, list)  # What adds up has been read as a list before.
    return value


def _toml(value: object) -> str:
    """Return a value in TOML's notation, on one line."""
    label = getattr(value, "label", None)
    match value:
        case _ if label is not None:
            return _toml(label)
        case str() | bool() | int():
            return json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {_toml(item)}' for key, item in value.items())} }}"
        case date():
            return value.isoformat()
    raise TypeError(f"no TOML for {type(value).__name__}")
