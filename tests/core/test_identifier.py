"""What in a note is questioned because it may name someone, and what is not."""

import pytest

from screen.core.identifier import identifiers

NAMING = (
    ("mail is ana.b+c@example.org", "e-mail"),
    ("A012345678", "A-number"),
    ("A 012 345 678", "A-number"),
    ("a-number a012-345-678", "A-number"),
    ("call +1 (555) 010-1234", "phone"),
    ("555-010-1234", "phone"),
    ("555 0100 123", "phone"),
    ("+52 55 1234 5678", "phone"),
    ("5550101234", "phone"),
    ("passport X1234567", "document"),
    ("123456789", "document"),
    ("AB1234567", "document"),
    ("ab1234567", "document"),
    ("born 12/03/1990", "birth"),
    ("born 1990-03-12", "birth"),
    ("12.03.1990", "birth"),
)
ORDINARY = (
    "at 14:05 she sat down",
    "14:05, 14:20 and 14:35",
    "between 14:05 and 15:30",
    "owes 20,000",
    "owes $20,000 and 5,000 more",
    "owes 20000 at 10 a month",
    "4 of 12",
    "12 of 40 show the same",
    "owes 500000 pesos",
    "gates 10 11 12",
    "since 2019",
    "from 2019 to 2023",
    "2 bags, 3 phones",
    "in lane 4 at gate 12",
    "aged 14, 15 and 16",
    "said: he keeps my passport",
    "24 h after the call",
    "8 USC 1232(b)(2)",
    "room 212",
    "flight 1234",
    "90 days",
    "",
)


@pytest.mark.parametrize(("text", "kind"), NAMING)
def test_what_may_name_someone_is_questioned(text: str, kind: str) -> None:
    assert any(kind in found for found in identifiers(text))


@pytest.mark.parametrize("text", ORDINARY)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert identifiers(text) == ()
