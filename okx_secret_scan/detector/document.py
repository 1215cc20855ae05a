"""The root text and what it says as a whole: whether it uses OKX's API, speaks of OKX, names others."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from okx_secret_scan.detector import elsewhere
from okx_secret_scan.detector.places import Slot
from okx_secret_scan.detector.providers import Owner, calls_okx, mentions_okx, names_exchange, owner_of

_LONGEST_NOTE = 200  # characters of a line that holds nothing but a value
_VARIABLES = 20  # that are looked for in the whole text
# What OKX's own notes of a new key say below its secret key: they hold no passphrase, people add it below.
_OF_NOTE = re.compile(r"[ \t]*(?:IP|API name|备注名|備註名|[Pp]ermissions?|权限|權限)[ \t]*[=:]")
_COMMENT = re.compile(r"[ \t]*(?:#|//|--|;|\*|/\*|<!--|%|rem\b|REM\b)")


@dataclass(frozen=True)
class Document:
    """The root text and what it says as a whole."""

    text: str
    path: str | None
    _handed: dict[str, bool] = field(default_factory=dict, compare=False)

    @cached_property
    def calls_okx(self) -> bool:
        """Whether the text imports OKX clients, calls its hosts or sets its headers, or the path says so."""
        return calls_okx(self.text) or self.path_owner is Owner.OKX

    @cached_property
    def mentions_okx(self) -> bool:
        """Whether the text or its path speaks of OKX at all."""
        return self.calls_okx or mentions_okx(self.text)

    @cached_property
    def mentions_others(self) -> bool:
        """Whether the text names another exchange."""
        return names_exchange(self.text)

    @cached_property
    def path_owner(self) -> Owner | None:
        """Whom the path speaks of."""
        return owner_of(self.path) if self.path else None

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    def opens_another_service(self, slot: Slot) -> bool:
        """Return whether the key `slot` is another service's by what stands around it in the root text."""
        number = self.line(slot.start)
        if elsewhere.opens_another_service(self._lines, number):
            return True
        name = slot.name.text if slot.name is not None else ""
        if name and self._is_handed_elsewhere(name.rpartition(".")[2]):
            return True
        # Things have a `key`, too: only where nothing else of a set is named is it theirs.
        return name.lower() == "key" and not self._names_companion

    @cached_property
    def _names_companion(self) -> bool:
        return elsewhere.names_companion(self.text)

    def _is_handed_elsewhere(self, name: str) -> bool:
        handed = self._handed
        if name not in handed:
            handed[name] = len(handed) < _VARIABLES and elsewhere.is_handed_elsewhere(self.text, name)
        return handed[name]

    def stands_alone(self, slot: Slot) -> bool:
        """Return whether nothing but `slot` stands on its line."""
        line = self.line(slot.start)
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        start = self._starts[line]
        return end - start <= _LONGEST_NOTE and self.text[start:end].strip() == slot.value

    def lines_between(self, first: int, last: int) -> int:
        """Return how far two lines stand apart; those of OKX's notes of a key do not count."""
        low, high = sorted((first, last))
        return high - low - sum(_OF_NOTE.match(line) is not None for line in self._lines[low + 1 : high])

    def is_comment(self, offset: int) -> bool:
        """Return whether the line that holds `offset` is a comment."""
        return _COMMENT.match(self.text, self._starts[self.line(offset)]) is not None

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def line(self, offset: int) -> int:
        """Return the number of line ends before `offset`."""
        return bisect_right(self._starts, offset) - 1
