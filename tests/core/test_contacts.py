"""Contacts whose published numbers nobody has looked at for long are warned of, on the day that is given."""

from datetime import date, timedelta

import pytest

from screen.core.checks import check_contacts
from screen.core.shape.rulebook import Rulebook

TODAY = date(2026, 11, 22)


def contact(numbers: str, seen: date | None) -> Rulebook:
    line = {"id": "c", "title": "C", "purpose": "p", "hours": "h", "languages": "l", "for": "both", "source": "s"}
    shown = {**line, "numbers": [numbers], **({"seen": str(seen)} if seen else {})}
    groups, dispositions = [{"id": "g", "title": "G"}], [{"id": "nothing-noted"}]
    return Rulebook.model_validate(
        {"edition": "1", "title": "T", "groups": groups, "dispositions": dispositions, "contacts": [shown]}
    )


@pytest.mark.parametrize(("days", "warned"), [(0, False), (180, False), (181, True), (-1, False)])
def test_a_number_seen_over_180_days_ago_is_warned_of(days: int, *, warned: bool) -> None:
    found = list(check_contacts(contact("1-888-373-7888", TODAY - timedelta(days=days)), TODAY))
    assert [(each.place, each.warning) for each in found] == [(("contacts", 0, "seen"), True)] * warned


@pytest.mark.parametrize(("number", "warned"), [("1-888-373-7888", True), ("911", False), ("by port protocol", False)])
def test_a_published_number_says_when_it_was_seen(number: str, *, warned: bool) -> None:
    found = list(check_contacts(contact(number, None), TODAY))
    assert [(each.place, each.warning) for each in found] == [(("contacts", 0), True)] * warned
