"""The card of signs: every sign by group and fact, what they come to, and what to do then."""

from pathlib import Path

import pytest

from screen.core.book import Book
from screen.reports.card.lines import sign_lines
from screen.reports.card.signs import UNNOTED, sign_card
from tests.core.little import little_book, rule, signs
from tests.reports.cards import PORT, RULEBOOKS, opened


@pytest.mark.parametrize("path", RULEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("plain", [False, True])
def test_every_sign_of_any_rulebook_is_on_its_card_once(path: Path, plain: bool) -> None:
    book = opened(path)
    written = [line.text for line in sign_lines(sign_card(book, ()), plain=plain)]
    for each in book.rulebook.indicators:
        told = [line for line in written if line == each.title or (plain and line.endswith(f": {each.title}"))]
        assert len(told) == [other.title for other in book.rulebook.indicators].count(each.title)


def test_signs_stand_under_their_group_and_beside_their_fact(book: Book) -> None:
    card = sign_card(book, ())
    told = {sign.id: (group.title, fact.name) for group in card.groups for fact in group.facts for sign in fact.signs}
    titles = {group.id: group.title for group in book.rulebook.groups}
    assert told == {
        each.id: (titles[each.group], (each.cluster or "").replace("-", " ")) for each in book.rulebook.indicators
    }


def test_a_sign_that_is_a_fact_by_itself_stands_beside_no_word() -> None:
    (group,) = sign_card(little_book(indicators=signs("a", "b")), ()).groups
    assert [fact.name for fact in group.facts] == ["", ""]


def test_strengths_are_letters_unless_two_begin_alike(book: Book) -> None:
    assert sign_card(book, ()).grades == (("S", "strong"), ("M", "medium"), ("W", "weak"))
    alike = little_book(strengths=["strong", "slight", "weak"], indicators=signs("a", strength="slight"))
    assert sign_card(alike, ()).grades == (("strong", "strong"), ("slight", "slight"), ("W", "weak"))
    assert sign_card(alike, ()).groups[0].facts[0].signs[0].grade == "slight"


def test_the_set_that_the_rules_speak_of_is_marked_on_the_card(book: Book) -> None:
    card = sign_card(book, ())
    marked = {sign.id for group in card.groups for fact in group.facts for sign in fact.signs if sign.is_telling}
    assert card.telling == "telling"
    assert marked == set(book.ids(book.where(book.rulebook.sets["telling"])))
    assert sign_card(little_book(indicators=signs("a"), rules=[rule({"indicator": "a"})]), ()).telling == ""


def test_every_rule_stands_under_its_disposition_and_the_highest_is_first(book: Book) -> None:
    card = sign_card(book, ())
    assert [each.id for each in card.leads] == [each.id for each in reversed(book.rulebook.dispositions)]
    for each in card.leads[:-1]:
        assert each.because == tuple(rule.because for rule in book.rulebook.rules if rule.disposition == each.id)


def test_a_disposition_has_its_title_in_private_and_beside_it_that_of_the_booth(book: Book) -> None:
    for each in sign_card(book, ()).leads:
        titles = book.rulebook.dispositions[book.rank[each.id]].titles
        assert each.title == titles.get("secondary", titles.get("any"))
        assert each.elsewhere == tuple(f"at the booth: {titles[place]}" for place in titles if place == "primary")


def test_the_two_highest_dispositions_say_what_to_do_and_what_not(book: Book) -> None:
    highest = book.rulebook.dispositions[:-3:-1]
    told = [(each.words.get("secondary") or each.words["any"]) for each in highest]
    assert [(each.do, each.do_not) for each in sign_card(book, ()).to_do] == [(each.do, each.do_not) for each in told]


def test_the_safeguards_stand_on_the_card_and_without_any_that_nothing_is_cleared(book: Book) -> None:
    safe = book.rulebook.safeguards
    told = " ".join(sign_card(book, ()).safeguards)
    assert all(text and text in told for text in (safe.swap, safe.marking, safe.counted, safe.silence, safe.decision))
    assert sign_card(little_book(), ()).safeguards == (UNNOTED,)


def test_the_ports_own_numbers_come_first_and_the_hotline_is_for_the_person(book: Book) -> None:
    told = sign_card(book, (PORT, *book.rulebook.contacts)).contacts
    assert told[0] == "Duty supervisor: 555-0100"
    assert len(told) == 4
    assert "1-888-373-7888" in told[-1]
    assert "for the person" in told[-1]


def test_a_number_in_dispute_says_so(book: Book) -> None:
    disputed = [each for each in book.rulebook.contacts if each.disputed]
    assert all("verify" in told for told in sign_card(book, tuple(disputed)).contacts)
