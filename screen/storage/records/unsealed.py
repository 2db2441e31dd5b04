"""A sealed record, opened with an identity."""

import json
from pathlib import Path

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
    except (ValueError, TypeError, KeyError):
        raise Refused(path, "it is no record of htscreen.", "Name a file that htscreen sealed.") from None
    if version != FORMAT:
        raise Refused(path, f"a newer htscreen sealed it (format {version}).", "Update htscreen; age opens it as JSON.")
    try:
        return _RECORD.validate_python(told)
    except ValidationError:
        raise Refused(path, "it is no whole record.", "age opens it as JSON: see what is missing.") from None
