"""What a value is compared with, or filled into: its name stands beside it, not around it."""

from __future__ import annotations

from collections.abc import Iterator

from okx_secret_scan.detector import brackets, cues
from okx_secret_scan.detector.headers import header_start
from okx_secret_scan.detector.lexer import Kind, Tokens
from okx_secret_scan.detector.names import read_name
from okx_secret_scan.detector.qualifiers import ABOUT
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
            yield _named(tokens, low, high, step.bracket)
    elif fills := cues.FILLS.fullmatch(step.text):
        field = fills["field"]
        yield cues.FIELD.sub("", field) if "(" not in field else _receiver(tokens, step)


def _receiver(tokens: Tokens, step: Step) -> str:
    """Return the name in what the method of `step` is called on: `expect(env.NAME)`, `field("NAME")`."""
    start = header_start(tokens, step.bracket)
    opened = next((i for i in range(start, step.bracket) if tokens.raw(i) == "("), step.bracket)
    # Without a method that stands apart: `send_keys` is no key.
    end = step.bracket - 1 if tokens.raw(step.bracket - 2) == "." else step.bracket
    return _named(tokens, start, end, opened)


def _named(tokens: Tokens, start: int, end: int, outer: int) -> str:
    """Return the name in an expression in the bracket `outer`, nothing if that only speaks of the value.

    So does what is made of it (`encrypt(passphrase)`) or is told of it (`field("passphrase").placeholder`).
    """
    words = [i for i in range(start, end) if tokens.kinds[i] is Kind.WORD]
    for i in words:
        opened = tokens.parents[i]
        of_call = opened > outer and tokens.raw(opened) == "(" and tokens.kinds[opened - 1] is Kind.WORD
        if of_call and read_name(tokens.word(i)).role is not None:
            return ""
    members = [i for i in words if tokens.raw(i - 1) == "." and tokens.parents[i] == outer]
    if members and tokens.word(members[-1]) in ABOUT:
        return ""
    return lookup_name(tokens, start, end, whole=True)
