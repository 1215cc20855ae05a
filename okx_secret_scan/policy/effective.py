"""Shows the configuration in force as TOML that says where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date

from okx_secret_scan.policy.config import DEFAULT, Config, toml_value
from okx_secret_scan.policy.settings import KEYS


def render(config: Config, hide: Callable[[str], str] = str) -> str:
    """Return `config` as a TOML document: each value with a comment that names its origin.

    `hide` takes secrets out of a text.
    """
    return "".join(f"{line}\n" for key in KEYS for line in _lines(config, key, hide))


def _lines(config: Config, key: str, hide: Callable[[str], str]) -> Iterator[str]:
    row = KEYS[key]
    layers = config.layers.get(key, ())
    if row.adds:
        items = [
            f"  {_toml(item, hide)},  # {layer.place([key, number])}"
            for layer in layers
            for number, item in enumerate(_list(toml_value(key, layer)))
        ]
        yield from [f"{key} = [", *items, "]"] if items else [f"{key} = []  # {DEFAULT}"]
    elif layers:
        yield f"{key} = {_toml(toml_value(key, layers[-1]), hide)}  # {config.origin(key)}"
    elif row.default is None:
        yield f"# {key} is not set"
    else:
        yield f"{key} = {_toml(row.default, hide)}  # {DEFAULT}"


def _list(value: object) -> list[object]:
    assert isinstance(value, list)  # What adds up has been read as a list before.
    return value


def _toml(value: object, hide: Callable[[str], str]) -> str:
    """Return a value in TOML's notation, on one line of printable characters."""
    label = getattr(value, "label", None)
    match value:
        case _ if label is not None:
            return _toml(label, hide)
        case str():
            return _literal(hide(value))
        case bool() | int():
            return json.dumps(value)
        case list():
            return f"[{', '.join(_toml(item, hide) for item in value)}]"
        case dict():
            return f"{{ {', '.join(f'{key} = {_toml(item, hide)}' for key, item in value.items())} }}"
        case date():
            return value.isoformat()
    raise TypeError(f"no TOML for {type(value).__name__}")


def _literal(text: str) -> str:
    """Return a text in TOML's notation; CI systems that read logs take two colons or hashes for a command."""
    quoted = json.dumps(text, ensure_ascii=False).replace("::", ":\\u003A").replace("##", "#\\u0023")
    return "".join(map(_escaped, quoted))


def _escaped(char: str) -> str:
    """Return a character as TOML texts may hold it and every terminal and editor shows it."""
    if char.isprintable():
        return char
    return f"\\u{ord(char):04X}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08X}"
