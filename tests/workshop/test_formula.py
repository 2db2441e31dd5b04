"""Formulas: what holds, and models with the fewest."""

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.workshop.logic.formula import (
    FALSE,
    TRUE,
    UNDECIDED,
    And,
    Atom,
    Formula,
    Model,
    Not,
    Or,
    Sum,
    Undecided,
    at_most,
    count,
    fewest,
    holds,
    implies,
    same,
)
from screen.workshop.logic.solver import z3_solver

NAMES = ("a", "b", "c")
A, B, C = map(Atom, NAMES)
MODELS = [frozenset(some) for some in chain.from_iterable(combinations(NAMES, size) for size in range(4))]


def tried(formula: Formula) -> Model | Undecided | None:
    """A solver that tries every model."""
    return next((model for model in reversed(MODELS) if holds(formula, model)), None)


def formulas() -> st.SearchStrategy[Formula]:
    atoms: st.SearchStrategy[Formula] = st.sampled_from([A, B, C, TRUE, FALSE])

    def larger(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
        parts = st.lists(inner, max_size=3).map(tuple)
        weighed = st.lists(st.tuples(inner, st.integers(0, 3)), max_size=3).map(tuple)
        return st.one_of(inner.map(Not), parts.map(And), parts.map(Or), st.builds(Sum, weighed, st.integers(-1, 5)))

    return st.recursive(atoms, larger, max_leaves=8)


@settings(deadline=None)
@given(formulas())
def test_the_solver_finds_a_model_exactly_where_there_is_one(formula: Formula) -> None:
    found = z3_solver(10)(formula)
    if found is None:
        assert not any(holds(formula, model) for model in MODELS)
    else:
        assert isinstance(found, frozenset)
        assert holds(formula, found)


@settings(deadline=None)
@given(formulas())
def test_the_fewest_are_found_whoever_solves(formula: Formula) -> None:
    sizes = [len(model) for model in MODELS if holds(formula, model)]
    for solve in (tried, z3_solver(10)):
        found = fewest(solve, formula, (A, B, C))
        assert found is None if not sizes else isinstance(found, frozenset) and len(found) == min(sizes)


@pytest.mark.parametrize("model", MODELS)
def test_short_words_for_formulas_mean_what_they_say(model: Model) -> None:
    for many in range(4):
        assert holds(count((A, B, C), many), model) == (len(model) >= many)
        assert holds(at_most((A, B, C), many), model) == (len(model) <= many)
    assert holds(implies(A, B), model) == ("a" not in model or "b" in model)
    assert holds(same(A, B), model) == (("a" in model) == ("b" in model))


def test_a_solver_out_of_time_decides_nothing_and_keeps_what_was_found_before() -> None:
    assert fewest(lambda _: UNDECIDED, A, (A,)) == UNDECIDED
    replies = iter([None, frozenset({"a", "b"}), UNDECIDED])
    assert fewest(lambda _: next(replies), Or((A, B)), (A, B)) == frozenset({"a", "b"})
