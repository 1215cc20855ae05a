"""What each rule means in words: the one place that reports, `explain` and the documentation agree with."""

from __future__ import annotations

from dataclasses import dataclass

from okx_secret_scan.model import Rule, Severity

HOME = "https://github.com/okx-secret-scan/okx-secret-scan"
DOCS = f"{HOME}/blob/main/docs"

API_PAGE = "https://www.okx.com/account/my-api"


@dataclass(frozen=True, slots=True)
class RuleText:
    """The words of one rule, plain text all; `name` is the identifier that SARIF viewers show."""

    name: str
    title: str
    description: str
    remedy: tuple[str, ...]

    @property
    def remedy_text(self) -> str:
        """The steps as one paragraph."""
        return " ".join(self.remedy)


_REVOKE = (
    f"Delete the API key on the OKX site that issued it (global: {API_PAGE}) and create a new one.",
    "Check the account's order, transfer and withdrawal history since the value first appeared.",
)
_MOVE = (
    "Read it from the environment or a secret store, without a default, and remove the literal.",
    "Deleting the line does not help once it was pushed: clones, forks and caches keep the old commit.",
)

RULES: dict[Rule, RuleText] = {
    Rule.API_KEY: RuleText(
        name="OkxApiKey",
        title="OKX API key",
        description=(
            "The public part of an OKX credential: a UUID that names the key in every request. Alone it "
            "authorises nothing, yet it says which account to attack; with the secret key and the passphrase "
            "it is a complete credential."
        ),
        remedy=(*_REVOKE, *_MOVE),
    ),
    Rule.SECRET_KEY: RuleText(
        name="OkxSecretKey",
        title="OKX secret key",
        description=(
            "The part of an OKX credential that signs requests: 32 upper-case hexadecimal digits. To act as "
            "the account one lacks only the key's id and a passphrase, which people often write beside it."
        ),
        remedy=(*_REVOKE, *_MOVE),
    ),
    Rule.PASSPHRASE: RuleText(
        name="OkxPassphrase",
        title="OKX passphrase",
        description=(
            "The password that a person chose for an OKX API key. Every request carries it beside the key; "
            "people reuse it for other keys and accounts."
        ),
        remedy=(*_REVOKE, "Replace the passphrase wherever else it is used.", *_MOVE),
    ),
    Rule.SESSION_TOKEN: RuleText(
        name="OkxSessionToken",
        title="OKX session token",
        description=(
            "A signed token (JWT) of a logged-in OKX session. Until it expires it stands for the person who "
            "logged in, without password or second factor."
        ),
        remedy=(
            "Log out of all devices in OKX's security settings and change the password.",
            "Check the account's login, order and withdrawal history since the token first appeared.",
            "Remove the token: recorded traffic and browser dumps do not belong in a repository.",
        ),
    ),
}

HARM: dict[Severity, str] = {
    Severity.CRITICAL: "key, secret key and passphrase of one account: anyone who reads them can trade",
    Severity.HIGH: "enough to act for the account, or one step away from it",
    Severity.MEDIUM: "a part that a thief still has to complete",
    Severity.LOW: "names an account, authorises nothing by itself",
}


def help_uri(rule: Rule) -> str:
    """Return the address of the rule's page."""
    return f"{DOCS}/rules/{rule}.md"
