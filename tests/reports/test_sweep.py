"""Every format of one real sweep, read by what reads it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
from junitparser import JUnitXml

from okx_secret_scan.reports import FORMATS
from tests import values
from tests.command import Command, config
from tests.reports import test_gitlab, test_sarif
from tests.repository import Repository


def test_every_format_of_one_sweep_tells_the_same_story(
    okx: Command, repository: Repository, tmp_path: Path
) -> None:
    account, other = values.account(), values.account()
    brought = repository.commit({"bot/config.py": config(account), "README.md": "x"}, message="Add the bot")
    removed = repository.commit({"bot/config.py": "import os\n"}, message="Read the environment")
    message = repository.commit({"README.md": "y"}, message=f"Use OKX_SECRET_KEY={other.secret}")
    files = {name: tmp_path / f"report.{name}" for name in FORMATS}
    run = okx("history", *(f"--report={name}={file}" for name, file in files.items()))
    assert run.status == 1
    written = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    for text in (run.out, run.err, *written.values()):
        assert not [
            raw for raw in (account.key, account.secret, account.passphrase, other.secret) if raw in text
        ]

    findings = json.loads(written["json"])["findings"]
    assert len(findings) == 4
    assert [json.loads(line)["type"] for line in written["jsonl"].splitlines()].count("finding") == 4

    sarif = json.loads(written["sarif"])
    test_sarif.VALIDATOR.validate(sarif)
    results = sarif["runs"][0]["results"]
    assert {result["properties"]["lastCommit"] for result in results} == {removed, None}

    gitlab = json.loads(written["gitlab"])
    jsonschema.Draft7Validator(test_gitlab.SCHEMA).validate(gitlab)
    commits = {each["location"]["commit"]["sha"] for each in gitlab["vulnerabilities"]}
    assert brought in commits
    assert len(json.loads(written["codequality"])) == 4

    assert JUnitXml.fromstring(written["junit"].encode()).failures == 4
    rows = list(csv.DictReader(written["csv"].splitlines()))
    assert {row["removed_by"] for row in rows} == {removed, ""}
    assert written["github"].count("file=bot/config.py") == 3
    for name in ("markdown", "html", "text"):
        assert "bot/config.py:3" in written[name]
        assert f"commit {message[:10]}" in written[name]
    assert "Add the bot" in written["html"]
    assert "Read the environment" in written["html"]
