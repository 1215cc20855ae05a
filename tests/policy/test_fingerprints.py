from __future__ import annotations

import hashlib
import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from okx_secret_scan.detector import detect
from okx_secret_scan.model import Blob, EnvFallback, Finding, Location, Rule, Severity
from okx_secret_scan.policy.fingerprints import LENGTH, assign, is_fingerprint
from tests.command import config
from tests.policy.findings import finding
from tests.values import Account, account, api_key, passphrase, secret_key

RANDOM_RULES = (Rule.API_KEY, Rule.SECRET_KEY, Rule.SESSION_TOKEN)
values = st.text(min_size=6, max_size=40)
positions = st.integers(min_value=1, max_value=10**6)


def name(rule: Rule, value: str) -> str:
    return assign([finding(rule, value)])[0].fingerprint


def triple(key: str, secret: str, phrase: str, credential: str = "1") -> list[Finding]:
    parts = ((Rule.API_KEY, key), (Rule.SECRET_KEY, secret), (Rule.PASSPHRASE, phrase))
    return [finding(rule, value, credential=credential) for rule, value in parts]


def names(findings: list[Finding]) -> set[str]:
    return {named.fingerprint for named in assign(findings)}


@given(st.sampled_from(RANDOM_RULES), values, positions, positions, st.text(max_size=30), st.text(max_size=9))
def test_place_and_circumstances_do_not_count(
    rule: Rule, value: str, line: int, column: int, path: str, indent: str
) -> None:
    here = finding(rule, value)
    there = replace(
        here,
        location=Location(line, column, line + 1, column + 2, cell="3:2"),
        path=path,
        blob="f" * 40,
        severity=Severity.CRITICAL,
        evidence=(indent,),
        encoding="base64",
        env_fallback=EnvFallback("OKX"),
        credential="another",
    )
    assert assign([here])[0].fingerprint == assign([there])[0].fingerprint


@given(st.sampled_from(RANDOM_RULES), values, values)
def test_values_differ_so_names_differ(rule: Rule, one: str, other: str) -> None:
    same = one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
    assert (name(rule, one) == name(rule, other)) is same


@given(values)
def test_rules_do_not_share_names(value: str) -> None:
    assert len({name(rule, value) for rule in RANDOM_RULES}) == len(RANDOM_RULES)


@given(st.lists(values, min_size=2, max_size=4))
def test_line_ends_do_not_count(pieces: list[str]) -> None:
    unix = [piece.replace("\r", "") for piece in pieces]
    assert name(Rule.SECRET_KEY, "\n".join(unix)) == name(Rule.SECRET_KEY, "\r\n".join(unix))


@given(values, st.randoms())
def test_a_set_is_named_alike_in_any_order_and_beside_any_neighbour(phrase: str, rng: random.Random) -> None:
    key, secret = api_key(), secret_key()
    alone = names(triple(key, secret, phrase))
    crowd = triple(key, secret, phrase, credential="9") + triple(
        api_key(), secret_key(), phrase, credential="2"
    )
    rng.shuffle(crowd)
    assert alone <= names(crowd)


@given(values)
def test_one_passphrase_in_two_sets_has_two_names(phrase: str) -> None:
    ours = account()
    theirs = account()
    both = triple(ours.key, ours.secret, phrase, "1") + triple(theirs.key, theirs.secret, phrase, "2")
    assert len(names(both)) == 6


@settings(deadline=None, max_examples=5)
@given(values, values)
def test_a_lone_passphrase_is_named_by_its_value(one: str, other: str) -> None:
    same = one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
    assert (name(Rule.PASSPHRASE, one) == name(Rule.PASSPHRASE, other)) is same


def test_a_passphrase_is_keyed_by_the_secret_key_rather_than_the_api_key() -> None:
    ours = account()
    by_secret = assign(triple(api_key(), ours.secret, ours.passphrase))[2]
    assert assign(triple(ours.key, ours.secret, ours.passphrase))[2].fingerprint == by_secret.fingerprint
    by_key = [finding(Rule.API_KEY, ours.key), finding(Rule.PASSPHRASE, ours.passphrase)]
    assert assign(by_key)[1].fingerprint != by_secret.fingerprint
    assert assign(by_key)[1].fingerprint != name(Rule.PASSPHRASE, ours.passphrase)


def test_the_order_of_several_secrets_in_a_set_does_not_count() -> None:
    phrase = finding(Rule.PASSPHRASE, passphrase())
    secrets = [finding(Rule.SECRET_KEY, secret_key()) for _ in range(2)]
    assert names([phrase, *secrets]) == names([*reversed(secrets), phrase])


def test_order_and_everything_else_of_the_findings_stay() -> None:
    ours = account()
    before = triple(ours.key, ours.secret, ours.passphrase)
    after = assign(before)
    assert [replace(named, fingerprint="") for named in after] == before
    assert all(is_fingerprint(named.fingerprint) for named in after)


def test_no_plain_hash_of_a_passphrase_is_published() -> None:
    phrase = passphrase()
    published = {name(Rule.PASSPHRASE, phrase), *names(triple(api_key(), secret_key(), phrase))}
    for algorithm in ("md5", "sha1", "sha256", "sha512", "blake2b"):
        digest = hashlib.new(algorithm, phrase.encode()).hexdigest()
        assert not any(found in digest for found in published)


def test_undecodable_values_are_named_too() -> None:
    assert is_fingerprint(name(Rule.PASSPHRASE, "Pa\udcff\ud800ss"))


def test_form_of_a_fingerprint() -> None:
    assert is_fingerprint("0123456789abcdef" * 2)
    assert not is_fingerprint("0123456789ABCDEF" * 2)
    assert not is_fingerprint("0" * (LENGTH - 1))
    assert not is_fingerprint("g" * LENGTH)


def in_text(text: str, path: str, encoding: str) -> set[str]:
    found = detect(Blob(text.encode(encoding), path)).findings
    assert len(found) == 3
    return names(list(found))


@settings(deadline=None)
@given(
    moved=st.integers(0, 30),
    indent=st.sampled_from(["", " ", "    ", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
    path=st.sampled_from(["config.py", "a/b/settings.py", "Bot\\config.py", "目录/配置.py"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]),
)
def test_a_file_may_change_around_its_values(
    moved: int, indent: str, end: str, path: str, encoding: str
) -> None:
    ours = account()
    text = config(ours)
    changed = (
        "# nothing\n" * moved + "if True:\n" + "".join(f"{indent} {line}\n" for line in text.splitlines())
    )
    assert in_text(changed.replace("\n", end), path, encoding) == in_text(text, "bot/config.py", "utf-8")


def test_each_part_of_an_account_counts() -> None:
    ours, other = account(), account()
    before = in_text(config(ours), "bot.py", "utf-8")
    new_key = in_text(config(Account(other.key, ours.secret, ours.passphrase)), "bot.py", "utf-8")
    assert len(before & new_key) == 2
    new_secret = in_text(config(Account(ours.key, other.secret, ours.passphrase)), "bot.py", "utf-8")
    assert len(before & new_secret) == 1, "the passphrase is named in the set of its secret key"
    new_phrase = in_text(config(Account(ours.key, ours.secret, other.passphrase)), "bot.py", "utf-8")
    assert len(before & new_phrase) == 2
