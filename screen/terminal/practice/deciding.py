"""Deciding: the learner's own advice, before the tool's is shown."""

from typing import TYPE_CHECKING

from screen.core.shape.attempt import Step
from screen.core.walk import Wish
from screen.terminal.keys import Slip
from screen.terminal.practice.lesson import numbers, put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from screen.core.book import Book
    from screen.core.shape.policy import Contact, Disposition, Duty
    from screen.terminal.console import Console
    from screen.terminal.practice.lesson import Lesson

SURE = ("a guess", "unsure", "fairly sure", "sure", "certain")
ADVICE = "What you would do next with this person, the least first. The tool gives its own advice after yours."
CONFIDENCE = (
    "How sure you are that your advice is right. Afterwards you see how often you are right when you feel sure."
)
CONTACT = "The one you would call before anybody else; Enter if nobody needs to be called."
DUTY = "What somebody must be told or given within a time, as things stand now. 0: nothing is owed."
BACK = -1
LEAVE = -2

Reply = tuple[int, ...]
"""Numbers from 1 on, none for nothing; or BACK or LEAVE alone."""


def decide(lesson: "Lesson", kept: str) -> Step | Wish:
    """The own advice as a step without its time; BACK to the questions, LEAVE. Raises Closed, KeyboardInterrupt."""
    console, book = lesson.console, lesson.scene.book
    dispositions, contacts, duties = book.rulebook.dispositions, callable_by_officers(book), book.rulebook.duties
    asks = [
        _Ask("Your own advice, before the tool's:", [told(book, each) for each in dispositions], "one",
             [ADVICE, *(_done(book, each) for each in dispositions)]),
        _Ask("How sure are you?", SURE, "one", [CONFIDENCE]),
        _Ask("Whom would you tell first?", [each.title for each in contacts], "one-or-none",
             [CONTACT, *(_called(each) for each in contacts)]),
        _Ask("What is owed now, by law?", [f"{each.title}: {each.to}" for each in duties], "many",
             [DUTY, *(_owed(each) for each in duties)]),
    ]  # fmt: skip
    given: list[Reply] = []
    while len(given) < len(asks):
        reply = asks[len(given)].put(console, kept) if asks[len(given)].choices else ()
        if reply == (LEAVE,):
            return Wish.LEAVE
        if reply != (BACK,):
            given.append(reply)
        elif not given:
            return Wish.BACK
        else:
            given.pop()
    own, sure, first, owed = given
    return Step(
        at=0, does="advice", id=dispositions[own[0] - 1].id, confidence=sure[0],
        contact=contacts[first[0] - 1].id if first else "", duties=tuple(duties[each - 1].id for each in owed),
    )  # fmt: skip


def callable_by_officers(book: "Book") -> "tuple[Contact, ...]":
    """The contacts that an officer may call, in the order of the rulebook."""
    return tuple(each for each in book.rulebook.contacts if each.for_ in ("officer", "both"))


def told(book: "Book", disposition: "Disposition") -> str:
    """A disposition in the rulebook's words, those furthest from the booth, where each has words of its own."""
    places = _places(book)
    title = next((disposition.titles[place] for place in places if place in disposition.titles), None)
    lead = next((disposition.words[place].lead for place in places if place in disposition.words), "")
    title = title or disposition.id.replace("-", " ").upper()
    if lead.upper().startswith(title):
        lead = lead[len(title) :].lstrip(". ")
    return f"{title}. {lead}".strip() if lead else title


def _places(book: "Book") -> tuple[str, ...]:
    """The places that words are written for, those furthest from the booth first."""
    return (*reversed(book.fact["place"].values), "any") if "place" in book.fact else ("any",)


def _done(book: "Book", disposition: "Disposition") -> str:
    """What is done first at a disposition, where it is furthest from the booth."""
    words = [disposition.words[place] for place in _places(book) if place in disposition.words]
    return " ".join(words[0].do[:2]) if words else ""


def _called(contact: "Contact") -> str:
    """What a contact is called for, and when they answer."""
    return f"{contact.purpose}. Answers: {contact.hours}."


def _owed(duty: "Duty") -> str:
    """To whom a duty is owed, in what time, and on whose word."""
    note = f" {duty.note}" if duty.note else ""
    return f"{duty.title}, to: {duty.to}; within: {duty.within} ({duty.source}).{note}"


class _Ask:
    """One thing asked, with numbered choices: one of them, one or none, or many; `why` explains it, then each."""

    def __init__(self, words: str, choices: "Sequence[str]", pick: str, why: "Sequence[str]") -> None:
        self.words, self.choices, self.pick, self.why = words, choices, pick, why

    def put(self, console: "Console", kept: str) -> Reply:
        """Put it until it is answered."""
        many = len(self.choices)
        rest = {"one": "", "one-or-none": ", Enter for nobody", "many": "s, 0 for none"}[self.pick]
        return put(
            console, f"Number{rest}, ? help, b back, q leave > ", self.reader(console, many), self.shown(console), kept
        )

    def shown(self, console: "Console") -> "Callable[[], None]":
        """Shows the words and the choices."""

        def show() -> None:
            console.write()
            if console.plain:
                console.write(self.words, "asked: ", "  ")
            else:
                console.head(self.words)
            for number, choice in enumerate(self.choices, start=1):
                label = f"option {number}: " if console.plain else f" {number:>{len(str(len(self.choices)))}} "
                console.write(choice, label, " " * len(label))

        return show

    def explain(self, console: "Console") -> None:
        """What is asked, then what each choice means."""
        lead, *rest = self.why
        console.write(lead)
        for number, words in enumerate(rest, start=1):
            if words:
                label = f"option {number}: " if console.plain else f" {number:>{len(str(len(rest)))}} "
                console.write(words, label, " " * len(label))

    def reader(self, console: "Console", many: int) -> "Callable[[str], Reply | Slip]":
        """Reads what is typed."""

        def read(line: str) -> Reply | Slip:
            typed = line.lower()
            if typed == "b":
                return (BACK,)
            if typed in ("q", "?", "??"):
                return self.beside(console, typed)
            if (self.pick == "many" and typed == "0") or (self.pick == "one-or-none" and typed in ("", "0")):
                return ()
            got = numbers(typed, many)
            if isinstance(got, Slip):
                none = {"one": "", "one-or-none": ", or Enter for nobody", "many": ", or 0 for none"}[self.pick]
                return Slip(f"{got.words.rstrip('.')}{none}. ? explains.")
            return got if self.pick == "many" or len(got) == 1 else Slip("Only one of these. Type one number.")

        return read

    def beside(self, console: "Console", typed: str) -> Reply | Slip:
        """What is no answer: `q`, asked for twice, or `?`."""
        if typed != "q":
            self.explain(console)
            return Slip("Which of these?")
        console.write("Leave? q again leaves, Enter goes on.")
        return (LEAVE,) if console.read("> ").strip().lower() == "q" else Slip("Go on.")
