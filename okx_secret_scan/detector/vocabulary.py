"""The vocabulary in force: what a team's configuration adds to the tables of this package.

It is the state of a module because the tables are consulted everywhere in the detector, from cutting a text
into regions to the verdict, and results are cached by their text alone. A process reads content for one
configuration at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import AnyStr

from okx_secret_scan.detector import screen
from okx_secret_scan.detector.asking import Asking
from okx_secret_scan.model import NOTHING_ADDED, Rule, Vocabulary

_active = NOTHING_ADDED
_caches: list[Callable[[], None]] = []


def active() -> Vocabulary:
    """Return the vocabulary in force."""
    return _active


def use(vocabulary: Vocabulary) -> None:
    """Put `vocabulary` in force, in place of the one before."""
    global _active
    if vocabulary != _active:
        _active = vocabulary
        for clear in _caches:
            clear()


def when_changed(clear: Callable[[], None]) -> None:
    """Let `clear` empty a cache of what depends on the vocabulary whenever that changes."""
    _caches.append(clear)


@lru_cache(maxsize=8)
def asking(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return `pattern`, which finds what may ask for a passphrase, with the names and calls added that do."""
    names = [name for name, rule in _active.names if rule is Rule.PASSPHRASE]
    calls = [call for call, arguments in _active.clients if Rule.PASSPHRASE in arguments]
    if not names and not calls:
        return pattern
    return re.compile("|".join([pattern.pattern, *map(re.escape, names + calls)]), pattern.flags)


def asked(what: Asking, text: str) -> Iterator[re.Match[str]]:
    """Yield where `what`, or a name or call added that asks for a passphrase, matches in `text`.

    Looking for what matches start with first is much faster than a pattern that ignores case.
    """
    pattern = what.pattern
    if asking(pattern) is not pattern:
        yield from asking(pattern).finditer(text)
        return
    starts = [what.starts[number] for number in screen.present(what.traces, text.encode("utf-8", "replace"))]
    lower = text.encode("ascii", "replace").lower() if starts else b""
    places: list[int] = []
    for start in starts:
        places += _places(lower, start.encode()) if start.isascii() else _places(text, start)
    done = 0
    for place in sorted(places):
        if place >= done and (match := pattern.match(text, place)) is not None:
            done = match.end()
            yield match


def _places(text: AnyStr, part: AnyStr) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


when_changed(asking.cache_clear)
