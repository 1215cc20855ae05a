"""Reads what stands in a bracket beside a value: arguments, keywords, the columns of a row."""

from __future__ import annotations

from collections.abc import Callable

from okx_secret_scan.detector.cues import ENV_KEYWORD
from okx_secret_scan.detector.lexer import NONE, Kind, Tokens
from okx_secret_scan.detector.names import Name, read_name, split_words
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.shapes import KEY, is_key, is_secret
from okx_secret_scan.detector.steps import Step

_LATEST = 6  # arguments before a passphrase


def start_of(tokens: Tokens, step: Step) -> int:
    """Return the token at which the argument of `step` starts."""
    for i in range(step.bracket + 1, min(step.bracket + 200, len(tokens))):
        if tokens.parents[i] == step.bracket and tokens.ordinals[i] >= step.position:
            return i
    return step.bracket + 1


def span_of(tokens: Tokens, step: Step) -> tuple[int, int]:
    """Return the first token of the argument of `step` and the first behind it."""
    start = start_of(tokens, step)
    closing = tokens.partners.get(step.bracket, len(tokens))
    for i in range(start, min(start + 200, closing)):
        if tokens.parents[i] == step.bracket and tokens.ordinals[i] > step.position:
            return start, i
    return start, closing


def column(tokens: Tokens, bracket: int, position: int) -> Name | None:
    """Return the column of `INSERT INTO t (a, b) VALUES (x, y), (…)` in whose place a value stands."""
    opened = _columns(tokens, bracket)
    if opened == NONE:
        return None
    for i in range(opened + 1, min(tokens.partners[opened], opened + 400)):
        if tokens.ordinals[i] == position and tokens.kinds[i] in {Kind.WORD, Kind.STRING}:
            return read_name(tokens.word(i))
    return None


def _columns(tokens: Tokens, bracket: int) -> int:
    """Return the bracket of the columns whose values stand in `bracket`, `NONE` if it is no such row."""
    known, rows = tokens.columns, [bracket]
    while rows[-1] not in known:
        left = rows[-1] - 1
        while left > 1 and tokens.kinds[left] in {Kind.COMMA, Kind.NEWLINE} and rows[-1] - left < 8:
            left -= 1
        separated = left < rows[-1] - 1
        if separated and tokens.kinds[left] is Kind.CLOSE and left in tokens.partners:
            rows.append(tokens.partners[left])
            continue
        values = left > 1 and tokens.raw(left).upper() == "VALUES" and tokens.kinds[left - 1] is Kind.CLOSE
        known[rows[-1]] = tokens.partners.get(left - 1, NONE) if values else NONE
    known.update(dict.fromkeys(rows, known[rows[-1]]))
    return known[bracket]


def env_list(tokens: Tokens, bracket: int) -> str | None:
    """Return the variable of `EnvVars: []string{"NAME"}` in a literal."""
    closing = tokens.partners.get(bracket, min(bracket + 200, len(tokens)))
    for i in range(bracket + 1, min(closing, bracket + 200)):
        if tokens.parents[i] == bracket and ENV_KEYWORD.fullmatch(tokens.word(i)):
            return next(
                (tokens.word(j) for j in range(i + 1, min(i + 10, closing)) if _is_upper(tokens, j)), None
            )
    return None


def has_commas(tokens: Tokens, bracket: int) -> bool:
    """Return whether a bracket holds more than one thing, or is never closed."""
    closing = tokens.partners.get(bracket)
    return closing is None or tokens.ordinals[closing - 1] > 0


def arguments(tokens: Tokens, bracket: int, position: int) -> list[str]:
    """Return the strings and symbols (`:name`) in the arguments before `position`, and in calls among them.

    A number starts anew: what stands before it names nothing behind it.
    """
    found = []
    for i in range(bracket + 1, min(bracket + 400, len(tokens))):
        if tokens.parents[i] < bracket or (tokens.parents[i] == bracket and tokens.ordinals[i] >= position):
            break
        if tokens.kinds[i] is Kind.STRING or tokens.raw(i)[0] == ":" != tokens.raw(i):
            found.append(tokens.word(i).removeprefix(":"))
        elif tokens.kinds[i] is Kind.WORD and tokens.raw(i)[0].isdigit() and tokens.parents[i] == bracket:
            found.clear()
    return found


def follows_pair(tokens: Tokens, bracket: int, position: int) -> bool:
    """Return whether the arguments before `position` are a key and then a secret key, by name or by shape."""
    if not 2 <= position <= _LATEST:
        return False
    roles = _roles(tokens, bracket, position - 1, read=_role_of)
    return roles.get(position - 2) is Role.KEY and roles.get(position - 1) is Role.SECRET


def leads_to_secret(tokens: Tokens, bracket: int, position: int) -> bool:
    """Return whether the argument behind `position` is called a secret key, or looks one up."""
    if position >= _LATEST:
        return False
    return _roles(tokens, bracket, position + 1, read=_role_in_name).get(position + 1) is Role.SECRET


def _roles(
    tokens: Tokens, bracket: int, last: int, read: Callable[[str], Role | None]
) -> dict[int, Role | None]:
    """Return what the arguments of a bracket are up to the `last` one, as `read` tells from words."""
    roles: dict[int, Role | None] = {}
    for i in range(bracket + 1, min(bracket + 120, len(tokens))):
        if tokens.parents[i] < bracket or (tokens.parents[i] == bracket and tokens.ordinals[i] > last):
            break
        place = tokens.ordinals[i] if tokens.parents[i] == bracket else max(roles, default=0)
        if tokens.kinds[i] in {Kind.STRING, Kind.WORD} and (role := read(tokens.word(i))) is not None:
            roles[place] = role
        else:
            roles.setdefault(place, None)
    return roles


def _role_of(text: str) -> Role | None:
    if is_key(text):
        return Role.KEY
    if is_secret(text):
        return Role.SECRET
    return _role_in_name(text)


def _role_in_name(text: str) -> Role | None:
    name = read_name(text[:80])
    return None if name.about or name.weak else name.role


def last_word(tokens: Tokens, bracket: int, position: int) -> str:
    """Return the word that is all of the argument before `position`, nothing if it is no single word."""
    words = [
        i
        for i in range(bracket + 1, min(bracket + 60, len(tokens)))
        if tokens.parents[i] == bracket
        and tokens.ordinals[i] == position - 1
        and tokens.kinds[i] is not Kind.COMMA
    ]
    return tokens.raw(words[0]) if len(words) == 1 and tokens.kinds[words[0]] is Kind.WORD else ""


def keywords(tokens: Tokens, bracket: int) -> dict[str, str]:
    """Return `name = "value"` and `name: "value"` pairs that stand directly in a bracket."""
    found = {}
    closing = tokens.partners.get(bracket, min(bracket + 400, len(tokens)))
    for i in range(bracket + 2, min(closing, bracket + 400) - 1):
        if tokens.parents[i] == bracket and tokens.raw(i) in {"=", ":", "=>"}:
            value = i + 1
            if tokens.kinds[value] in {Kind.STRING, Kind.WORD}:
                found[tokens.word(i - 1)] = tokens.word(value)
    return found


def is_record(tokens: Tokens, bracket: int, name: str) -> bool:
    """Return whether a literal is a row of a table, so that its `id` or `key`, as `name` says, is but an id.

    It has a key and a value for everything else, or several ids.
    """
    pairs = keywords(tokens, bracket)
    if name == "key":
        return "value" in pairs and not any(read_name(pair).role is Role.SECRET for pair in pairs)
    ids = [name for name, value in pairs.items() if split_words(name)[-1:] == ["id"] and KEY.fullmatch(value)]
    return {"key", "value"} <= pairs.keys() or len(ids) > 1


def _is_upper(tokens: Tokens, index: int) -> bool:
    return tokens.kinds[index] is Kind.STRING and tokens.word(index).isupper()
