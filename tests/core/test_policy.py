"""The policy table, every part of every row from both sides of its boundary."""

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.duty import due
from screen.core.screening import Screening
from tests.core.case import Case, read_cases, screening_of

FILES = ("refer_now.yaml", "refer.yaml", "border_minor.yaml", "consult.yaml", "ask_more.yaml", "duties.yaml")
CASES = read_cases(*FILES, "travellers.yaml")


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_case_leads_where_the_policy_says(book: Book, case: Case) -> None:
    screening = screening_of(case)
    assessment = assess_screening(book, screening)
    assert assessment.disposition == case.disposition
    assert set(case.rules) <= {rule.id for rule in assessment.rules}
    assert book.rank[assessment.lowest] <= book.rank[assessment.disposition] <= book.rank[assessment.highest]
    if case.duties is not None:
        assert sorted(each.duty.id for each in due(book, screening)) == sorted(case.duties)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_case_told_in_another_order_is_the_same_case(book: Book, case: Case) -> None:
    entries = screening_of(case).entries
    straight, turned = (assess_screening(book, Screening(each)) for each in (entries, entries[::-1]))
    assert straight._replace(evidence=turned.evidence) == turned
    assert book.ids(straight.evidence.present) == book.ids(turned.evidence.present)


def test_no_two_cases_have_one_name() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))


def test_every_rule_alone_decides_some_case(book: Book) -> None:
    decided = set[str]()
    for case in CASES:
        rules = assess_screening(book, screening_of(case)).rules
        highest = [rule.id for rule in rules if rule.disposition == case.disposition]
        decided |= set(highest) if len(highest) == 1 else set()
    assert decided == {rule.id for rule in book.rulebook.rules}
