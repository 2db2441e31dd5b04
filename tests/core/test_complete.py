"""A result that is withheld: until all that can still be asked is answered, and no longer."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.checks.reach import check_turning
from screen.core.screening import Answer, Known, Screening, Sign
from screen.core.walk import pending
from tests.core.little import NOW, Tree, asking_books, little_book, replies, rule, signs

FORM: Tree = {"id": "form", "title": "form", "values": ["taken", "refused"], "unanswered": "taken"}


def form(**more: Any) -> Book:  # noqa: ANN401 - the parts of a book are trees
    """A form of two questions that may be refused as a whole; the first asks why it is skipped."""
    options = [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]
    taken = {"fact": "form", "is": "taken"}
    items: list[Tree] = [
        {"id": name, "text": "?", "ask_when": taken, "options": [options[0] | {"shows": [name]}, options[1]]}
        for name in "ab"
    ]
    items[0]["reason"] = ["could-not-tell", "declined"]
    gate = [{"id": value, "label": value, "sets": {"form": value}} for value in ("taken", "refused")]
    items.insert(0, {"id": "form", "text": "?", "options": gate})
    stages = [{"id": "s", "title": "s", "items": ["form", "a", "b"]}]
    parts: Tree = {"complete": "required", "facts": [FORM], "indicators": signs("a", "b"), "items": items}
    return little_book(**parts | {"stages": stages, "rules": [rule({"at_least": 1, "of": "indicators"})]} | more)


def is_withheld(book: Book, *entries: Answer | Known | Sign) -> bool:
    """Whether the book gives no result yet."""
    return assess_screening(book, Screening(entries)).withheld


TAKEN, REFUSED = Answer("form", ("taken",)), Answer("form", ("refused",))


def test_a_result_is_withheld_until_every_question_has_an_answer() -> None:
    book = form()
    assert is_withheld(book)
    assert is_withheld(book, TAKEN, Answer("a", ("no",)))
    assert not is_withheld(book, TAKEN, Answer("a", ("no",)), Answer("b", ("yes",)))
    assert not is_withheld(book, TAKEN, Answer("a", ("no",)), Answer("b", state="declined"))


def test_what_stands_behind_a_closed_branch_is_not_required() -> None:
    assert not is_withheld(form(), REFUSED)
    assert not is_withheld(form(), Known("form", "refused"))


def test_what_is_known_without_being_asked_needs_no_answer() -> None:
    book = form()
    assert not is_withheld(book, Known("form", "taken"), Sign("a", "absent"), Sign("b", "could-not-tell"))
    assert is_withheld(book, Known("form", "taken"), Sign("a", "absent"))
    assert is_withheld(book, Sign("a", "absent"), Sign("b", "absent"))


@pytest.mark.parametrize("key", ["stop_when", "do_not_run_when"])
def test_nothing_more_is_required_once_nothing_more_is_asked(key: str) -> None:
    book = form(**{key: {"indicator": "b"}})
    assert not is_withheld(book, Sign("b"))
    assert is_withheld(book, Sign("b", "absent"))


def test_a_skip_needs_its_written_reason_where_the_item_asks_for_one() -> None:
    book, rest = form(), (TAKEN, Answer("b", ("no",)))
    for state in ("could-not-tell", "declined"):
        silent = Answer("a", state=state)
        assert is_withheld(book, *rest, silent)
        assert is_withheld(book, *rest, silent._replace(reason="  "))
        assert not is_withheld(book, *rest, silent._replace(reason="wept"))
    unsure = Answer("a", unsure=("yes",))
    assert is_withheld(book, *rest, unsure)
    assert not is_withheld(book, *rest, unsure._replace(reason="two stories"))


def test_an_answer_that_was_set_aside_needs_no_reason() -> None:
    assert not is_withheld(form(), REFUSED, Answer("a", state="declined"))


def test_what_no_item_can_find_or_set_has_to_be_given() -> None:
    parts: Tree = {"complete": "required", "facts": [FORM], "indicators": signs("a")}
    book = little_book(**parts)
    assert not is_withheld(book, Sign("a", "declined"), Known("form", "could-not-tell"))
    assert is_withheld(book, Sign("a", "declined"))
    assert is_withheld(book, Known("form", "could-not-tell"))
    assert not is_withheld(little_book(**parts | {"complete": "no"}))


@settings(deadline=None, max_examples=100)
@given(asking_books(), st.data())
def test_a_result_is_withheld_only_while_something_is_left_to_ask(asked: Book, data: st.DataObject) -> None:
    book = little_book(**asked.rulebook.model_dump(by_alias=True, exclude_defaults=True) | {"complete": "required"})
    assume(not any(check_turning(book)))
    found = {name for item in book.item for name in book.ids(book.finds[item])}
    told = {fact for item in book.item for fact in book.reach[item]}
    alone = [Sign(name, "absent", NOW) for name in book.bit if name not in found]
    facts = [Known(fact.id, fact.values[0], "", NOW) for fact in book.rulebook.facts if fact.id not in told]
    screening = Screening((*alone, *facts))
    while left := pending(book, screening, weighed := assess_screening(book, screening, NOW)):
        stage, item = data.draw(st.sampled_from(left))
        ways = replies(book, item.id, weighed.evidence.answered)
        screening = screening.add(data.draw(st.sampled_from(ways))._replace(stage=stage.id))
    assert not weighed.withheld


def test_a_withheld_disposition_is_not_told() -> None:
    book = form()
    assert assess_screening(book, Screening((TAKEN, Sign("a")))).told is None
    told = (TAKEN, Sign("a"), Answer("a", ("yes",)), Answer("b", ("no",)))
    assert assess_screening(book, Screening(told)).told == "high"
