"""Values in the names of refs, files and folders, and in messages that repeat such names.

`{k}` and `{s}` stand for a key and a secret key.
"""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO

import pytest

from okx_secret_scan.detector import could_match, detect
from okx_secret_scan.model import Blob, Finding, Rule, Source
from tests.values import api_key, passphrase, secret_key

K, S = Rule.API_KEY, Rule.SECRET_KEY
LEAKS = [
    ("okx-api-key-{k}", [K]),
    ("fix/okx_{k}", [K]),
    ("okx_secret_key_{s}", [S]),
    ("keys/okx-api-key-{k}.txt", [K]),
    ("okx_{s}.json", [S]),
    ("{s}_okx.json", [S]),
    ("{k}.okx-key.txt", [K]),
    ("okx/api-key/{k}", [K]),
    ("src/okx/api_keys/{k}/notes.txt", [K]),
    ("OKX keys ({k}).txt", [K]),
    ("okx-demo-{k}", [K]),
    ("okx-creds-{k}", [K]),
    ("okx-secret-{k}", [K]),
    ("okx_key_{s}", [S]),
    ("okx-4711-rotate-api-key-{k}", [K]),
    ("欧易密钥{k}", [K]),
    ("OKX_SECRET_KEY={s}", [S]),
    ("okx-{k}-{s}.env", [K, S]),
    ("okx_key_{k}_secret_{s}", [K, S]),
    ("bot/key-{k}-secret-{s}", [K, S]),
    ("kucoin-okx/api-key-{k}", [K]),
]
OTHER_THINGS = [
    "{k}",
    "fix/{k}",
    "{s}.png",
    "key-{k}",
    "api-key-{k}.txt",
    "secret/{s}",
    "okx/{k}.json",
    "okx/uploads/{s}.png",
    "okx/strategies/{k}.py",
    "okx-strategy-{k}",
    "okx-order-{k}",
    "okx_order_id_{k}",
    "logs/okx_trace_{k}.log",
    "order-okx-{k}",
    "okx_session_key_{k}",
    "okx_cache_key_{s}",
    "okx_checksum_{s}",
    "feature/okx-api-key-rotation-{k}",
    "okx/kucoin-api-key-{k}",
    "binance_api_key_{k}",
    "{k}-okx-BTC-USDT.csv",
    "bookx_{k}",
    "okx-api-key-{k}0",
    "okx-api-key-00000000-0000-4000-8000-000000000000",
    "okx_0123456789ABCDEF0123456789ABCDEF",
]


def _name(template: str) -> str:
    return template.format(k=api_key(), s=secret_key())


def _found(data: bytes, path: str | None, source: Source) -> tuple[Finding, ...]:
    """What is found behind the gate."""
    return detect(Blob(data, path, source=source)).findings if could_match(data, path) else ()


@pytest.mark.parametrize(("template", "rules"), LEAKS)
def test_a_value_in_a_name_is_found(template: str, rules: list[Rule]) -> None:
    name = _name(template)

    of_ref = _found(name.encode(), None, Source.REF_NAME)
    of_file = _found(b"", name, Source.FILE)

    assert [finding.rule for finding in of_ref] == [finding.rule for finding in of_file] == rules
    for finding in (*of_ref, *of_file):
        value, where = finding.secret.reveal(), finding.location
        assert name[where.column - 1 : where.end_column - 1] == value
        assert value not in str(finding.evidence)
    assert {finding.source for finding in of_ref} == {Source.REF_NAME}
    assert {finding.source for finding in of_file} == {Source.PATH_NAME}
    assert len({finding.credential for finding in of_file}) == 1


@pytest.mark.parametrize("template", OTHER_THINGS)
def test_an_id_in_a_name_is_none(template: str) -> None:
    name = _name(template)

    assert detect(Blob(name.encode(), source=Source.REF_NAME)).findings == ()
    assert detect(Blob(b"", name)).findings == ()


@pytest.mark.parametrize("source", [Source.COMMIT_MESSAGE, Source.TAG_MESSAGE, Source.REF_NAME])
def test_a_message_repeats_the_name_of_a_branch(source: Source) -> None:
    name = _name("fix/okx_{k}")

    (found,) = _found(f"Merge branch '{name}' into main\n\nAnd so on.\n".encode(), None, source)

    assert (found.rule, found.source, found.location.line, found.location.column) == (K, source, 1, 23)


def test_a_text_that_says_more_than_a_name_counts() -> None:
    message = f'Set OKX_API_KEY="{{k}}" and\nokx_secret="{{s}}"\nokx_passphrase="{passphrase()}"\n'

    found = _found(_name(message).encode(), None, Source.COMMIT_MESSAGE)

    assert [finding.rule for finding in found] == [K, S, Rule.PASSPHRASE]
    assert len({finding.credential for finding in found}) == 1


def test_the_path_of_a_finding_ends_with_the_name_that_holds_the_value() -> None:
    key = api_key()

    (found,) = _found(b"text\n", f"bots/okx-api-key-{key}/src/main.py", Source.FILE)

    assert (found.path, found.member) == (f"bots/okx-api-key-{key}", None)


def test_a_path_is_read_without_content() -> None:
    name = _name("okx_{s}.json")

    (found,) = _found(name.encode(), name, Source.PATH_NAME)

    assert (found.source, found.path) == (Source.PATH_NAME, name)


def test_names_in_archives() -> None:
    content = BytesIO()
    secret = secret_key()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(f"keys/okx_{secret}/a.txt", "text\n")

    (found,) = _found(content.getvalue(), "okx.zip", Source.FILE)

    assert (found.source, found.path) == (Source.PATH_NAME, f"okx.zip!keys/okx_{secret}")
    assert (found.member, found.file) == (f"keys/okx_{secret}", "okx.zip")
    assert found.secret.reveal() == secret


def test_a_compressed_file_is_told_once() -> None:
    name = _name("okx_{s}.json.gz")

    (found,) = _found(gzip.compress(b"text\n"), name, Source.FILE)

    assert found.path == name
