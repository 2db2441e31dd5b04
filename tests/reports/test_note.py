"""The case note: facts and words by section, nobody's name, and nothing in it that is more than text."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from screen.core.book import Book
from screen.core.screening import Answer, Entry, Known, Note, Screening, Sign
from screen.reports.facts import result_of
from screen.reports.note import Encounter, case_note, markdown

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SHA = "a" * 64
SECTIONS = ("Advice", "Findings", "Why", "Facts", "Conduct", "Duties", "Not known", "Notes")
HOSTILE = (
    "\x1b]0;title\x07red\x1b[31m",
    "[link=http://x]here[/link]",
    "<script>alert(1)</script>",
    "# head\n## more\r- list",
)


def written(book: Book, *entries: Entry, port: str = "", lane: str = "") -> str:
    """The note of a screening with these entries."""
    result = result_of(book, Screening(entries), NOON)
    encounter = Encounter("K7Q2-MX4D", NOON, NOON + timedelta(minutes=9), port, lane)
    return markdown(case_note(result, encounter, SHA, "9.9.9"))


def sections(text: str) -> dict[str, str]:
    """The text under each heading."""
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def case(book: Book) -> str:
    """A note of someone in secondary, with something in every section."""
    return written(
        book,
        Known("place", "secondary", at=NOON),
        Answer("age", ("14-17",), stage="primary", at=NOON),
        Answer("papers", ("kept",), stage="primary", at=NOON),
        Answer("seen", ("injury",), ("fearful",), stage="secondary", at=NOON),
        Answer("owe", state="declined", stage="secondary", at=NOON),
        Answer("concern", ("strong",), reasons=(("officer-concern", "flinched when the door opened"),), at=NOON),
        Answer("conduct-end", ("cards",), why_not="supervisor was away", stage="secondary", at=NOON),
        Answer("unaccompanied", ("none",), stage="secondary", at=NOON),
        Known("lawful-status", "yes", at=NOON),
        Answer("uac-no-fear", ("met",), stage="secondary", at=NOON),
        Sign("threatened-with-law", at=NOON),
        Note("said: he has my passport", NOON),
        port="Port A",
        lane="Lane 4",
    )


def test_the_note_has_its_sections_in_order_also_when_there_is_nothing_to_say(book: Book) -> None:
    for text in (written(book), case(book)):
        assert [title for title in sections(text) if title in SECTIONS] == list(SECTIONS)
    assert sections(written(book))["Findings"].strip() == "- none"


def test_the_head_says_reference_times_place_and_stage(book: Book) -> None:
    head = case(book).split("## ")[0]
    for part in ("K7Q2-MX4D", "2026-11-22 12:00 UTC", "2026-11-22 12:09 UTC", "Port A, Lane 4", "primary, secondary"):
        assert part in head


def test_a_finding_bears_how_it_was_learned_and_its_sources(book: Book) -> None:
    findings = sections(case(book))["Findings"]
    for name, learned in (
        ("documents-held", "seen"),
        ("injury-unexplained", "seen"),
        ("threatened-with-law", "out of turn"),
    ):
        line = next(line for line in findings.splitlines() if f"({name};" in line)
        assert book.indicator[name].title in line
        assert learned in line
        assert all(source in line for source in book.indicator[name].sources)


def test_every_rule_that_held_stands_there_with_its_source(book: Book) -> None:
    result = result_of(book, Screening((Sign("documents-held"), Sign("threatened"))), NOON)
    why = sections(written(book, Sign("documents-held"), Sign("threatened")))["Why"]
    assert len(result.assessment.rules) > 1
    for rule in result.assessment.rules:
        assert rule.id in why
        assert all(source in why for source in rule.sources)


def test_a_written_reason_stands_beside_its_fact(book: Book) -> None:
    assert "Reason: flinched when the door opened" in sections(case(book))["Facts"]


def test_conduct_is_done_or_not_done_and_why(book: Book) -> None:
    conduct = sections(case(book))["Conduct"]
    done = {option.id: option.label for option in book.item["conduct-end"].options}
    assert f"- Done: {done['cards']}" in conduct
    assert f"- Not done: {done['supervisor']}" in conduct
    assert "Why not done: supervisor was away" in conduct


def test_conduct_that_was_declined_is_not_called_undone(book: Book) -> None:
    conduct = sections(written(book, Known("place", "secondary"), Answer("conduct-end", state="could-not-tell")))[
        "Conduct"
    ]
    assert "Not done" not in conduct
    assert "Not known" in conduct


def test_a_duty_bears_when_it_was_learned_and_when_it_ends(book: Book) -> None:
    duties = sections(case(book))["Duties"]
    notice = next(line for line in duties.splitlines() if "HHS notice" in line)
    assert "12:00" in notice
    assert "23 Nov" in notice
    assert "Learned 2026-11-22 12:00 UTC" in notice


def test_what_is_not_known_is_told_apart(book: Book) -> None:
    unknown = sections(case(book))["Not known"]
    lines = {line.split(":")[0].strip("- "): line for line in unknown.splitlines() if ":" in line}
    assert "fearful-submissive" in lines["Could not tell"]
    assert "debt-to-controller" in lines["Declined"]
    assert "job-switched" in lines["Not asked, or not by every question"]
    assert "Criterion 3" in lines["Set aside, not counted"]


def test_the_advice_bears_disposition_and_bounds_and_no_conclusion(book: Book) -> None:
    advice = sections(case(book))["Advice"]
    assert "(refer)" in advice or "(refer-now)" in advice
    assert "Not a finding" in advice
    assert "Not a clearance" in sections(written(book))["Advice"]


def test_it_ends_with_edition_hash_and_whose_policy_it_is(book: Book) -> None:
    text = case(book)
    assert f"Rulebook {book.rulebook.edition}, SHA-256 {SHA}" in text
    assert "htscreen 9.9.9" in text
    assert "not a validated cut-off" in text
    assert "You decide" in text


def test_it_has_no_field_for_who_the_person_is(book: Book) -> None:
    told = re.findall(r"^- ([\w' ]+):", case(book), flags=re.MULTILINE)
    labels = {label.lower() for label in told}
    assert labels
    for word in ("name", "birth", "nationality", "passport number", "address", "religion", "gender", "sex"):
        assert not [label for label in labels if word in label.split()]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_officer_typed_is_text_and_nothing_else(book: Book, text: str) -> None:
    page, harmless = (
        written(
            book,
            Known("place", "secondary"),
            Note(told, NOON),
            Known("officer-concern", "strong", told),
            Answer("conduct-end", ("cards",), why_not=told),
            Sign("documents-held"),
        )
        for told in (text, "harmless")
    )
    assert list(sections(page)) == list(sections(harmless)), "no heading of its own"
    assert page.count("\n") == harmless.count("\n"), "no line of its own"
    assert all(letter == "\n" or letter.isprintable() for letter in page)
    assert not re.search(r"(?<!\\)<script", page)
    assert not re.search(r"(?<!\\)\[link", page)
    assert not re.search(r"^(- )?[#>-] ", page.split("## Notes")[1].split("- 2026")[1], flags=re.MULTILINE)


def test_text_that_begins_like_a_list_or_a_link_is_neutral(book: Book) -> None:
    notes = sections(written(book, Note("*bold* _x_ `code` |cell| ![i](http://x) https", NOON)))["Notes"]
    for mark in ("*", "_", "`", "|", "["):
        assert not re.search(rf"(?<!\\){re.escape(mark)}", notes)


def test_times_are_in_the_zone_of_the_laptop(book: Book) -> None:
    moment = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=-5), "EST"))
    result = result_of(book, Screening((Note("x", moment),)), moment)
    assert "2026-11-22 14:05 EST: x" in markdown(case_note(result, Encounter("R", moment, moment), SHA, "1"))
