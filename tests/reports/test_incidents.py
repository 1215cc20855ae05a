from __future__ import annotations

from dataclasses import replace

from okx_secret_scan.model import Rule, ScanResult, Severity
from okx_secret_scan.reports.incidents import incidents
from tests import values
from tests.reports.samples import AT_HEAD, BROUGHT, GONE, REMOVED, finding, sample


def test_groups_by_credential_and_puts_the_worst_first() -> None:
    listed = incidents(sample().result)
    assert [incident.credential for incident in listed] == ["c1", "c2", "c4", "c3", "c5"]
    assert listed[0].title == "OKX API key, secret key and passphrase"
    assert listed[0].places == 9


def test_an_incident_lasts_until_its_last_part_is_gone() -> None:
    gone = finding(Rule.SECRET_KEY, values.secret_key(), 1, attribution=GONE)
    there = finding(Rule.PASSPHRASE, values.passphrase(), 2, attribution=AT_HEAD)
    (both,) = incidents(ScanResult("history", (gone, there)))
    assert (both.since, both.until, both.present) == (BROUGHT.date, None, True)
    (one,) = incidents(ScanResult("history", (gone,)))
    assert (one.since, one.until, one.present) == (BROUGHT.date, REMOVED.date, False)


def test_dates_are_compared_as_moments_not_as_text() -> None:
    # Read as text the second would be the earlier one.
    early = replace(GONE, commit=replace(BROUGHT, date="2025-03-01T23:00:00-01:00"))
    late = replace(GONE, commit=replace(BROUGHT, date="2025-03-02T03:00:00+01:00"))
    forged = replace(GONE, commit=replace(BROUGHT, date="99999-99-99"))
    parts = tuple(
        finding(Rule.API_KEY, values.api_key(), line, attribution=story)
        for line, story in enumerate((forged, early, late), start=1)
    )
    (incident,) = incidents(ScanResult("history", parts))
    assert incident.since == "2025-03-01T23:00:00-01:00"


def test_outside_a_history_an_incident_is_present_and_dateless() -> None:
    (incident,) = incidents(ScanResult("scan", (finding(Rule.API_KEY, values.api_key(), 1),)))
    assert (incident.since, incident.until, incident.present, incident.refs) == (None, None, True, ())
    assert incident.severity is Severity.CRITICAL
