"""A rulebook as formulas says of every set of answers what the assessment says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import rank_of, worlds
from screen.core.book import Book
from screen.core.evidence import fold
from screen.core.screening import Screening
from screen.core.truth import compile_test
from screen.workshop.logic.encoding import LEFT, Encoding, answers_to
from screen.workshop.logic.formula import holds
from screen.workshop.logic.solver import z3_solver
from screen.workshop.logic.story import Story, led, shortest, story_of, world_of
from tests.core.little import LATER, books, entries_of, little_book, rule, signs
from tests.workshop.answers import model_of, stories


@settings(deadline=None)
@given(st.data())
def test_every_condition_holds_as_a_formula_where_it_holds_as_a_test(data: st.DataObject) -> None:
    book = data.draw(books())
    evidence = fold(book, Screening(data.draw(entries_of(book))))
    world = worlds(book, evidence, LATER).standing
    told = Story(
        {fact: LEFT if value == "declined" else value for fact, value in evidence.values.items()},
        book.ids(evidence.present),
        book.ids((evidence.could_not_tell | evidence.declined) & book.protecting),
        tuple(fact for fact, _ in book.reasoned if world.unreasoned >> book.place[fact] & 1),
        tuple(name for name, bit in book.clock.items() if world.passed & bit),
    )
    model, encoding = model_of(book, told), Encoding(book)
    assert holds(answers_to(book), model)
    for _, one, formula in encoding.rules:
        assert holds(formula, model) == compile_test(book, one.when)(world)
    for name, condition in book.rulebook.conditions.items():
        assert holds(encoding.of(condition), model) == book.named[name](world)
    for rank in range(len(book.rank)):
        assert holds(encoding.leads_to(rank), model) == (rank == rank_of(book, world))
    assert world_of(book, told) == world
    assert story_of(book, model) == led(book, told)


@settings(deadline=None, max_examples=30)
@given(books(most_facts=1, most_signs=3))
def test_the_answers_to_a_book_are_those_that_can_be_told_and_no_others(book: Book) -> None:
    space = answers_to(book)
    for story in stories(book):
        assert holds(space, model_of(book, story))
        for fact, asking in book.reasoned:
            if story.facts.get(fact) not in asking:
                assert not holds(space, model_of(book, story._replace(bare=(fact,))))


def test_the_shortest_answers_have_the_fewest_signs_and_then_the_fewest_facts() -> None:
    known = {"id": "f0", "title": "f0", "values": ["a", "b"], "unanswered": "a"}
    either = {"any": [{"all": [{"indicator": "x"}, {"indicator": "y"}]}, {"fact": "f0", "from": "b"}]}
    book = little_book(facts=[known], indicators=signs("x", "y"), rules=[rule(either)])
    encoding, solve = Encoding(book), z3_solver(10)
    found = shortest(solve, encoding.reaches(2), (book,))
    assert isinstance(found, frozenset)
    assert story_of(book, found) == Story({"f0": "b"}, (), disposition="high")
