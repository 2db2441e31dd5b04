"""The two end pages: never more than a screen, whatever was found, and never a clearance."""

import pytest

from screen.core.book import Book
from screen.core.screening import UNANSWERED, Answer, Entry, Known, Screening, Sign
from screen.core.shape.policy import Contact
from screen.reports.facts import Result, result_of
from screen.terminal.page import advice_page, reasons_page
from tests.program import Program
from tests.terminal.keys import digits, flat, title
from tests.terminal.live import COLUMNS, ROWS, Live
from tests.terminal.played import NOON, walked

PLACES = ("primary", "secondary")
REACHED: dict[str, tuple[Entry, ...]] = {
    "nothing-noted": (),
    "ask-more": (Sign("few-possessions"),),
    "consult": (Known("officer-concern", "some"),),
    "refer": (Known("disclosure", "describes-control"),),
    "refer-now": (Known("danger-now", "yes"),),
}
CASES = [(disposition, place) for disposition in REACHED for place in PLACES]


def reached(book: Book, disposition: str, place: str, *more: Entry) -> Result:
    """A result with this disposition at this place."""
    return result_of(book, Screening((Known("place", place), *REACHED[disposition], *more)), NOON)


def unanswered(book: Book) -> tuple[Entry, ...]:
    """Every item asked, and none of them answered, in both ways."""
    return tuple(Answer(item, state=UNANSWERED[number % 2], at=NOON) for number, item in enumerate(book.staged))


def crowded(book: Book, place: str) -> Result:
    """Fifteen signs of different facts and every duty, about a child."""
    facts = {"place": place, "age": "14-17", "disclosure": "asks-for-help", "unaccompanied": "unknown"}
    facts |= {"fear-of-return": "yes", "medical-need": "yes"}
    clusters: dict[str, str] = {}
    for sign in book.rulebook.indicators:
        clusters.setdefault(sign.cluster or sign.id, sign.id)
    signs = list(dict.fromkeys(["minor-afraid", "injury-unexplained", *clusters.values()]))[:15]
    known = tuple(Known(fact, value, at=NOON) for fact, value in facts.items())
    return result_of(book, Screening((*known, *unanswered(book), *(Sign(name, at=NOON) for name in signs))), NOON)


def test_every_disposition_of_the_book_is_tried(book: Book) -> None:
    assert list(REACHED) == [each.id for each in book.rulebook.dispositions]
    for disposition, place in CASES:
        assert reached(book, disposition, place).assessment.disposition == disposition


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(("disposition", "place"), CASES)
def test_both_pages_fit_a_screen_with_their_prompt(book: Book, disposition: str, place: str, *, plain: bool) -> None:
    for more in ((), unanswered(book)):
        result = reached(book, disposition, place, *more)
        for page in (advice_page(result, plain=plain), reasons_page(result, book.rulebook.contacts, plain=plain)):
            assert len(page) + 1 <= ROWS
            assert max(map(len, page)) <= COLUMNS


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("place", PLACES)
def test_both_pages_fit_a_screen_with_fifteen_signs_and_every_duty(book: Book, place: str, *, plain: bool) -> None:
    result = crowded(book, place)
    assert len(result.findings) == 15
    assert {owed.duty.id for owed in result.duties} == {duty.id for duty in book.rulebook.duties}
    for page in (advice_page(result, plain=plain), reasons_page(result, book.rulebook.contacts, plain=plain)):
        assert len(page) + 1 <= ROWS
        assert max(map(len, page)) <= COLUMNS
    assert "more: m" in "\n".join(reasons_page(result, book.rulebook.contacts, plain=plain))


@pytest.mark.parametrize("place", PLACES)
def test_every_duty_with_a_clock_is_on_the_page(book: Book, place: str) -> None:
    result = crowded(book, place)
    everything = flat("\n".join(reasons_page(result, book.rulebook.contacts, full=True)))
    for owed in result.duties:
        if owed.ends is not None and owed.duty.within != "at once":
            assert f"by {owed.ends:%H:%M}" in everything
            assert owed.duty.title in everything
    first_page = flat("\n".join(reasons_page(result, book.rulebook.contacts)))
    assert f"by {min(owed.ends for owed in result.duties if owed.ends and owed.ends != NOON):%H:%M}" in first_page


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(("disposition", "place"), CASES)
def test_no_page_can_be_read_as_a_clearance_or_as_a_finding(
    book: Book, disposition: str, place: str, *, plain: bool
) -> None:
    result = reached(book, disposition, place)
    second = flat(" ".join(reasons_page(result, book.rulebook.contacts, plain=plain))).lower()
    assert ("not a finding" if result.assessment.rules else "not a clearance") in second
    assert "you decide" in second
    if disposition == "nothing-noted":
        assert "not a clearance" in flat(" ".join(advice_page(result, plain=plain))).lower()


@pytest.mark.parametrize(("disposition", "place"), CASES)
def test_the_first_page_begins_with_the_title_of_its_place(book: Book, disposition: str, place: str) -> None:
    result = reached(book, disposition, place)
    assert advice_page(result)[0] == title(book, disposition, place)
    assert advice_page(result, plain=True)[0] == f"advice: {title(book, disposition, place)}"


def test_no_line_of_either_page_is_empty_of_words(book: Book) -> None:
    for disposition, place in CASES:
        for line in reasons_page(reached(book, disposition, place), book.rulebook.contacts):
            assert not line.strip().endswith(("Why:", "needs 0 more"))


def test_the_gaps_are_told_beside_nothing_noted(book: Book) -> None:
    result = reached(book, "nothing-noted", "secondary", *unanswered(book))
    declined = sum(answer.state == "declined" for answer in result.screening.answers.values())
    page = flat(" ".join(advice_page(result)))
    assert f"Declined {declined}." in page
    assert f"Asked {len(book.staged)} of {len(book.staged)}." in page


def test_all_of_it_is_shown_on_m_even_where_the_page_is_too_short(book: Book) -> None:
    result = crowded(book, "secondary")
    full = flat("\n".join(reasons_page(result, book.rulebook.contacts, full=True)))
    assert all(finding.title in full for finding in result.findings)
    assert all(owed.duty.title in full for owed in result.duties)
    assert all(contact.title in full for contact in book.rulebook.contacts)


def test_a_page_with_the_ports_own_numbers_fits_too(book: Book) -> None:
    numbers = [
        Contact.model_validate(
            {"id": f"local.{n}", "title": f"Number {n} of the port", "purpose": "own", "numbers": ["1"] * 9,
             "hours": "always", "languages": "local", "for": "officer", "source": "local"}
        ) for n in range(12)
    ]  # fmt: skip
    page = reasons_page(crowded(book, "secondary"), (*numbers, *book.rulebook.contacts))
    assert len(page) + 1 <= ROWS
    assert "Number 0 of the port" in " ".join(page)


@pytest.mark.parametrize("place", PLACES)
def test_the_whole_page_stands_on_a_real_screen_at_once(program: Program, book: Book, place: str) -> None:
    arguments = ("screen", "--secondary") if place == "secondary" else ()
    with Live(program, *arguments) as live:
        live.walk(book, {"now": "2", "now-secondary": "2"})
        if place == "primary":
            live.type("")
        advice = book.rulebook.dispositions[-1].words["any"]
        assert title(book, "refer-now", place) in live.seen
        assert all(flat(text) in flat(live.seen) for text in (advice.lead, *advice.do, *advice.do_not))
        live.type("")
        assert flat(book.rulebook.safeguards.decision or "") in flat(live.seen)
        assert "No sign noted" in live.seen


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("place", PLACES)
def test_no_line_of_a_whole_walk_is_wider_than_the_screen(book: Book, place: str, *, plain: bool) -> None:
    start = Screening((Known("place", place),))
    for replies in ({}, everything(book), dict.fromkeys(book.staged, "u")):
        text = walked(book, replies, always=("?", "?1", "a", "w", "l"), start=start, plain=plain)
        assert [line for line in text.split("\n") if len(line) > COLUMNS] == []


def everything(book: Book) -> dict[str, tuple[str, ...]]:
    """At each item every sign and nothing else: first kept, then taken back, so that the walk goes on."""
    replies: dict[str, tuple[str, ...]] = {}
    for item in book.rulebook.items:
        showing = digits(book, item.id, *(option.id for option in item.options if option.shows))
        if showing:
            replies[item.id] = (showing if item.pick == "many" else showing[0], showing)
    return replies
