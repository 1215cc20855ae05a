"""The ways in which people write an OKX credential, each with all three of its parts."""

from __future__ import annotations

from tests.values import Account

SHAPES = {
    "assignment.py": 'OKX_API_KEY = "{key}"\nOKX_SECRET_KEY = "{secret}"\nOKX_PASSPHRASE = "{passphrase}"\n',
    "getenv.py": (
        "import os\n\n"
        'api_key = os.getenv("OKX_API_KEY", "{key}")\n'
        'secret_key = os.environ.get("OKX_SECRET_KEY", "{secret}")\n'
        'passphrase = os.environ.get("OKX_PASSPHRASE") or "{passphrase}"\n'
    ),
    "or.js": (
        "const apiKey = process.env.OKX_API_KEY || '{key}';\n"
        "const secretKey = process.env.OKX_SECRET_KEY ?? '{secret}';\n"
        "const passphrase = process.env.OKX_PASSPHRASE || '{passphrase}';\n"
    ),
    "default.sh": (
        "export OKX_API_KEY=${{OKX_API_KEY:-{key}}}\n"
        'export OKX_SECRET_KEY="${{OKX_SECRET_KEY:-{secret}}}"\n'
        "export OKX_PASSPHRASE=${{OKX_PASSPHRASE:-{passphrase}}}\n"
    ),
    ".env": "OKX_API_KEY={key}\nOKX_SECRET_KEY={secret}\nOKX_PASSPHRASE={passphrase}\n",
    "nested.yaml": (
        "exchanges:\n  okx:\n    api_key: {key}\n    secret_key: {secret}\n"
        '    passphrase: "{passphrase}"\n  other:\n    name: none\n'
    ),
    "nested.json": (
        '{{\n  "exchanges": {{\n    "okx": {{\n      "apiKey": "{key}",\n      "secretKey": "{secret}",\n'
        '      "passphrase": "{passphrase}"\n    }}\n  }}\n}}\n'
    ),
    "positional.py": (
        'import okx.Trade as Trade\n\napi = Trade.TradeAPI("{key}", "{secret}", "{passphrase}", False, "0")\n'
    ),
    "ccxt_dict.py": (
        'import ccxt\n\nexchange = ccxt.okx({{"apiKey": "{key}", "secret": "{secret}", '
        '"password": "{passphrase}"}})\n'
    ),
    "headers.py": (
        "import requests\n\n"
        'secret_key = "{secret}"\n'
        'headers = {{"OK-ACCESS-KEY": "{key}", "OK-ACCESS-PASSPHRASE": "{passphrase}"}}\n'
        'requests.get("https://www.okx.com/api/v5/account/balance", headers=headers)\n'
    ),
    "docker-compose.yml": (
        "services:\n  bot:\n    image: bot\n    environment:\n      - OKX_API_KEY={key}\n"
        "      - OKX_SECRET_KEY={secret}\n      - OKX_PASSPHRASE={passphrase}\n"
    ),
    "settings.py": (
        "from pydantic import Field, SecretStr\nfrom pydantic_settings import BaseSettings\n\n\n"
        "class OkxSettings(BaseSettings):\n"
        '    okx_api_key: str = Field(default="{key}")\n'
        '    okx_secret_key: SecretStr = SecretStr("{secret}")\n'
        '    okx_passphrase: str = "{passphrase}"\n'
    ),
    "multi_line.py": (
        "import okx.Account as Account\n\n"
        "api = Account.AccountAPI(\n"
        '    "{key}",\n'
        '    "{secret}",\n'
        '    "{passphrase}",\n'
        "    False,\n)\n"
    ),
    "comment.py": (
        '# OKX_API_KEY = "{key}"\n# OKX_SECRET_KEY = "{secret}"\n# OKX_PASSPHRASE = "{passphrase}"\n'
    ),
}


def write(shape: str, account: Account) -> str:
    """Return the text of `shape` with the parts of `account`."""
    return SHAPES[shape].format(key=account.key, secret=account.secret, passphrase=account.passphrase)


def places(text: str, account: Account) -> set[tuple[str, int]]:
    """Return rule and line of every part of `account` in `text`."""
    parts = {
        "okx-api-key": account.key,
        "okx-secret-key": account.secret,
        "okx-passphrase": account.passphrase,
    }
    lines = text.splitlines()
    return {(rule, n) for rule, part in parts.items() for n, line in enumerate(lines, 1) if part in line}
