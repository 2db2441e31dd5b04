"""An officer made of answers: what each item is answered, and what was asked, in order."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import cast

from screen.core.assessment import Assessment
from screen.core.book import Book
from screen.core.given import screening_of
from screen.core.screening import Entry, Screening
from screen.core.shape.answers import Answers
from screen.core.walk import End, Question, Wish, walk

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
Reply = str | list[str] | Entry | Wish


class Officer:
    """Answers by item; a tuple of replies is given one at a time, the last for ever; a minute passes at each look."""

    def __init__(self, replies: dict[str, Reply | tuple[Reply, ...]]) -> None:
        self.replies: dict[str, list[Reply]] = {
            item: list(cast("tuple[Reply, ...]", reply)) if type(reply) is tuple else [cast("Reply", reply)]
            for item, reply in replies.items()
        }
        self.questions: list[Question] = []
        self.kept: list[Screening] = []
        self.shown: list[tuple[Screening, Assessment, Assessment | None]] = []
        self.clock = START

    @property
    def asked(self) -> list[str]:
        """The items asked, in order."""
        return [question.item.id for question in self.questions]

    def options(self, item: str) -> list[str]:
        """The options shown the last time this item was asked."""
        question = next(each for each in reversed(self.questions) if each.item.id == item)
        return [option.id for _, option in question.options]

    def walk(self, book: Book, start: Screening = Screening()) -> End:  # noqa: B008 - immutable
        """Walk the book with these replies."""
        return walk(book, self.ask, self.show, self.kept.append, self.now, start)

    def ask(self, question: Question) -> Entry | Wish:
        """The reply to a question: as scripted; else nothing found, or the first option."""
        self.questions.append(question)
        replies = self.replies.get(
            question.item.id, [[] if question.item.pick == "many" else question.options[0][1].id]
        )
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        return told(question.item.id, reply) if isinstance(reply, str | list) else reply

    def show(self, screening: Screening, assessment: Assessment, before: Assessment | None) -> None:
        """Keep what was shown."""
        self.shown.append((screening, assessment, before))

    def now(self) -> datetime:
        """The time, a minute later each time."""
        self.clock += timedelta(minutes=1)
        return self.clock


def told(item: str, reply: str | list[str]) -> Entry:
    """The answer that a file of answers would write so."""
    return screening_of(Answers.model_validate({"answers": {item: reply}}), None).answers[item]


def items(stages: Sequence[str]) -> list[str]:
    """A sentence of item ids as a list."""
    return " ".join(stages).split()
