"""The policy table, every part of every row from both sides of its boundary."""

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.expected import misfits_of
from screen.core.screening import Screening
from screen.core.shape.case import Case
from screen.workshop.mutating.trial import differences, evidence_of
from tests.core.case import SHIPPED, screening_of_case

CASES = [pytest.param(case, id=case.name) for case in SHIPPED]


@pytest.mark.parametrize("case", CASES)
def test_a_case_leads_where_the_policy_says(book: Book, case: Case) -> None:
    assert list(misfits_of(book, case)) == []
    assert list(differences(book, case, evidence_of(book, case))) == []
    assessment = assess_screening(book, screening_of_case(case))
    assert book.rank[assessment.lowest] <= book.rank[assessment.disposition] <= book.rank[assessment.highest]


@pytest.mark.parametrize("case", CASES)
def test_a_case_told_in_another_order_is_the_same_case(book: Book, case: Case) -> None:
    entries = screening_of_case(case).entries
    straight, turned = (assess_screening(book, Screening(each)) for each in (entries, entries[::-1]))
    assert straight._replace(evidence=turned.evidence) == turned
    assert book.ids(straight.evidence.present) == book.ids(turned.evidence.present)


def test_every_rule_alone_decides_some_case(book: Book) -> None:
    decided = set[str]()
    for case in SHIPPED:
        rules = assess_screening(book, screening_of_case(case)).rules
        highest = [rule.id for rule in rules if rule.disposition == case.disposition]
        decided |= set(highest) if len(highest) == 1 else set()
    assert decided == {rule.id for rule in book.rulebook.rules}
