"""What may be read at the booth."""

import pytest

from screen.core.booth import is_fit


@pytest.mark.parametrize("text", ["Hotline card", "Who has the passport?", "A sexton from Essex", "¿Quién lo guarda?"])
def test_ordinary_words_may_stand_at_the_booth(text: str) -> None:
    assert is_fit(text)


@pytest.mark.parametrize(
    "text", ["trafficked", "humantraffickinghotline.org", "Victim assistance", "commercial sex", "víctimas", "enslaved"]
)
def test_words_that_give_the_purpose_away_may_not(text: str) -> None:
    assert not is_fit(text)
