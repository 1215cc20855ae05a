"""What a value is compared with, or filled into: its name stands beside it, not around it."""

from __future__ import annotations

from collections.abc import Iterator

from okx_secret_scan.detector import brackets, cues
from okx_secret_scan.detector.headers import header_start
from okx_secret_scan.detector.lexer import Tokens
from okx_secret_scan.detector.steps import Step
from okx_secret_scan.detector.targets import lookup_name


def told_beside(tokens: Tokens, step: Step) -> Iterator[str]:
    """Yield the names that the argument of `step` may have.

    Those are in `expect(env.NAME).toBe("value")`, `assertEquals("value", NAME)`, `nameEdit.setText("value")`.
    """
    if cues.COMPARES.fullmatch(step.text):
        yield _receiver(tokens, step)
        start, end = brackets.span_of(tokens, step)
        closing = tokens.partners.get(step.bracket, end)
        for low, high in ((step.bracket + 1, start), (end, closing)):
            yield lookup_name(tokens, low, high, whole=True)
    elif fills := cues.FILLS.fullmatch(step.text):
        field = fills["field"]
        yield cues.FIELD.sub("", field) if "(" not in field else _receiver(tokens, step)


def _receiver(tokens: Tokens, step: Step) -> str:
    """Return the name in what the method of `step` is called on: `expect(env.NAME)`, `field("NAME")`."""
    return lookup_name(tokens, header_start(tokens, step.bracket), step.bracket, whole=True)
