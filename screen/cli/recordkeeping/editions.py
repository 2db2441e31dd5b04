"""Editions: the rulebook that a draft was begun under; or the one there is, with what has changed for the draft."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.opening import open_rulebook
from screen.core.book import Book
from screen.core.encounter import Opening, Party, Person
from screen.core.refit import refit
from screen.storage.cache import cache_folder
from screen.storage.twin import load_cached

if TYPE_CHECKING:
    from screen.terminal.console import Console


class Fitted(NamedTuple):
    """A rulebook, and the encounter as it fits that; `opening` names the rulebook."""

    book: Book
    opening: Opening
    party: Party


def book_for(console: "Console", opening: Opening, party: Party, path: Path | None) -> Fitted:
    """The rulebook to go on with. Another than the draft's is told, with what it lacks. Raises Unreadable."""
    loaded = open_rulebook(path)
    if loaded.sha256 == opening.sha256:
        return Fitted(Book(loaded.book), opening, party)
    if path is None and (kept := load_cached(cache_folder(), opening.sha256)) is not None:
        console.write(f"It goes on with edition {opening.edition} of the rulebook, under which it was begun.")
        return Fitted(Book(kept.book), opening, party)
    book = Book(loaded.book)
    refitted = [refit(book, person.screening) for person in party]
    edition = loaded.book.edition
    console.write(f"The rulebook has changed since: it was begun under edition {opening.edition}; this is {edition}.")
    unfit = dict.fromkeys(name for each in refitted for name in each.unfit)
    if unfit:
        told = f"Of what was entered it does not know {len(unfit)}, and leaves that out; words stand as notes."
        console.write(told, "", "  ")
    people = tuple(Person(person.began, each.screening) for person, each in zip(party, refitted, strict=True))
    return Fitted(book, opening._replace(edition=edition, sha256=loaded.sha256), people)
