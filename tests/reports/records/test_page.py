"""The page of a record: all of the note, closed to the world, and nothing in it that is more than text."""

from datetime import UTC, datetime

from screen.core.record import CaseNote, Record, Screened, Section
from screen.core.screening import Screening
from screen.reports.records.page import record_page

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script> & \u202edrowssap \x1b[31m"


def page(sealed: datetime | None = NOON, number: int | None = 7, people: int = 2, head: str = "7 acorn") -> str:
    note = CaseNote("Screening A", ("Began.",), (Section("Notes", (HOSTILE,)), Section("Why", ())), ("Foot.",))
    screened = tuple(Screened(NOON, Screening(), {}, note) for _ in range(people))
    return record_page(
        Record(1, "AAAA-BBBB", number, "", NOON, sealed, HOSTILE, "", "e", "s", "p", ("one two",), screened), head
    )


def test_what_was_typed_is_text_and_the_page_is_closed() -> None:
    text = page()
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "default-src" in text


def test_it_says_whether_it_is_sealed_and_where_in_the_chain() -> None:
    assert "number 7" in page()
    assert "7 acorn" in page()
    assert "outside a chain" in page(number=None, head="")
    assert "this is a draft" in page(sealed=None, number=None, head="")


def test_every_person_has_a_section_with_every_part_also_where_there_is_nothing_to_say() -> None:
    text = page(people=3)
    assert text.count("<section") == 3
    assert text.count("<h3>Why</h3><ul><li>none</li></ul>") == 3
