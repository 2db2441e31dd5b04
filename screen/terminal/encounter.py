"""An encounter at the console: person after person, each led to the end page."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.encounter import Person
from screen.core.party import carried
from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.core.stop import stop_of
from screen.core.walk import Ask, Wish, walk
from screen.reports.facts import result_of
from screen.terminal.console import Closed, Hidden, calmly
from screen.terminal.ending import close, pass_on, save_asked, show_all, show_page
from screen.terminal.page import advice_page, reasons_page
from screen.terminal.prompts import Prompts
from screen.terminal.wording import title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from screen.core.assessment import Assessment
    from screen.core.book import Book
    from screen.core.encounter import Party
    from screen.reports.facts import Result
    from screen.terminal.console import Console
    from screen.terminal.desk import Desk

GROUP = "How many of the group show the same? (a number, or Enter) > "
RECORDED = "The answers go to a file when you leave, and no word you type. h hides the screen."


class Led(NamedTuple):
    """One person's screening as it ended, and by which wish."""

    screening: Screening
    wish: Wish


def meet(desk: "Desk", party: "Party", ask: Ask | None = None) -> "Party":
    """Screen one person after another until the officer leaves; the people of the encounter as they were screened.

    It goes on with the last of the party. Raises KeyboardInterrupt at a second Ctrl-C.

    `ask` puts the questions in place of the officer's keys, for a demonstration.
    """
    keeper = desk.keeper
    prompts = Prompts(desk.console, desk.book)
    _tell_kept(desk, prompts)
    if keeper.seals or not desk.is_recorded:
        desk.console.write(keeper.opening)
    if desk.is_recorded:
        desk.console.write(RECORDED)
    _tell_state(desk, party)
    while True:
        led = _led(desk, prompts, party, ask or prompts.ask)
        party = (*party[:-1], party[-1]._replace(screening=led.screening))
        if led.wish is not Wish.NEXT_PERSON:
            break
        party = (*party, Person(desk.now(), carried(desk.book, led.screening)))
        _kept(desk, prompts, party)
        _tell_state(desk, party)
    if led.wish is Wish.ENOUGH:
        keeper.seal(_met(desk.book, party))
    return party


def _tell_state(desk: "Desk", party: "Party") -> None:
    """Which person of the encounter it is, and what an officer who goes on has to know of the advice."""
    console, screening = desk.console, party[-1].screening
    if party[1:]:
        console.write()
        console.write(f"Person {len(party)} of this encounter. What is true of the whole party is carried over.")
    if any(isinstance(entry, Answer | Sign) for entry in screening.entries):
        result = result_of(desk.book, screening, desk.now())
        if desk.book.rank[result.assessment.disposition]:
            _tell_change(console, result, urgent=stop_of(desk.book, result.assessment) == "at-once")


def _met(book: "Book", party: "Party") -> "Party":
    """The people without a last one begun by mistake, of whom nothing stands but what was carried over."""
    *before, last = party
    start = carried(book, before[-1].screening) if before else Screening()
    if any(entry not in start.entries for entry in last.screening.entries if not isinstance(entry, Known)):
        return party
    return _met(book, tuple(before)) if before else ()


def _kept(desk: "Desk", prompts: Prompts, party: "Party") -> None:
    """Keep the encounter as it stands; what a pause tells follows."""
    desk.keeper.keep(party)
    _tell_kept(desk, prompts)


def _tell_kept(desk: "Desk", prompts: Prompts) -> None:
    prompts.keeps, prompts.kept = desk.is_recorded or desk.keeper.holds, desk.keeper.words
    prompts.seals = desk.keeper.seals


def _led(desk: "Desk", prompts: Prompts, party: "Party", ask: Ask) -> Led:
    """One person's walk and end page."""
    *before, (began, screening) = party
    person = len(party)

    def keep(screening: Screening) -> None:
        _kept(desk, prompts, (*before, Person(began, screening)))

    while True:
        end = walk(desk.book, ask, _show(desk), keep, desk.now, screening)
        result = result_of(desk.book, end.screening, desk.now())
        scripted = ask != prompts.ask
        if end.wish is Wish.LEAVE and desk.console.is_live and not scripted:
            _left(desk, result, kept=save_asked(desk, result, person, began) or desk.is_recorded)
            return Led(end.screening, Wish.LEAVE)
        if scripted or not desk.console.is_live:
            show_all(desk, result)
            wish = end.wish or Wish.LEAVE
        elif end.wish is Wish.NEXT_PERSON:
            pass_on(desk, result, began)
            wish = end.wish
        else:
            wish = close(desk, prompts, result, began)
        if wish is Wish.BACK:
            screening = end.screening.back()
            keep(screening)
            continue
        if wish is Wish.NEXT_PERSON:
            result = result_of(desk.book, _group(desk, end.screening), desk.now())
            keep(result.screening)
        save_asked(desk, result, person, began)
        if wish is Wish.LEAVE and desk.keeper.seals:
            desk.console.write()
            desk.console.write(f"Left. {desk.keeper.words}")
        return Led(result.screening, wish)


def _left(desk: "Desk", result: "Result", *, kept: bool) -> None:
    """The last words to an officer who leaves early; what to do is told all the same, if it has come to that."""
    if desk.book.opens_routes(result.assessment.disposition) and not result.is_booth:
        show_page(desk.console, advice_page(result, plain=desk.console.plain))
    if desk.keeper.holds:
        desk.console.write(f"Left. {desk.keeper.words}")
    elif not kept:
        desk.console.write("Left. Nothing was kept.")


def _show(desk: "Desk") -> "Callable[[Screening, Assessment, Assessment | None], None]":
    """What is shown after an answer: the whole advice if asked for, else a word when it has changed."""
    console, book = desk.console, desk.book

    def show(screening: Screening, assessment: "Assessment", before: "Assessment | None") -> None:
        if before is None:
            _show_advice(desk, result_of(book, screening, desk.now()))
            return
        if assessment.evidence.present != before.evidence.present:
            booth = result_of(book, screening, desk.now()).is_booth
            tell_taken_back(console, book, before, assessment, booth=booth)
        if assessment.told not in (before.told, None):
            _tell_change(console, result_of(book, screening, desk.now()), urgent=stop_of(book, assessment) == "at-once")

    return show


def tell_taken_back(
    console: "Console", book: "Book", before: "Assessment", after: "Assessment", *, booth: bool
) -> None:
    """Name the signs that were present before and are not now."""
    gone = before.evidence.present & ~after.evidence.present
    if gone:
        titles = (title_of(book.indicator[name], booth=booth) for name in book.ids(gone))
        console.write(f"Taken back: {'; '.join(titles)}.", "", "  ")


def _show_advice(desk: "Desk", result: "Result") -> None:
    """What to do as things stand; why, if the officer wants it or is no live one."""
    console = desk.console
    show_page(console, advice_page(result, plain=console.plain))
    try:
        typed = calmly(console, "Enter goes on, w why > ", desk.keeper.words) if console.is_live else "w"
    except (Closed, Hidden):
        return
    if typed.strip().lower() == "w":
        show_page(console, reasons_page(result, desk.contacts(), plain=console.plain))


def _tell_change(console: "Console", result: "Result", *, urgent: bool) -> None:
    """At the booth a neutral word; in private the new title, and what to do at once if it cannot wait."""
    if result.is_booth:
        console.write(f"{result.title.capitalize()}: a." if urgent else "Noted. See a.")
    elif urgent:
        show_page(console, advice_page(result, plain=console.plain))
    else:
        console.write(f"Advice now: {result.title}. a tells why.")


def _group(desk: "Desk", screening: Screening) -> Screening:
    """The screening with how many of a crew or a bus show the same, if the officer says so."""
    while True:
        try:
            typed = calmly(desk.console, GROUP, desk.keeper.words).strip()
        except Closed:
            return screening
        except Hidden:
            continue
        if not typed:
            return screening
        if typed.isdecimal():
            return screening.add(Note(f"Of the group, {typed} show the same.", desk.now()))
        desk.console.write("A number, or Enter alone.")
