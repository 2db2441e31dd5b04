"""The walk: the loop that leads from item to item to the advice."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import Assessment, assess_screening
from screen.core.branch import is_asked
from screen.core.screening import UNANSWERED, Answer, Entry, Note, Screening
from screen.core.stop import asked

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.interview import Item, Option, Stage


class Wish(Enum):
    """What the officer wants instead of answering."""

    BACK = "back"
    TAKE_BACK = "take the last sign back"
    ADVICE = "the advice so far"
    NEXT_PERSON = "the next person"
    ENOUGH = "no more questions"
    LEAVE = "leave"


LEADS_OUT = (Wish.LEAVE, Wish.NEXT_PERSON, Wish.ENOUGH)
"""The wishes that end a walk."""


class Question(NamedTuple):
    """One item to be asked: in which stage, the options to show with their fixed digits, what was said before.

    `number` counts the items asked so far, this one included; `left` the items that would still be asked after
    it if nothing more were found. `before` is an answer that was gone back over: offered again.
    """

    stage: "Stage"
    item: "Item"
    options: "tuple[tuple[int, Option], ...]"
    number: int
    left: int
    before: Answer | None
    screening: Screening
    assessment: Assessment


class End(NamedTuple):
    """How a walk ended: the screening, its assessment, and the wish that ended it (None: nothing left to ask)."""

    screening: Screening
    assessment: Assessment
    wish: Wish | None


Ask = Callable[[Question], Entry | Wish]
Show = Callable[[Screening, Assessment, Assessment | None], None]
Keep = Callable[[Screening], None]
Now = Callable[[], datetime]


def walk(book: "Book", ask: Ask, show: Show, keep: Keep, now: Now, start: Screening) -> End:
    """Ask item after item until none is left, the advice stops the questions, or the officer leaves.

    `ask` puts a question and returns an entry or a wish; `show` gets the screening, its assessment, and the one
    before (None when the officer asked for the advice); `keep` gets each screening before the next item is asked.
    """
    screening, assessment = start, assess_screening(book, start, now())
    while (question := next_question(book, screening, assessment)) is not None:
        reply = ask(question)
        if isinstance(reply, Wish) and reply in LEADS_OUT:
            return End(screening, assessment, reply)
        if reply is Wish.ADVICE:
            show(screening, assessment, None)
            continue
        screening = _after(book, screening, reply, question.stage.id, now())
        keep(screening)
        before, assessment = assessment, assess_screening(book, screening, now())
        show(screening, assessment, before)
    return End(screening, assessment, None)


def _after(book: "Book", screening: Screening, reply: Entry | Wish, stage: str, at: datetime) -> Screening:
    """The screening after a reply, which bears the time at which it came."""
    if reply is Wish.BACK:
        return screening.back()
    if reply is Wish.TAKE_BACK:
        return take_back(book, screening)
    if isinstance(reply, Answer):
        return screening.add(reply._replace(at=at, stage=stage))
    return screening.add(reply._replace(at=at)) if not isinstance(reply, Wish) else screening


def take_back(book: "Book", screening: Screening) -> Screening:
    """The screening without the sign that was found last; its item stays answered without it."""
    for place in reversed(range(len(screening.entries))):
        entry = screening.entries[place]
        if isinstance(entry, Answer):
            options = book.item[entry.item].options
            found = [option.id for option in options if option.shows and option.id in entry.picked]
            if found:
                left = tuple(each for each in entry.picked if each != found[-1])
                changed = (entry._replace(picked=left),)
                return screening._replace(entries=screening.entries[:place] + changed + screening.entries[place + 1 :])
        elif not isinstance(entry, Note) and getattr(entry, "state", "") == "present":
            return screening._replace(entries=screening.entries[:place] + screening.entries[place + 1 :])
    return screening


def pending(book: "Book", screening: Screening, assessment: Assessment) -> "tuple[tuple[Stage, Item], ...]":
    """The items still to be asked as things stand, in the order of the stages.

    What could not be told or was declined in one stage is asked again in a later one that lists it.
    """
    answers = screening.answers
    listed: dict[str, tuple[Stage, Item]] = {}
    order = {stage.id: place for place, stage in enumerate(book.rulebook.stages)}
    for stage, item in asked(book, assessment):
        answer = answers.get(item.id)
        if answer is None or (answer.state in UNANSWERED and order.get(answer.stage, len(order)) < order[stage.id]):
            listed.setdefault(item.id, (stage, item))
    return tuple(listed.values())


def next_question(book: "Book", screening: Screening, assessment: Assessment) -> Question | None:
    """The next item to ask, or None when the walk is at its end."""
    left = pending(book, screening, assessment)
    if not left:
        return None
    stage, item = left[0]
    evidence = assessment.evidence
    shown = tuple(
        (digit, option)
        for digit, option in enumerate(item.options, start=1)
        if is_asked(book, f"{item.id}/{option.id}", evidence.answered)
    )
    before = next((old for old in reversed(screening.aside) if old.item == item.id), None)
    return Question(stage, item, shown, len(screening.answers) + 1, len(left) - 1, before, screening, assessment)
