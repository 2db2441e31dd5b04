"""Made records: a set-up folder, and an encounter that goes from answer to answer, by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from screen.core.encounter import Opening, Party, Person
from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.storage.records.age import generate, recipient_of
from screen.storage.records.draft import Draft
from screen.storage.records.ledger import Head
from screen.storage.records.sealing import Wanted, seal_record, set_up
from screen.storage.records.setup import Setup
from tests.storage.records import quick

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PIN = "4711"
KEYS = (generate(), generate())
RECIPIENTS = tuple(map(recipient_of, KEYS))

STEPS = (
    Answer("now", stage="primary", at=NOON),
    Answer("age", ("adult",), stage="primary", at=NOON),
    Known("place", "secondary", at=NOON),
    Sign("threatened", at=NOON),
    Note("said: \u201che keeps it\u201d \u4e2d", NOON),
    Answer("owe", state="declined", stage="secondary", at=NOON),
)


def growing(people: int = 1) -> tuple[Party, ...]:
    """An encounter after each answer."""
    parties = list[Party]()
    before: Party = ()
    for number in range(people):
        screening, began = Screening(), NOON + timedelta(minutes=number)
        for step in STEPS:
            screening = screening.add(step)
            parties.append((*before, Person(began, screening)))
        before = parties[-1]
    return tuple(parties)


def opening(reference: str = "AAAA-BBBB", began: datetime = NOON) -> Opening:
    return Opening(reference, began, "2026.11", "0" * 64)


def begun(folder: Path, reference: str = "AAAA-BBBB", *, name: str = "a", began: datetime = NOON) -> Draft:
    """A draft that is not on the disk yet."""
    identity = generate()
    return Draft(folder / f"{name}.draft", opening(reference, began), identity, quick.encrypt(identity.encode(), PIN))


class Made(NamedTuple):
    """A folder that is set up for two keys."""

    folder: Path
    setup: Setup


def made(folder: Path) -> Made:
    setup = Setup(RECIPIENTS)
    set_up(folder, setup, "part", NOON)
    return Made(folder, setup)


def sealed(
    folder: Path, draft: Draft | None, party: Party = (), *, reference: str = "AAAA-BBBB", name: str = "r"
) -> Head:
    """Seal an encounter; its content is what tests look for and no whole record."""
    content = repr([len(person.screening.entries) for person in party]).encode()

    def told(number: int | None, previous: str, _: tuple[str, ...]) -> bytes:
        return b"%s of %s after %s" % (content, str(number).encode(), previous.encode())

    return seal_record(folder, Wanted(reference, name, NOON, told), draft)
