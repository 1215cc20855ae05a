"""What of detect-secrets' filters is touched, and what is not."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex

from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.filters import gibberish, heuristic
from detect_secrets.settings import get_filters, get_plugins
from detect_secrets.util.code_snippet import get_code_snippet
from detect_secrets.util.inject import call_function_with_arguments

from okx_secret_scan.plugin import filters
from okx_secret_scan.plugin.identity import PLUGINS
from tests.plugin.test_findings import settings_of
from tests.values import account, secret_key


def test_token_passes_every_filter_that_looks_at_values() -> None:
    for _ in range(200):
        token = filters.token(token_hex(16))
        assert not heuristic.is_potential_uuid(token)
        assert not heuristic.is_sequential_string(token)
        assert not heuristic.is_templated_secret(token)
        assert not heuristic.is_prefixed_with_dollar_sign(token)
        assert not heuristic.is_not_alphanumeric_string(token)
        assert not gibberish.should_exclude_secret(token)


def test_verdict_on_lines_without_findings_is_the_stock_one(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    lines = [f'key = os.getenv("OKX_SECRET_KEY", "{secret_key()}")', "token = get_token()", "name = 'bot'"]
    file.write_text("\n".join(lines), encoding="utf-8")
    with settings_of(*PLUGINS):
        get_plugins()
        replaced = next(judge for judge in get_filters() if judge.path.endswith(".is_indirect_reference"))
        contexts = [get_code_snippet([f"{line}\n" for line in lines], number) for number in (1, 2, 3)]
        verdicts = [
            call_function_with_arguments(replaced, filename=str(file), line=line, context=context)
            for line, context in zip(lines, contexts, strict=True)
        ]
    assert verdicts == [False, True, False]
    assert [replaced(line) for line in lines] == [True, True, False]


def test_other_plugins_keep_passphrases_that_this_one_does_not_report(tmp_path: Path) -> None:
    owner = account()
    file = tmp_path / "a.yaml"
    file.write_text(
        f'okx:\n  apiKey: {owner.key}\n  secret: {owner.secret}\n  password: "{owner.passphrase}"\n',
        encoding="utf-8",
    )
    for plugins, expected in (
        (("KeywordDetector", *PLUGINS), []),
        (("KeywordDetector", "OkxApiKeyDetector"), [4]),
    ):
        secrets = SecretsCollection()
        with settings_of(*plugins):
            secrets.scan_file(str(file))
        keywords = [s.line_number for _, s in secrets if s.type == "Secret Keyword" and s.line_number == 4]
        assert keywords == expected
