"""A statement of xAPI 1.0.3, held against its specification: the schema beside this file was written from that."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

Statement = dict[str, Any]

SCHEMA = json.loads((Path(__file__).parent / "xapi_statement.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def faults(statement: Statement) -> list[str]:
    """What is wrong with a statement; also what no schema can say: how a score stands to its ends."""
    found = [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(statement)]
    score = statement.get("result", {}).get("score", {}) if not found else {}
    least, most = score.get("min", float("-inf")), score.get("max", float("inf"))
    if not (least < most and least <= score.get("raw", most) <= most):
        found.append("$.result.score: raw lies outside min and max")
    return found
