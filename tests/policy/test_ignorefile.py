from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from okx_secret_scan.model import UserError
from okx_secret_scan.policy import ignorefile
from okx_secret_scan.policy.entries import Acceptance
from tests.values import api_key, secret_key

ONE, TWO, THREE = ("1" * 32, "2" * 32, "abcdef01" * 4)


def read(folder: Path, content: bytes) -> tuple[Acceptance, ...]:
    file = folder / ignorefile.NAME
    file.write_bytes(content)
    return ignorefile.read(file)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_entries_with_reasons_and_ends(tmp_path: Path, end: str, mark: bytes) -> None:
    lines = [
        "# accepted by the desk",
        "",
        ONE,
        f"{TWO}  # rotated # twice",
        f"  {THREE} until 2027-01-31 #ends with the gateway 网关",
    ]
    assert read(tmp_path, mark + end.join(lines).encode()) == (
        Acceptance(ONE, f"{ignorefile.NAME}:3"),
        Acceptance(TWO, f"{ignorefile.NAME}:4", "rotated # twice"),
        Acceptance(THREE, f"{ignorefile.NAME}:5", "ends with the gateway 网关", date(2027, 1, 31)),
    )


def test_an_empty_file_accepts_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"") == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("abc", "is no fingerprint"),
        (ONE[:-1], "is no fingerprint"),
        (f"{ONE} until", "has no valid date after until: write it as YYYY-MM-DD"),
        (f"{ONE} until tomorrow", "has no valid date after until: write it as YYYY-MM-DD"),
        (f"{ONE} until 2026-02-30", "has no valid date after until: write it as YYYY-MM-DD"),
        (f"{ONE} until 20260203", "has no valid date after until: write it as YYYY-MM-DD"),
        (f"{ONE} rotated last year", "has unknown words after the fingerprint: put the reason after a #"),
        (f"{ONE} until 2027-01-01 rotated", "has unknown words after the fingerprint"),
        ("<<<<<<< HEAD", "has a merge conflict: keep the lines of both sides"),
        (">>>>>>> other", "has a merge conflict: keep the lines of both sides"),
        ("=======", "is no fingerprint"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(UserError) as error:
        read(tmp_path, f"# head\n{line}\n{TWO}\n".encode())
    assert str(error.value).startswith(f"{ignorefile.NAME}:2: {words}")


def test_a_value_in_the_file_is_not_repeated(tmp_path: Path) -> None:
    for value in (secret_key(), api_key(), f"{secret_key()} # ours"):
        with pytest.raises(UserError) as error:
            read(tmp_path, value.encode())
        assert value.split()[0] not in str(error.value)


def test_another_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=":2: is not UTF-8 text"):
        read(tmp_path, f"{ONE}\n{TWO} # Rücksprache".encode("latin-1"))
