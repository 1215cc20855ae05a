"""Reads and writes people's verdicts on the plugin's results in a baseline of detect-secrets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from okx_secret_scan.plugin.identity import TYPES
from okx_secret_scan.policy.baseline import Baseline, Entry, Scope, Verdict, merged

_RULES = {kind: rule for rule, kind in TYPES.items()}
_LABEL = "is_secret"


def verdicts(content: dict[str, Any]) -> Baseline:
    """Return the plugin's results in the baseline `content` with the verdicts on them.

    A value in several files is one entry.
    """
    return merged(
        (
            Entry(result["hashed_secret"], _RULES[result["type"]], path, _verdict(result.get(_LABEL)))
            for path, result in _results(content)
            if result["type"] in _RULES
        ),
        Scope.WORKTREE,
    )


def labelled(content: dict[str, Any], judged: Iterable[Entry]) -> dict[str, Any]:
    """Return the baseline `content` with the verdicts of `judged` entries on the plugin's results."""
    verdict_on = {entry.fingerprint: entry.verdict for entry in judged}

    def with_label(result: dict[str, Any]) -> dict[str, Any]:
        verdict = verdict_on.get(result["hashed_secret"]) if result["type"] in _RULES else None
        return result if verdict is None else result | {_LABEL: verdict is Verdict.REAL}

    results = {path: [with_label(result) for result in found] for path, found in content["results"].items()}
    return content | {"results": results}


def open_elsewhere(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the results of other plugins that have no verdict."""
    return [r for _, r in _results(content) if r["type"] not in _RULES and r.get(_LABEL) is None]


def _results(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, results in content["results"].items():
        for result in results:
            yield path, result


def _verdict(is_secret: bool | None) -> Verdict | None:
    if is_secret is None:
        return None
    return Verdict.REAL if is_secret else Verdict.FALSE_ALARM
