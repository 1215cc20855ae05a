"""Which findings count: everything a team has decided, applied to what was found."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeGuard

from okx_secret_scan.model import Finding, UserError
from okx_secret_scan.policy.baseline import NAME
from okx_secret_scan.policy.detect_secrets_baseline import ForeignBaseline
from okx_secret_scan.policy.entries import Acceptance
from okx_secret_scan.policy.excludes import Exclude, excluded, paths_excluded
from okx_secret_scan.policy.readers import quoted, without_values


@dataclass(frozen=True, slots=True)
class Policy:
    """The decisions in force. `acceptances` and `excludes` past their end are in `expired` instead.

    `comments` says whether comments in scanned text may silence a finding. `fillers` are texts in lower case
    that are no values, with the words that say so.
    """

    acceptances: tuple[Acceptance, ...] = ()
    exclusions: tuple[Exclude, ...] = ()
    foreign: tuple[ForeignBaseline, ...] = ()
    expired: tuple[Acceptance | Exclude, ...] = ()
    comments: bool = True
    fillers: Mapping[str, str] = field(default_factory=dict)

    def excludes(self, path: str) -> str | None:
        """Say in words why nothing at `path` counts, None if it does."""
        match = excluded(self.exclusions, path)
        return match.words if match else None

    def judge(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings, those that do not count with `suppressed` set.

        A finding that a comment has suppressed stays so, if comments may do that here.
        """
        accepted = {entry.fingerprint: entry.words for entry in reversed(self.acceptances)}
        return [replace(f, suppressed=self._reason(f, accepted)) for f in findings]

    def _reason(self, finding: Finding, accepted: dict[str, str]) -> str | None:
        if finding.suppressed is not None and self.comments:
            return finding.suppressed
        if words := accepted.get(finding.fingerprint) or self.fillers.get(finding.secret.reveal().lower()):
            return words
        if match := paths_excluded(self.exclusions, _paths(finding), finding.rule):
            return match.words
        return next((words for known in self.foreign if (words := known.accepts(finding))), None)

    def stale(self, findings: Iterable[Finding], *, history: bool) -> list[Acceptance]:
        """Return the acceptances that none of `findings`, suppressed ones included, needs.

        `findings` are all of a work tree, or of a whole `history`. Neither tells anything of a baseline that
        was made from the other.
        """
        fingerprints = {f.fingerprint for f in findings}
        over = [entry for entry in self.expired if isinstance(entry, Acceptance)]
        return [
            entry
            for entry in (*self.acceptances, *over)
            if entry.historic in (None, history) and entry.fingerprint not in fingerprints
        ]

    def idle(self, findings: Iterable[Finding], paths: Collection[str] = ()) -> list[Exclude]:
        """Return the excludes that would silence nothing.

        `findings` are those of everything there is; at `paths` there is something else to silence.
        """
        found = list(findings)
        return [
            exclude
            for exclude in self.exclusions
            if _silences(exclude)
            and not any(_concerns(exclude, f) for f in found)
            and not any(excluded((exclude,), path) for path in paths)
        ]

    def idle_fillers(self, findings: Iterable[Finding]) -> list[str]:
        """Return the fillers that are the value of none of `findings`, those of everything there is."""
        values = {finding.secret.reveal().lower() for finding in findings}
        return [text for text in self.fillers if text not in values]

    def expiries(self, findings: Iterable[Finding]) -> list[str]:
        """Return one line for each decision past its end that changed what becomes of one of `findings`.

        They are all findings, as `judge` returns them.
        """
        found = list(findings)
        counting = [f for f in found if f.suppressed is None]
        excluded = [f for f in found if f.suppressed and paths_excluded(self.exclusions, _paths(f), f.rule)]
        lines = []
        for decision in self.expired:
            what, concerned, words = decision, counting, "its findings count again"
            if _takes_back(decision):
                what = replace(decision, glob=decision.glob.removeprefix("!"))
                concerned, words = excluded, "other excludes silence its findings again"
            if any(_concerns(what, f) for f in concerned):
                lines.append(f"{place(decision)} ended on {decision.until}: {words}")
        return lines


def in_force(
    acceptances: Sequence[Acceptance],
    excludes: Sequence[Exclude],
    *,
    today: date,
    strict: bool = False,
    foreign: Sequence[ForeignBaseline] = (),
    comments: bool = True,
    fillers: Mapping[str, str] | None = None,
) -> Policy:
    """Return the policy of `today`.

    Raises `UserError` for the first decision without a reason if `strict`.
    """
    decisions: list[Acceptance | Exclude] = [*acceptances, *excludes]
    if strict and (
        bare := [
            decision for decision in decisions if not (decision.reason or "").strip() and _silences(decision)
        ]
    ):
        others = f" (and {len(bare) - 1} more)" if len(bare) > 1 else ""
        raise UserError(
            f"{place(bare[0])} gives no reason, which strict = true asks for{others}: {_how_to_give(bare[0])}"
        )
    return Policy(
        acceptances=tuple(entry for entry in acceptances if not _over(entry, today)),
        exclusions=tuple(exclude for exclude in excludes if not _over(exclude, today)),
        foreign=tuple(foreign),
        expired=tuple(decision for decision in decisions if _over(decision, today)),
        comments=comments,
        fillers=fillers or {},
    )


def _silences(decision: Acceptance | Exclude) -> bool:
    return not _takes_back(decision)


def _takes_back(decision: Acceptance | Exclude) -> TypeGuard[Exclude]:
    return isinstance(decision, Exclude) and decision.glob.startswith("!")


def _over(decision: Acceptance | Exclude, today: date) -> bool:
    return decision.until is not None and decision.until < today


def place(decision: Acceptance | Exclude) -> str:
    """Say where a decision stands and what it is about."""
    if isinstance(decision, Exclude):
        return f"{decision.origin}: exclude `{without_values(decision.glob)}`"
    about = f" ({decision.about})" if decision.about else ""
    return f"{decision.origin}: {decision.fingerprint}{about}"


def stale_line(stale: Sequence[Acceptance], *, history: bool) -> str:
    """Say in one line that accepted findings are gone; see `Policy.stale`."""
    if len(stale) == 1:
        return _gone(stale[0], history=history)
    recorded = next((entry for entry in stale if entry.about), None)
    drops = f", {_update(recorded)} drops those of the baseline" if recorded else ""
    return (
        f"{len(stale)} accepted findings are not found any more, as {place(stale[0])}: "
        f"--report-unused lists them{drops}"
    )


def unused_lines(
    policy: Policy, findings: Iterable[Finding], paths: Collection[str] = (), *, history: bool
) -> list[str]:
    """Return one line for each decision of `policy` that silences nothing; see `Policy.stale` and `idle`."""
    found = list(findings)
    gone = [_gone(entry, history=history) for entry in policy.stale(found, history=history)]
    fillers = (f"{policy.fillers[text]}: {quoted(text)}" for text in policy.idle_fillers(found))
    idle = (*map(place, policy.idle(found, paths)), *fillers)
    return [*gone, *(f"{decision} silences nothing: remove it" for decision in idle)]


def _gone(entry: Acceptance, *, history: bool) -> str:
    if entry.about:
        return f"{place(entry)} is not found any more: {_update(entry)} drops it"
    if history:
        return f"{place(entry)} is not found any more: remove it"
    return f"{place(entry)} is not found in the files any more: remove it, unless the history needs it"


def _how_to_give(decision: Acceptance | Exclude) -> str:
    """Say how a decision gets a reason."""
    if isinstance(decision, Exclude):
        return 'write `{ path = "…", reason = "…" }`, or `GLOB # REASON` outside of TOML'
    if decision.about:
        return f"{_update(decision, ' --reason TEXT')} gives one to all that have none"
    return "put it behind a # in that line"


def _update(entry: Acceptance, more: str = "") -> str:
    """Return the command that brings the baseline of `entry` up to date, as code."""
    file = "" if entry.origin == NAME else f" --baseline {shlex.quote(entry.origin)}"
    return f"`okx-secret-scan baseline update{file}{more}`"


def _concerns(decision: Acceptance | Exclude, finding: Finding) -> bool:
    if isinstance(decision, Exclude):
        return paths_excluded((decision,), _paths(finding), finding.rule) is not None
    return decision.fingerprint == finding.fingerprint


def _paths(finding: Finding) -> tuple[str, ...]:
    if finding.attribution is not None and finding.attribution.paths:
        return finding.attribution.paths
    return (finding.file,) if finding.file is not None else ()
