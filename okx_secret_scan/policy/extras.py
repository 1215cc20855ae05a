"""What a team adds to the detector's vocabulary, as data: names, client wrappers and placeholders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from okx_secret_scan.model import Blob, Finding, Rule, Vocabulary
from okx_secret_scan.policy.readers import has_form_of_value, quoted

MARKERS: Mapping[str, Rule] = {
    "{key}": Rule.API_KEY,
    "{secret}": Rule.SECRET_KEY,
    "{passphrase}": Rule.PASSPHRASE,
}
"""What examples write in the place of a value, because no configuration shall hold one."""

ARGUMENTS: Mapping[str, Rule | None] = {
    "key": Rule.API_KEY,
    "secret": Rule.SECRET_KEY,
    "passphrase": Rule.PASSPHRASE,
    "other": None,
}
"""What a client wrapper's positional argument may be called."""

_NAME = re.compile(r"[^\W\d][\w.-]*")
_CALL = re.compile(r"[^\W\d]\w*(?:(?:\.|::)[^\W\d]\w*)*")


class ExtraName(NamedTuple):
    """A variable, key or header name that a value of `rule` is given under, in any letter case."""

    name: str
    rule: Rule


class ExtraClient(NamedTuple):
    """A function or class that takes OKX values as positional arguments, in this order (None: anything)."""

    call: str
    arguments: tuple[Rule | None, ...]


class Addition(NamedTuple):
    """One entry of the configuration, with lines that prove it.

    Each marker in `finds` must be found, nothing in `ignores` may be. `placeholders` are texts that are no
    value, in any letter case.
    """

    names: tuple[ExtraName, ...]
    clients: tuple[ExtraClient, ...]
    placeholders: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]


def combine(additions: Iterable[Addition]) -> Vocabulary:
    """Return all `additions` as the detector takes them."""
    found = list(additions)
    return Vocabulary(
        tuple(name for addition in found for name in addition.names),
        tuple(client for addition in found for client in addition.clients),
        tuple(text for addition in found for text in addition.placeholders),
    )


def check_name(name: str) -> str:
    """Return `name` if it can be the name of a value; raise `ValueError` in words otherwise."""
    if has_form_of_value(name):
        raise ValueError("has the form of a real value: give the name that it stands under")
    if not _NAME.fullmatch(name):
        raise ValueError(f"{quoted(name)} is no name: names are plain text without spaces, not patterns")
    return name


def check_call(call: str) -> str:
    """Return `call` if it can be the name of a function or class; raise `ValueError` in words otherwise."""
    if not _CALL.fullmatch(call):
        raise ValueError(f"{quoted(call)} is no name of a function or class: write it without its arguments")
    return call


def check_placeholder(text: str) -> str:
    """Return `text` if it can be a placeholder; raise `ValueError` in words, without `text`, otherwise."""
    if has_form_of_value(text):
        raise ValueError(
            "has the form of a real value: put its fingerprint into .okx-secret-scan-ignore instead"
        )
    if len(text.strip()) < 3:
        raise ValueError("is too short for a placeholder: three characters at least")
    return text


def failures(additions: Iterable[Addition], detect: Callable[[Blob], Iterable[Finding]]) -> list[str]:
    """Return one line for each example that `detect`, which knows `additions`, does not treat as promised."""
    lines = []
    for addition in additions:
        for example in addition.finds:
            values = _values()
            found = {(f.rule, f.secret.reveal()) for f in detect(_blob(example, values))}
            wanted = {(rule, values[marker]) for marker, rule in MARKERS.items() if marker in example}
            if missing := sorted(rule.value for rule, _ in wanted - found):
                lines.append(f"finds {quoted(example)}: {', '.join(missing)} is not found")
        for example in addition.ignores:
            if rules := sorted({f.rule.value for f in detect(_blob(example, _values()))}):
                lines.append(f"ignores {quoted(example)}: {', '.join(rules)} is found")
    return lines


def needless(additions: Iterable[Addition], detect: Callable[[Blob], Iterable[Finding]]) -> list[str]:
    """Return one line for each example of a placeholder where `detect`, which knows none, finds nothing."""
    return [
        f"ignores {quoted(example)}: nothing is found there without the placeholder either"
        for addition in additions
        if addition.placeholders
        for example in addition.ignores
        if not any(detect(_blob(example, _values())))
    ]


def _values() -> dict[str, str]:
    """Return fresh random values for the markers, of OKX's shapes."""
    import secrets  # Only the check of examples needs these, no scan does.
    import string
    import uuid

    word = "".join(secrets.choice(string.ascii_letters) for _ in range(9))
    return {
        "{key}": str(uuid.uuid4()),
        "{secret}": "A" + secrets.token_hex(15).upper() + "7",
        "{passphrase}": f"Q{word}k{secrets.randbelow(900) + 100}!",
    }


def _blob(example: str, values: Mapping[str, str]) -> Blob:
    for marker, value in values.items():
        example = example.replace(marker, value)
    return Blob(example.encode(), path="example")
