"""Suppression: no group of fewer than five can be reckoned from what is told and the sum."""

from hypothesis import given
from hypothesis import strategies as st

from screen.core.suppression import LEAST, withheld


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=6))
def test_what_is_withheld_is_none_or_at_least_five_together(sizes: dict[str, int]) -> None:
    hidden = withheld(sizes)
    assert {name for name, size in sizes.items() if 0 < size < LEAST} <= hidden
    together = sum(sizes[name] for name in hidden)
    assert not hidden or together >= LEAST or hidden == {name for name, size in sizes.items() if size}


def test_the_next_smallest_goes_with_one_that_is_too_small() -> None:
    assert withheld({"a": 2, "b": 9, "c": 7, "d": 0}) == {"a", "c"}
    assert withheld({"a": 5, "b": 9}) == frozenset()
