"""`okx-secret-scan baseline`: adopting the scanner in an old repository without blinding it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okx_secret_scan.policy.baseline import NAME
from okx_secret_scan.reports.columns import width
from tests.command import Command, Run, config
from tests.repository import Repository
from tests.terminal import Terminal
from tests.values import account, secret_key


def entries(repository: Repository) -> list[dict[str, Any]]:
    lines = (repository.path / NAME).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def install(okx: Command, repository: Repository) -> None:
    """Make git ask the scanner before each commit."""
    words = " ".join(f"'{Path(word).as_posix() if os.sep in word else word}'" for word in okx.line("staged"))
    hook = repository.git_dir / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {words}\n", encoding="utf-8", newline="\n")
    hook.chmod(0o755)


def commits(repository: Repository) -> bool:
    """Stage everything and tell whether git commits it."""
    before = repository.id() if repository.commits else ""
    try:
        repository.commit()
    except AssertionError:
        assert (repository.id() if repository.commits else "") == before
        return False
    return True


def test_an_old_repository_adopts_the_scanner(okx: Command, repository: Repository) -> None:
    old = account()
    repository.commit({"bot/config.py": config(old), "readme.md": "a bot\n"})
    assert okx("scan").status == 1

    assert okx("baseline", "create").status == 0
    assert okx("scan").status == 0
    install(okx, repository)
    assert commits(repository)

    repository.write("bot/other.py", config(account()))
    assert not commits(repository), "a new leak must block"
    (repository.path / "bot/other.py").unlink()

    (repository.path / "bot/config.py").unlink()
    indented = config(old).replace("OKX_", "    OKX_").replace("import", "class Settings:\n    import")
    repository.write("src/deep/settings.py", "# moved\n\n\n" + indented.replace("\n", "\r\n"))
    assert commits(repository), "the old leak moved, was indented and got other line ends"

    changed = indented.replace(old.secret, secret_key())
    repository.write("src/deep/settings.py", changed)
    assert not commits(repository), "another value on the old line must block"


def test_all_kinds_of_scan_name_findings_alike(okx: Command, repository: Repository) -> None:
    repository.write("bot/config.py", config(account()))
    repository.add()
    kinds = [["scan"], ["scan", "bot"], ["staged"], ["staged", "bot/config.py"], ["history"]]
    found = [okx(*kind, "--format", "json") for kind in kinds]
    repository.commit()
    found.append(okx("history", "--format", "json"))
    found.append(okx("scan", "-", "--format", "json", stdin=(repository.path / "bot/config.py").read_bytes()))
    names = [sorted(each["fingerprint"] for each in run.report["findings"]) for run in found]
    assert len(names[0]) == 3
    assert all(each == names[0] for each in names)


def test_decisions_that_no_other_clone_would_know_are_told(okx: Command, repository: Repository) -> None:
    repository.commit({"readme.md": "a bot\n"})
    repository.write("bot.py", config(account()))
    repository.add()
    okx("baseline", "create")
    run = okx("staged")
    assert run.status == 0
    assert f"note: {NAME} is not staged: " in run.err
    assert "not staged" not in okx("staged", "-q").err
    repository.git("add", NAME)
    assert "not staged" not in okx("staged").err
    repository.git("rm", "--quiet", "--force", NAME)
    repository.write(".okx-secret-scan.toml", 'exclude = ["bot.py"]\n')
    assert "note: .okx-secret-scan.toml is not staged: " in okx("staged").err
    repository.git("add", ".okx-secret-scan.toml")
    assert okx("staged").err == ""


def test_what_is_accepted_is_counted_and_listed(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()))
    run = okx("baseline", "create", "--reason", "rotated in March")
    assert run.out.count("accepted  bot.py:") == 3
    assert "3 values accepted" in run.out
    listed = okx("scan", "-v")
    assert listed.status == 0
    assert listed.out.count(f"{NAME}: rotated in March") == 3


def test_no_value_is_written_or_said(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", config(ours))
    run = okx("baseline", "create")
    said = run.out + run.err + (repository.path / NAME).read_text(encoding="utf-8")
    assert not any(value in said for value in (ours.key, ours.secret, ours.passphrase))


def test_a_baseline_is_not_made_twice(okx: Command, repository: Repository) -> None:
    assert okx("baseline", "create").status == 0
    run = okx("baseline", "create")
    assert (run.status, run.out) == (2, "")
    assert (
        run.err
        == f"okx-secret-scan: {NAME} exists: bring it up to date with `okx-secret-scan baseline update`\n"
    )


@pytest.mark.parametrize("command", [["baseline", "update"], ["scan", "--baseline", NAME]])
def test_a_missing_baseline_is_told(okx: Command, repository: Repository, command: list[str]) -> None:
    run = okx(*command)
    assert run.status == 2
    assert f"{NAME} does not exist: make it with `okx-secret-scan baseline create`" in run.err


def test_a_foreign_file_as_baseline_is_told(okx: Command, repository: Repository) -> None:
    repository.write("gitleaks.json", '[{"Fingerprint": "a:b:c:1"}]')
    run = okx("scan", "--baseline", "gitleaks.json")
    assert (run.status, run.out) == (2, "")
    assert "gitleaks.json: is a gitleaks report: make one with `okx-secret-scan baseline create`" in run.err


def test_update_adds_drops_and_keeps_verdicts(okx: Command, repository: Repository) -> None:
    first, second = account(), account()
    repository.write("a.py", config(first))
    repository.write("b.py", config(second))
    okx("baseline", "create")
    file = repository.path / NAME
    judged = file.read_text().replace(
        '"path": "b.py"}', '"path": "b.py", "verdict": "real", "reason": "old"}'
    )
    file.write_text(judged, newline="\n")
    (repository.path / "a.py").unlink()
    (repository.path / "b.py").rename(repository.path / "moved.py")
    repository.write("c.py", config(account()))

    note = okx("scan")
    assert note.status == 1
    assert "3 accepted findings are not found any more" in note.err
    run = okx("baseline", "update")
    assert run.status == 0
    assert run.out.count("accepted  c.py:") == 3
    assert run.out.count("dropped  a.py  ") == 3
    after = entries(repository)
    assert sorted(entry["path"] for entry in after) == ["c.py"] * 3 + ["moved.py"] * 3
    assert all(entry.get("verdict") == "real" for entry in after if entry["path"] == "moved.py")
    assert okx("scan").status == 0
    content = file.read_bytes()
    okx("baseline", "update")
    assert file.read_bytes() == content


def test_scans_and_hooks_never_write_the_baseline(okx: Command, repository: Repository) -> None:
    repository.commit({"a.py": config(account()), "b.py": config(account())})
    okx("baseline", "create")
    before = (repository.path / NAME).read_bytes()
    repository.write("a.py", "x = 1\n")
    repository.write("c.py", config(account()))
    repository.add()
    assert okx("staged").status == 1
    assert okx("scan").status == 1
    assert (repository.path / NAME).read_bytes() == before


def test_an_incomplete_scan_drops_nothing(okx: Command, repository: Repository) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("permissions do not bind this user")
    repository.write("a.py", config(account()))
    okx("baseline", "create")
    (repository.path / "a.py").chmod(0)
    run = okx("baseline", "update")
    assert run.status == 2
    assert "not read: a.py" in run.err
    assert len(entries(repository)) == 3


def test_the_history_can_be_accepted_too(okx: Command, repository: Repository) -> None:
    repository.commit({"old.py": config(account())})
    repository.git("rm", "--quiet", "old.py")
    repository.commit({"bot.py": config(account())})
    okx("baseline", "create")
    assert {entry["path"] for entry in entries(repository)} == {"bot.py"}
    (repository.path / NAME).unlink()
    assert okx("baseline", "create", "--history").status == 0
    assert {entry["path"] for entry in entries(repository)} == {"bot.py", "old.py"}
    okx("baseline", "update")
    assert len(entries(repository)) == 6, "what only the history holds is not dropped"
    assert "not found any more" not in okx("scan").err


def test_a_baseline_of_the_files_becomes_one_of_the_history(okx: Command, repository: Repository) -> None:
    repository.commit({"old.py": config(account())})
    repository.git("rm", "--quiet", "old.py")
    repository.commit({"bot.py": config(account())})
    okx("baseline", "create", "--reason", "rotated")
    again = okx("baseline", "create", "--history")
    assert (again.status, again.out) == (2, "")
    assert "with `okx-secret-scan baseline update --history`\n" in again.err
    run = okx("baseline", "update", "--history")
    assert run.status == 0
    assert "3 values added, 0 dropped" in run.out
    assert okx("history").status == 0
    kept = [entry for entry in entries(repository) if entry.get("reason") == "rotated"]
    assert [entry["path"] for entry in kept] == ["bot.py"] * 3
    okx("baseline", "update")
    assert len(entries(repository)) == 6, "it stays one of the history"


def test_what_a_replaced_baseline_accepts_is_accepted_in_the_new_one(
    okx: Command, repository: Repository
) -> None:
    repository.write("bot.py", config(account()))
    okx("baseline", "create")
    other = okx("baseline", "create", "--baseline", "other.jsonl")
    assert "3 values accepted in other.jsonl" in other.out
    assert okx("scan", "--baseline", "other.jsonl").status == 0
    assert "`okx-secret-scan baseline audit --baseline other.jsonl`" in other.out
    twice = okx("baseline", "create", "--baseline", "other.jsonl")
    assert "with `okx-secret-scan baseline update --baseline other.jsonl`\n" in twice.err
    folder = repository.path / "deep"
    folder.mkdir()
    deep = okx("baseline", "create", "--baseline", "../other.jsonl", folder=folder)
    assert "update --baseline ../other.jsonl`\n" in deep.err


def test_what_the_history_may_still_need_is_told(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": config(account())})
    okx("baseline", "create")
    repository.commit({"bot.py": "x = 1\n"})
    run = okx("baseline", "update")
    assert "The git history may still hold what was dropped" in run.out
    assert "`okx-secret-scan baseline update --history` accepts that again" in run.out
    assert okx("history").status == 1
    okx("baseline", "update", "--history")
    assert okx("history").status == 0
    assert "may still hold" not in okx("baseline", "update").out


def test_values_and_their_places_are_both_counted(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.commit({"a.py": config(ours), "b.py": config(ours)})
    files = okx("baseline", "create")
    assert f"3 values in 6 places accepted in {NAME}\n" in files.out
    history = okx("baseline", "create", "--history", "--baseline", "history.jsonl")
    assert "3 values in 6 places accepted in history.jsonl\n" in history.out


def test_git_is_told_to_merge_by_union(okx: Command, repository: Repository) -> None:
    repository.write(".gitattributes", "*.py text")
    okx("baseline", "create")
    (repository.path / NAME).unlink()
    okx("baseline", "create")
    text = (repository.path / ".gitattributes").read_text(encoding="utf-8")
    assert text == f"*.py text\n{NAME} merge=union\n"


def test_nothing_else_in_git_attributes_changes(okx: Command, repository: Repository) -> None:
    before = "*.md text  # caf\xe9\r\n*.txt text".encode("latin-1")
    repository.write(".gitattributes", before)
    okx("baseline", "create")
    assert (repository.path / ".gitattributes").read_bytes() == before + f"\n{NAME} merge=union\n".encode()


def test_git_attributes_speak_of_what_lies_in_the_repository(okx: Command, repository: Repository) -> None:
    outside = okx("baseline", "create", "--baseline", "../known.jsonl")
    assert (outside.status, outside.err) == (0, "")
    assert "Scans heed it with --baseline" in outside.out
    assert not (repository.path / ".gitattributes").exists()
    repository.write(".gitattributes", f"old/{NAME} merge=union\n")
    inside = okx("baseline", "create", "--baseline", NAME)
    assert "Scans heed" not in inside.out
    assert f"\n{NAME} merge=union\n" in (repository.path / ".gitattributes").read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
def test_git_attributes_that_lead_elsewhere_are_not_touched(okx: Command, repository: Repository) -> None:
    foreign = repository.path.parent / "foreign"
    foreign.write_text("private\n")
    (repository.path / ".gitattributes").symlink_to(foreign)
    run = okx("baseline", "create")
    assert run.status == 2
    assert ".gitattributes leads out of " in run.err
    assert not (repository.path / NAME).exists()
    assert foreign.read_text() == "private\n"


def test_git_attributes_are_left_alone_if_asked(okx: Command, repository: Repository) -> None:
    okx("baseline", "create", "--no-gitattributes")
    assert not (repository.path / ".gitattributes").exists()


def test_the_baseline_of_detect_secrets_is_honoured(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", f'import okx\nOKX_SECRET_KEY = "{ours.secret}"\n')
    scan = [sys.executable, "-m", "detect_secrets", "scan", "bot.py"]
    made = subprocess.run(scan, cwd=repository.path, capture_output=True, check=True).stdout
    assert b"hashed_secret" in made
    repository.write(".secrets.baseline", made)
    assert okx("scan").status == 0
    assert okx("scan", "--no-repo-config").status == 1
    repository.write("bot.py", f'import okx\nOKX_SECRET_KEY = "{secret_key()}"\n')
    assert okx("scan").status == 1


def test_without_a_terminal_the_audit_refuses(okx: Command, repository: Repository) -> None:
    okx("baseline", "create")
    run = okx("baseline", "audit")
    assert (run.status, run.out) == (2, "")
    assert "needs a terminal" in run.err
    assert "baseline update --reason TEXT" in run.err


QUESTION = "r/f/l/b/q: "


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_the_audit_walks_through_the_findings(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", config(ours).replace("import okx", f"# twice: {ours.secret}\nimport okx"))
    okx("baseline", "create")

    terminal = Terminal(okx, "baseline", "audit")
    screen = terminal.wait_for(QUESTION)
    assert "[1/3]" in screen
    assert "CRITICAL" in screen
    assert "bot.py:" in screen
    assert f"{ours.key[:4]}****" in screen
    assert "OKX_SECRET_KEY = " in screen
    assert "because name OKX_API_KEY" in screen
    terminal.press("what?\n")
    assert "(f)alse alarm" in terminal.wait_for(QUESTION)
    terminal.press("F  sample of the docs\n")
    second = terminal.wait_for(QUESTION)
    assert "[2/3]" in second
    terminal.press("l\n")
    third = terminal.wait_for(QUESTION)
    assert "[3/3]" in third
    terminal.press("b\n")
    again = terminal.wait_for(QUESTION)
    assert "[2/3]" in again
    assert "judged" not in again
    terminal.press("q\n")
    end = terminal.wait_for("not judged")
    assert "3 findings: 0 real, 1 false alarm, 2" in end
    assert terminal.end() == 0
    shown = "".join((screen, second, third, again, end))
    assert not any(value in shown for value in (ours.key, ours.secret, ours.passphrase))
    judged = [entry for entry in entries(repository) if "verdict" in entry]
    assert [(entry["verdict"], entry["reason"]) for entry in judged] == [
        ("false-alarm", "sample of the docs")
    ]

    later = Terminal(okx, "baseline", "audit")
    assert "[1/2]" in later.wait_for(QUESTION)
    later.press("r\n")
    assert "[2/2]" in later.wait_for(QUESTION)
    later.press("r\n")
    later.wait_for("3 findings: 2 real, 1 false alarm, 0 not judged")
    later.wait_for("Revoke what is real")
    assert later.end() == 0
    assert okx("scan").status == 0

    done = Terminal(okx, "baseline", "audit")
    done.wait_for("0 not judged")
    assert done.end() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_the_audit_takes_credentials_by_number_and_one_answer_for_each(
    okx: Command, repository: Repository
) -> None:
    for number in range(10, 21):
        repository.write(f"bot{number}.py", config(account()))
    okx("baseline", "create")
    terminal = Terminal(okx, "baseline", "audit")
    for number in range(1, 12):
        assert f"  c{number}  " in terminal.wait_for(QUESTION)
        terminal.press("ff made up\n" if number == 11 else "RR\n")
    terminal.wait_for("33 findings: 30 real, 3 false alarms, 0 not judged")
    assert terminal.end() == 0
    assert [entry["reason"] for entry in entries(repository) if "reason" in entry] == ["made up"] * 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
@pytest.mark.parametrize("keys", ["\x03", "\x04"])
def test_the_audit_can_be_broken_off(okx: Command, repository: Repository, keys: str) -> None:
    repository.write("bot.py", config(account()))
    okx("baseline", "create")
    terminal = Terminal(okx, "baseline", "audit")
    terminal.wait_for(QUESTION)
    terminal.press("r known\n")
    terminal.wait_for(QUESTION)
    terminal.press(keys)
    terminal.wait_for("3 findings: 1 real", insist=keys)
    assert terminal.end() == 0
    assert sum("verdict" in entry for entry in entries(repository)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_the_audit_takes_whatever_is_typed_and_keeps_no_value(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", config(ours))
    okx("baseline", "create")
    terminal = Terminal(okx, "baseline", "audit")
    terminal.wait_for(QUESTION)
    terminal.press(f"r {ours.passphrase} was the one\n")
    terminal.wait_for(QUESTION)
    terminal.press("b\n")
    assert "judged real: ******** was the one" in terminal.wait_for(QUESTION)
    terminal.press("f \x1b[2J\udcff odd\n")
    terminal.wait_for(QUESTION)
    terminal.press("q\n")
    terminal.wait_for("2 not judged")
    assert terminal.end() == 0
    text = (repository.path / NAME).read_text(encoding="utf-8")
    assert ours.passphrase not in text
    assert all(line.isprintable() for line in text.splitlines())
    assert "odd" in text
    listed = okx("scan", "-v")
    assert all(line.isprintable() for line in listed.out.splitlines())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
@pytest.mark.parametrize(
    "encode", [str, lambda text: b64encode(text.encode()).decode()], ids=["plain", "base64"]
)
def test_the_audit_masks_what_another_version_of_the_file_brought(
    okx: Command, repository: Repository, encode: Callable[[str], str]
) -> None:
    ours, line = account(), 'OKX_SECRET_KEY = "{}"\n'
    secret = encode(ours.secret)
    before = f"import okx\n{line.format(secret)}"
    repository.commit({"bot.py": before})
    repository.commit({"bot.py": f'{before}OKX_PASSPHRASE = "{ours.passphrase}"\n'})
    okx("baseline", "create", "--history")
    terminal = Terminal(okx, "baseline", "audit")
    screens = []
    for _ in range(2):
        screens.append(terminal.wait_for(QUESTION))
        terminal.press("l\n")
    terminal.wait_for("2 not judged")
    assert terminal.end() == 0
    assert all("OKX_SECRET_KEY = " in screen for screen in screens)
    assert not any(value in screen for value in (secret, ours.passphrase) for screen in screens)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_the_audit_follows_the_width_of_the_terminal(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()).replace("\n", "  # " + "密" * 200 + "\n"))
    okx("baseline", "create")
    terminal = Terminal(okx, "baseline", "audit")
    for columns in (80, 50, 120):
        screen = terminal.wait_for(QUESTION)
        widths = [width(line.rstrip("\r")) for line in screen.split("\n") if " | " in line]
        assert columns - 1 <= max(widths) <= columns
        terminal.resize({80: 50, 50: 120, 120: 80}[columns])
        terminal.press("l\n")
    terminal.wait_for("3 not judged")
    assert terminal.end() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_an_audit_of_what_was_not_read_to_the_end_says_so(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()))
    okx("baseline", "create")
    repository.write("bot.py", "x = 1\n")
    repository.write("odd.zip", b"PK\x03\x04 no archive")
    terminal = Terminal(okx, "baseline", "audit")
    end = terminal.wait_for("not read: odd.zip")
    assert "Not found any more" not in end
    assert terminal.end() == 2


def test_what_no_scan_has_found_does_not_get_into_a_reason_either(
    okx: Command, repository: Repository
) -> None:
    repository.write("a.py", config(account()))
    elsewhere = account()
    okx("baseline", "create", "--reason", f"was {elsewhere.key} and {elsewhere.secret}")
    assert {entry["reason"] for entry in entries(repository)} == {"was … and …"}


def test_no_value_gets_into_a_reason(okx: Command, repository: Repository) -> None:
    ours = account()
    repository.write("bot.py", config(ours))
    okx("baseline", "create", "--reason", f"{ours.secret} is dead")
    repository.write("more.py", config(account()))
    okx("baseline", "update", "--reason", f"as {ours.passphrase} is")
    reasons = {entry["reason"] for entry in entries(repository)}
    assert reasons == {f"{ours.secret[:4]}{'*' * 28} is dead", "as ******** is"}


def test_strict_asks_for_reasons_but_lets_a_person_give_them(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()))
    okx("baseline", "create")
    repository.write(".okx-secret-scan.toml", "strict = true\n")
    run: Run = okx("scan")
    assert run.status == 2
    assert (
        "in bot.py) gives no reason, which strict = true asks for (and 2 more): "
        "`okx-secret-scan baseline update --reason TEXT` gives one to all that have none\n"
    ) in run.err
    file = repository.path / NAME
    file.write_text(
        file.read_text().replace('"bot.py"}', '"bot.py", "verdict": "false-alarm"}'), newline="\n"
    )
    assert "gives no reason" in okx("scan").err, "a verdict is no reason"
    file.write_text(file.read_text().replace('"false-alarm"}', '"real", "reason": "old"}', 1), newline="\n")
    update = okx("baseline", "update", "--reason", "rotated")
    assert (update.status, update.out) == (0, f"{NAME}: 0 values added, 0 dropped, 2 reasons given\n")
    assert sorted(entry["reason"] for entry in entries(repository)) == ["old", "rotated", "rotated"]
    assert okx("scan").status == 0


def test_strict_lets_no_entry_come_without_a_reason(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", config(account()))
    repository.write(".okx-secret-scan.toml", "strict = true\n")
    bare = okx("baseline", "create")
    assert (bare.status, bare.out) == (2, "")
    assert (
        bare.err
        == "okx-secret-scan: strict = true asks why findings are accepted: say it with --reason TEXT\n"
    )
    assert not (repository.path / NAME).exists()
    assert okx("baseline", "create", "--reason", "rotated").status == 0
    repository.write("more.py", config(account()))
    before = (repository.path / NAME).read_bytes()
    assert okx("baseline", "update").err == bare.err
    assert (repository.path / NAME).read_bytes() == before
    update = okx("baseline", "update", "--reason", "dead")
    assert "3 values added, 0 dropped, 3 reasons given" in update.out
    assert okx("baseline", "update").status == 0
    assert okx("scan").status == 0


def test_what_is_gone_is_named_with_the_command_that_drops_it(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", f'OKX_SECRET_KEY = "{secret_key()}"\n')
    okx("baseline", "create")
    (repository.path / "bot.py").unlink()
    fingerprint = entries(repository)[0]["fingerprint"]
    assert (
        f"note: {NAME}: {fingerprint} (okx-secret-key in bot.py) is not found any more: "
        "`okx-secret-scan baseline update` drops it\n"
    ) in okx("scan").err
    (repository.path / NAME).rename(repository.path / "known.jsonl")
    moved = okx("scan", "--baseline", "known.jsonl", "--report-unused")
    assert "`okx-secret-scan baseline update --baseline known.jsonl` drops it\n" in moved.err
