"""The JSON Schema of the configuration, for editors that complete and check TOML files."""

from __future__ import annotations

import json

from okx_secret_scan.policy.settings import KEYS


def render() -> str:
    """Return the schema of `.okx-secret-scan.toml` and of `[tool.okx-secret-scan]` as a JSON document."""
    properties = {key: {**row.schema, "description": row.help} for key, row in KEYS.items()}
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "okx-secret-scan",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return json.dumps(schema, indent=2) + "\n"
