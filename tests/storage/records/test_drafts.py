"""A draft: it keeps every answer, shows every damage, opens to its PIN alone, and grows old in sight."""

import os
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from screen.core.encounter import Party
from screen.core.problem import Refused
from screen.storage.records import disk, drafts
from screen.storage.records.age import Locked
from screen.storage.records.draft import Draft
from screen.storage.records.drafts import Aged, age_out, find_drafts, found_at
from screen.storage.records.frames import framed, unframed
from screen.storage.records.locks import InUse, is_free
from screen.storage.records.opened import Opened, read_draft, resume_draft
from tests.storage.records.made import NOON, PIN, Made, begun, growing, opening

HOURS = 24


def kept(folder: Path, party: Party, **named: object) -> Draft:
    """A draft on the disk that nobody writes to any more."""
    draft = begun(folder, **named)  # type: ignore[arg-type] # the names are begun's own
    draft.keep(party)
    draft.leave()
    return draft


def read(path: Path, pin: str = PIN) -> Opened:
    return read_draft(found_at(path), pin)


@pytest.mark.parametrize("party", growing(3))
def test_what_is_kept_is_read_back(place: Made, party: Party) -> None:
    draft = kept(place.folder, party)
    opened = read(draft.path)
    assert (opened.party, opened.opening, opened.is_whole) == (party, opening(), True)


def test_each_answer_is_kept_before_the_next_and_costs_a_piece_of_its_own(place: Made) -> None:
    draft, sizes = begun(place.folder), list[int]()
    for number, party in enumerate(growing(), start=1):
        draft.keep(party)
        found = found_at(draft.path)
        assert (found.answers, found.is_whole, read(draft.path).party) == (number, True, party)
        sizes.append(found.path.stat().st_size)
    assert sizes == sorted(sizes)


def test_an_answer_taken_back_is_kept_as_it_then_stands(place: Made) -> None:
    draft = begun(place.folder)
    *_, last = growing()
    for party in (last, (last[0]._replace(screening=last[0].screening.back()),)):
        draft.keep(party)
        assert read(draft.path).party == party
    assert read(draft.path).party[0].screening.aside


def test_nothing_of_it_stands_in_clear_but_what_says_nothing(place: Made) -> None:
    draft = kept(place.folder, growing(2)[-1])
    content = draft.path.read_bytes()
    for word in ("adult", "threatened", "declined", "he keeps it", PIN, "secondary", draft.identity):
        assert word.encode() not in content
    assert opening().reference.encode() in content


def test_another_pin_opens_nothing(place: Made) -> None:
    draft = kept(place.folder, growing()[-1])
    for pin in ("4712", "", "4711 ", "\u0664\u0667\u0661\u0661"):
        with pytest.raises(Locked):
            read(draft.path, pin)


def test_it_goes_on_exactly_where_it_was_left_in_the_same_file(place: Made) -> None:
    parties = growing(2)
    draft = kept(place.folder, parties[3])
    again, opened = resume_draft(found_at(draft.path), PIN, "b")
    assert (again.path, opened.party) == (draft.path, parties[3])
    for party in parties[4:]:
        again.keep(party)
    assert read(draft.path).party == parties[-1]
    assert read(draft.path).is_whole


def test_wherever_it_is_cut_that_shows_and_what_came_before_is_kept(place: Made, tmp_path: Path) -> None:
    draft, ends = begun(place.folder), list[int]()
    parties = growing(2)
    for number, party in enumerate(parties, start=1):
        draft.keep(party)
        ends.append(draft.path.stat().st_size - len(framed(b"E", str(number).encode())))
    content = draft.path.read_bytes()
    cut = tmp_path / "cut.draft"
    for place_ in range(len(content)):
        cut.write_bytes(content[:place_])
        found = found_at(cut)
        assert not found.is_whole
        whole = sum(end <= place_ for end in ends)
        if whole:
            opened = read(cut)
            assert (opened.party, opened.is_whole) == (parties[whole - 1], False)
        else:
            with pytest.raises((Refused, Locked)):
                read(cut)


def test_two_thousand_bits_turned_by_chance_are_all_seen_and_cost_one_answer_at_most(
    place: Made, tmp_path: Path
) -> None:
    draft = begun(place.folder)
    parties = growing()
    for party in parties:
        draft.keep(party)
    content, chance = draft.path.read_bytes(), random.Random(5)
    damaged = tmp_path / "damaged.draft"
    for _ in range(2000):
        at = chance.randrange(len(content) * 8)
        turned = bytearray(content)
        turned[at // 8] ^= 1 << at % 8
        damaged.write_bytes(bytes(turned))
        found = found_at(damaged)
        assert not found.is_whole
        opened = read(damaged)
        assert not opened.is_whole
        assert opened.party in (parties[-1], parties[-2])
        assert opened.opening == opening()


def test_a_damaged_draft_is_set_aside_whole_and_what_it_kept_goes_on_in_a_new_file(place: Made) -> None:
    parties = growing()
    draft = begun(place.folder)
    for party in parties[:4]:
        draft.keep(party)
    draft.leave()
    damage = draft.path.read_bytes()[:-40]
    draft.path.write_bytes(damage)
    again, opened = resume_draft(found_at(draft.path), PIN, "b")
    assert (opened.party, opened.is_whole) == (parties[2], False)
    assert not draft.path.exists()
    assert draft.path.with_suffix(".damaged").read_bytes() == damage
    again.keep(parties[4])
    assert (read(again.path).party, read(again.path).is_whole) == (parties[4], True)
    assert draft.path.with_suffix(".damaged").read_bytes() == damage


def test_with_both_copies_of_the_opening_gone_it_still_opens(place: Made) -> None:
    draft = kept(place.folder, growing()[-1])
    frames = [frame for frame in unframed(draft.path.read_bytes()).frames if frame.kind != b"O"]
    draft.path.write_bytes(b"".join(framed(*frame) for frame in frames))
    found = found_at(draft.path)
    assert (found.opening, found.is_whole, found.name) == (None, False, "a.draft")
    assert read(draft.path).opening == opening()


@pytest.mark.parametrize("spoil", ["K", "A", "AO", "OKA"])
def test_with_nothing_left_to_read_it_says_so_in_one_line(place: Made, spoil: str) -> None:
    draft = kept(place.folder, growing()[-1])
    frames = [frame for frame in unframed(draft.path.read_bytes()).frames if frame.kind not in spoil.encode()]
    draft.path.write_bytes(b"".join(framed(*frame) for frame in frames))
    with pytest.raises(Refused) as refused:
        read(draft.path)
    assert str(draft.path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_answer_put_twice_or_left_out_shows(place: Made) -> None:
    draft = begun(place.folder)
    for party in growing():
        draft.keep(party)
    *head, a, b, c, d, e, f, end = unframed(draft.path.read_bytes()).frames
    for order in ((a, b, c, d, f, e), (a, c, c, d, e, f), (b, c, d, e, f, f)):
        draft.path.write_bytes(b"".join(framed(*frame) for frame in (*head, *order, end)))
        assert found_at(draft.path).is_whole, "without a PIN nothing tells that"
        assert not read(draft.path).is_whole


def test_a_draft_of_a_newer_program_is_told_and_left_alone(place: Made) -> None:
    draft = kept(place.folder, growing()[-1])
    pieces = [(b"O", b'{"format": 2, "new": "things"}') if kind == b"O" else (kind, piece)
              for kind, piece in unframed(draft.path.read_bytes()).frames]  # fmt: skip
    draft.path.write_bytes(b"".join(framed(*piece) for piece in pieces))
    with pytest.raises(Refused, match="newer"):
        read(draft.path)
    with pytest.raises(Refused, match="newer"):
        resume_draft(found_at(draft.path), PIN, "b")
    assert is_free(draft.path)


def test_only_one_window_writes_a_draft(place: Made) -> None:
    draft = begun(place.folder)
    draft.keep(growing()[0])
    assert not is_free(draft.path)
    with pytest.raises(InUse):
        resume_draft(found_at(draft.path), PIN, "b")
    draft.leave()
    again, _ = resume_draft(found_at(draft.path), PIN, "b")
    assert not is_free(again.path)


def test_a_pin_that_does_not_fit_leaves_the_draft_to_others(place: Made) -> None:
    draft = kept(place.folder, growing()[0])
    with pytest.raises(Locked):
        resume_draft(found_at(draft.path), "0000", "b")
    assert is_free(draft.path)


def test_a_draft_whose_file_was_taken_away_is_written_whole_again(place: Made) -> None:
    parties = growing(2)
    draft = begun(place.folder)
    draft.keep(parties[7])
    draft.path.unlink()
    draft.keep(parties[8])
    assert read(draft.path).party == parties[8]
    assert read(draft.path).is_whole


def test_drafts_are_found_the_newest_first_and_a_stranger_is_none(place: Made) -> None:
    for number in range(3):
        began = NOON + timedelta(hours=number)
        kept(place.folder, growing()[0], name=f"d{number}", reference=f"R{number}", began=began)
    (place.folder / "notes.txt").write_text("no draft", "utf-8")
    (place.folder / "empty.draft").write_bytes(b"")
    found = find_drafts(place.folder)
    assert sorted(each.name for each in found) == ["R0", "R1", "R2", "empty.draft"]
    assert [each.name for each in found if each.opening] == ["R2", "R1", "R0"]


def test_a_draft_expires_and_is_deleted_after_as_long_again_and_each_is_told(place: Made) -> None:
    draft = kept(place.folder, growing()[0])
    late = NOON + timedelta(hours=HOURS)
    assert age_out(place.folder, late - timedelta(seconds=1), HOURS) == ()
    assert age_out(place.folder, late, HOURS) == (Aged("AAAA-BBBB", "expired"),)
    assert [each.is_expired for each in find_drafts(place.folder)] == [True]
    assert age_out(place.folder, late + timedelta(hours=HOURS, seconds=-1), HOURS) == ()
    later = late + timedelta(hours=HOURS)
    assert age_out(place.folder, later, HOURS) == (Aged("AAAA-BBBB", "expiring"),)
    assert age_out(place.folder, later + timedelta(minutes=59), HOURS) == ()
    assert age_out(place.folder, later + timedelta(hours=1), HOURS) == (Aged("AAAA-BBBB", "deleted"),)
    assert sorted(path.name for path in place.folder.iterdir()) == ["chain.jsonl", "chain.lock", "setup.json"]
    assert not draft.path.exists()


def test_an_expired_draft_can_still_be_gone_on_with(place: Made) -> None:
    draft = kept(place.folder, growing()[3])
    age_out(place.folder, NOON + timedelta(days=1), HOURS)
    (found,) = find_drafts(place.folder)
    again, opened = resume_draft(found, PIN, "b")
    assert (again.path, opened.party) == (draft.path, growing()[3])
    again.keep(growing()[4])
    assert read(draft.path).party == growing()[4]


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=400), timedelta(days=-1), timedelta(days=-9999)])
def test_a_clock_that_jumps_and_comes_back_costs_no_draft(place: Made, jump: timedelta) -> None:
    draft = kept(place.folder, growing()[3])
    soon = NOON + timedelta(hours=1)
    age_out(place.folder, soon + jump, HOURS)
    age_out(place.folder, soon + jump + timedelta(hours=HOURS - 1), HOURS)
    assert find_drafts(place.folder)
    assert age_out(place.folder, soon, HOURS) == ()
    assert [each.is_expired for each in find_drafts(place.folder)] == [False]
    assert read(draft.path).party == growing()[3]


def test_a_clock_that_jumps_after_the_first_warning_still_warns_once_more(place: Made) -> None:
    kept(place.folder, growing()[3])
    late = NOON + timedelta(hours=HOURS)
    age_out(place.folder, late, HOURS)
    assert age_out(place.folder, late + timedelta(days=400), HOURS) == (Aged("AAAA-BBBB", "expiring"),)
    assert age_out(place.folder, late + timedelta(days=400, minutes=1), HOURS) == ()
    assert find_drafts(place.folder)


def test_a_draft_from_the_future_does_not_stay_for_ever(place: Made) -> None:
    kept(place.folder, growing()[0], began=NOON + timedelta(days=3650))
    assert age_out(place.folder, NOON, HOURS) == (Aged("AAAA-BBBB", "expired"),)


def test_what_was_added_since_the_pin_was_asked_is_gone_on_with(place: Made) -> None:
    draft = kept(place.folder, growing()[0])
    stale = found_at(draft.path)
    other, _ = resume_draft(found_at(draft.path), PIN, "b")
    for party in growing(2)[1:]:
        other.keep(party)
    other.leave()
    again, opened = resume_draft(stale, PIN, "c")
    assert (opened.party, opened.is_whole) == (growing(2)[-1], True)
    again.keep((*growing(2)[-1], growing()[0][0]))
    assert read(draft.path).is_whole


def test_the_key_of_another_draft_in_front_costs_nothing(place: Made) -> None:
    draft, other = kept(place.folder, growing()[-1]), begun(place.folder, name="z")
    content = draft.path.read_bytes()
    draft.path.write_bytes(framed(b"K", other.wrapped) + content)
    assert read(draft.path).party == growing()[-1]


def test_a_file_made_to_be_slow_is_not_read_to_its_end(place: Made) -> None:
    path = place.folder / "slow.draft"
    path.write_bytes((b"HTSA" + (900_000).to_bytes(4, "big")) * 100_000)
    assert not found_at(path).is_whole


def test_what_a_failed_first_write_left_is_written_over_by_the_next(place: Made) -> None:
    draft = begun(place.folder)
    draft.path.write_bytes(b"half")
    draft.keep(growing()[0])
    assert (read(draft.path).party, read(draft.path).is_whole) == (growing()[0], True)


def test_a_draft_that_is_being_written_does_not_expire(place: Made) -> None:
    draft = begun(place.folder)
    draft.keep(growing()[0])
    assert age_out(place.folder, NOON + timedelta(days=3), HOURS) == ()
    draft.keep(growing()[1])
    assert read(draft.path).party == growing()[1]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2028, 2, 29, 23, 59, 59, tzinfo=timezone(timedelta(hours=-5))),
        datetime(2026, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=14))),
        datetime(2026, 3, 29, 1, 30, tzinfo=timezone(timedelta(minutes=-210))),
    ],
)
def test_days_and_zones_of_every_kind_are_kept_as_they_are(place: Made, moment: datetime) -> None:
    draft = kept(place.folder, growing()[0], began=moment)
    opened = read(draft.path)
    assert opened.opening.began == moment
    assert opened.opening.began.utcoffset() == moment.utcoffset()
    assert age_out(place.folder, moment.astimezone(NOON.tzinfo) + timedelta(hours=HOURS - 1), HOURS) == ()
    assert age_out(place.folder, moment + timedelta(hours=HOURS), HOURS)


def test_files_and_folders_are_for_this_account_alone_whatever_the_umask(tmp_path: Path) -> None:
    from tests.storage.records.made import made, sealed  # noqa: PLC0415 - beside what it tests

    for mask in (0o000, 0o022, 0o777):
        old = os.umask(mask)
        try:
            folder = tmp_path / f"{mask:o}" / "inner" / "records"
            made(folder)
            draft = kept(folder, growing()[0])
            sealed(folder, begun(folder, name="c"))
            kept(folder, growing()[0], name="d")
        finally:
            os.umask(old)
        assert draft.path.exists()
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
        assert {path.stat().st_mode & 0o777 for path in (folder, folder.parent, folder.parent.parent)} == {0o700}


def test_a_file_that_came_back_cut_is_written_whole_again(place: Made) -> None:
    draft = begun(place.folder)
    for party in growing(2)[:8]:
        draft.keep(party)
    draft.path.write_bytes(draft.path.read_bytes()[:300])
    draft.keep(growing(2)[8])
    opened = read(draft.path)
    assert (opened.party, opened.is_whole) == (growing(2)[8], True)


def test_a_draft_whose_opening_is_lost_goes_too_in_the_end(place: Made) -> None:
    path = place.folder / "empty.draft"
    path.write_bytes(b"")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    told = [age_out(place.folder, NOON + timedelta(hours=8 * n), HOURS) for n in range(1, 12)]
    assert [each.became for some in told for each in some] == ["expired", "expiring", "deleted"]


def test_one_draft_that_cannot_be_marked_hides_nothing_of_the_others(
    place: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        kept(place.folder, growing()[0], name=name, reference=name.upper())
    real = disk.rename

    def rename(old: Path, new: Path) -> None:
        if old.stem == "a":
            raise PermissionError
        real(old, new)

    monkeypatch.setattr(drafts, "rename", rename)
    assert age_out(place.folder, NOON + timedelta(days=1), HOURS) == (Aged("B", "expired"),)
