"""Rating at the command line: the notes of a class, blind, one rater at a time."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import USAGE
from screen.cli.practising.classing import refusal
from screen.core.problem import Located
from screen.core.rating import Rating, Written, written_in
from screen.practice.classroom.mark import terms_of
from screen.practice.classroom.notes import Rated, is_wanted, rated_notes
from screen.storage.attempts import read_attempts
from screen.storage.ratings import read_ratings, save_rating
from screen.storage.scenarios import read_sound_scenarios
from screen.terminal.console import Closed, open_console
from screen.terminal.letters import printable
from screen.terminal.practice.rating import Shown, put_notes

if TYPE_CHECKING:
    from screen.cli.practising.library import Library
    from screen.core.rating import Says


class Waiting(NamedTuple):
    """A note that waits for a rating."""

    attempt: str
    title: str
    written: Written


def rate_at(library: "Library", folder: Path, rater: str, *, tie_break: bool, plain: bool) -> int:
    """Put the notes of a class to a rater; the exit code. Raises Unreadable, KeyboardInterrupt."""
    console, beside = open_console(plain=plain), folder if folder.is_dir() else folder.parent
    known = rated_notes(_known(beside))
    waiting = sorted(
        (
            note
            for note in _notes(library, folder)
            if is_wanted(known.get(_key(note), Rated()), rater, tie_break=tie_break)
        ),
        key=_shuffled,
    )
    if not waiting:
        ties = "No tie is open for you." if tie_break else "No note waits for you."
        console.write(f"{ties} htscreen practice class {folder} tells what the notes come to.")
        return 0

    def save(place: int, says: "Says") -> None:
        save_rating(beside, Rating(waiting[place].attempt, waiting[place].written.number, rater, says, tie_break))

    shown = [Shown(each.title, each.written.about, each.written.text) for each in waiting]
    try:
        rated = put_notes(console, shown, save)
    except Closed:
        console.write()
        console.write("Left. What you rated is kept.")
        return 0
    except OSError as error:
        print(printable(f"{beside} cannot be written: {(error.strerror or str(error)).lower()}."), file=sys.stderr)
        return USAGE
    console.write(f"Rated: {rated}. Still waiting for you: {len(waiting) - rated}.")
    return 0


def _known(folder: Path) -> Iterator[Rating]:
    """The ratings that are there; a line that is none is told."""
    for each in read_ratings(folder):
        if isinstance(each, Located):
            print(printable(str(each)), file=sys.stderr)
        else:
            yield each


def _notes(library: "Library", folder: Path) -> Iterator[Waiting]:
    """The notes and reasons of the attempts that count."""
    scenarios = {each.scenario.id: each.scenario for each in read_sound_scenarios(library.folder)[0]}
    refuse = refusal(library, scenarios, terms_of(library.book, library.pack))
    for attempt in read_attempts(folder, steps=True, refuse=refuse):
        if not isinstance(attempt, Located):
            for written in written_in(attempt):
                yield Waiting(attempt.id, scenarios[attempt.scenario].title, written)


def _key(note: Waiting) -> tuple[str, int]:
    return note.attempt, note.written.number


def _shuffled(note: Waiting) -> bytes:
    """An order that is always the same and tells nothing of whose note it is."""
    return sha256(f"{note.attempt}:{note.written.number}".encode()).digest()
