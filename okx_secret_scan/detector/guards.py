"""Look-ups that are tested before a literal takes their place: `if not v: return "…"`.

A row spells a word that opens a test. In its example `<value>` marks the literal that is given where the
look-up finds nothing, in the counterexample one that is given whatever it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okx_secret_scan.detector.cues import WRAPPER
from okx_secret_scan.detector.idioms import Idiom
from okx_secret_scan.detector.names import Name, read_name
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.roles import Role
from okx_secret_scan.detector.steps import Relation, Trail

GUARDS = (
    Idiom(
        r"if|el(?:se ?|s)?if",
        "everywhere",
        'v = os.getenv("OKX_SECRET_KEY")\nif not v:\n    v = "<value>"',
        'v = os.getenv("OKX_SECRET_KEY")\nif v:\n    log(v)\nokx_secret = "<value>"',
    ),
    Idiom(
        r"unless",
        "Ruby, Perl",
        'unless ENV["OKX_SECRET_KEY"]\n  secret = "<value>"\nend',
        'unless ENV["OKX_SECRET_KEY"]\n  exit\nend\nokx_secret = "<value>"',
    ),
    Idiom(
        r"else",
        "everywhere",
        'if os.getenv("OKX_SECRET_KEY"):\n    trade()\nelse:\n    secret = "<value>"',
        'if os.getenv("OKX_SECRET_KEY"):\n    trade()\nelse:\n    stop()\nokx_secret = "<value>"',
    ),
    Idiom(
        r"match|case|switch|when",
        "Rust, Scala, Elixir, OCaml, F#",
        'match Sys.getenv_opt "OKX_SECRET_KEY" with\n| Some v -> v\n| None -> "<value>"',
        'match Sys.getenv_opt "OKX_SECRET_KEY" with\n| Some v -> v\n| None -> x\nlet okx_secret = "<value>"',
    ),
    Idiom(
        r"guard",
        "Swift",
        'guard let v = environment["OKX_SECRET_KEY"] else { return "<value>" }',
        'guard let v = environment["OKX_SECRET_KEY"] else { exit(1) }\nlet okxSecret = "<value>"',
    ),
    Idiom(
        r"try|except|rescue|catch|with",
        "Python, Ruby, OCaml",
        'try:\n    v = os.environ["OKX_SECRET_KEY"]\nexcept KeyError:\n    v = "<value>"',
        'try:\n    v = os.environ["OKX_SECRET_KEY"]\nexcept KeyError:\n    stop()\nokx_secret = "<value>"',
    ),
    Idiom(
        r"do",
        "Julia, Ruby",
        'x = get(ENV, "OKX_SECRET_KEY") do\n    "<value>"\nend',
        'x = get(ENV, "OKX_SECRET_KEY") do\n    stop()\nend\nokx_secret = "<value>"',
    ),
    Idiom(
        r"from_?Maybe|maybe|with_?Default|from_?Option",
        "Haskell, Elm",
        'secret = fromMaybe "<value>" <$> lookupEnv "OKX_SECRET_KEY"',
        'okxSecret = fromString "<value>" <$ lookupEnv "OKX_SECRET_KEY"',
    ),
    Idiom(
        r"if(?:n?def|n?eq)",
        "Make, C",
        "ifndef OKX_SECRET_KEY\nOKX_SECRET_KEY = <value>\nendif",
        "ifndef OKX_API_KEY\nOKX_SECRET_KEY = <value>\nendif",
    ),
    Idiom(
        r"\[\[?|test|set -q|defined",
        "shell, fish, batch",
        '[ -z "$OKX_SECRET_KEY" ] && OKX_SECRET_KEY="<value>"',
        '[ -z "$OKX_API_KEY" ] && exit 1\nOKX_SECRET_KEY="<value>"',
    ),
)

_GUARD = re.compile(
    r"(?<![\w$.\-\"'])(?:" + "|".join(f"(?:{row.spelling})" for row in GUARDS) + r")(?![\w\"'=])",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"[})\s]*(?:else|except|rescue|catch)\b")
_POSTFIX = re.compile(r"[\"'`)\] \t]*\b(?:if|unless)\b[^\n]*")
_LOOKS_UP = re.compile(
    r"(?i)env|get_?prop|get_?opt\b|config|settings|secrets?\.|params|defined|ifn|-q\b|[$%][{(]?[a-z_]"
)
# What is looked up: a string, a member of the environment, a constant.
_VARIABLE = re.compile(
    r"[\"'`]([\w.\-:]{3,60})[\"'`]|(?i:env)[.:](\w{3,60})|(?<![\w.])[$%]?\{?([A-Z][A-Z0-9_]{3,60})\b"
)
_ASSIGNED = re.compile(r"(?P<targets>[^=(){}\"']{1,80}?)(?::=|<-|(?<![=!<>])=(?!=))")
# Blocks whose lines need not be indented.
_OPENS = re.compile(r"^[ \t]*#?[ \t]*ifn?(?:def|eq)\b|\bthen[ \t]*$")
_CLOSES = re.compile(r"[ \t]*(?:#?[ \t]*endif|fi|end|\})\b")
_GIVES_UP = re.compile(r"\b(?:return|yield)\b")
_ARROWS = frozenset({"=>", "->"})
_ASSIGNS = frozenset({"=", ":=", "<-", "?=", "||=", "??="})
# Words between a test and the value it gives: `then`, `pure`; and those that set what they name.
_HANDS_ON = frozenset({"then", "pure", "return", "do", "begin", "else", "ok", "in", "$"})
_SETS = frozenset({"set", "setx", "export", "-x", "-gx"})
_ANY_TARGET = frozenset({"out", "output", "res", "result", "ret", "retval", "s", "v", "val", "value"})
_REACH = 10  # lines
_LONGEST = 300  # characters of a line


class _Given(NamedTuple):
    """How a value is given: to a target, by an arrow, or (neither) as the result."""

    target: str = ""
    arrow: bool = False


class _Line(NamedTuple):
    """A line, or a piece of one, before a value: `around` it, `beside` it, or `inside` of the latter."""

    text: str
    relation: str


def looked_up(outline: Outline, trail: Trail, start: int, end: int, role: Role | None) -> Name | None:
    """Return the name of the look-up that the value from `start` to `end` stands in for, None without one.

    `role` is what the value's own name asks for.
    """
    given = _given(trail)
    if given is not None and outline.text[max(0, start - 8) : start].rstrip(" \t\"'`").endswith(
        tuple(_ARROWS)
    ):
        given = _Given(arrow=True)
    if given is None or not _looks_up(outline, start, end):
        return None
    return _tested(_lines(outline, start, end), given, role)


def _looks_up(outline: Outline, start: int, end: int) -> bool:
    """Return whether anything is looked up on the lines that may test something for a value."""
    number = outline.line_of(start)
    beside = outline.text[max(outline.starts[number], start - _LONGEST) : end + _LONGEST]
    return _LOOKS_UP.search(beside.split("\n", 1)[0]) is not None or any(
        outline.holds(above, _LOOKS_UP) for above in range(max(0, number - _REACH), number)
    )


def _given(trail: Trail) -> _Given | None:
    """Return how a value is given, None if it is an argument, an element or a field of something."""
    for step in trail.steps:
        words = step.text.lower().split()
        if step.relation is Relation.BLOCK:
            return _Given()
        if step.relation is Relation.NAME and step.operator in _ASSIGNS:
            return _Given(step.text)
        if step.relation is Relation.NAME and step.operator in _ARROWS:
            return _Given(arrow=True)
        if step.relation is Relation.NAME and step.operator == " " and _is_set(trail):
            return _Given(step.text.split()[-1])
        if not (
            step.relation is Relation.FALLBACK
            or (step.relation is Relation.ARGUMENT and WRAPPER.fullmatch(step.text))
            or (step.relation is Relation.NAME and _hands_on(words))
            or (step.relation is Relation.ELEMENT and step.position == 0)
        ):
            return None
    return _Given()


def _is_set(trail: Trail) -> bool:
    """Return whether a command sets what stands before a value: `set -x NAME value`."""
    steps = [s for s in trail.steps[:4] if s.relation is Relation.NAME and s.operator == " "]
    words = [word for s in reversed(steps) for word in s.text.lower().split()]
    return not _SETS.isdisjoint(words[:-1])


def _hands_on(words: list[str]) -> bool:
    """Return whether words before a value are no name: `then`, `else:`, `pure $ fromMaybe`."""
    return all(word in _HANDS_ON or _GUARD.fullmatch(word.rsplit(".", 1)[-1]) for word in words)


def _tested(lines: Iterable[_Line], given: _Given, role: Role | None) -> Name | None:
    """Return what is looked up and tested before a value is given."""
    test = ""
    otherwise = gives_up = False
    for line in lines:
        guard = _GUARD.search(line.text)
        if line.relation == "inside":
            gives_up = gives_up or _GIVES_UP.search(line.text) is not None
        elif guard is None and line.relation == "around":
            return None
        holds = guard is not None and (
            line.relation == "around"
            or (line.relation == "beside" and (otherwise or given.arrow or (not given.target and gives_up)))
            or (line.relation == "beside" and not given.target and _GIVES_UP.search(line.text) is not None)
        )
        if guard is not None and holds:
            test += line.text[guard.start() :] + " "
            otherwise = otherwise or _OTHERWISE.match(line.text) is not None
        elif line.relation == "beside":
            gives_up = False
        if holds or (test and _is_tested(line, test, otherwise=otherwise)):
            name = _variable(line.text, role)
            if name is not None and _suits(given.target, test + line.text):
                return name
    return None


def _is_tested(line: _Line, test: str, *, otherwise: bool) -> bool:
    """Return whether a line sets what is tested, or is what an exception left."""
    assigned = _ASSIGNED.match(line.text)
    if assigned is None or (line.relation == "inside" and otherwise):
        return otherwise
    targets = re.findall(r"[A-Za-z_]\w*", assigned["targets"])
    return not set(targets).isdisjoint(re.findall(r"[A-Za-z_]\w*", test))


def _suits(target: str, text: str) -> bool:
    """Return whether a target takes what `text` tests: it has a role, is named there, or says nothing."""
    if not target or read_name(target).role is not None:
        return True
    last = re.split(r"\W+", target)[-1]
    return last.lower() in _ANY_TARGET or re.search(rf"(?<!\w){re.escape(last)}(?!\w)", text) is not None


def _variable(text: str, role: Role | None) -> Name | None:
    """Return the last thing that `text` looks up and that asks for `role`, for any if it is None."""
    if not _LOOKS_UP.search(text):
        return None
    names = (read_name(next(filter(None, found))) for found in reversed(_VARIABLE.findall(text)))
    return next(
        (n for n in names if n.role is not None and role in {None, n.role} and not n.about and not n.weak),
        None,
    )


def _lines(outline: Outline, start: int, end: int) -> Iterator[_Line]:
    """Yield what stands before a value, the nearest first, as far as it may test something for it."""
    number = outline.line_of(start)
    before = outline.text[max(outline.starts[number], start - _LONGEST) : start]
    behind = _POSTFIX.match(outline.text, end, end + _LONGEST)
    guard = _GUARD.search(before)
    if behind is not None or guard is not None:
        test = behind[0] if behind is not None else before[guard.start() if guard else 0 :]
        if guard is not None and not before[guard.end() :].strip(" \t\"'"):
            test += outline.text[end : end + _LONGEST].split("\n")[
                0
            ]  # the value stands before what is tested
        yield _Line(test, "around")
    yield from (
        _Line(piece, "beside") for piece in reversed(before[: guard.start() if guard else 0].split(";"))
    )
    indent = outline.indent(number)
    closed = False  # whether a block that starts as far left as the value ends before it
    for above in range(number - 1, max(-1, number - 1 - _REACH), -1):
        text = outline.line(above)[:_LONGEST]
        if text.strip() in {"", "{", "then", "do", "begin"}:
            continue
        if outline.indent(above) > indent:
            yield _Line(text, "inside")
        elif outline.indent(above) == indent:
            closed = closed or _CLOSES.match(text) is not None
            opens = not closed and _OPENS.search(text) is not None
            yield _Line(text, "around" if opens else "beside")
        else:
            indent = outline.indent(above)
            yield _Line(text, "around")
