"""Noting: a case note is put on the disk, where the officer asked for it."""

import os
from datetime import datetime
from pathlib import Path

from screen.cli.opening import now, open_local, program_version
from screen.core.problem import Unreadable
from screen.reports.facts import Result
from screen.reports.note import Encounter, note
from screen.storage.noted import save_text

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which are misread on paper."""


def reference() -> str:
    """Eight random letters, so that nothing about the encounter shows in a file name: `K7Q2-MX4D`."""
    letters = "".join(LETTERS[byte % len(LETTERS)] for byte in os.urandom(8))
    return f"{letters[:4]}-{letters[4:]}"


def save_note(result: Result, sha256: str, began: datetime, name: str) -> str:
    """Write the note of one person to a new file; its name. Raises OSError, also if the file is there already."""
    try:
        local = open_local()
    except Unreadable:
        local = None
    ref = reference()
    encounter = Encounter(
        ref, began, now(), (local.port if local else None) or "", (local.lane if local else None) or ""
    )
    path = Path(name or f"note-{ref}.md")
    save_text(path, note(result, encounter, sha256, program_version()))
    return str(path)
