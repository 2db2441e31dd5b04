"""Scheming: the JSON Schema of each kind of file that an author writes, for editors."""

import json
from pathlib import Path

from screen.core import shape
from screen.workshop.schema import Meanings, meanings_in, schema_of


def show_schema(kind: str) -> None:
    """Print the JSON Schema of one kind of file."""
    print(json.dumps(schema_of(kind, read_meanings()), indent=2))


def read_meanings() -> Meanings:
    """What each key means, read from where it is declared."""
    meanings: dict[tuple[str, str], str] = {}
    for file in sorted(Path(shape.__path__[0]).glob("*.py")):
        meanings |= meanings_in(file.read_text(encoding="utf-8"))
    return meanings
