"""What decisions and settings quote: no value, and nothing that breaks the lines it is shown in."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable

import pytest

from tests.command import Command
from tests.command import config as leak
from tests.repository import Repository
from tests.values import account, api_key, secret_key

OWN = ".okx-secret-scan.toml"


def test_the_configuration_is_shown_without_values(okx: Command, repository: Repository) -> None:
    ours, bare = account(), api_key()
    repository.write(
        OWN,
        f"exclude = [{{ path = 'docs/', reason = 'OKX_SECRET_KEY={ours.secret}' }},"
        f" {{ path = 'old/', reason = 'new one is {bare}' }}, 'a/{ours.key}/**']\n",
    )
    run = okx("config")
    assert run.status == 0
    assert not any(value in run.out for value in (ours.secret, ours.key, bare))
    assert "new one is …" in run.out


@pytest.mark.parametrize("text", [" {} ", "{}/"])
@pytest.mark.parametrize("value", [api_key, secret_key])
def test_a_placeholder_around_a_value_is_refused(
    okx: Command, repository: Repository, text: str, value: Callable[[], str]
) -> None:
    raw = value()
    repository.write(
        OWN,
        f"[[placeholders]]\nvalues = ['{text.format(raw)}']\nfinds = ['{{secret}}']\nignores = ['x']\n",
    )
    run = okx("config")
    assert run.status == 2
    assert "has the form of a real value" in run.err
    assert raw not in run.out + run.err


def test_a_bare_value_in_a_reason_is_masked(okx: Command, repository: Repository) -> None:
    ours, bare = account(), api_key()
    repository.write("bot.py", leak(ours))
    fingerprint = okx("scan", "--format", "json").report["findings"][1]["fingerprint"]
    repository.write(".okx-secret-scan-ignore", f"{fingerprint}  # new one is {bare}\n")
    repository.write(OWN, f"exclude = [{{ path = 'bot.py', reason = 'also {bare}' }}]\n")
    for options in (["-v"], ["-v", "--format", "json"], ["-v", "--format", "sarif"]):
        run = okx("scan", *options)
        assert bare not in run.out + run.err
    assert "also …" in okx("scan", "-v").out


def test_what_is_shown_is_valid_toml_on_one_line(okx: Command, repository: Repository) -> None:
    reason = "a\u2028b\u0085c ::d ##e \x1b \U000e0001 \\x3a"
    written = json.dumps(reason).replace("\\udb40\\udc01", "\\U000E0001")
    repository.write(OWN, f"exclude = [{{ path = 'docs/', reason = {written} }}]\n")
    run = okx("config")
    assert tomllib.loads(run.out)["exclude"] == [{"path": "docs/", "reason": reason}]
    assert all(line.isprintable() for line in run.out.split("\n"))
