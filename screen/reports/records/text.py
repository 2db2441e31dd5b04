"""A record as text: JSON that any program reads, and a person too."""

import json
from typing import TYPE_CHECKING

from screen.core.written import written

if TYPE_CHECKING:
    from screen.core.record import Record


def record_text(record: "Record") -> str:
    """The record as JSON, one value a line, with its end."""
    return json.dumps(written(record), indent=1, ensure_ascii=False) + "\n"
