"""Paper: a form filled in by hand is keyed in, a line for each item, and its boxes are counted."""

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.core.paper import Totals, boxes, has_none
from screen.core.screening import Answer, Screening
from screen.core.standing import asks_reason
from screen.core.walk import Question
from screen.reports.paper import totals_line
from screen.terminal.console import COLUMNS, Closed, Hidden
from screen.terminal.keys import Slip, parse
from screen.terminal.letters import printable
from screen.terminal.prompts import Prompts

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.interview import Stage
    from screen.terminal.console import Console

KEYS = "Number(s), 0, u or d, as marked; Enter: blank on the paper; b back, ? the options, h hide, q leave."
MEND = "Number mends that question, t the total on paper, y goes on with both > "
ROOM = 12
"""Columns left to type in."""

MOST_DIGITS = 4
"""As many as the number of boxes on any form has."""


class Keyed(NamedTuple):
    """What was keyed in: the answers in the order of the form, and both totals."""

    answers: tuple[Answer, ...]
    totals: Totals


def key_in(console: "Console", book: "Book", stage: "Stage") -> Keyed | None:
    """Key in a form of this stage; None if the officer leaves. Raises KeyboardInterrupt at a second Ctrl-C running."""
    keying, place, paused = _Keying(console, book, stage), 0, False
    console.write(f"{stage.title}: a form of edition {book.rulebook.edition}. {KEYS}")
    while place <= len(stage.items):
        try:
            place += keying.item(place) if place < len(stage.items) else keying.total()
            paused = False
        except Closed:
            return None
        except Hidden:
            continue
        except KeyboardInterrupt:
            if paused:
                raise
            paused = True
            console.write("\nPaused. Answers are kept in memory only. Go on below; Ctrl-C again leaves.")
    return Keyed(tuple(keying.answers.values()), keying.totals)


class _Keying:
    """What was keyed in so far, and the total that stands on the paper."""

    def __init__(self, console: "Console", book: "Book", stage: "Stage") -> None:
        self.console, self.book, self.stage = console, book, stage
        self.prompts = Prompts(console, book)
        self.given: dict[str, Answer] = {}
        self.on_paper: int | None = None
        self.counted = False

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers in the order of the form."""
        return {name: self.given[name] for name in self.stage.items if name in self.given}

    @property
    def totals(self) -> Totals:
        """Both totals, as they stand."""
        return Totals(self.on_paper, sum(map(boxes, self.given.values())))

    def item(self, place: int) -> int:
        """Key in one item; by how many items to go on: one, none to key it in again, or one back."""
        question = _question(self.book, self.stage, place, self.given)
        if question.before is not None:
            self.console.write(f"k keeps what was keyed in: {_keys(question.before, question)}.")
        line = self.console.read(_prompt(question))
        if not line.strip():
            self.given.pop(question.item.id, None)
            return 1
        typed = parse(line, question)
        if isinstance(typed, Answer):
            return self.keep(question, typed)
        if isinstance(typed, Slip):
            self.console.write(typed.words)
            return 0
        return self.turn(question, typed.key, place)

    def keep(self, question: Question, answer: Answer) -> int:
        """Keep the answer with the written reasons that it asks for."""
        reasons = list[tuple[str, str]]()
        if answer != question.before:
            for option in question.item.options:
                for fact, value in option.sets.items():
                    if option.id in answer.picked and value in self.book.fact[fact].reason:
                        text = self.reason()
                        if text is None:
                            return 0
                        reasons.append((fact, text))
            if asks_reason(question.item, answer):
                text = self.reason()
                if text is None:
                    return 0
                answer = answer._replace(reason=text)
            answer = answer._replace(reasons=tuple(reasons))
        self.given[question.item.id] = answer
        return 1

    def reason(self) -> str | None:
        """The reason as written on the paper; None to go back."""
        return self.prompts.written("Reason on the paper, in facts and words (Enter: none):", empty=True)

    def turn(self, question: Question, key: str, place: int) -> int:
        """What the key asks for. Raises Closed for leaving."""
        match key:
            case "b":
                return -1 if place else 0
            case "?":
                for digit, option in question.options:
                    self.console.write(option.label, f"  {digit} ", "    ")
            case "q" if self.prompts.is_sure():
                raise Closed
            case "q":
                pass
            case _:
                self.console.write(KEYS)
        return 0

    def total(self) -> int:
        """Hold both totals against each other; by how many items to go on, as `item`."""
        if not self.counted:
            typed = self.console.read("Boxes ticked on paper (Enter: not written) > ").strip().lower()
            if typed == "b":
                return -1
            if typed and not _is_number(typed):
                self.console.write("A number, such as 12; Enter if there is none on the paper; b goes back.")
                return 0
            self.on_paper, self.counted = int(typed) if typed else None, True
        self.console.write(totals_line(self.totals))
        return self.mend() if self.totals.agrees is False else 1

    def mend(self) -> int:
        """Say which item has how many boxes, and mend one of them, the total, or nothing."""
        items = self.stage.items
        for number, name in enumerate(items, start=1):
            answer = self.given.get(name)
            question = _question(self.book, self.stage, number - 1, self.given)
            told = f"{boxes(answer)} ({_keys(answer, question)})" if answer is not None else "0 (blank)"
            self.console.write(f"{number}. {question.item.text} {told}", "  ", "     ")
        typed = self.console.read(MEND).strip().lower()
        if typed == "y":
            return 1
        if typed == "t":
            self.counted = False
        elif _is_number(typed) and 1 <= int(typed) <= len(items):
            while self.item(int(typed) - 1) == 0:
                pass
        else:
            self.console.write(f"A number from 1 to {len(items)}, t or y.")
        return 0


def _is_number(typed: str) -> bool:
    """Whether it is a number that a form could hold."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS


def _question(book: "Book", stage: "Stage", place: int, given: dict[str, Answer]) -> Question:
    """The item as a question that the keys are read for, with every option that stands on the form."""
    item, nothing = book.item[stage.items[place]], Screening()
    options = tuple(enumerate(item.options, start=1))
    left = len(stage.items) - place - 1
    before = given.get(item.id)
    return Question(stage, item, options, place + 1, left, before, nothing, assess_screening(book, nothing))


def _prompt(question: Question) -> str:
    """The item in as many words as one line has room for, and its keys."""
    digits = [str(digit) for digit, _ in question.options]
    numbers = f"{digits[0]}-{digits[-1]}" if digits[1:] else digits[0]
    keys = f" [{numbers}{' 0' if has_none(question.item) else ''} u d] > "
    lead = f"{question.number}. "
    room = COLUMNS - len(lead) - len(keys) - ROOM
    return f"{lead}{textwrap.shorten(printable(question.item.text), room, placeholder='...')}{keys}"


def _keys(answer: Answer, question: Question) -> str:
    """What would be typed for this answer."""
    if answer.state != "answered":
        return "u" if answer.state == "could-not-tell" else "d"
    digits = {option.id: str(digit) for digit, option in question.options}
    typed = [digits[each] for each in answer.picked] + [f"u{digits[each]}" for each in answer.unsure]
    return " ".join(sorted(typed, key=lambda key: key[-1])) or "0"
