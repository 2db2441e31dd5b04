"""Recording: an encounter is put on the disk as cases, where an author asked for it."""

from pathlib import Path

from screen.core.book import Book
from screen.core.recorded import case_of
from screen.core.screening import Screening
from screen.storage.cases import save_cases


def save_run(book: Book, people: tuple[Screening, ...], path: Path) -> str:
    """Write each person's run as a case to a new file; a sentence that says so, or why not."""
    names = [f"recorded run {number}" for number in range(1, len(people) + 1)]
    cases = [case_of(book, each, name) for each, name in zip(people, names, strict=True)]
    try:
        save_cases(path, cases)
    except OSError as error:
        return f"Not recorded: {error.strerror or error}."
    return f"Recorded in {path}. Give each case a name, and keep it with the cases of the rulebook."
