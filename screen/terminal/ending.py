"""The ending: the pages of advice, and what the officer does with them."""

from typing import TYPE_CHECKING

from screen.core.stop import stop_of
from screen.core.walk import Wish
from screen.terminal.console import Closed, Console, Hidden, calmly
from screen.terminal.explain import show_routes
from screen.terminal.page import advice_page, reasons_page

if TYPE_CHECKING:
    from datetime import datetime

    from screen.reports.facts import Result
    from screen.terminal.desk import Desk
    from screen.terminal.prompts import Prompts

KEYS = "Enter why | n note | m all | b back | p next person | h hide | q {} > "


def close(desk: "Desk", prompts: "Prompts", result: "Result", began: "datetime") -> Wish:
    """Show what to do, then why; read keys until the officer goes back, on to the next person, or is done.

    Where the terminal is shut, that is leaving.

    Raises KeyboardInterrupt at the second Ctrl-C running.
    """
    ending = _Ending(desk, prompts, result, began)
    if result.is_booth and stop_of(desk.book, result.assessment) == "at-once":
        desk.console.write(f"{result.title.capitalize()}. Turn the screen away: Enter shows what to do.")
    else:
        ending.show()
    paused = False
    while True:
        try:
            wish = ending.turn(desk.console.read(KEYS.format("seal" if desk.keeper.seals else "leave")).strip().lower())
            paused = False
        except Closed:
            return Wish.LEAVE
        except Hidden:
            ending.show()
            continue
        except KeyboardInterrupt:
            if paused:
                raise
            paused = True
            kept = desk.keeper.words if desk.keeper.holds else "Nothing is kept unless you save a note (n)."
            desk.console.write(f"\nPaused. {kept} Ctrl-C again leaves.")
            continue
        if wish is not None:
            return wish


class _Ending:
    """Which page is shown, and whether a note was saved."""

    def __init__(self, desk: "Desk", prompts: "Prompts", result: "Result", began: "datetime") -> None:
        self.desk, self.prompts, self.result, self.began = desk, prompts, result, began
        plain = desk.console.plain
        self.pages = (advice_page(result, plain=plain), reasons_page(result, desk.contacts(), plain=plain))
        self.shown, self.opened = 0, False
        self.saved = desk.note is not None or desk.is_recorded or desk.keeper.seals

    def show(self) -> None:
        """Show the page that is open."""
        self.opened = True
        show_page(self.desk.console, self.pages[self.shown])

    def turn(self, key: str) -> Wish | None:
        """Do what the key asks for; a wish if it ends the page."""
        console = self.desk.console
        match key:
            case "":
                self.shown = 1 - self.shown if self.opened else 0
                self.show()
            case "m":
                contacts = self.desk.contacts()
                show_page(console, reasons_page(self.result, contacts, plain=console.plain, full=True))
            case "?" if self.result.book.opens_routes(self.result.assessment.disposition) and not self.result.is_booth:
                show_routes(console, self.result.book)
            case "n":
                self.saved = ask_note(self.desk, self.result, self.began) or self.saved
            case "b" | "p":
                return Wish.BACK if key == "b" else Wish.NEXT_PERSON
            case "q" if self.desk.keeper.seals and not self.opened:
                self.opened = True
                console.write("What to do now was not shown yet: Enter shows it. q again seals.")
                self.shown = 1
            case "q":
                return Wish.ENOUGH if self.saved or self.prompts.is_sure() else None
            case _:
                console.write("One of the keys below.")
        return None


def show_all(desk: "Desk", result: "Result") -> None:
    """Both pages, one after the other, where nobody turns them."""
    plain = desk.console.plain
    show_page(desk.console, advice_page(result, plain=plain))
    show_page(desk.console, reasons_page(result, desk.contacts(), plain=plain))


def pass_on(desk: "Desk", result: "Result", began: "datetime") -> None:
    """What to do about a person whose questions were left for the next one's, and a chance to save the note."""
    show_page(desk.console, advice_page(result, plain=desk.console.plain))
    try:
        while calmly(desk.console, "Enter next person | n note first > ", desk.keeper.words).strip().lower() == "n":
            ask_note(desk, result, began)
    except Hidden:
        pass_on(desk, result, began)
    except Closed:
        return


def save_asked(desk: "Desk", result: "Result", person: int, began: "datetime") -> bool:
    """Write the note where the command said; that of a later person beside the first. Whether one is on the disk."""
    if desk.note is None:
        return False
    path = desk.note if person == 1 else desk.note.with_stem(f"{desk.note.stem}-{person}")
    if _save(desk, result, began, str(path)):
        return True
    try:
        return desk.console.is_live and ask_note(desk, result, began)
    except Hidden:
        return save_asked(desk, result, person, began)
    except (Closed, KeyboardInterrupt):
        return False


def ask_note(desk: "Desk", result: "Result", began: "datetime") -> bool:
    """Whether the note was written to a file that the officer named or left to chance."""
    name = desk.console.read("File for the note (Enter: a name of its own, b: none) > ").strip()
    return name.lower() != "b" and _save(desk, result, began, name)


def _save(desk: "Desk", result: "Result", began: "datetime", name: str) -> bool:
    try:
        written = desk.save(result, began, name)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        desk.console.write(f"Not written: {getattr(error, 'strerror', None) or error}. Try another name or folder.")
        return False
    desk.console.write(f"Written to {written}. Delete it once it is in the official system.")
    return True


def show_page(console: Console, lines: "tuple[str, ...] | list[str]") -> None:
    """Lines that are laid out already, the first as a heading."""
    console.write()
    for number, line in enumerate(lines):
        if number == 0:
            console.head(line)
        else:
            console.write(line)
