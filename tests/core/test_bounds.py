"""What holds of every rulebook: more evidence never lowers, order is nothing, and the bounds and the why are exact."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import Assessment, assess_screening, rank_of
from screen.core.book import Book
from screen.core.evidence import fold
from screen.core.outcome import outcomes
from screen.core.outlook import could_change
from screen.core.screening import Entry, Known, Screening, Sign
from screen.core.walk import pending
from screen.core.why import next_up, rests_on
from tests.core.completed import completions
from tests.core.little import LATER, NOW, asking_books, books, entries_of, replies

MANY = settings(deadline=None, max_examples=50)
FEW = settings(deadline=None, max_examples=50)


@st.composite
def screened(draw: st.DrawFn, most_facts: int = 3, most_signs: int = 6) -> tuple[Book, Screening]:
    """A random book and a screening of it."""
    book = draw(books(most_facts, most_signs))
    return book, Screening(draw(entries_of(book)))


def ranks(book: Book, screening: Screening, now: datetime = NOW) -> tuple[int, int, int]:
    """The ranks of the disposition, the lowest and the highest."""
    weighed = assess_screening(book, screening, now)
    return book.rank[weighed.disposition], book.rank[weighed.lowest], book.rank[weighed.highest]


def more_protective(book: Book, screening: Screening) -> Iterator[Known]:
    """Each value more protective than the one that stands, with a written reason if the one standing has it."""
    world, evidence = assess_screening(book, screening, NOW).worlds.standing, fold(book, screening)
    for fact in book.rulebook.facts:
        for value in fact.values[world.levels[book.place[fact.id]] + 1 :]:
            yield Known(fact.id, value, evidence.reasons.get(fact.id, ""), NOW)


@MANY
@given(screened())
def test_more_evidence_never_lowers_the_advice(drawn: tuple[Book, Screening]) -> None:
    book, screening = drawn
    disposition, lowest, _ = ranks(book, screening)
    signs = [Sign(name, "present", NOW) for name in book.bit]
    more_of_it: list[Entry] = [*signs, *more_protective(book, screening)]
    for entry in more_of_it:
        more = ranks(book, screening.add(entry))
        assert more[0] >= disposition
        assert more[1] >= lowest


@MANY
@given(screened())
def test_the_advice_lies_between_the_lowest_and_the_highest(drawn: tuple[Book, Screening]) -> None:
    disposition, lowest, highest = ranks(*drawn)
    assert lowest <= disposition <= highest


@MANY
@given(screened(), st.data())
def test_the_order_of_entries_is_nothing(drawn: tuple[Book, Screening], data: st.DataObject) -> None:
    book, screening = drawn
    twice = (*screening.entries, *data.draw(entries_of(book)))
    other = tuple(data.draw(st.permutations(twice)))
    one, turned = fold(book, Screening(twice)), fold(book, Screening(other))
    assert one._replace(reasons={}) == turned._replace(reasons={})


@MANY
@given(screened())
def test_every_indicator_is_in_one_state(drawn: tuple[Book, Screening]) -> None:
    book, screening = drawn
    evidence = fold(book, screening)
    states = evidence[:5]
    assert sum(states) == book.everything
    assert all(one & other == 0 for one, other in combinations(states, 2))


@FEW
@given(screened(2, 4))
def test_lowest_and_highest_are_those_of_every_completion(drawn: tuple[Book, Screening]) -> None:
    book, screening = drawn
    _, lowest, highest = ranks(book, screening)
    reached = {
        ranks(book, Screening((*screening.entries, *completion)), now)[0]
        for completion in completions(book, screening)
        for now in (NOW, LATER)
    }
    assert (min(reached), max(reached)) == (lowest, highest)


def suffices(book: Book, weighed: Assessment, findings: tuple[str, ...]) -> bool:
    """Whether these findings, with the facts as they are, keep the advice where it is."""
    world = weighed.worlds.standing._replace(present=book.mask(findings))
    return rank_of(book, world, NOW) >= book.rank[weighed.disposition]


@MANY
@given(screened())
def test_rests_on_is_what_trying_every_withdrawal_finds(drawn: tuple[Book, Screening]) -> None:
    book, screening = drawn
    weighed = assess_screening(book, screening, NOW)
    found = book.ids(weighed.worlds.standing.present)
    single = tuple(
        (each,) for each in found if not suffices(book, weighed, tuple(other for other in found if other != each))
    )
    smallest: tuple[tuple[str, ...], ...] = ()
    for size in range(len(found), -1, -1):
        smallest = tuple(some for some in combinations(found, size) if suffices(book, weighed, some)) or smallest
    expected = () if smallest == ((),) else single or smallest
    assert rests_on(book, weighed, NOW) == expected


@MANY
@given(screened())
def test_next_up_is_the_smallest_set_that_trying_every_set_finds(drawn: tuple[Book, Screening]) -> None:
    book, screening = drawn
    weighed = assess_screening(book, screening, NOW)
    rank, standing = book.rank[weighed.disposition], weighed.worlds.standing
    open_ = book.ids(weighed.worlds.most.present & ~standing.present)
    higher = [ready for ready in book.rules if ready.rank > rank and ready.rule.gate == "no"]

    def raises(some: tuple[str, ...]) -> bool:
        world = standing._replace(present=standing.present | book.mask(some))
        return any(ready.test(world) for ready in higher)

    fewest = next(
        (some for size in range(1, len(open_) + 1) for some in combinations(open_, size) if raises(some)), None
    )
    near = next_up(book, weighed, NOW)
    assert (near and near.fewest) == fewest
    if near is not None and fewest is not None:
        assert near.disposition == book.rulebook.dispositions[rank + 1].id
        world = standing._replace(present=standing.present | book.mask(fewest))
        assert near.rule in [ready.rule for ready in higher if ready.test(world)]


def walked(data: st.DataObject, book: Book, most: int) -> Screening:
    """A random walk through an interview: so many answers at most, none given anew."""
    screening = Screening()
    for _ in range(most):
        weighed = assess_screening(book, screening, NOW)
        left = pending(book, screening, weighed)
        new = [(stage, item) for stage, item in left if item.id not in screening.answers]
        if not new:
            break
        stage, item = data.draw(st.sampled_from(new))
        ways = replies(book, item.id, weighed.evidence.answered)
        screening = screening.add(data.draw(st.sampled_from(ways))._replace(stage=stage.id))
    return screening


@pytest.mark.parametrize("singling", [False, True])
@MANY
@given(data=st.data())
def test_no_answer_leads_out_of_the_bounds_given_before_it(singling: bool, data: st.DataObject) -> None:
    book = data.draw(asking_books(singling=singling))
    screening = walked(data, book, 9)
    bounds = [ranks(book, Screening(screening.entries[:length])) for length in range(len(screening.entries) + 1)]
    for place, (disposition, _, _) in enumerate(bounds):
        assert all(lowest <= disposition <= highest for _, lowest, highest in bounds[: place + 1])
    weighed = [assess_screening(book, Screening(screening.entries[:length]), NOW) for length in range(len(bounds))]
    possible = [set(outcomes(book, each.worlds)) for each in weighed]
    assert all(later <= earlier for earlier, later in pairwise(possible))


def changing(book: Book, screening: Screening) -> set[tuple[str, ...]]:
    """Each smallest set of items whose answers lead to another disposition, with one of them that can come last."""
    now = assess_screening(book, screening, NOW).disposition
    runs: dict[frozenset[str], set[str]] = {}
    waiting: list[tuple[Screening, tuple[str, ...]]] = [(screening, ())]
    while waiting:
        at, run = waiting.pop(0)
        weighed = assess_screening(book, at, NOW)
        if weighed.disposition != now:
            runs.setdefault(frozenset(run), set()).add(run[-1])
            continue
        for _, item in pending(book, at, weighed):
            if item.id not in at.answers:
                waiting += [
                    (at.add(reply), (*run, item.id)) for reply in replies(book, item.id, weighed.evidence.answered)
                ]
    least = [some for some in runs if not any(other < some for other in runs)]
    return {(*sorted(some), last) for some in least for last in runs[some]}


@pytest.mark.parametrize("singling", [False, True])
@FEW
@given(data=st.data())
def test_could_change_misses_no_item_that_could_change_the_advice(singling: bool, data: st.DataObject) -> None:
    book = data.draw(asking_books(singling=singling))
    screening = walked(data, book, data.draw(st.integers(0, 2)))
    named = could_change(book, screening, assess_screening(book, screening, NOW))
    for run in changing(book, screening):
        assert run[-1] in named, run


@FEW
@given(asking_books(), st.data())
def test_going_back_and_on_again_is_going_straight_on(book: Book, data: st.DataObject) -> None:
    straight = walked(data, book, 9)
    back = straight
    for _ in range(data.draw(st.integers(0, len(straight.entries)))):
        back = back.back()
    for entry in straight.entries[len(back.entries) :]:
        back = back.add(entry)
    assert back == straight
    assert assess_screening(book, back, NOW) == assess_screening(book, straight, NOW)
