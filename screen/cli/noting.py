"""Noting: a case note is put on the disk, where the officer asked for it."""

from datetime import datetime
from pathlib import Path

from screen.cli.opening import now, open_local, program_version
from screen.cli.reference import note_name, reference
from screen.core.problem import Unreadable
from screen.reports.facts import Result
from screen.reports.note import Encounter, case_note, markdown
from screen.reports.records.recorded import Around
from screen.storage.noted import save_text


def save_note(
    result: Result, sha256: str, began: datetime, name: str, ref: str = "", kept: str = ""
) -> tuple[Path, str]:
    """Write the note of one person to a new file; where, and what. Raises OSError, also if the file is there already.

    `ref`: its reference, if it has one; `kept`: a sentence on where else it is kept.
    """
    around, ref = around_here(), ref or reference()
    encounter = Encounter(ref, began, now(), around.port, around.lane, kept)
    path = Path(name or note_name(ref))
    text = markdown(case_note(result, encounter, sha256, around.program))
    save_text(path, text)
    return path, text


def around_here() -> Around:
    """Where this laptop stands, as the port's own file says, and which program this is."""
    try:
        local = open_local()
    except Unreadable:
        local = None
    return Around((local.port if local else None) or "", (local.lane if local else None) or "", program_version())
