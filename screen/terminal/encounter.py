"""An encounter at the console: person after person, each led to the end page."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.core.party import carried
from screen.core.screening import Note, Screening
from screen.core.walk import Ask, End, Wish, stop_of, walk
from screen.reports.facts import result_of
from screen.terminal.console import Closed, Console
from screen.terminal.page import advice_page, reasons_page
from screen.terminal.prompts import Prompts

if TYPE_CHECKING:
    from screen.core.assessment import Assessment
    from screen.core.book import Book
    from screen.core.shape.policy import Contact
    from screen.reports.facts import Result

MEMORY_ONLY = "Memory only: nothing is kept on this laptop. h hides the screen."

END_KEYS = "Enter why | n note | m all | b back | p next person | h hide | q leave > "


class Desk(NamedTuple):
    """What an encounter needs from outside: the console, the rulebook, the clock, contacts, and a place for notes.

    `contacts` is called only when a page is shown. `save` takes a result, the person's number, when it began, and a
    file name or "" for one of its own; it returns the name written, or raises OSError. `note`: where each person's
    note goes without asking.
    """

    console: Console
    book: "Book"
    now: Callable[[], datetime]
    contacts: "Callable[[], tuple[Contact, ...]]"
    save: "Callable[[Result, int, datetime, str], str]"
    note: Path | None = None


def meet(desk: Desk, start: Screening, ask: Ask | None = None) -> None:
    """Screen one person after another until the officer leaves. Raises KeyboardInterrupt at a second Ctrl-C.

    `ask` puts the questions in place of the officer's keys, for a demonstration.
    """
    prompts = Prompts(desk.console, desk.book)
    desk.console.write(MEMORY_ONLY)
    person = 1
    while True:
        began = desk.now()
        end = _led(desk, prompts, person, start, ask or prompts.ask, began)
        if end is None:
            return
        start, person = carried(desk.book, end.screening), person + 1
        desk.console.write()
        desk.console.write(f"Person {person} of this encounter. What is true of the whole party is carried over.")


def _led(desk: Desk, prompts: Prompts, person: int, start: Screening, ask: Ask, began: datetime) -> End | None:
    """One person's walk and end page; the end if the next person follows, None if the officer leaves."""
    screening = start
    while True:
        end = walk(desk.book, ask, _show(desk), lambda _: None, desk.now, screening)
        if end.wish is Wish.LEAVE and desk.console.is_live:
            desk.console.write("Left. Nothing was kept.")
            return None
        if end.wish is Wish.NEXT_PERSON:
            end = end._replace(screening=_group(desk, end.screening))
        wish = _end_page(desk, prompts, end, person, began)
        if wish is Wish.BACK:
            screening = end.screening.back()
            continue
        return end if wish is Wish.NEXT_PERSON else None


def _show(desk: Desk) -> "Callable[[Screening, Assessment, Assessment | None], None]":
    """What is shown after an answer: the whole advice if asked for, else a word when it has changed."""
    console, book = desk.console, desk.book

    def show(screening: Screening, assessment: "Assessment", before: "Assessment | None") -> None:
        if before is None:
            result = result_of(book, screening, desk.now())
            for line in (*advice_page(result, plain=console.plain), *reasons_page(result, desk.contacts())):
                console.write(line)
            return
        gone = before.evidence.present & ~assessment.evidence.present
        if gone:
            console.write(f"Taken back: {len(book.ids(gone))}.")
        if assessment.disposition != before.disposition:
            _tell_change(console, result_of(book, screening, desk.now()), urgent=stop_of(book, assessment) == "at-once")

    return show


def _tell_change(console: Console, result: "Result", *, urgent: bool) -> None:
    """At the booth a neutral word; in private the new title, and what to do at once if it cannot wait."""
    if result.is_booth:
        console.write(f"{result.title.capitalize()}: a." if urgent else "Noted. See a.")
    elif urgent:
        _print(console, advice_page(result, plain=console.plain))
    else:
        console.write(f"Advice now: {result.title}. a tells why.")


def _group(desk: Desk, screening: Screening) -> Screening:
    """The screening with how many of a crew or a bus show the same, if the officer says so."""
    try:
        typed = desk.console.read("How many of the group show the same? (a number, or Enter) > ").strip()
    except Closed:
        return screening
    return screening.add(Note(f"Of the group, {typed} show the same.", desk.now())) if typed.isdecimal() else screening


def _end_page(desk: Desk, prompts: Prompts, end: End, person: int, began: datetime) -> Wish:
    """Show what to do, then why; read keys until the officer goes back, on to the next person, or leaves."""
    console = desk.console
    result = result_of(desk.book, end.screening, desk.now())
    first = advice_page(result, plain=console.plain)
    second = reasons_page(result, desk.contacts(), plain=console.plain)
    if not console.is_live:
        _print(console, (*first, "", *second))
        _noted(desk, result, person, began)
        return Wish.NEXT_PERSON if end.wish is Wish.NEXT_PERSON else Wish.LEAVE
    page, saved = first, _noted(desk, result, person, began)
    _print(console, page)
    while True:
        try:
            key = console.read(END_KEYS).strip().lower()
        except (Closed, KeyboardInterrupt):
            return Wish.LEAVE
        match key:
            case "":
                page = second if page is first else first
                _print(console, page)
            case "m":
                _print(console, reasons_page(result, desk.contacts(), plain=console.plain, full=True))
            case "n":
                saved = _saved(desk, result, person, began) or saved
            case "h":
                prompts.hide()
                _print(console, page)
            case "b":
                return Wish.BACK
            case "p":
                return Wish.NEXT_PERSON
            case "q" if saved or prompts.is_sure():
                return Wish.LEAVE
            case _:
                console.write("One of the keys below.")


def _noted(desk: Desk, result: "Result", person: int, began: datetime) -> bool:
    """Whether the note was written where the command said; that of a later person beside the first."""
    if desk.note is None:
        return False
    path = desk.note if person == 1 else desk.note.with_stem(f"{desk.note.stem}-{person}")
    return _written(desk, result, person, began, str(path))


def _saved(desk: Desk, result: "Result", person: int, began: datetime) -> bool:
    """Whether the note was written to a file that the officer named or left to chance."""
    name = desk.console.read("File for the note (Enter: a name of its own) > ").strip()
    return _written(desk, result, person, began, name)


def _written(desk: Desk, result: "Result", person: int, began: datetime, name: str) -> bool:
    try:
        written = desk.save(result, person, began, name)
    except OSError as error:
        desk.console.write(f"Not written: {error.strerror or error}. Try another name or folder.")
        return False
    desk.console.write(f"Written to {written}. Delete it once it is in the official system.")
    return True


def _print(console: Console, lines: "tuple[str, ...] | list[str]") -> None:
    console.write()
    for number, line in enumerate(lines):
        if number == 0:
            console.head(line)
        else:
            console.write(line)
