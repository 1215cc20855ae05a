"""Defaults that a value's place implies: Docker's ARG, settings classes, destructuring."""

from __future__ import annotations

import re

from okx_secret_scan.detector.binding import Binding
from okx_secret_scan.detector.dialects import Dialect
from okx_secret_scan.detector.lexer import Tokens
from okx_secret_scan.detector.outline import Outline
from okx_secret_scan.detector.steps import Relation, Trail
from okx_secret_scan.model import EnvFallback

_SETTINGS_CLASS = re.compile(
    r"class \w*.*\b\w*(?:Settings|EnvConfig|BaseConfig|EnvSettings)\b|@\w*(?:environ|envclass)"
)
_LOOK_UP = re.compile(r"(?i)env|config|settings|secrets|params")
_ANNOTATED = re.compile(r"(?i)(?<![\w-])(?:env_?(?:var|name)?s?|validation_alias)\s*=\s*[\[(]?[\"']")


def implied_default(
    tokens: Tokens, outline: Outline, dialect: Dialect, trail: Trail, binding: Binding, span: tuple[int, int]
) -> EnvFallback | None:
    """Return the look-up whose default a value is by its place, None if its place implies none."""
    if binding.name is None or binding.role is None:
        return None
    name = binding.name.text
    upper = re.search(r"[A-Z][A-Z0-9_]{2,}$", name)
    variable = EnvFallback(upper[0] if upper else None)
    if dialect.defaults:
        return EnvFallback(name.rsplit(" ", 1)[-1])
    if _ANNOTATED.search(tokens.text, max(trail.statement, span[0] - 300), span[0]):
        return variable
    if _destructured(tokens, trail) or _of_env_class(trail):
        return variable
    labels = [block.label for block in outline.blocks(trail.statement)[:2]]
    return variable if any(_SETTINGS_CLASS.match(label) for label in labels) else None


def _destructured(tokens: Tokens, trail: Trail) -> bool:
    """Return whether a value is a default in `const { NAME = "…" } = process.env`."""
    step = next((s for s in trail.steps if s.bracket >= 0), None)
    if step is None or tokens.raw(step.bracket) != "{" or trail.steps[0].operator != "=":
        return False
    closing = tokens.partners.get(step.bracket)
    if closing is None or closing + 2 >= len(tokens) or tokens.raw(closing + 1) not in {"=", ":"}:
        return False
    after = tokens.text[tokens.ends[closing] : tokens.ends[closing] + 60]
    return _LOOK_UP.search(after) is not None


def _of_env_class(trail: Trail) -> bool:
    """Return whether a value stands in `Env(NAME=(str, "…"))` or `environ.var("…")`."""
    calls = [step.text for step in trail.steps if step.relation is Relation.ARGUMENT]
    return any(re.search(r"(?:^|\.)Env$", call) for call in calls[-1:]) or any(
        c.startswith("environ.var") for c in calls
    )
