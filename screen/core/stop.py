"""The stop: which items the walk asks as things stand, and whether what was told ends its questions."""

from typing import TYPE_CHECKING, Literal

from screen.core.branch import is_asked
from screen.core.truth import compile_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.assessment import Assessment
    from screen.core.book import Book
    from screen.core.shape.interview import Item, Stage


def stop_of(book: "Book", assessment: "Assessment") -> Literal["never", "settled", "at-once"]:
    """Whether the questions about what happened stop: by the disposition reached, or by the book's `stop_when`.

    `at-once` dispositions stop when reached; `settled` ones when no answer can bring the advice below them.
    """
    if book.rulebook.stop_when is not None and compile_test(book, book.rulebook.stop_when)(assessment.worlds.standing):
        return "at-once"
    reached, sure = book.rank[assessment.disposition], book.rank[assessment.lowest]
    ranked = tuple(enumerate(book.rulebook.dispositions))
    if any(each.stops == "at-once" and rank <= reached for rank, each in ranked):
        return "at-once"
    return "settled" if any(each.stops == "settled" and rank <= sure for rank, each in ranked) else "never"


_ASKED_AFTER = {"never": ("no", "settled", "yes"), "settled": ("settled", "yes"), "at-once": ("yes",)}


def asked(book: "Book", assessment: "Assessment") -> "Iterator[tuple[Stage, Item]]":
    """The items that are asked as things stand, answered or not, stage by stage: one in two stages comes twice."""
    rulebook, answered = book.rulebook, assessment.evidence.answered
    asked_after = _ASKED_AFTER[stop_of(book, assessment)]
    if rulebook.do_not_run_when is not None:
        test = compile_test(book, rulebook.do_not_run_when)
        if test(assessment.worlds.standing):
            return
    for stage in rulebook.stages:
        if is_asked(book, f"stage:{stage.id}", answered):
            for name in stage.items:
                item = book.item[name]
                if item.after_stop in asked_after and is_asked(book, name, answered):
                    yield stage, item
