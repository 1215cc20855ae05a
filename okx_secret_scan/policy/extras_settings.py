"""How the configuration gives a team's additions to the vocabulary, and how they are described to editors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from okx_secret_scan.model import Rule
from okx_secret_scan.policy.extras import (
    ARGUMENTS,
    MARKERS,
    Addition,
    ExtraClient,
    ExtraName,
    check_call,
    check_name,
    check_placeholder,
)
from okx_secret_scan.policy.readers import InvalidError, choice, each, filled, listed, table, text, within

# Session tokens tell whose they are, whatever they are called.
_RULES = list(MARKERS.values())


def names(value: object) -> tuple[Addition, ...]:
    """Read a list of tables of names; raises `InvalidError`."""
    return each(listed(value), _names)


def clients(value: object) -> tuple[Addition, ...]:
    """Read a list of tables of client wrappers; raises `InvalidError`."""
    return each(listed(value), _client)


def placeholders(value: object) -> tuple[Addition, ...]:
    """Read a list of tables of placeholders; raises `InvalidError`."""
    return each(listed(value), _placeholders)


def _names(value: object) -> Addition:
    fields = table(value, ["rule", "names", "finds", "ignores"])
    rule = Rule(within("rule", lambda rule: choice(rule, _RULES), fields["rule"]))
    found = filled(fields, "names", lambda name: ExtraName(check_name(text(name)), rule))
    return _addition(fields, names=found)


def _client(value: object) -> Addition:
    fields = table(value, ["call", "arguments", "finds", "ignores"])
    call = within("call", lambda call: check_call(text(call)), fields["call"])
    arguments = filled(fields, "arguments", lambda argument: ARGUMENTS[choice(argument, ARGUMENTS)])
    if not any(arguments):
        raise InvalidError("needs a key, a secret or a passphrase", "arguments")
    return _addition(fields, clients=(ExtraClient(call, arguments),))


def _placeholders(value: object) -> Addition:
    fields = table(value, ["values", "finds", "ignores"])
    return _addition(
        fields, placeholders=filled(fields, "values", lambda word: check_placeholder(text(word)))
    )


def _addition(
    fields: Mapping[str, object],
    *,
    names: tuple[ExtraName, ...] = (),
    clients: tuple[ExtraClient, ...] = (),
    placeholders: tuple[str, ...] = (),
) -> Addition:
    finds, ignores = filled(fields, "finds", _marked), filled(fields, "ignores", text)
    return Addition(names, clients, placeholders, finds, ignores)


def _marked(value: object) -> str:
    if not any(marker in text(value) for marker in MARKERS):
        raise InvalidError(f"needs one of {', '.join(MARKERS)} where the value stands")
    return text(value)


def _texts(pattern: str | None = None, **more: object) -> dict[str, object]:
    """Describe a list of at least one text."""
    item = {"type": "string"} if pattern is None else {"type": "string", "pattern": pattern}
    return {"type": "array", "minItems": 1, "items": item, **more}


_PROOF = {
    "finds": _texts(
        "|".join(map(re.escape, MARKERS)),
        description=f"Lines that must be found; {', '.join(MARKERS)} stand for the values.",
    ),
    "ignores": _texts(description="Lines in which nothing may be found."),
}


def _tables(properties: Mapping[str, object]) -> dict[str, object]:
    """Describe a list of tables that must have all of `properties`, examples, and nothing else."""
    whole = {**properties, **_PROOF}
    item = {"type": "object", "properties": whole, "required": list(whole), "additionalProperties": False}
    return {"type": "array", "items": item}


NAMES_SCHEMA = _tables({"rule": {"enum": _RULES}, "names": _texts(r"^[^\s\d]\S*$")})
CLIENTS_SCHEMA = _tables(
    {
        "call": {"type": "string", "pattern": r"^[^\s\d][^\s()-]*$"},
        "arguments": {
            "type": "array",
            "items": {"enum": list(ARGUMENTS)},
            "contains": {"enum": [argument for argument, rule in ARGUMENTS.items() if rule]},
        },
    }
)
PLACEHOLDERS_SCHEMA = _tables({"values": _texts(r"\S[\s\S]+\S")})
