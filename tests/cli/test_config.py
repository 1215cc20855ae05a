"""`okx-secret-scan config`, and the configuration as scans feel it."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from tests.command import Command
from tests.command import config as leak
from tests.repository import Repository
from tests.values import account

OWN = ".okx-secret-scan.toml"


def test_the_configuration_in_force_with_its_origins(okx: Command, repository: Repository) -> None:
    repository.write(OWN, 'fail-on = "high"\nexclude = ["tests/**"]\n')
    repository.write(".okx-secret-scan-ignore", f"{'1' * 32} # known\n{'2' * 32} until 2020-01-01\n")
    okx("baseline", "create")
    folder = repository.path / "deep"
    folder.mkdir()
    run = okx("config", folder=folder, environment={"OKX_SECRET_SCAN_JOBS": "3"})
    assert run.status == 0
    lines = run.out.splitlines()
    assert f'fail-on = "high"  # {OWN}:1' in lines
    assert f'  "tests/**",  # {OWN}:2' in lines
    assert "jobs = 3  # OKX_SECRET_SCAN_JOBS" in lines
    assert "strict = false  # default" in lines
    assert "# .okx-secret-scan-ignore accepts 1 finding" in lines
    assert "# .okx-secret-scan-baseline.jsonl accepts 0 findings" in lines
    assert "# 1 decision past the end" in lines


def test_the_schema_is_printed(okx: Command) -> None:
    schema = json.loads(okx("config", "--schema").out)
    assert set(schema["definitions"]["configuration"]["properties"]) >= {
        "fail-on",
        "baseline",
        "exclude",
        "names",
    }


@pytest.mark.parametrize("command", ["config", "scan"])
def test_a_mistake_is_one_line_and_status_2(okx: Command, repository: Repository, command: str) -> None:
    repository.write("pyproject.toml", "[tool.okx-secret-scan]\nfail-no = 'high'\n")
    run = okx(command)
    assert (run.status, run.out) == (2, "")
    assert run.err == "okx-secret-scan: pyproject.toml:2: unknown key 'fail-no': did you mean fail-on?\n"


def test_an_example_that_fails_is_told(okx: Command, repository: Repository) -> None:
    repository.write(
        OWN,
        "[[names]]\nrule = 'okx-secret-key'\nnames = ['ACME_SEED']\n"
        "finds = ['nothing at all: {secret}']\nignores = ['ACME = 1']\n",
    )
    run = okx("config")
    assert run.status == 2
    assert "an example fails: finds 'nothing at all: {secret}': okx-secret-key is not found" in run.err


def test_an_example_that_needs_no_placeholder_is_told(okx: Command, repository: Repository) -> None:
    table = (
        "[[placeholders]]\nvalues = ['{0}']\nfinds = ['OKX_PASSPHRASE = \"{{passphrase}}\"']\n"
        "ignores = ['OKX_PASSPHRASE = \"{0}\"']\n"
    )
    repository.write(OWN, table.format("acme-dummy"))
    run = okx("config")
    assert run.status == 2
    assert "acme-dummy\"': nothing is found there without the placeholder either\n" in run.err
    repository.write(OWN, table.format("acme-desk-01"))
    assert okx("config").status == 0


def test_a_client_of_the_configuration_is_named_as_such(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write(
        OWN,
        "[[clients]]\ncall = 'AcmeGateway'\narguments = ['key', 'secret', 'passphrase']\n"
        'finds = [\'AcmeGateway("{key}", "{secret}", "{passphrase}")\']\n'
        "ignores = ['AcmeGateway(key, secret, phrase)']\n",
    )
    repository.write("bot.py", f'g = AcmeGateway("{ours.key}", "{ours.secret}", "{ours.passphrase}")\n')
    found = okx("scan", "--format", "json").report["findings"]
    said = "call of the client that the configuration names; argument of AcmeGateway"
    assert [finding["evidence"].removeprefix("it follows the secret key; ") for finding in found] == [
        said
    ] * 3


def test_excluded_paths_are_counted_and_listed(okx: Command, repository: Repository) -> None:
    repository.write(OWN, 'exclude = [{ path = "tests/**", reason = "made up" }]\n')
    repository.write("tests/test_bot.py", leak(account()))
    run = okx("scan", "-v")
    assert run.status == 0
    assert "3 suppressed" in run.out
    assert f"exclude `tests/**` ({OWN}): made up" in run.out


def test_what_a_placeholder_silences_is_counted_and_listed(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write(
        OWN,
        f"[[placeholders]]\nvalues = ['{ours.passphrase}']\n"
        "finds = ['OKX_PASSPHRASE = \"{passphrase}\"']\nignores = ['OKX_PASSPHRASE = \"dummy\"']\n",
    )
    repository.write("bot.py", leak(ours))
    run = okx("scan", "-v")
    assert run.status == 1
    assert "2 findings in 1 credential, 1 suppressed" in run.out
    assert f"placeholder of {OWN}:1" in run.out
    assert ours.passphrase not in run.out
    assert len(okx("scan", "--format=json", "--no-repo-config").report["findings"]) == 3


def test_configuration_in_scanned_content_can_be_ignored(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write(OWN, 'exclude = ["**"]\n')
    repository.write("bot.py", "# okx-secret-scan: allow-file\n" + leak(ours))
    assert okx("scan").status == 0
    run = okx("scan", "--no-repo-config", "--format", "json")
    assert run.status == 1
    assert len(run.report["findings"]) == 3
    assert okx("scan", environment={"OKX_SECRET_SCAN_NO_REPO_CONFIG": "1"}).status == 1


def test_the_threshold_of_the_configuration_decides(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", f'import okx\nOKX_API_KEY = "{account().key}"\n')
    assert okx("scan").status == 1
    assert okx("scan", environment={"OKX_SECRET_SCAN_FAIL_ON": "high"}).status == 0
    repository.write(OWN, 'fail-on = "medium"\n')
    assert okx("scan").status == 0
    assert okx("scan", "--fail-on", "low").status == 1


def test_decisions_that_silence_nothing_can_be_errors(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", "x = 1  # okx-secret-scan: allow\n")
    repository.write(OWN, 'exclude = ["old/**"]\n')
    repository.write(".okx-secret-scan-ignore", f"{'1' * 32}  # gone\n")
    plain = okx("scan")
    assert plain.status == 0
    assert f"note: .okx-secret-scan-ignore:1: {'1' * 32} is not found in the files any more" in plain.err
    strict = okx("scan", "--report-unused")
    assert strict.status == 2
    assert "unused: bot.py:1: comment silences nothing" in strict.err
    assert f"unused: {OWN}: exclude `old/**` silences nothing" in strict.err
    assert f"unused: .okx-secret-scan-ignore:1: {'1' * 32} is not found in the files any more" in strict.err


def test_an_incomplete_scan_calls_nothing_unused(okx: Command, repository: Repository) -> None:
    repository.write(".okx-secret-scan-ignore", f"{'1' * 32}  # gone\n")
    repository.write("a.zip", damaged())
    for options in ([], ["--report-unused"]):
        run = okx("scan", *options)
        assert run.status == 2
        assert "1" * 32 not in run.err


def test_what_is_ignored_in_the_history_is_not_to_be_removed(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": leak(account())})
    found = okx("scan", "--format", "json").report["findings"]
    repository.write(".okx-secret-scan-ignore", "".join(f"{f['fingerprint']}\n" for f in found))
    repository.commit({"bot.py": "x = 1\n"})
    assert okx("history", "--report-unused").status == 0
    assert "3 accepted findings are not found any more" in okx("scan").err


def test_placeholders_that_stand_nowhere_are_unused(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write(
        OWN,
        f"[[placeholders]]\nvalues = ['acme-dummy', '{ours.passphrase}']\n"
        "finds = ['OKX_PASSPHRASE = \"{passphrase}\"']\nignores = ['OKX_PASSPHRASE = \"acme-dummy\"']\n",
    )
    repository.write("bot.py", leak(ours))
    run = okx("scan", "--report-unused", "--fail-on", "critical")
    assert run.err == (
        f"okx-secret-scan: unused: placeholder of {OWN}:1: 'acme-dummy' silences nothing: remove it\n"
    )


def test_an_expired_decision_is_told_when_it_matters(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", leak(account()))
    found = okx("scan", "--format", "json").report["findings"]
    ends = ["until 2099-12-31  # soon gone", "until 2020-01-31  # was to go", ""]
    lines = [f"{finding['fingerprint']} {end}\n" for finding, end in zip(found, ends, strict=True)]
    repository.write(".okx-secret-scan-ignore", "".join(lines))
    run = okx("scan", "--format", "json")
    assert run.status == 1
    assert [finding["fingerprint"] for finding in run.report["findings"]] == [found[1]["fingerprint"]]
    assert f"note: .okx-secret-scan-ignore:2: {found[1]['fingerprint']} ended on 2020-01-31" in run.err


def test_excludes_of_the_command_line_and_of_variables_can_give_a_reason(
    okx: Command, repository: Repository
) -> None:
    repository.write(OWN, "strict = true\n")
    repository.write("bot.py", leak(account()))
    bare = okx("scan", "--exclude", "*.py")
    assert bare.status == 2
    assert "exclude `*.py` gives no reason" in bare.err
    assert "`GLOB # REASON` outside of TOML" in bare.err
    assert okx("scan", "--exclude", "*.py # made up").status == 0
    assert okx("scan", environment={"OKX_SECRET_SCAN_EXCLUDE": "*.py # made up"}).status == 0


def damaged() -> bytes:
    """Return an archive whose only member cannot be read."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bot.py", leak(account()))
    content = bytearray(data.getvalue())
    content[60:70] = bytes(10)
    return bytes(content)


def test_what_was_not_read_at_an_excluded_path_is_told(okx: Command, repository: Repository) -> None:
    repository.add({"old/a.zip": damaged(), "old/b.zip": damaged()})
    assert okx("scan").status == 2
    repository.commit({OWN: 'exclude = ["old/"]\n'})
    note = f"note: not read, but excluded: old/a.zip and 1 more: exclude `old/` ({OWN})\n"
    for command in (["scan"], ["scan", "--report-unused"], ["staged", "old/a.zip", "old/b.zip"], ["history"]):
        run = okx(*command, environment={"GIT_INDEX_FILE": ".git/index"})
        assert run.status == 0
        assert note in run.err


def test_a_damaged_file_is_excluded_only_at_all_its_paths(okx: Command, repository: Repository) -> None:
    repository.commit({OWN: 'exclude = ["a/"]\n', "a/x.zip": damaged(), "b/x.zip": damaged()})
    run = okx("history")
    assert run.status == 2
    assert "not read  b/x.zip" in run.out


def test_files_that_quote_comments_can_be_excluded(okx: Command, repository: Repository) -> None:
    repository.write("docs/readme.md", "Write `# okx-secret-scan: allow` behind it.\n")
    repository.write("bot.py", "x = 1  # okx-secret-scan: allow\n")
    repository.write(OWN, 'exclude = ["docs/", "old/"]\n')
    run = okx("scan", "--report-unused")
    assert run.status == 2
    assert [line.removeprefix("okx-secret-scan: unused: ") for line in run.err.splitlines()] == [
        "bot.py:1: comment silences nothing",
        f"{OWN}: exclude `old/` silences nothing: remove it",
    ]


def test_a_value_in_a_reason_is_masked(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", leak(ours))
    fingerprint = okx("scan", "--format", "json").report["findings"][1]["fingerprint"]
    repository.write(".okx-secret-scan-ignore", f"{fingerprint}  # {ours.secret} is dead\n")
    for options in (["-v"], ["-v", "--format", "html"], ["-v", "--format", "sarif"]):
        assert ours.secret not in okx("scan", *options).out


def test_a_sweep_tells_of_each_repository_what_has_ended(okx: Command, repository: Repository) -> None:
    repository.commit({OWN: 'exclude = [{ path = "*.py", until = 2020-01-31 }]\n', "bot.py": leak(account())})
    run = okx("sweep", ".")
    assert run.status == 1
    assert f"note: .: {OWN}: exclude `*.py` ended on 2020-01-31: its findings count again\n" in run.err
