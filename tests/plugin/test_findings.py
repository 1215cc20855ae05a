"""Which findings a line of detect-secrets gets, through its Python API."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.core.scan import _process_line_based_plugins, scan_for_allowlisted_secrets_in_file
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import Settings, transient_settings

from okx_secret_scan.plugin.identity import PLUGINS
from tests.plugin import stock
from tests.values import Account, account, secret_key

API_KEY, SECRET_KEY, PASSPHRASE = "okx-api-key", "okx-secret-key", "okx-passphrase"


@contextmanager
def settings_of(*plugins: str) -> Iterator[Settings]:
    """Settings with these plugins and the default filters."""
    entries = [
        {"name": name} | ({"path": f"file://{stock.PLUGIN}"} if name in PLUGINS else {}) for name in plugins
    ]
    filters = [{"path": path, **options} for path, options in Settings().filters.items()]
    with transient_settings({"plugins_used": entries, "filters_used": filters}) as settings:
        # detect-secrets keeps what it loaded for other settings.
        get_mapping_from_secret_type_to_class.cache_clear()
        yield settings
    get_mapping_from_secret_type_to_class.cache_clear()


def found(file: Path, filters: Mapping[str, Mapping[str, Any]] | None = None) -> list[tuple[str, int]]:
    """Return rule and line of what a scan of `file` gives."""
    secrets = SecretsCollection()
    with settings_of(*PLUGINS) as settings:
        settings.filters.update({name: dict(options) for name, options in (filters or {}).items()})
        secrets.scan_file(str(file))
    return [(stock.RULES[secret.type], secret.line_number) for _, secret in secrets]


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def owner() -> Account:
    return account()


def test_yaml_comment_below_the_last_value(tmp_path: Path, owner: Account) -> None:
    text = f"okx:\n  api_key: {owner.key}\n  name: bot\n\n\n\n\n\n\n# OKX_SECRET_KEY: {owner.secret}\n"
    assert found(write(tmp_path, "a.yaml", text)) == [(API_KEY, 2), (SECRET_KEY, 10)]


def test_yaml_comment_above_a_file_without_text_values(tmp_path: Path, owner: Account) -> None:
    text = f"# OKX_SECRET_KEY: {owner.secret}\nretries: 3\n"
    assert found(write(tmp_path, "a.yaml", text)) == [(SECRET_KEY, 1)]


def test_yaml_block_scalar_at_the_end(tmp_path: Path, owner: Account) -> None:
    block = "\n".join(["    # filler"] * 8)
    text = f"data:\n  .env: |\n    OKX_API_KEY={owner.key}\n{block}\n    OKX_SECRET_KEY={owner.secret}\n"
    assert found(write(tmp_path, "a.yaml", text)) == [(API_KEY, 3), (SECRET_KEY, 12)]


def test_yaml_flow_mapping_does_not_silence_its_neighbour(tmp_path: Path, owner: Account) -> None:
    # detect-secrets makes two lines of the first one, so that the second gets its comment.
    text = f"bot: {{a: x, b: y}}  # pragma: allowlist secret\nokx_secret_key: {owner.secret}\n"
    assert found(write(tmp_path, "a.yaml", text)) == [(SECRET_KEY, 2)]


def test_yaml_comment_silences_a_line_of_a_block_scalar(tmp_path: Path, owner: Account) -> None:
    text = (
        f"data:\n  .env: |\n    OKX_API_KEY={owner.key}  # pragma: allowlist secret\n"
        f"    OKX_SECRET_KEY={owner.secret}\n  name: bot\n"
    )
    assert found(write(tmp_path, "a.yaml", text)) == [(SECRET_KEY, 4)]


def test_ini_comment_below_the_last_value(tmp_path: Path, owner: Account) -> None:
    text = f"[okx]\napi_key = {owner.key}\n; OKX_SECRET_KEY = {owner.secret}\n"
    assert found(write(tmp_path, "a.ini", text)) == [(API_KEY, 2), (SECRET_KEY, 3)]


def test_only_line_of_a_file_is_a_call(tmp_path: Path, owner: Account) -> None:
    text = f'key = os.getenv("OKX_SECRET_KEY", "{owner.secret}")'
    assert found(write(tmp_path, "a.py", text)) == [(SECRET_KEY, 1)]


@pytest.mark.parametrize(
    "comment",
    ["# pragma: allowlist secret", "# okx-secret-scan: allow", "// pragma: whitelist secret"],
)
def test_comment_silences_its_line(tmp_path: Path, owner: Account, comment: str) -> None:
    text = f'OKX_API_KEY = "{owner.key}"\nOKX_SECRET_KEY = "{owner.secret}"  {comment}\n'
    assert found(write(tmp_path, "a.py", text)) == [(API_KEY, 1)]


@pytest.mark.parametrize("comment", ["# pragma: allowlist nextline secret", "# okx-secret-scan: allow"])
def test_comment_silences_the_next_line(tmp_path: Path, owner: Account, comment: str) -> None:
    text = f'OKX_API_KEY = "{owner.key}"\n{comment}\nOKX_SECRET_KEY = "{owner.secret}"\n'
    assert found(write(tmp_path, "a.py", text)) == [(API_KEY, 1)]


def test_allowlisted_lines_are_listed_on_request(tmp_path: Path, owner: Account) -> None:
    text = (
        f'OKX_API_KEY = "{owner.key}"\n'
        f'OKX_SECRET_KEY = os.getenv("K", "{owner.secret}")  # pragma: allowlist secret\n'
    )
    file = write(tmp_path, "a.py", text)
    with settings_of(*PLUGINS):
        secrets = list(scan_for_allowlisted_secrets_in_file(str(file)))
    assert [(stock.RULES[secret.type], secret.line_number) for secret in secrets] == [(SECRET_KEY, 2)]


@pytest.mark.parametrize("line", ["client_id = 7; ", "user_id: 1, ", "order_ids = (), "])
def test_id_earlier_in_the_line(tmp_path: Path, owner: Account, line: str) -> None:
    assert found(write(tmp_path, "a.txt", f"{line}OKX_SECRET_KEY={owner.secret}\n")) == [(SECRET_KEY, 1)]


@pytest.mark.parametrize("form", ["{0}", "${0}", "{{{0}}}", "{1}", "ABCDEFGHI", "月亮山水太阳{1}!"])
def test_passphrase_that_stock_filters_drop(tmp_path: Path, owner: Account, form: str) -> None:
    value = form.format(owner.passphrase, random.randrange(10**7, 10**8))
    lines = (f"OKX_API_KEY='{owner.key}'", f"OKX_SECRET_KEY='{owner.secret}'", f"OKX_PASSPHRASE='{value}'\n")
    assert (PASSPHRASE, 3) in found(write(tmp_path, "a.py", "\n".join(lines)))


def test_excluded_secrets_are_judged_by_their_value(tmp_path: Path, owner: Account) -> None:
    text = f'OKX_API_KEY = "{owner.key}"\nOKX_SECRET_KEY = "{owner.secret}"\n'
    pattern = {"detect_secrets.filters.regex.should_exclude_secret": {"pattern": [f"^{owner.secret}$"]}}
    assert found(write(tmp_path, "a.py", text), pattern) == [(API_KEY, 1)]


@pytest.mark.parametrize("pattern", ["^[0-9a-f]{32}$", "^[0-9a-f]{40}$", "[0-9a-f]{16}", "[a-z]{2}"])
def test_patterns_meant_for_hashes_and_words_do_not_match_by_accident(tmp_path: Path, pattern: str) -> None:
    filters = {"detect_secrets.filters.regex.should_exclude_secret": {"pattern": [pattern]}}
    assert found(write(tmp_path, "a.py", f'OKX_SECRET_KEY = "{secret_key()}"\n'), filters) == [
        (SECRET_KEY, 1)
    ]


def test_excluded_lines_are_those_of_the_file(tmp_path: Path, owner: Account) -> None:
    text = f"okx:\n  api_key: {owner.key}\n  secret_key: {owner.secret}\n"
    pattern = {"detect_secrets.filters.regex.should_exclude_line": {"pattern": [r"^  api_key: "]}}
    assert found(write(tmp_path, "a.yaml", text), pattern) == [(SECRET_KEY, 3)]


def test_edited_file_is_read_again(tmp_path: Path, owner: Account) -> None:
    file = write(tmp_path, "a.py", f'OKX_API_KEY = "{owner.key}"\n')
    assert found(file) == [(API_KEY, 1)]
    write(tmp_path, "a.py", f'\n\nOKX_SECRET_KEY = "{owner.secret}"\n')
    assert found(file) == [(SECRET_KEY, 3)]


def test_letters_that_the_locale_swallows(
    tmp_path: Path, owner: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Read as GBK, the comment's last letter is half of a character.
    filler = "".join(f"number_{n} = {n}\n" for n in range(9))
    text = (
        f'import okx.Account as Account\n{filler}first = "{owner.key}"  # \u4e2dx\n{filler}'
        f'api = Account.AccountAPI(first, "{owner.secret}", "{owner.passphrase}")\n'
    )
    file = write(tmp_path, "a.py", text)
    monkeypatch.setattr("locale.getpreferredencoding", lambda do_setlocale: "gbk")
    lines = file.read_text(encoding="gbk").splitlines(keepends=True)
    assert "x" not in lines[10]
    with settings_of(*PLUGINS):
        secrets = set(_process_line_based_plugins(list(enumerate(lines, start=1)), str(file)))
    assert (API_KEY, 11) in {(stock.RULES[secret.type], secret.line_number) for secret in secrets}


def test_value_twice_in_a_file_is_one_entry_at_the_first_line(tmp_path: Path, owner: Account) -> None:
    text = f"okx:\n  old:\n    api_key: {owner.key}\n  new:\n    api_key: {owner.key}\n"
    assert found(write(tmp_path, "a.yaml", text)) == [(API_KEY, 3)]


def test_diff_gives_the_findings_of_added_lines(tmp_path: Path, owner: Account) -> None:
    text = f'OKX_API_KEY = "{owner.key}"\nx = 1\nOKX_SECRET_KEY = f("{owner.secret}")\n'
    file = write(tmp_path, "a.py", text)
    lines = text.splitlines()
    diff = f"--- {file}\n+++ {file}\n@@ -1,2 +1,3 @@\n {lines[0]}\n {lines[1]}\n+{lines[2]}\n"
    assert _of_diff(diff) == [(SECRET_KEY, 3)]


def test_diff_of_a_file_that_is_not_there(tmp_path: Path, owner: Account) -> None:
    diff = (
        "--- a.py\n+++ a.py\n@@ -7,2 +7,3 @@\n x = 1\n y = 2\n"
        f'+OKX_SECRET_KEY = os.getenv("OKX_SECRET_KEY", "{owner.secret}")\n'
    )
    assert _of_diff(diff) == [(SECRET_KEY, 9)]


def test_diff_of_another_state_of_a_file(tmp_path: Path, owner: Account) -> None:
    file = write(tmp_path, "a.py", f'x = 1\nOKX_API_KEY = "{owner.key}"\ny = 2\n')
    diff = f'--- {file}\n+++ {file}\n@@ -0,0 +1,3 @@\n+OKX_SECRET_KEY = "{owner.secret}"\n+x = 1\n+y = 2\n'
    assert _of_diff(diff) == [(SECRET_KEY, 1)]


def _of_diff(diff: str) -> list[tuple[str, int]]:
    secrets = SecretsCollection()
    with settings_of(*PLUGINS) as settings:
        settings.disable_filters("detect_secrets.filters.common.is_invalid_file")
        secrets.scan_diff(diff)
    return [(stock.RULES[secret.type], secret.line_number) for _, secret in secrets]


@pytest.mark.parametrize("form", ['OKX_SECRET_KEY = "{}"', 'key = os.getenv("OKX_SECRET_KEY", "{}")'])
def test_string_scan(tmp_path: Path, owner: Account, form: str) -> None:
    ran = stock.scan(tmp_path, "--string", form.format(owner.secret))
    verdicts = dict(line.replace(" ", "").split(":", 1) for line in ran.out.splitlines())
    assert verdicts["OkxSecretKeyDetector"].startswith("True")
    assert verdicts["OkxApiKeyDetector"] == "False"
