"""A sealed record, opened with an identity."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from screen.core.problem import Refused
from screen.core.record import FORMAT, Record
from screen.storage.records.age import Damaged, Locked, is_encrypted, unseal
from screen.storage.records.disk import read_file

_RECORD = TypeAdapter(Record)


def read_record(path: Path, identities: tuple[str, ...]) -> Record:
    """The record in this file. Raises Refused, with what is wrong and what to do; OSError."""
    message = read_file(path)
    if not is_encrypted(message):
        raise Refused(path, "it is no age file.", "Copy it again from the laptop.")
    try:
        content = unseal(message, identities)
    except Locked:
        raise Refused(path, "this key does not open it.", "It was sealed for other keys: name another.") from None
    except Damaged:
        raise Refused(path, "it is cut or changed.", "Copy it again; records verify says more.") from None
    return record_in(content, path)


def record_in(content: bytes, path: Path) -> Record:
    """The record that an opened file holds. Raises Refused."""
    try:
        told = json.loads(content)
        version = told["format"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Refused(path, "it is no record of htscreen.", "Name a file that htscreen sealed.") from None
    if version != FORMAT:
        raise Refused(path, f"a newer htscreen sealed it (format {version}).", "Update htscreen; age opens it as JSON.")
    try:
        record = _RECORD.validate_python(told)
    except (ValidationError, RecursionError):
        record = None
    if record is None or not all(_is_told(person.advice) for person in record.people):
        raise Refused(path, "it is no whole record.", "age opens it as JSON: see what is missing.")
    return record


def _is_told(advice: dict[str, Any]) -> bool:
    """Whether the advice has what is counted of it."""
    disposition, present = advice.get("disposition", 0), advice.get("present")
    return isinstance(disposition, str | None) and isinstance(present, list) and all(map(_is_text, present))


def _is_text(value: object) -> bool:
    return isinstance(value, str)
