"""The JSON Schema of the configuration, for editors that complete and check TOML files."""

from __future__ import annotations

import json

from okx_secret_scan.policy.configfiles import SECTION
from okx_secret_scan.policy.settings import KEYS


def render() -> str:
    """Return the schema of `.okx-secret-scan.toml`, with or without our table's name, as a JSON document."""
    properties = {key: {**row.schema, "description": row.help} for key, row in KEYS.items()}
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    ours = {"$ref": "#/definitions/configuration"}
    named = {
        "type": "object",
        "properties": {SECTION: ours},
        "required": [SECTION],
        "additionalProperties": False,
    }
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": SECTION,
        "anyOf": [ours, named],
        "definitions": {"configuration": table},
    }
    return json.dumps(schema, indent=2) + "\n"
