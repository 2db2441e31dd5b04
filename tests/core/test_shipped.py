"""The same properties, sampled on the shipped rulebook."""

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import assess_screening, rank_of
from screen.core.book import Book
from screen.core.outlook import could_change
from screen.core.screening import UNANSWERED, Answer, Entry, Known, Screening, Sign
from screen.core.walk import next_question
from screen.core.why import next_up, rests_on
from tests.core.test_bounds import more_protective, ranks

MANY = settings(deadline=None, max_examples=40)


def drawn(data: st.DataObject, book: Book, most: int = 7) -> Screening:
    """A screening of a few signs and facts."""
    signs = data.draw(st.lists(st.sampled_from(list(book.bit)), max_size=most, unique=True))
    facts = data.draw(st.lists(st.sampled_from(list(book.fact)), max_size=most, unique=True))
    states: Any = st.sampled_from(["present", "present", "absent", *UNANSWERED])
    entries: list[Entry] = [Sign(name, data.draw(states)) for name in signs]
    for fact in facts:
        value = data.draw(st.sampled_from([*book.fact[fact].values, *UNANSWERED]))
        entries.append(Known(fact, value, data.draw(st.sampled_from(["", "as told"]))))
    return Screening(tuple(entries))


@MANY
@given(st.data())
def test_more_evidence_never_lowers_the_advice(book: Book, data: st.DataObject) -> None:
    screening = drawn(data, book)
    disposition, lowest, _ = ranks(book, screening)
    more_of_it: list[Entry] = [*(Sign(name) for name in book.bit), *more_protective(book, screening)]
    for entry in more_of_it:
        more = ranks(book, screening.add(entry))
        assert more[0] >= disposition
        assert more[1] >= lowest


@MANY
@given(st.data())
def test_every_completion_lies_between_the_lowest_and_the_highest(book: Book, data: st.DataObject) -> None:
    screening = drawn(data, book)
    weighed = assess_screening(book, screening)
    lowest, highest = book.rank[weighed.lowest], book.rank[weighed.highest]
    open_ = weighed.worlds.most.present & ~weighed.worlds.standing.present
    for _ in range(10):
        present = weighed.worlds.standing.present | data.draw(st.integers(0, book.everything)) & open_
        levels = tuple(
            data.draw(st.integers(low, high))
            for low, high in zip(weighed.worlds.least.levels, weighed.worlds.most.levels, strict=True)
        )
        assert lowest <= rank_of(book, weighed.worlds.standing._replace(present=present, levels=levels)) <= highest
    assert rank_of(book, weighed.worlds.least) == lowest
    assert rank_of(book, weighed.worlds.most) == highest


@MANY
@given(st.data())
def test_rests_on_names_what_the_advice_cannot_do_without(book: Book, data: st.DataObject) -> None:
    weighed = assess_screening(book, drawn(data, book))
    world, rank = weighed.worlds.standing, book.rank[weighed.disposition]
    found = book.ids(world.present)
    every: list[tuple[str, ...]] = [some for size in range(len(found) + 1) for some in combinations(found, size)]
    enough = [some for some in every if rank_of(book, world._replace(present=book.mask(some))) >= rank]
    single: tuple[tuple[str, ...], ...] = tuple((each,) for each in found if all(each in some for some in enough))
    fewest = min(map(len, enough))
    expected = single or tuple(some for some in enough if len(some) == fewest)
    assert rests_on(book, weighed) == (() if [] in map(list, enough) else expected)


@MANY
@given(st.data())
def test_next_up_is_the_first_of_the_smallest_sets(book: Book, data: st.DataObject) -> None:
    weighed = assess_screening(book, drawn(data, book))
    world, rank = weighed.worlds.standing, book.rank[weighed.disposition]
    open_ = book.ids(weighed.worlds.most.present & ~world.present)
    rules = [ready for ready in book.rules if ready.rank > rank and ready.rule.gate == "no"]
    near = next_up(book, weighed)

    def raises(some: tuple[str, ...]) -> bool:
        raised = world._replace(present=world.present | book.mask(some))
        return any(ready.test(raised) for ready in rules)

    tried: list[tuple[str, ...]] = [*combinations(open_, 1), *combinations(open_, 2)]
    first = next((some for some in tried if raises(some)), None)
    if first is not None:
        assert near is not None
        assert near.fewest == first
    elif near is not None:
        assert len(near.fewest) > 2
        assert raises(near.fewest)


def answered(data: st.DataObject, book: Book, screening: Screening) -> Answer | None:
    """A random answer to the next question."""
    question = next_question(book, screening, assess_screening(book, screening))
    if question is None:
        return None
    stage, name = question.stage.id, question.item.id
    shown = [option.id for _, option in question.options]
    if data.draw(st.integers(0, 7)) == 0:
        return Answer(name, state=data.draw(st.sampled_from(UNANSWERED)), stage=stage)
    if question.item.pick == "one":
        return Answer(name, (data.draw(st.sampled_from(shown)),), stage=stage)
    few = data.draw(st.integers(0, 5)) == 0
    picked = data.draw(st.lists(st.sampled_from(shown), max_size=2, unique=True)) if few else []
    return Answer(name, tuple(picked), stage=stage)


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_a_walk_is_the_same_however_often_it_goes_back(book: Book, data: st.DataObject) -> None:
    straight = Screening()
    while (answer := answered(data, book, straight)) is not None:
        straight = straight.add(answer)
        if data.draw(st.integers(0, 4)) == 0:
            back = straight
            for _ in range(data.draw(st.integers(1, 5))):
                back = back.back()
            for entry in straight.entries[len(back.entries) :]:
                question = next_question(book, back, assess_screening(book, back))
                assert question is not None
                assert isinstance(entry, Answer)
                assert (question.item.id, question.before) == (entry.item, entry)
                back = back.add(entry)
            assert back == straight
    assert assess_screening(book, straight).disposition in book.rank


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_where_nothing_could_change_the_advice_no_answer_does(book: Book, data: st.DataObject) -> None:
    screening = Screening()
    settled: str | None = None
    while (answer := answered(data, book, screening)) is not None:
        weighed = assess_screening(book, screening)
        again = answer.item in screening.answers
        named = could_change(book, screening, weighed)
        screening = screening.add(answer)
        after = assess_screening(book, screening).disposition
        if not again and answer.item not in named:
            assert after == weighed.disposition
        if settled is not None and not again:
            assert after == settled
        settled = after if settled or not could_change(book, screening, assess_screening(book, screening)) else None
