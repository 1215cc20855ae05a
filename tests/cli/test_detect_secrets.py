"""`okx-secret-scan detect-secrets init`: what it writes, and that it works wherever the repository goes."""

from __future__ import annotations

import hashlib
import json
import os
import site
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import okx_secret_scan
from tests.command import Command, config
from tests.plugin import stock
from tests.repository import Repository
from tests.terminal import Terminal
from tests.values import account, passphrase

SHIM, BASELINE = ".okx_detect_secrets.py", ".secrets.baseline"


@pytest.fixture
def leaky(repository: Repository) -> Repository:
    """A repository with a leak and a nested configuration."""
    owner = account()
    nested = f"okx:\n  key: {owner.key}\n  secret: {owner.secret}\n  password: '{owner.passphrase}'\n"
    repository.commit({"bot/config.py": config(account()), "bots.yaml": nested})
    return repository


def hook(repository: Repository, *files: str) -> stock.Ran:
    """Run the stock hook the way `init` says."""
    names = files or repository.git("grep", "-lz", "--no-color", "").decode().split("\0")[:-1]
    options = ("--no-verify", "--plugin", SHIM, "--baseline", BASELINE, "--")
    return stock.run(repository.path, stock.HOOK, *options, *names)


def test_writes_a_shim_and_a_portable_slim_baseline(okx: Command, leaky: Repository) -> None:
    ran = okx("detect-secrets", "init")
    assert (ran.status, ran.err) == (0, "")
    assert len((leaky.path / SHIM).read_text(encoding="utf-8").splitlines()) == 2
    text = (leaky.path / BASELINE).read_text(encoding="utf-8")
    baseline = json.loads(text)
    assert str(leaky.path) not in text
    assert {plugin["path"] for plugin in baseline["plugins_used"] if "path" in plugin} == {f"file://{SHIM}"}
    types = [entry["type"] for entries in baseline["results"].values() for entry in entries]
    assert types.count("OKX Secret Key") == 2
    assert "line_number" not in text
    assert "generated_at" not in baseline
    assert "accepted: 2 x OKX Secret Key" in ran.out


def test_prints_a_configuration_for_pre_commit(okx: Command, leaky: Repository) -> None:
    out = okx("detect-secrets", "init").out
    assert "rev: v1.5.0" in out
    assert f"args: [--no-verify, --plugin, {SHIM}, --baseline, {BASELINE}]" in out
    assert 'additional_dependencies: ["okx-secret-scan @ git+https://' in out


def test_clone_elsewhere_gets_the_same_verdict(okx: Command, leaky: Repository, tmp_path: Path) -> None:
    okx("detect-secrets", "init")
    leaky.commit()
    clone = Repository.clone(leaky.path, tmp_path / "elsewhere" / "clone")
    assert hook(clone).status == 0
    scanned = stock.run(clone.path, stock.SCAN, "scan", "--baseline", BASELINE)
    assert (scanned.status, scanned.err) == (0, "")
    again = json.loads((clone.path / BASELINE).read_text(encoding="utf-8"))
    before = json.loads((leaky.path / BASELINE).read_text(encoding="utf-8"))
    assert again["plugins_used"] == before["plugins_used"]
    assert _identities(again) == _identities(before)


def test_hook_fails_where_the_shim_is_missing(okx: Command, leaky: Repository) -> None:
    okx("detect-secrets", "init")
    leaky.commit()
    (leaky.path / SHIM).unlink()
    ran = hook(leaky, "bot/config.py")
    assert ran.status == 2
    assert f"{SHIM} is not a valid file" in ran.err


def test_hook_that_drops_an_entry_keeps_the_baseline_portable(okx: Command, leaky: Repository) -> None:
    okx("detect-secrets", "init")
    leaky.commit({"bots.yaml": "bots: []\n"})
    assert hook(leaky).status == 3
    text = (leaky.path / BASELINE).read_text(encoding="utf-8")
    assert "bots.yaml" not in text
    assert text.count(f"file://{SHIM}") == 4
    assert str(leaky.path) not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not know these names")
def test_names_that_git_quotes_are_in_the_baseline(okx: Command, repository: Repository) -> None:
    names = ["\u914d\u7f6e/\u6b27\u6613.py", "caf\xe9.py", "two words.py", 'quo"te.py', "-p.py"]
    repository.commit({name: config(account()) for name in names})
    assert okx("detect-secrets", "init").status == 0
    assert sorted(_baseline(repository)["results"]) == sorted(names)
    repository.commit()
    assert hook(repository).status == 0


def test_new_leak_in_a_clone_is_caught(okx: Command, leaky: Repository, tmp_path: Path) -> None:
    okx("detect-secrets", "init")
    leaky.commit()
    clone = Repository.clone(leaky.path, tmp_path / "clone")
    clone.commit({"other.py": f'import os\nkey = os.getenv("OKX_SECRET_KEY", "{account().secret}")\n'})
    ran = hook(clone)
    assert ran.status == 1
    assert "OKX Secret Key" in ran.out
    assert "other.py:2" in ran.out


def test_baseline_outlives_a_shift_of_lines(okx: Command, leaky: Repository) -> None:
    okx("detect-secrets", "init")
    leaky.commit()
    before = (leaky.path / BASELINE).read_bytes()
    for name in ("bot/config.py", "bots.yaml"):
        file = leaky.path / name
        file.write_bytes(b"# moved\n\n" + file.read_bytes())
    leaky.commit()
    assert hook(leaky).status == 0
    assert (leaky.path / BASELINE).read_bytes() == before


def test_a_name_that_holds_a_value_is_not_stored(okx: Command, leaky: Repository) -> None:
    leak = account()
    leaky.commit({f"keys/{leak.secret}.py": config(leak), f"{leak.key}.txt": f"OKX-KEY {account().secret}\n"})
    run = okx("detect-secrets", "init")
    assert run.status == 0
    assert "left out: 2 files with a value in the name" in run.out
    text = (leaky.path / BASELINE).read_text(encoding="utf-8")
    assert leak.secret not in text + run.out + run.err
    assert leak.key not in text
    assert "bot/config.py" in text
    leaky.add()
    assert hook(leaky).status == 1, "what is not accepted is reported"


def test_works_from_a_folder_below_and_says_where_to_start(okx: Command, leaky: Repository) -> None:
    ran = okx("detect-secrets", "init", folder=leaky.path / "bot")
    assert ran.status == 0
    assert (leaky.path / SHIM).exists()
    assert (leaky.path / BASELINE).exists()
    assert "git rev-parse --show-toplevel" in ran.out


def test_second_run_changes_nothing(okx: Command, leaky: Repository) -> None:
    okx("detect-secrets", "init")
    before = {name: (leaky.path / name).read_bytes() for name in (SHIM, BASELINE)}
    ran = okx("detect-secrets", "init")
    assert ran.status == 0
    assert ran.out.count("kept") == 2
    assert {name: (leaky.path / name).read_bytes() for name in (SHIM, BASELINE)} == before


def test_no_other_file_is_touched(okx: Command, leaky: Repository) -> None:
    leaky.commit({".pre-commit-config.yaml": "repos: []  # ours\n", ".gitignore": "*.log\n"})
    okx("detect-secrets", "init")
    status = leaky.git("status", "--porcelain", "--untracked-files=all").decode().splitlines()
    assert status == [f"?? {SHIM}", f"?? {BASELINE}"]


def test_existing_baseline_keeps_its_results_and_labels(okx: Command, leaky: Repository) -> None:
    made = stock.scan(leaky.path, ".", plugin=False)
    content = json.loads(made.out)
    next(iter(content["results"].values()))[0]["is_secret"] = False
    leaky.write(BASELINE, json.dumps(content, indent=2) + "\n")
    ran = okx("detect-secrets", "init")
    assert ran.status == 0
    assert "got the plugin" in ran.out
    now = json.loads((leaky.path / BASELINE).read_text(encoding="utf-8"))
    assert {name: now[name] for name in now if name != "plugins_used"} == {
        name: content[name] for name in content if name != "plugins_used"
    }
    leaky.commit()
    found = hook(leaky)
    assert found.status == 1
    assert "OKX Passphrase" in found.out


def test_what_an_existing_baseline_does_not_accept_is_told(okx: Command, leaky: Repository) -> None:
    leaky.write(BASELINE, stock.scan(leaky.path, ".", plugin=False).out)
    leaky.commit()
    out = okx("detect-secrets", "init").out
    assert "core.quotePath" not in out
    assert "not accepted: 2 x OKX Secret Key\n" in out
    assert "stops at a baseline with changes that are not staged" in out
    assert "is unstaged" in hook(leaky).out
    leaky.commit()
    assert hook(leaky).status == 1
    remedy = next(line for line in out.splitlines() if line.startswith("    detect-secrets scan"))
    arguments = remedy.split()[1:]
    assert "--no-verify" in arguments
    assert stock.run(leaky.path, stock.SCAN, *arguments).status == 0
    leaky.commit()
    assert hook(leaky).status == 0
    before = (leaky.path / BASELINE).read_bytes()
    assert "not accepted" not in okx("detect-secrets", "init").out
    assert (leaky.path / BASELINE).read_bytes() == before


def test_accepting_drops_the_sha1_of_a_passphrase(okx: Command, repository: Repository) -> None:
    owner = account()
    repository.commit({"bot.py": f'{config(owner)}password = "{owner.passphrase}"\n'})
    sha1 = hashlib.sha1(owner.passphrase.encode()).hexdigest()
    before = stock.scan(repository.path, ".", plugin=False).out
    assert sha1 in before
    repository.write(BASELINE, before)
    okx("detect-secrets", "init")
    stock.run(repository.path, stock.SCAN, "scan", "--no-verify", "--baseline", BASELINE)
    after = (repository.path / BASELINE).read_text(encoding="utf-8")
    assert "OKX Passphrase" in after
    assert sha1 not in after


def test_settings_of_an_existing_baseline_count(okx: Command, leaky: Repository) -> None:
    leaky.write(BASELINE, stock.scan(leaky.path, ".", "--exclude-files", r"\.yaml$", plugin=False).out)
    assert "not accepted: 1 x OKX Secret Key\n" in okx("detect-secrets", "init").out


def test_a_name_that_holds_a_value_is_told_before_it_is_stored(okx: Command, repository: Repository) -> None:
    leak = account()
    repository.write(BASELINE, stock.scan(repository.path, ".", plugin=False).out)
    repository.commit({f"keys/{leak.secret}.py": config(leak)})
    out = okx("detect-secrets", "init").out
    assert "among them: 1 file with a value in the name" in out
    assert leak.secret not in out


def test_baseline_that_detect_secrets_cannot_use_is_told(okx: Command, leaky: Repository) -> None:
    made = stock.scan(leaky.path, "bots.yaml", plugin=False).out
    leaky.write(BASELINE, made.replace("TwilioKeyDetector", "DetectorOfTheFuture"))
    ran = okx("detect-secrets", "init")
    assert ran.status == 2
    assert "failed: No such `DetectorOfTheFuture` plugin" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rarely lets anyone make symbolic links")
@pytest.mark.parametrize("existing", [False, True])
def test_printed_command_of_ci_passes_over_links(okx: Command, leaky: Repository, existing: bool) -> None:
    (leaky.path / "link.py").symlink_to("bot/config.py")
    leaky.write("\u5bc6 \u7801.py", config(account()).encode("utf-16"))
    leaky.add()
    if existing:
        leaky.write(BASELINE, stock.scan(leaky.path, "bots.yaml").out)
    out = okx("detect-secrets", "init").out
    if existing:
        assert "    git config core.quotePath false\n    detect-secrets scan" in out
        leaky.git("config", "core.quotePath", "false")
        stock.run(leaky.path, stock.SCAN, "scan", "--no-verify", "--baseline", BASELINE)
    leaky.commit({"later.py": config(account())})
    command = out.partition("installed:\n\n")[2].partition("\n\n")[0]
    assert "detect-secrets-hook" in command
    commands = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=leaky.path,
        env=okx.environment({"PATH": commands}),
        capture_output=True,
        check=False,
    )
    reported = {line.split(":")[1].strip() for line in ran.stdout.decode().splitlines() if "Location" in line}
    assert reported == {"later.py"}


def test_absolute_path_in_a_baseline_becomes_relative(okx: Command, leaky: Repository) -> None:
    leaky.write(BASELINE, stock.scan(leaky.path, ".").out)
    assert okx("detect-secrets", "init").status == 0
    text = (leaky.path / BASELINE).read_text(encoding="utf-8")
    assert str(stock.PLUGIN) not in text
    assert text.count(f"file://{SHIM}") == 4


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (SHIM, "import this\n", "is something else"),
        (BASELINE, "[]\n", "is no baseline of detect-secrets"),
        (BASELINE, "not JSON\n", "is no baseline of detect-secrets"),
        (BASELINE, "\udcff", "is not UTF-8"),
        (BASELINE, '{"version": "0.13.1", "plugins_used": [], "results": {}}\n', "is of an old format"),
        (BASELINE, '{"version": "0.13.1+ibm.64.dss", "plugins_used": [], "results": {}}\n', "by IBM's fork"),
    ],
)
def test_file_in_the_way_is_left_alone(
    okx: Command, leaky: Repository, name: str, content: str, words: str
) -> None:
    file = leaky.write(name, content.encode("utf-8", "surrogateescape"))
    before = file.read_bytes()
    ran = okx("detect-secrets", "init")
    assert ran.status == 2
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rarely lets anyone make symbolic links")
@pytest.mark.parametrize("name", [SHIM, BASELINE])
def test_link_that_leads_nowhere_is_not_followed(
    okx: Command, leaky: Repository, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside"
    (leaky.path / name).symlink_to(outside)
    ran = okx("detect-secrets", "init")
    assert ran.status == 2
    assert "leads nowhere" in ran.err
    assert not outside.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rarely lets anyone make symbolic links")
def test_link_to_a_baseline_stays_one(okx: Command, leaky: Repository) -> None:
    leaky.write("ci/baseline", stock.scan(leaky.path, "bots.yaml", plugin=False).out)
    (leaky.path / BASELINE).symlink_to("ci/baseline")
    assert "got the plugin" in okx("detect-secrets", "init").out
    assert (leaky.path / BASELINE).is_symlink()
    assert SHIM in (leaky.path / "ci" / "baseline").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "words"),
    [(SHIM, "give another name"), ("none/baseline", "is no folder"), ("", "below the top"), (".", "below")],
)
def test_baseline_in_an_impossible_place_is_refused(
    okx: Command, leaky: Repository, path: str, words: str
) -> None:
    ran = okx("detect-secrets", "init", "--baseline", path)
    assert ran.status == 2
    assert words in ran.err
    assert ran.err.count("\n") == 1
    assert not (leaky.path / SHIM).exists()


def test_commands_hold_for_a_baseline_with_an_odd_name(okx: Command, leaky: Repository) -> None:
    (leaky.path / "my ci").mkdir()
    out = okx("detect-secrets", "init", "--baseline", "my ci/baseline").out
    assert '--baseline, "my ci/baseline"]' in out
    assert "--baseline 'my ci/baseline' --\n" in out


def test_what_git_ignores_is_told(okx: Command, leaky: Repository) -> None:
    assert "add it to .gitignore" in okx("detect-secrets", "init").out
    leaky.commit({".gitignore": ".*\n__pycache__/\n"})
    out = okx("detect-secrets", "init").out
    assert f"`git add --force {SHIM}`" in out
    assert f"`git add --force {BASELINE}`" in out
    assert "add it to .gitignore" not in out


def test_code_is_found_where_a_variable_says(okx: Command, leaky: Repository, tmp_path: Path) -> None:
    # As after `pip install --target`: no part of the package is where Python looks by itself.
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", bare], check=True)
    python = bare / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    folders = [str(Path(okx_secret_scan.__file__).parents[1]), *site.getsitepackages()]
    done = subprocess.run(
        [python, "-P", "-m", "okx_secret_scan", "detect-secrets", "init"],
        cwd=leaky.path,
        env=okx.environment({"PYTHONPATH": os.pathsep.join(folders)}),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert _baseline(leaky)["results"]


@pytest.mark.parametrize("path", ["../baseline", "/tmp/baseline"])
def test_baseline_outside_of_the_repository_is_refused(okx: Command, leaky: Repository, path: str) -> None:
    ran = okx("detect-secrets", "init", "--baseline", path)
    assert ran.status == 2
    assert "below the top of the repository" in ran.err


def test_folder_without_a_repository_is_refused(okx: Command, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    ran = okx("detect-secrets", "init", folder=folder)
    assert ran.status == 2
    assert ran.err.count("\n") == 1


def test_code_of_the_repository_is_not_run(okx: Command, leaky: Repository) -> None:
    mark = leaky.path / "ran"
    for module in ("json", "argparse", "requests"):
        leaky.write(f"{module}.py", f"open({str(mark)!r}, 'w').close()\n")
    leaky.commit()
    python, *arguments = okx.line("detect-secrets", "init")
    command = [python, "-P", *arguments]  # what an installed command is like
    subprocess.run(command, cwd=leaky.path, env=okx.environment(), check=True, capture_output=True)
    assert (leaky.path / BASELINE).exists()
    assert not mark.exists()


QUESTION = "r/f/l/b/q: "


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_audit_labels_the_findings_and_hides_their_values(okx: Command, repository: Repository) -> None:
    owner = account()
    repository.commit({"bot.py": f"# moved later\n{config(owner)}", "copy.py": config(owner)})
    okx("detect-secrets", "init")
    before = _baseline(repository)
    repository.write("bot.py", "\n\n" + config(owner))

    terminal = Terminal(okx, "detect-secrets", "audit")
    screens = ""
    for number, answer in enumerate("rfl", 1):
        screen = terminal.wait_for(QUESTION)
        assert f"[{number}/3]" in screen
        screens += screen
        terminal.press(f"{answer}\n")
    screens += terminal.wait_for("not judged")
    assert "1 real, 1 false alarm" in screens
    assert terminal.end() == 0
    assert "OKX_SECRET_KEY = " in screens
    assert not [value for value in (owner.key, owner.secret, owner.passphrase) if value in screens]

    after = _baseline(repository)
    labels: dict[str, set[bool | None]] = {}
    for entry in (entry for found in after["results"].values() for entry in found):
        labels.setdefault(entry["type"], set()).add(entry.pop("is_secret", None))
    assert [len(labels[kind]) for kind in stock.RULES if kind in labels] == [1, 1, 1]
    assert {label for kind in stock.RULES for label in labels.get(kind, ())} == {True, False, None}
    assert after == before

    again = Terminal(okx, "detect-secrets", "audit")
    assert "[1/1]" in again.wait_for(QUESTION)
    again.press("q\n")
    assert again.end() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_audit_says_that_it_keeps_no_reason(okx: Command, leaky: Repository) -> None:
    okx("detect-secrets", "init")
    terminal = Terminal(okx, "detect-secrets", "audit")
    assert "A reason may follow" not in terminal.wait_for(QUESTION)
    terminal.press("f sample of the docs\n")
    assert "The verdict is kept, the reason is not" in terminal.wait_for(QUESTION)
    terminal.press("b\n")
    judged = terminal.wait_for(QUESTION)
    assert "judged false alarm" in judged
    assert "sample" not in judged.partition("judged")[2]
    terminal.press("q\n")
    terminal.wait_for("1 false alarm")
    assert terminal.end() == 0
    assert "sample" not in (leaky.path / BASELINE).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_audit_says_how_to_judge_other_plugins(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": config(account()), "database.py": f'password = "{passphrase()}"\n'})
    okx("detect-secrets", "init")
    repository.commit()
    terminal = Terminal(okx, "detect-secrets", "audit")
    for _ in range(3):
        terminal.wait_for(QUESTION)
        terminal.press("r\n")
    terminal.wait_for("of other plugins")
    hint = terminal.wait_for('" .secrets.baseline').rpartition('python -c "')[2]
    assert terminal.end() == 0

    assert stock.run(repository.path, stock.SCAN, "scan", "--baseline", BASELINE).status == 0
    results = _baseline(repository)["results"].values()
    others = [entry for found in results for entry in found if entry["type"] not in stock.RULES]
    subprocess.run(
        [sys.executable, "-P", "-c", hint, BASELINE],
        cwd=repository.path,
        env=okx.environment({"TERM": "dumb"}),
        input=b"n\n" * len(others),
        capture_output=True,
        check=True,
    )
    labels = [
        entry.get("is_secret") for found in _baseline(repository)["results"].values() for entry in found
    ]
    assert labels == [True] * (3 + len(others))


def test_audit_needs_a_terminal(okx: Command, leaky: Repository) -> None:
    okx("detect-secrets", "init")
    ran = okx("detect-secrets", "audit")
    assert ran.status == 2
    assert "needs a terminal" in ran.err


@pytest.mark.parametrize(("content", "words"), [(None, "cannot be read"), ("{}", "is no baseline")])
def test_audit_of_what_is_no_baseline(
    okx: Command, repository: Repository, content: str | None, words: str
) -> None:
    if content is not None:
        repository.write(BASELINE, content)
    ran = okx("detect-secrets", "audit")
    assert ran.status == 2
    assert words in ran.err


def _baseline(repository: Repository) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((repository.path / BASELINE).read_text(encoding="utf-8"))
    return content


def _identities(baseline: dict[str, dict[str, list[dict[str, str]]]]) -> set[tuple[str, str, str]]:
    return {
        (path, entry["type"], entry["hashed_secret"])
        for path, entries in baseline["results"].items()
        for entry in entries
    }
