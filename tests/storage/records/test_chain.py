"""The chain: whatever is taken away, put in, changed or moved shows, and paper shows what the folder alone cannot."""

import os
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from screen.core.codewords import bytes_of, words_of
from screen.core.problem import Refused
from screen.storage.records import disk, purging
from screen.storage.records.age import Damaged, Locked, generate, recipient_of, seal, unseal
from screen.storage.records.chain import CHAIN, START, Link, line_of, lines_of
from screen.storage.records.ledger import add, holding, read_chain, read_head
from screen.storage.records.purging import old_in, purge
from screen.storage.records.sealing import Wanted, seal_elsewhere, seal_record, set_up
from screen.storage.records.setup import Setup, read_setup, save_setup
from screen.storage.records.verifying import faults_of, witness_of
from tests.storage.records.made import KEYS, NOON, RECIPIENTS, Made, begun, growing, sealed

REMARKS = {"aside", "clock"}


def faults(folder: Path) -> list[str]:
    """The kinds of what is amiss, remarks left out."""
    lines, torn = read_chain(folder)
    setup = read_setup(folder)
    found = faults_of(folder, lines, torn, setup.recipients if setup else ())
    return [fault.kind for fault in found if fault.kind not in REMARKS]


@pytest.fixture
def six(place: Made) -> Made:
    """A folder with six sealed records."""
    for number in range(6):
        sealed(place.folder, None, growing()[number], reference=f"R{number}", name=f"r{number}")
    return place


def test_a_folder_as_it_was_left_has_nothing_amiss(six: Made) -> None:
    assert faults(six.folder) == []
    lines, torn = read_chain(six.folder)
    assert torn == b""
    assert [line.link.number for line in lines if line.link] == list(range(7))
    assert next(line.link.previous for line in lines if line.link) == START


def test_sealing_forgets_the_draft_and_every_recipient_opens_the_record(place: Made) -> None:
    draft = begun(place.folder)
    draft.keep(growing()[-1])
    head = sealed(place.folder, draft, growing()[-1])
    assert sorted(path.suffix for path in place.folder.iterdir()) == [".age", ".json", ".jsonl", ".lock"]
    message = (place.folder / "r.age").read_bytes()
    for key in KEYS:
        assert unseal(message, [key]) == unseal(message, KEYS)
        assert b"1 after " in unseal(message, [key])
    with pytest.raises(Locked):
        unseal(message, [generate()])
    assert (head.number, read_head(place.folder)) == (1, head)


def lines_in(folder: Path) -> list[bytes]:
    return (folder / CHAIN).read_bytes().splitlines(keepends=True)


def relined(folder: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    (folder / CHAIN).write_bytes(b"".join(change(lines_in(folder))))


CHANGES: dict[str, tuple[Callable[[list[bytes]], list[bytes]], set[str]]] = {
    "a line taken out": (lambda told: told[:3] + told[4:], {"gap", "broken", "foreign"}),
    "several lines taken out": (lambda told: told[:2] + told[5:], {"gap", "broken", "foreign"}),
    "the first line taken out": (lambda told: told[1:], {"gap", "broken", "setup"}),
    "two lines that changed places": (
        lambda told: [*told[:3], told[4], told[3], *told[5:]],
        {"order", "gap", "broken"},
    ),
    "a line put twice": (lambda told: [*told[:4], told[3], *told[4:]], {"order", "broken", "double"}),
    "the last lines cut off, their files left": (lambda told: told[:5], {"foreign"}),
    "a line that is none": (lambda told: [*told[:3], b"hello\n", *told[4:]], {"altered", "broken", "foreign"}),
    "a line without an end": (lambda told: [*told[:-1], told[-1][:-1]], {"cut", "foreign"}),
    "half a line at the end": (lambda told: [*told, told[-1][:90]], {"cut"}),
    "nothing left": (lambda _: [], {"empty", "foreign"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_of_the_chain_is_named(six: Made, name: str) -> None:
    change, kinds = CHANGES[name]
    relined(six.folder, change)
    assert set(faults(six.folder)) == kinds


def test_a_line_that_is_written_anew_with_its_own_sum_breaks_the_next(six: Made) -> None:
    link = lines_of(lines_in(six.folder)[3])[0][0].link
    assert link is not None
    forged = line_of(link._replace(size=link.size + 1))
    relined(six.folder, lambda told: [*told[:3], forged, *told[4:]])
    assert "broken" in faults(six.folder)


def test_a_whole_chain_that_was_made_anew_shows_against_paper_alone(six: Made) -> None:
    head = read_head(six.folder)
    assert head is not None
    lines, _ = read_chain(six.folder)
    previous, forged = START, list[bytes]()
    for line in lines[:4]:
        assert line.link is not None
        at = line.link.at + timedelta(seconds=1)
        forged.append(line_of(line.link._replace(previous=previous, at=at)))
        previous = lines_of(forged[-1])[0][0].digest.hex()
    relined(six.folder, lambda _: forged)
    for number in range(3, 6):
        (six.folder / f"r{number}.age").unlink()
    assert faults(six.folder) == [], "the folder alone cannot tell"
    lines, _ = read_chain(six.folder)
    assert witness_of(lines, head.number, bytes_of(words_of(head.digest))).line == 0


def test_a_head_code_from_paper_is_held_as_long_as_its_line_is_there(six: Made) -> None:
    lines, _ = read_chain(six.folder)
    for place_, line in enumerate(lines, start=1):
        code = bytes_of(words_of(line.digest))
        assert line.link is not None
        assert witness_of(lines, line.link.number, code).line == place_
        assert witness_of(lines, None, code).line == place_
        assert witness_of(lines, line.link.number + 1, code).line == 0
        assert witness_of(lines[: place_ - 1], line.link.number, code).line == 0


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda folder: (folder / "r2.age").unlink(), "missing"),
        (lambda folder: (folder / "r2.age").write_bytes((folder / "r3.age").read_bytes()), "replaced"),
        (lambda folder: (folder / "r2.age").write_bytes((folder / "r2.age").read_bytes()[:-1]), "replaced"),
        (lambda folder: (folder / "x.age").write_bytes(seal(b"mine", RECIPIENTS)), "foreign"),
        (lambda folder: (folder / "r2.age").rename(folder / "r9.age"), "foreign"),
    ],
)
def test_every_change_of_the_files_is_named(six: Made, spoil: Callable[[Path], None], kind: str) -> None:
    spoil(six.folder)
    assert kind in faults(six.folder)


def test_somebody_who_reads_along_is_named(six: Made) -> None:
    save_setup(six.folder, Setup((RECIPIENTS[0], recipient_of(generate()))), "p")
    assert faults(six.folder) == ["setup"]


def test_a_key_that_is_none_seals_nothing_and_leaves_the_draft(place: Made) -> None:
    draft = begun(place.folder)
    draft.keep(growing()[-1])
    save_setup(place.folder, Setup(("age1" + "q" * 58,)), "p")
    with pytest.raises(Refused):
        seal_record(place.folder, Wanted("A", "r", NOON, lambda *_: b"x"), draft)
    assert draft.path.exists()
    assert faults(place.folder) == ["setup"]


def test_keys_that_change_in_mid_screening_are_those_it_is_sealed_for(place: Made) -> None:
    draft = begun(place.folder)
    draft.keep(growing()[-1])
    new = generate()
    set_up(place.folder, Setup((recipient_of(new),)), "part", NOON)
    sealed(place.folder, draft, growing()[-1])
    assert unseal((place.folder / "r.age").read_bytes(), [new]).startswith(b"[6]")
    with pytest.raises(Locked):
        unseal((place.folder / "r.age").read_bytes(), KEYS)


def test_a_change_of_keys_by_setup_is_in_the_chain_and_nothing_amiss(six: Made) -> None:
    stranger = recipient_of(generate())
    set_up(six.folder, Setup((RECIPIENTS[0], stranger)), "part", NOON)
    assert faults(six.folder) == []


def test_a_clock_that_went_back_is_a_remark_and_no_fault(six: Made) -> None:
    with holding(six.folder, "n"):
        before = NOON - timedelta(days=1)
        add(six.folder, lambda number, previous: Link(number, "setup", before, previous, recipients=RECIPIENTS))
    lines, torn = read_chain(six.folder)
    assert [fault.kind for fault in faults_of(six.folder, lines, torn, RECIPIENTS)] == ["clock"]


def test_two_thousand_bits_turned_by_chance_in_records_and_chain_are_all_seen(six: Made) -> None:
    chance = random.Random(7)
    paths = [six.folder / CHAIN, *sorted(six.folder.glob("*.age"))]
    contents = {path: path.read_bytes() for path in paths}
    for _ in range(2000):
        path = chance.choice(paths)
        at = chance.randrange(len(contents[path]) * 8)
        turned = bytearray(contents[path])
        turned[at // 8] ^= 1 << at % 8
        path.write_bytes(bytes(turned))
        assert faults(six.folder), (path.name, at)
        if path.suffix == ".age":
            with pytest.raises((Locked, Damaged)):
                unseal(path.read_bytes(), KEYS[:1])
        path.write_bytes(contents[path])
    assert faults(six.folder) == []


def test_a_damaged_line_does_not_stop_what_comes_after_and_stays_as_it_is(six: Made) -> None:
    relined(six.folder, lambda told: [*told[:-1], told[-1][:40] + b"X" + told[-1][41:]])
    before = (six.folder / CHAIN).read_bytes()
    head = sealed(six.folder, None, growing()[0], reference="LATE", name="late")
    assert head.number == 7
    assert (six.folder / CHAIN).read_bytes().startswith(before)
    assert faults(six.folder) == ["altered", "foreign"], "the record of the damaged line is named by no line"


def test_the_beginning_of_a_line_is_set_aside_before_the_next_is_added(six: Made) -> None:
    with (six.folder / CHAIN).open("ab") as file:
        file.write(b'{"sha256":"half')
    sealed(six.folder, None, growing()[0], reference="LATE", name="late")
    assert faults(six.folder) == []
    assert (six.folder / "late.torn").read_bytes() == b'{"sha256":"half'


def test_a_record_sealed_elsewhere_stands_in_no_chain(six: Made, tmp_path: Path) -> None:
    other = tmp_path / "stick"
    other.mkdir()
    wanted = Wanted("R9", "r9", NOON, lambda number, previous, _: f"{number}{previous}!".encode())
    path = seal_elsewhere(other, wanted, RECIPIENTS)
    assert unseal(path.read_bytes(), KEYS[1:]) == b"None!"
    assert faults(six.folder) == []


def test_purging_deletes_and_keeps_the_stub(six: Made) -> None:
    late = NOON + timedelta(days=30)
    assert old_in(six.folder, links(six.folder), late - timedelta(seconds=1), 30, 24).records == ()
    old = old_in(six.folder, links(six.folder)[:5], late, 30, 24)
    purge(six.folder, old, "p", late)
    assert sorted(path.name for path in six.folder.glob("*.age")) == ["r4.age", "r5.age"]
    assert faults(six.folder) == []
    lines, _ = read_chain(six.folder)
    stubs = [line.link.reference for line in lines if line.link and line.link.kind == "sealed"]
    assert stubs == ["R0", "R1", "R2", "R3", "R4", "R5"]
    (six.folder / "r0.age").write_bytes(b"back")
    assert faults(six.folder) == ["purged"]


def test_a_purge_that_was_interrupted_is_finished_by_the_next_purge_and_by_nothing_else(six: Made) -> None:
    with holding(six.folder, "n"):
        add(six.folder, lambda number, previous: Link(number, "purged", NOON, previous, purged=(1, 2)))
    with holding(six.folder, "n", thorough=True):
        pass
    assert faults(six.folder) == ["purged", "purged"], "a line alone deletes nothing"
    old = old_in(six.folder, links(six.folder), NOON, 30, 24)
    assert (old.records, [path.name for path in old.pieces]) == ((), ["r0.age", "r1.age"])
    assert purge(six.folder, old, "p", NOON) == (None, ())
    assert faults(six.folder) == []


def links(folder: Path) -> list[Link]:
    return [line.link for line in read_chain(folder)[0] if line.link]


def test_a_purge_hides_no_record_that_is_gone_or_another(six: Made) -> None:
    (six.folder / "r1.age").unlink()
    (six.folder / "r2.age").write_bytes((six.folder / "r3.age").read_bytes())
    late = NOON + timedelta(days=30)
    old = old_in(six.folder, links(six.folder), late, 30, 24)
    assert [link.reference for link in old.amiss] == ["R1", "R2"]
    purge(six.folder, old, "p", late)
    assert faults(six.folder) == ["missing", "replaced"]


def test_after_a_purge_of_thousands_the_chain_goes_on(place: Made) -> None:
    with holding(place.folder, "n"):
        numbers = tuple(range(5000))
        for _ in range(20):
            add(place.folder, lambda number, previous: Link(number, "purged", NOON, previous, purged=numbers))
    head = sealed(place.folder, None, growing()[0])
    assert head.number == 21
    assert (place.folder / "r.age").exists()
    lines, _ = read_chain(place.folder)
    assert [line.link.number for line in lines if line.link] == list(range(22))


def test_a_record_from_the_future_can_be_purged(six: Made) -> None:
    old = old_in(six.folder, links(six.folder), NOON - timedelta(days=400), 30, 24)
    assert len(old.records) == 6


def test_what_cannot_be_deleted_is_named_and_the_rest_goes(six: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    late = NOON + timedelta(days=30)
    old = old_in(six.folder, links(six.folder), late, 30, 24)
    real = disk.forget

    def forget(path: Path) -> None:
        if path.name == "r1.age":
            raise PermissionError
        real(path)

    monkeypatch.setattr(purging, "forget", forget)
    assert purge(six.folder, old, "p", late).left == ("r1.age",)
    assert [path.name for path in six.folder.glob("*.age")] == ["r1.age"]


@pytest.mark.parametrize("spoil", ["link", "folder", "pipe"])
def test_what_stands_in_place_of_a_record_is_named_and_stops_nothing(six: Made, spoil: str) -> None:
    path = six.folder / "r2.age"
    path.unlink()
    if spoil == "link":
        path.symlink_to(six.folder / "r3.age")
    elif spoil == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    (six.folder / "r4.age").unlink()
    assert faults(six.folder) == ["replaced", "missing"]


def test_what_is_none_of_ours_in_the_folder_is_named(six: Made) -> None:
    (six.folder / "readme.txt").write_text("x", "utf-8")
    assert faults(six.folder) == ["foreign"]


def test_a_file_that_another_program_has_not_finished_is_left_alone(six: Made) -> None:
    (six.folder / "film.part").write_bytes(b"theirs")
    sealed(six.folder, None, growing()[0], reference="LATE", name="late")
    with holding(six.folder, "n", thorough=True):
        pass
    assert (six.folder / "film.part").read_bytes() == b"theirs"


def test_what_may_be_the_only_copy_of_a_record_is_never_deleted_nor_written_over(six: Made) -> None:
    content = (six.folder / "r5.age").read_bytes()
    (six.folder / "r5.age").rename(six.folder / "r5.htspart")
    whole = lines_in(six.folder)
    relined(six.folder, lambda told: [*told[:-1], told[-1][:40] + b"X" + told[-1][41:]])
    with holding(six.folder, "n", thorough=True):
        pass
    assert (six.folder / "r5.damaged").read_bytes() == content
    relined(six.folder, lambda _: whole)
    (six.folder / "r4.htspart").write_bytes(b"junk")
    (six.folder / "r5.damaged").rename(six.folder / "r5.htspart")
    with holding(six.folder, "n", thorough=True):
        pass
    assert (six.folder / "r5.age").read_bytes() == content
    assert faults(six.folder) == []
    (six.folder / CHAIN).unlink()
    (six.folder / "r9.htspart").write_bytes(b"perhaps a record")
    set_up(six.folder, Setup(RECIPIENTS), "p", NOON)
    assert (six.folder / "r9.damaged").read_bytes() == b"perhaps a record"


def test_a_set_up_is_in_force_only_as_the_chain_has_it(six: Made) -> None:
    from screen.storage.records.setup import setup_line  # noqa: PLC0415 - here alone

    (six.folder / "setup.htspart").write_bytes(setup_line(Setup(RECIPIENTS, 1, 0)))
    with holding(six.folder, "n", thorough=True):
        pass
    assert read_setup(six.folder) == Setup(RECIPIENTS)
