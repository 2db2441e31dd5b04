"""Writing out: every screening comes back as it was, from text as small as it can be."""

import json
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from screen.core.screening import UNANSWERED, Answer, Known, Note, Screening, Sign
from screen.core.written import written

TEXT = st.text(max_size=12)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=ZONES)  # noqa: DTZ001 - zoned
STATES = st.sampled_from(("answered", *UNANSWERED))
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
ANSWERS = st.builds(Answer, TEXT, WORDS, WORDS, STATES, PAIRS, TEXT, TEXT, MOMENTS, TEXT)
SIGNS = st.builds(Sign, TEXT, st.sampled_from(("present", "absent", *UNANSWERED)), MOMENTS)
ENTRIES = ANSWERS | SIGNS | st.builds(Known, TEXT, TEXT, TEXT, MOMENTS) | st.builds(Note, TEXT, MOMENTS)
SCREENINGS = st.builds(Screening, st.lists(ENTRIES, max_size=5).map(tuple), st.lists(ANSWERS, max_size=2).map(tuple))
READER = TypeAdapter(Screening)


@given(SCREENINGS)
def test_a_screening_comes_back_as_it_was(screening: Screening) -> None:
    assert READER.validate_python(json.loads(json.dumps(written(screening)))) == screening


def test_what_is_usual_is_not_written() -> None:
    at = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    told = written(Screening((Answer("age", ("adult",), at=at), Note("x")), ()))
    assert told == {"entries": [{"item": "age", "picked": ["adult"], "at": at.isoformat()}, {"text": "x"}]}


def test_plain_values_are_written_as_they_are() -> None:
    assert written({"a": (1, None, "x", {"b": [True]})}) == {"a": [1, None, "x", {"b": [True]}]}
