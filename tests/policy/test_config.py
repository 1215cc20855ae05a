"""The configuration: which place wins, and what each mistake is told as."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okx_secret_scan.model import Rule, Severity, UserError
from okx_secret_scan.policy import config, effective
from okx_secret_scan.policy.config import Config
from okx_secret_scan.policy.excludes import Exclude
from okx_secret_scan.policy.extras import ExtraClient, ExtraName
from tests.values import api_key, secret_key

OWN, PYPROJECT, SETUP = ".okx-secret-scan.toml", "pyproject.toml", "setup.cfg"


def load(
    root: Path,
    files: Mapping[str, str] | None = None,
    *,
    file: str | None = None,
    repo_config: bool = True,
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, object] | None = None,
) -> Config:
    for name, content in (files or {}).items():
        (root / name).write_text(content, encoding="utf-8")
    return config.load(
        root,
        file=root / file if file else None,
        repo_config=repo_config,
        environment=environment or {},
        command_line=options or {},
    )


def test_without_any_configuration_the_defaults_hold(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert (found.fail_on, found.baseline, found.exclude, found.jobs) == (Severity.LOW, None, (), None)
    assert (found.strict, found.report_unused, found.trusting) == (False, False, True)
    assert found.origin("fail-on") == "default"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (OWN, 'fail-on = "high"'),
        (OWN, '[okx-secret-scan]\nfail-on = "high"'),
        (PYPROJECT, '[project]\nname = "x"\n[tool.okx-secret-scan]\nfail-on = "high"'),
        (SETUP, "[metadata]\nname = x\n[okx-secret-scan]\nfail-on = high"),
    ],
)
def test_each_file_is_read(tmp_path: Path, name: str, content: str) -> None:
    found = load(tmp_path, {name: content})
    assert found.fail_on is Severity.HIGH
    assert found.origin("fail-on") == f"{name}:{len(content.splitlines())}"


def test_the_stronger_place_wins_and_is_named(tmp_path: Path) -> None:
    files = {OWN: 'fail-on = "low"\njobs = 3\nstrict = true\nbaseline = "team.jsonl"'}
    environment = {"OKX_SECRET_SCAN_FAIL_ON": "medium", "OKX_SECRET_SCAN_JOBS": "5"}
    found = load(tmp_path, files, environment=environment, options={"fail-on": "critical"})
    assert (found.fail_on, found.jobs, found.strict) == (Severity.CRITICAL, 5, True)
    assert found.baseline == tmp_path / "team.jsonl"
    assert {key: found.origin(key) for key in ("fail-on", "jobs", "strict", "report-unused")} == {
        "fail-on": "--fail-on",
        "jobs": "OKX_SECRET_SCAN_JOBS",
        "strict": f"{OWN}:3",
        "report-unused": "default",
    }


def test_excludes_add_up(tmp_path: Path) -> None:
    files = {
        OWN: 'exclude = ["a/**", {path = "b", rules = ["okx-passphrase"], reason = "y", until = 2027-01-31}]'
    }
    found = load(
        tmp_path,
        files,
        environment={"OKX_SECRET_SCAN_EXCLUDE": "c # made up\nd#1"},
        options={"exclude": ["e", "f/** # mine"]},
    )
    assert found.exclude == (
        Exclude("a/**", OWN),
        Exclude("b", OWN, (Rule.PASSPHRASE,), "y", date(2027, 1, 31)),
        Exclude("c", "environment", reason="made up"),
        Exclude("d#1", "environment"),
        Exclude("e", "command line"),
        Exclude("f/**", "command line", reason="mine"),
    )


def test_setup_cfg_holds_lists_as_lines(tmp_path: Path) -> None:
    content = (
        "[okx-secret-scan]\nexclude =\n    tests/**  # made up\n    docs/100%.md\nstrict = yes\njobs = 2\n"
    )
    found = load(tmp_path, {SETUP: content})
    assert [(row.glob, row.reason) for row in found.exclude] == [
        ("tests/**", "made up"),
        ("docs/100%.md", None),
    ]
    assert (found.strict, found.jobs) == (True, 2)


def test_empty_variables_and_foreign_variables_do_not_count(tmp_path: Path) -> None:
    found = load(tmp_path, environment={"OKX_SECRET_SCAN_FAIL_ON": "", "OKX_API_KEY": "x", "PATH": "y"})
    assert found.fail_on is Severity.LOW


def test_a_named_file_replaces_what_lies_in_the_repository(tmp_path: Path) -> None:
    files = {OWN: "strict = true", "team.toml": 'fail-on = "high"', "team.cfg": "[okx-secret-scan]\njobs = 4"}
    named = load(tmp_path, files, file="team.toml")
    assert (named.strict, named.fail_on) == (False, Severity.HIGH)
    by_variable = load(tmp_path, environment={"OKX_SECRET_SCAN_CONFIG": str(tmp_path / "team.cfg")})
    assert (by_variable.strict, by_variable.jobs) == (False, 4)


@pytest.mark.parametrize("way", ["option", "variable"])
def test_configuration_in_a_foreign_repository_can_be_ignored(tmp_path: Path, way: str) -> None:
    environment = {"OKX_SECRET_SCAN_NO_REPO_CONFIG": "1"} if way == "variable" else {}
    files = {OWN: 'exclude = ["**"]', "ours.toml": "jobs = 2"}
    found = load(tmp_path, files, repo_config=way != "option", environment=environment)
    assert (found.exclude, found.trusting) == ((), False)
    named = load(tmp_path, file="ours.toml", repo_config=way != "option", environment=environment)
    assert (named.jobs, named.trusting) == (2, False)


def test_a_named_file_may_name_any_baseline(tmp_path: Path) -> None:
    assert load(tmp_path, {"team.toml": "baseline = '../b.jsonl'"}, file="team.toml").baseline is not None


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
def test_a_configuration_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (root / OWN).symlink_to("../elsewhere.toml")
    for content in ("exclude = ['**']", "nothing of ours"):
        (tmp_path / "elsewhere.toml").write_text(content)
        with pytest.raises(UserError, match=r"^\.okx-secret-scan\.toml leads out of "):
            load(root)
    (root / OWN).unlink()
    (root / "real.toml").write_text("strict = true")
    (root / OWN).symlink_to("real.toml")
    assert load(root).strict


def test_other_tools_files_may_be_broken(tmp_path: Path) -> None:
    load(tmp_path, {PYPROJECT: "[tool.black\nline =", SETUP: "no section\n"})


def test_what_is_no_file_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / OWN).mkdir()
    with pytest.raises(UserError, match=r"^\.okx-secret-scan\.toml is no file: "):
        load(tmp_path)
    assert load(tmp_path, repo_config=False).fail_on


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
@pytest.mark.parametrize("target", ["gone.toml", OWN])
def test_a_link_to_nowhere_is_not_passed_over(target: str, tmp_path: Path) -> None:
    (tmp_path / OWN).symlink_to(target)
    with pytest.raises(UserError, match=r"^\.okx-secret-scan\.toml is a link that leads nowhere: "):
        load(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
def test_folders_named_like_other_tools_files_are_theirs(tmp_path: Path) -> None:
    (tmp_path / PYPROJECT).mkdir()
    (tmp_path / SETUP).symlink_to("gone")
    load(tmp_path)


ADDITIONS = """
[[names]]
rule = "okx-secret-key"
names = ["ACME_SEED", "签名种子"]
finds = ['ACME_SEED = "{secret}"']
ignores = ['ACME_SEEDS = 3']

[[clients]]
call = "acme.Gateway"
arguments = ["other", "key", "secret", "passphrase"]
finds = ['acme.Gateway(url, "{key}", "{secret}", "{passphrase}")']
ignores = ['acme.Gateway(url, key, secret, phrase)']

[[placeholders]]
values = ["acme-dummy"]
finds = ['OKX_PASSPHRASE = "{passphrase}"']
ignores = ['OKX_PASSPHRASE = "acme-dummy"']
"""


def test_additions_reach_the_detector_as_data(tmp_path: Path) -> None:
    extras = load(tmp_path, {OWN: ADDITIONS}).vocabulary
    assert extras.names == (ExtraName("ACME_SEED", Rule.SECRET_KEY), ExtraName("签名种子", Rule.SECRET_KEY))
    arguments = (None, Rule.API_KEY, Rule.SECRET_KEY, Rule.PASSPHRASE)
    assert extras.clients == (ExtraClient("acme.Gateway", arguments),)
    assert extras.placeholders == ()


def test_placeholders_are_a_decision_with_a_place(tmp_path: Path) -> None:
    assert load(tmp_path, {OWN: ADDITIONS}).fillers == {"acme-dummy": f"placeholder of {OWN}:14"}


def test_the_effective_configuration_is_a_configuration(tmp_path: Path) -> None:
    files = {OWN: f'exclude = ["a", {{ path = "b", until = 2027-01-31 }}]\nfail-on = "high"\n{ADDITIONS}'}
    text = effective.render(before := load(tmp_path, files, environment={"OKX_SECRET_SCAN_JOBS": "2"}))
    assert f'fail-on = "high"  # {OWN}:2' in text.splitlines()
    assert "strict = false  # default" in text.splitlines()
    assert "jobs = 2  # OKX_SECRET_SCAN_JOBS" in text.splitlines()
    assert tomllib.loads(text)["exclude"] == ["a", {"path": "b", "until": date(2027, 1, 31)}]
    after = load(tmp_path, {OWN: text})
    assert (after.exclude, after.additions, after.jobs) == (before.exclude, before.additions, 2)


def name_table(**changes: str) -> str:
    rows = {
        "rule": '"okx-secret-key"',
        "names": '["ACME_SEED"]',
        "finds": "['ACME_SEED = \"{secret}\"']",
        "ignores": "['ACME = 1']",
    }
    return "[[names]]\n" + "".join(f"{key} = {value}\n" for key, value in (rows | changes).items() if value)


EXAMPLES = "finds = ['x(\"{key}\")']\nignores = ['x()']\n"
RULES = "known are okx-api-key, okx-secret-key, okx-passphrase"


def client(call: str, arguments: str) -> str:
    return f"[[clients]]\ncall = {call}\narguments = {arguments}\n{EXAMPLES}"


MISTAKES = [
    # Keys.
    ("fial-on = 'high'", ":1: unknown key 'fial-on': did you mean fail-on?"),
    ("strict = true\nfail_on = 'high'", ":2: unknown key 'fail_on': did you mean fail-on?"),
    ("zzz = 1", ":1: unknown key 'zzz': known are fail-on, baseline, exclude, strict,"),
    ("[okx-secret-scan]\nexcludes = []", ":2: unknown key 'excludes': did you mean exclude?"),
    ("[okx-secret-scan]\n[other]", ":1: unknown key 'okx-secret-scan'"),
    # Values.
    ("fail-on = 'hihg'", ":1: fail-on 'hihg' is unknown: did you mean high?"),
    ("fail-on = 3", ":1: fail-on must be a text, not a number"),
    ("\n\nstrict = 'yes'", ":3: strict must be true or false, not a text"),
    ("strict = 1", ":1: strict must be true or false, not a number"),
    ("report-unused = []", ":1: report-unused must be true or false, not a list"),
    ("jobs = 0", ":1: jobs must be 1 or more"),
    ("jobs = 1.5", ":1: jobs must be a whole number, not a number"),
    ("jobs = true", ":1: jobs must be a whole number, not a boolean"),
    ("baseline = ''", ":1: baseline must name a file"),
    ("baseline = '/etc/passwd'", ":1: baseline must lie in the repository; --baseline may name any file"),
    ("baseline = '../b.jsonl'", ":1: baseline must lie in the repository"),
    ("baseline = 2026-01-01", ":1: baseline must be a text, not a date"),
    # Excludes.
    ("exclude = 'tests'", ":1: exclude must be a list, not a text"),
    ("exclude = ['a', 5]", ":1: exclude must be a table, not a number"),
    ("strict = true\n\n# why\nexclude = [\n  'a',\n  5,\n]\n", ":6: exclude must be a table, not a number"),
    ("exclude = [{ path = 'a' },\n  { path = 'b', why = 'c' }]", ":2: exclude.why unknown key 'why': known"),
    ("exclude = ['[z-a]']", ":1: exclude '[z-a]' matches nothing: write it as in .gitignore"),
    ("exclude = ['[abc']", ":1: exclude '[abc' matches nothing"),
    ("exclude = ['./tests']", ":1: exclude './tests' matches nothing: paths start at the root"),
    ("exclude = ['']", ":1: exclude '' matches nothing: write it as in .gitignore"),
    ("exclude = [{ reason = 'x' }]", ":1: exclude needs path"),
    ("[[exclude]]\npath = 'a'\n[[exclude]]\npath = 'b'\nwhy = 'c'", ":5: exclude.why unknown key 'why'"),
    ("[[exclude]]\npath = 'a'\nrules = 'okx-api-key'", ":3: exclude.rules must be a list, not a text"),
    ("[[exclude]]\npath = 'a'\nrules = ['api-key']", ":3: exclude.rules 'api-key' is unknown: did"),
    ("[[exclude]]\npath = 'a'\nreason = ' '", ":3: exclude.reason must not be empty"),
    ("[[exclude]]\npath = 'a'\nuntil = '31.12.2026'", ":3: exclude.until has no valid date after until"),
    ("[[exclude]]\npath = 'a'\nuntil = 2026-01-01T00:00:00", ":3: exclude.until must be a text, not a date"),
    # Additions.
    (name_table(rule="'zzz'"), f":2: names.rule 'zzz' is unknown: {RULES}"),
    (name_table(names="[]"), ":3: names.names must not be empty"),
    (name_table(names="[\n  'ACME_SEED',\n  'a b']"), ":5: names.names 'a b' is no name"),
    (name_table(names="['a.*']"), ":3: names.names 'a.*' is no name: names are plain text"),
    (name_table(finds=""), ":1: names needs finds"),
    (name_table(finds="['ACME_SEED = 1']"), ":4: names.finds needs one of {key}, {secret}, {passphrase}"),
    (name_table(ignores="[3]"), ":5: names.ignores must be a text, not a number"),
    ("names = 'ACME'", ":1: names must be a list, not a text"),
    (client("'a(b)'", "['key']"), ":2: clients.call 'a(b)' is no name of a function"),
    (client("'a'", "['keys']"), ":3: clients.arguments 'keys' is unknown: did you mean key?"),
    (client("'a'", "['other']"), ":3: clients.arguments needs a key, a secret"),
    (f"[[placeholders]]\nvalues = ['x']\n{EXAMPLES}", ":2: placeholders.values is too short"),
    # The file itself.
    ("fail-on = high", ":1: is not valid TOML: Invalid value"),
    ("strict = true\nstrict = false", ":2: is not valid TOML: Cannot overwrite a value"),
    ("exclude = [\n  'a'", ":2: is not valid TOML: "),
    ("okx-secret-scan = 3", ":1: okx-secret-scan must be a table"),
    ("exclude = " + "[" * 9000, ": is nested too deep, or has a number that is too long"),
    ("jobs = " + "9" * 9000, ": is nested too deep, or has a number that is too long"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "line"), MISTAKES)
def test_each_mistake_is_one_line_with_its_place(tmp_path: Path, content: str, line: str) -> None:
    with pytest.raises(UserError) as error:
        load(tmp_path, {OWN: content})
    assert str(error.value).startswith(OWN + line)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "content",
    [
        "{long} = 1",
        "fail-on = '{long}'",
        "exclude = ['{long}/..']",
        "[[exclude]]\npath = 'a'\nrules = ['{long}']",
        name_table(names="['{long} x']"),
        client("'{long}('", "['key']"),
    ],
)
def test_no_mistake_is_quoted_at_length(tmp_path: Path, content: str) -> None:
    with pytest.raises(UserError) as error:
        load(tmp_path, {OWN: content.replace("{long}", "x" * 5000)})
    assert 60 < len(str(error.value)) < 300


@pytest.mark.parametrize(
    "content",
    [
        "{value} = 1",
        "fail-on = '{value}'",
        "exclude = ['../{value}']",
        name_table(names="['{value}']"),
        name_table(names="['x {value}']"),
        client("'a({value}'", "['key']"),
        client("'a'", "['{value}']"),
    ],
)
def test_a_value_in_the_wrong_place_is_not_repeated(tmp_path: Path, content: str) -> None:
    for value in (api_key(), secret_key()):
        with pytest.raises(UserError) as error:
            load(tmp_path, {OWN: content.replace("{value}", value)})
        assert value not in str(error.value)


def test_places_are_found_at_once_in_a_large_file(tmp_path: Path) -> None:
    lines = ["exclude = [", *(f'  "a{number}",' for number in range(20_000)), "  5,", "]"]
    with pytest.raises(UserError, match=r"^\.okx-secret-scan\.toml:20002: exclude must be a table"):
        load(tmp_path, {OWN: "\n".join(lines)})


NOT_READ = "is not read: did you mean"
OTHER_MISTAKES = [
    (PYPROJECT, "[tool.okx_secret_scan]\nstrict = true",
     f":1: [tool.okx_secret_scan] {NOT_READ} [tool.okx-secret-scan]?"),
    (PYPROJECT, "[okx-secret-scan]\nstrict = true",
     f":1: [okx-secret-scan] {NOT_READ} [tool.okx-secret-scan]?"),
    (PYPROJECT, "[tool]\nokx-secret-scan = 3", ":2: okx-secret-scan must be a table"),
    (PYPROJECT, "[a]\nb = 1\n[tool.okx-secret-scan]\njobs = 'x'", ":4: jobs must be a whole number"),
    (PYPROJECT, "[tool.okx-secret-scan\n", ":1: is not valid TOML: "),
    (SETUP, "[okx-secret-scan]\nfailon = high", ":2: unknown key 'failon': did you mean fail-on?"),
    (SETUP, "[okx-secret-scan]\njobs = many", ":2: jobs must be a whole number"),
    (SETUP, "[okx-secret-scan]\nstrict = maybe", ":2: strict must be true or false"),
    (SETUP, "[okx-secret-scan]\nnames = ACME", ":2: names can be set in a TOML file only, such as "),
    (SETUP, "[tool:okx-secret-scan]\nstrict = yes",
     f":1: [tool:okx-secret-scan] {NOT_READ} [okx-secret-scan]?"),
    (SETUP, "[okx_secret_scan]\nstrict = yes",
     f":1: [okx_secret_scan] {NOT_READ} [okx-secret-scan]?"),
    (SETUP, "okx = 1\n[okx-secret-scan]", ":1: is not valid: it stands in no [section]"),
    (SETUP, "[okx-secret-scan]\njobs = 1\njobs = 2", ":3: is not valid: it is set a second time"),
    (SETUP, "[okx-secret-scan]\njobs", ":2: is not valid: write key = value"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "line"), OTHER_MISTAKES)
def test_mistakes_in_shared_files(tmp_path: Path, name: str, content: str, line: str) -> None:
    with pytest.raises(UserError) as error:
        load(tmp_path, {name: content})
    assert str(error.value).startswith(name + line)


def test_two_configurations_are_one_too_many(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        load(tmp_path, {OWN: "", SETUP: "[okx-secret-scan]\n"})
    assert str(error.value) == f"{OWN} and {SETUP} both configure okx-secret-scan: keep one of them"


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"OKX_SECRET_SCAN_FAIL_NO": "low"}, "the environment has an unknown variable OKX_SECRET_SCAN_F"),
        ({"OKX_SECRET_SCAN_JOBS": "two"}, "OKX_SECRET_SCAN_JOBS: jobs must be a whole number"),
        ({"OKX_SECRET_SCAN_FAIL_ON": "all"}, "OKX_SECRET_SCAN_FAIL_ON: fail-on 'all' is unknown: "),
        ({"OKX_SECRET_SCAN_NO_REPO_CONFIG": "x"}, "OKX_SECRET_SCAN_NO_REPO_CONFIG: must be true or false"),
        ({"OKX_SECRET_SCAN_NAMES": "x"}, "the environment has an unknown variable OKX_SECRET_SCAN_NAMES: "),
    ],
)  # fmt: skip
def test_mistakes_in_the_environment(tmp_path: Path, environment: dict[str, str], line: str) -> None:
    with pytest.raises(UserError) as error:
        load(tmp_path, environment=environment)
    assert str(error.value).startswith(line)


def test_mistakes_on_the_command_line(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^--exclude: exclude '\.\./x' matches nothing"):
        load(tmp_path, options={"exclude": ["../x"]})
    with pytest.raises(UserError, match=r"absent\.toml cannot be read: No such file"):
        load(tmp_path, file="absent.toml")
    with pytest.raises(UserError, match="has no section for okx-secret-scan"):
        load(tmp_path, {PYPROJECT: "[tool.black]"}, file=PYPROJECT)


def test_a_real_value_among_the_placeholders_is_refused_and_not_repeated(tmp_path: Path) -> None:
    for value in (api_key(), secret_key()):
        with pytest.raises(
            UserError, match=r":2: placeholders\.values has the form of a real value"
        ) as error:
            load(tmp_path, {OWN: f"[[placeholders]]\nvalues = ['{value}']\n{EXAMPLES}"})
        assert value not in str(error.value)


def test_files_of_other_tools_need_not_be_ours_to_read(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_bytes(
        "[metadata]\nauthor = Jos\xe9\nrequires = python-okx\n".encode("latin-1")
    )
    heading = 'description = """\nReadme!\n=======\nokx\n"""\n'
    (tmp_path / "pyproject.toml").write_text(f"[project]\n{heading}[tool.okx-secret-scan]\nstrict = true\n")
    assert load(tmp_path).strict
