"""The two-way why on the shipped rulebook: what the advice rests on, and what is next."""

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.reason import Reason, explain
from screen.core.screening import Known, Screening, Sign
from screen.core.why import next_up, rests_on
from tests.core.little import little_book, rule, signs

ADULT = Known("age", "adult")


def rests(book: Book, *entries: Sign | Known) -> set[tuple[str, ...]]:
    """What the advice rests on."""
    return set(rests_on(book, assess_screening(book, Screening(entries))))


def test_advice_that_one_withdrawal_lowers_rests_on_each_of_these(book: Book) -> None:
    two = (ADULT, Sign("documents-held"), Sign("debt-to-controller"))
    assert rests(book, *two) == {("documents-held",), ("debt-to-controller",)}
    assert rests(book, *two, Sign("few-possessions")) == {("documents-held",), ("debt-to-controller",)}


def test_advice_that_no_single_withdrawal_lowers_rests_on_the_smallest_sets_that_suffice(book: Book) -> None:
    three = (ADULT, Sign("recruitment-fees"), Sign("injury-unexplained"), Sign("contact-restricted"))
    assert rests(book, *three) == {
        ("injury-unexplained", "recruitment-fees"),
        ("injury-unexplained", "contact-restricted"),
        ("recruitment-fees", "contact-restricted"),
    }


def test_advice_that_rests_on_facts_alone_rests_on_no_finding(book: Book) -> None:
    assert rests(book, ADULT, Known("danger-now", "yes"), Sign("branding")) == set()
    assert rests(book, ADULT) == set()


def test_next_up_counts_no_gates_and_takes_facts_as_they_are(book: Book) -> None:
    near = next_up(book, assess_screening(book, Screening((ADULT, Sign("documents-held")))))
    assert near is not None
    assert (near.disposition, near.fewest) == ("refer", ("injury-unexplained",))
    far = next_up(book, assess_screening(book, Screening((ADULT, Sign("documents-held"), Sign("lives-at-work")))))
    assert far is None


def test_nothing_is_next_at_the_top_or_where_no_open_finding_could_raise(book: Book) -> None:
    assert next_up(book, assess_screening(book, Screening((Sign("threatened"),)))) is None
    ruled_out = tuple(Sign(name, "absent") for name in book.bit)
    assert next_up(book, assess_screening(book, Screening((ADULT, *ruled_out)))) is None


def test_next_up_names_the_nearest_rule_even_if_it_leads_past_the_next_disposition() -> None:
    rules = [rule({"at_least": 3, "of": "indicators"}, "middle"), rule({"indicator": "b"}, "high")]
    book = little_book(indicators=signs("a", "b", "c"), rules=rules)
    near = next_up(book, assess_screening(book, Screening()))
    assert near is not None
    assert (near.disposition, near.rule.disposition, near.fewest) == ("middle", "high", ("b",))


def test_two_findings_of_different_kinds_are_next_where_neither_counts_twice() -> None:
    both = {"all": [{"indicator": "a"}, {"indicator": "b"}]}
    book = little_book(indicators=signs("a", "b"), rules=[rule(both, "middle")])
    near = next_up(book, assess_screening(book, Screening()))
    assert near is not None
    assert near.fewest == ("a", "b")


def test_a_reason_tells_every_part_also_those_that_did_not_decide(book: Book) -> None:
    rules = {each.id: each for each in book.rulebook.rules}
    weighed = assess_screening(book, Screening((ADULT, Sign("documents-held"), Sign("lives-at-work"))))
    reason = explain(book, rules["strong-and-another-fact"].when, weighed.worlds)
    assert reason.state == "held"
    assert [part.findings for part in reason.parts] == [("documents-held",), ("documents-held", "lives-at-work")]
    missed = explain(book, rules["minor-and-companion"].when, weighed.worlds)
    assert [part.state for part in missed.parts] == ["not-held", "held", "open"]


def test_every_condition_of_the_shipped_book_can_be_told(book: Book) -> None:
    weighed = assess_screening(book, Screening((ADULT,)))
    conditions = [rule.when for rule in book.rulebook.rules] + [duty.when for duty in book.rulebook.duties]
    waiting: list[Reason] = [explain(book, each, weighed.worlds) for each in (*conditions, *book.branches.values())]
    while waiting:
        reason = waiting.pop()
        assert reason.words
        waiting += reason.parts


def test_signs_that_no_rule_tells_apart_are_all_named_in_what_it_rests_on() -> None:
    book = little_book(indicators=signs("a", "b", "c", "d"), rules=[rule({"at_least": 2, "of": "indicators"})])
    weighed = assess_screening(book, Screening(tuple(Sign(name) for name in "abd")))
    assert rests_on(book, weighed) == (("a", "b"), ("a", "d"), ("b", "d"))
