"""Keeping: an encounter is kept answer by answer while the screening goes on, and sealed at its end."""

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.reference import file_name
from screen.core.encounter import Opening
from screen.core.problem import Refused
from screen.storage.records.locks import InUse
from screen.terminal.console import IN_MEMORY, Closed, Hidden, calmly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from screen.core.book import Book
    from screen.core.encounter import Party
    from screen.reports.facts import Result
    from screen.reports.records.recorded import Around
    from screen.storage.records.draft import Draft
    from screen.storage.records.sealing import Wanted
    from screen.storage.records.setup import Setup
    from screen.terminal.console import Console

ANOTHER = "Another folder for the sealed record (Enter: none) > "


class Place(NamedTuple):
    """A records folder, and how it is set up."""

    folder: Path
    setup: "Setup"


class Bench(NamedTuple):
    """What keeping needs from outside: where to, with which rulebook, what time it is, what stands around."""

    console: "Console"
    place: Place
    book: "Book"
    now: "Callable[[], datetime]"
    around: "Callable[[], Around]"


class Keeping:
    """Keeps one encounter as a draft. What fails is told once, and stops nothing."""

    seals = True

    def __init__(self, bench: Bench, opening: Opening, begin: "Callable[[], Draft]", draft: "Draft | None") -> None:
        self.bench, self.encounter = bench, opening
        self._begin, self._draft = begin, draft
        self.failed = False
        self.people = 1
        self.notes: list[tuple[Path, str]] = []

    @property
    def opening(self) -> str:
        """Under which reference the answers are kept."""
        return f"Each answer will be kept as {self.encounter.reference}, for your PIN alone. h hides the screen."

    @property
    def holds(self) -> bool:
        """Whether all that was answered so far is on the disk."""
        return not self.failed

    @property
    def words(self) -> str:
        """What is kept, and how to go on with it."""
        if self._draft is None or not self._draft.kept:
            return IN_MEMORY if self.failed else "Nothing is answered yet."
        if not os.path.exists(self._draft.path):  # noqa: PTH110 - which a folder without rights makes no fault
            return f"Its draft {self.encounter.reference} is gone. {IN_MEMORY}"
        goes_on = f"as {self.encounter.reference}: htscreen records resume goes on there."
        return f"Only the answers before the fault are kept, {goes_on}" if self.failed else f"It is kept {goes_on}"

    def keep(self, party: "Party") -> None:
        """Put what is new on the disk. A fault is told at once, and so is its end."""
        self.people = len(party)
        console, folder = self.bench.console, self.bench.place.folder
        try:
            with uninterrupted():
                self._draft = self._draft or self._begin()
                self._draft.keep(party)
        except (OSError, InUse) as error:
            if not self.failed:
                console.write(f"{told(error, folder)} Go on: from here on it is in memory only.")
                console.write("At the end you can name another folder.")
            self.failed = True
            return
        if self.failed:
            console.write("It is kept again, with all that was answered.")
        self.failed = False

    def seal(self, party: "Party") -> None:
        """Seal the encounter for those who can open it, elsewhere if the folder fails."""
        from screen.core.codewords import head_code
        from screen.storage.records.sealing import seal_record

        if not party:
            self.bench.console.write("Nothing was entered, and nothing is sealed.")
            with suppress(OSError):
                if self._draft is not None:
                    self._draft.finish()
            return
        wanted, folder = self._wanted(party), self.bench.place.folder
        try:
            with uninterrupted():
                head = seal_record(folder, wanted, self._draft)
        except (OSError, InUse, Refused) as error:
            self.bench.console.write(f"Not sealed. {told(error, folder)}")
            self._seal_elsewhere(wanted)
            return
        self._tell(f"Sealed as {wanted.reference}.", f"Head code: {head_code(head.number, head.digest)}")

    def _wanted(self, party: "Party") -> "Wanted":
        """What is sealed: all of it is reckoned before anything is held up."""
        from screen.core.codewords import words_of
        from screen.reports.records.recorded import record_of
        from screen.reports.records.text import record_text
        from screen.storage.records.age import fingerprint
        from screen.storage.records.sealing import Wanted

        bench, at = self.bench, self.bench.now()
        record = record_of(bench.book, self.encounter, party, bench.around(), at)._replace(sealed=at)

        def content(number: int | None, previous: str, recipients: tuple[str, ...]) -> bytes:
            keys = tuple(words_of(fingerprint(each)) for each in recipients)
            return record_text(record._replace(number=number, previous=previous, recipients=keys)).encode("utf-8")

        return Wanted(self.encounter.reference, file_name(), at, content)

    def _seal_elsewhere(self, wanted: "Wanted") -> None:
        """Ask for another folder until one takes the record, or none is named."""
        from screen.storage.records.sealing import seal_elsewhere

        console = self.bench.console
        while True:
            try:
                typed = calmly(console, ANOTHER, self.words).strip()
            except Hidden:
                continue
            except Closed:
                typed = ""
            if not typed:
                console.write(f"Not sealed. {self.words}")
                return
            try:
                path = seal_elsewhere(Path(typed).expanduser(), wanted, self.bench.place.setup.recipients)
            except (OSError, ValueError, RuntimeError, Refused) as error:  # a NUL in a name, a home that is none
                console.write(told(error, typed))
                continue
            self._tell(f"Sealed as {wanted.reference} in {path}, outside the chain. {self._leftover()}".strip(), "")
            return

    def _leftover(self) -> str:
        is_there = self._draft is not None and os.path.exists(self._draft.path)  # noqa: PTH110 - as above
        return "Its draft stays until it expires." if is_there else ""

    def _tell(self, sealed: str, head: str) -> None:
        """Say where it went, with the head code, which also goes on the notes of this encounter."""
        from screen.storage.noted import append_text

        console, missing = self.bench.console, list[Path]()
        for path, text in self.notes:
            try:
                added = append_text(path, text, f"\n{sealed} {head}".rstrip() + "\n")
            except (OSError, UnicodeDecodeError):
                added = False
            if not added:
                missing.append(path)
        console.write(sealed)
        if head:
            console.write(head, "", "  ")
            console.write("It stands on the note." if self.notes and not missing else "Write it down on paper.")
        if missing and head:
            console.write(f"It could not be added to {', '.join(map(str, missing))}.")

    def save(self, result: "Result", began: "datetime", name: str) -> str:
        """Write the note of the person at hand under the record's reference; its name. Raises OSError."""
        from screen.cli.noting import save_note
        from screen.reports.records.recorded import reference_of

        reference = reference_of(self.encounter.reference, self.people - 1)
        path, text = save_note(result, self.encounter.sha256, began, name, reference, self._note_words())
        self.notes.append((path, text))
        return str(path)

    def _note_words(self) -> str:
        """What the note says of the record, which is not sealed yet."""
        from screen.core.codewords import head_code
        from screen.storage.records.ledger import read_head

        try:
            head = read_head(self.bench.place.folder)
        except OSError:
            head = None
        before = f" Head code before it: {head_code(head.number, head.digest)}." if head else ""
        return f"Kept as {self.encounter.reference}.{before}"


@contextmanager
def uninterrupted() -> "Iterator[None]":
    """No Ctrl-C in the middle of what has to be done whole."""
    from signal import SIG_IGN, SIGINT, signal

    was = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, was)


def told(error: Exception, where: object) -> str:
    """What is wrong with a folder, in a sentence."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, InUse):
        return f"{where}: another window has held it for too long."
    return f"{where} cannot be written: {(getattr(error, 'strerror', None) or str(error)).lower()}."
