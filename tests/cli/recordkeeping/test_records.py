"""`htscreen records` as a shell starts it: keys, set-up, drill, list, show, note, verify, purge, export."""

import csv
import io
import json
import os
import shutil
import stat
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pexpect
import pytest

from screen.core.book import Book
from screen.core.codewords import bytes_of, words_of
from screen.core.encounter import Opening, Party, Person
from screen.core.screening import Answer, Known, Screening, Sign
from screen.reports.records.recorded import Around, record_of
from screen.reports.records.text import record_text
from screen.storage.records.age import fingerprint, seal
from screen.storage.records.draft import Draft
from screen.storage.records.ledger import read_chain
from screen.storage.records.sealing import Wanted, seal_record
from tests.program import COMMAND, Done, Program
from tests.storage.records import quick
from tests.storage.records.made import KEYS, NOON, PIN, RECIPIENTS, made
from tests.terminal.kept import QUICK

SUPERVISOR = "correct  horse battery"
"""A passphrase with spaces, two of them beside one another."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A records folder, set up for the keys of the tests."""
    made(tmp_path / "records")
    return tmp_path / "records"


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """Bare identity files, as `age-keygen` writes them."""
    paths = (tmp_path / "one.txt", tmp_path / "two.txt")
    for path, key in zip(paths, KEYS, strict=True):
        path.write_text(f"# created: today\n{key}\n", "utf-8")
    return paths


def run(program: Program, folder: Path, *arguments: str, typed: str = "") -> Done:
    """A call of `htscreen records`, with the quick way to wrap."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(QUICK), "records", *arguments],
        input=typed, capture_output=True, text=True, check=False, timeout=30, cwd=program.home,
        env=program.environment(HTSCREEN_RECORDS=str(folder)),
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def opening(book: Book, reference: str, began: datetime) -> Opening:
    return Opening(reference, began, book.rulebook.edition, "0" * 64)


REFERRED = Screening(
    (Known("place", "secondary", at=NOON), Answer("age", ("adult",), at=NOON), Sign("documents-held", at=NOON),
     Sign("job-switched", at=NOON))
)  # fmt: skip
NOTHING = Screening((Answer("now", at=NOON), Answer("age", ("adult",), at=NOON)))


def sealed_in(book: Book, folder: Path, reference: str, screening: Screening = REFERRED, at: datetime = NOON) -> None:
    """Seal a real record into the folder."""
    party: Party = (Person(at, screening),)
    around = Around("Port of somewhere", "", "9.9.9")
    record = record_of(book, opening(book, reference, at), party, around, at)._replace(sealed=at)

    def content(number: int | None, previous: str, recipients: tuple[str, ...]) -> bytes:
        keys = tuple(words_of(fingerprint(each)) for each in recipients)
        return record_text(record._replace(number=number, previous=previous, recipients=keys)).encode()

    seal_record(folder, Wanted(reference, f"file-{reference.lower()}", at, content), None)


def drafted(book: Book, folder: Path, reference: str, sha256: str = "") -> Path:
    """A draft that somebody left."""
    identity = KEYS[0]
    path = folder / f"d-{reference.lower()}.draft"
    opened = opening(book, reference, datetime.now().astimezone())
    draft = Draft(path, opened._replace(sha256=sha256 or "0" * 64), identity, quick.encrypt(identity.encode(), PIN))
    draft.keep((Person(NOON, NOTHING),))
    draft.leave()
    return path


@pytest.mark.parametrize("passphrase", [f"{SUPERVISOR}\n{SUPERVISOR}\n", "\n"])
def test_a_key_is_made_locked_and_said_as_words(program: Program, tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "sup.age"
    done = run(program, tmp_path / "none", "keygen", str(path), typed=passphrase)
    assert (done.code, done.err) == (0, "")
    public = (tmp_path / "sup.age.pub").read_text("utf-8").strip()
    assert public.startswith("age1")
    assert public in done.out.splitlines()
    assert bytes_of(done.out.split("As words: ")[1].replace("\n", " ").split(" On each")[0]) == fingerprint(public)[:8]
    assert b"AGE-SECRET-KEY" not in path.read_bytes()
    assert "AGE-SECRET-KEY" not in done.out
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, tmp_path / "sup.age.pub")] == [0o600, 0o600]


def test_a_passphrase_is_asked_again_if_it_is_short_or_not_the_same_twice(program: Program, tmp_path: Path) -> None:
    typed = f"short\n{SUPERVISOR}\nanother\n{SUPERVISOR}\n{SUPERVISOR}\n"
    done = run(program, tmp_path / "none", "keygen", str(tmp_path / "sup.age"), typed=typed)
    assert done.code == 0
    assert "Too short" in done.out
    assert "not the same" in done.out
    again = run(program, tmp_path / "none", "keygen", str(tmp_path / "sup.age"), typed=typed)
    assert again.code == 2
    assert "there already" in again.err
    none = run(program, tmp_path / "none", "keygen", str(tmp_path / "no" / "sup.age"), typed="\n")
    assert none.code == 2
    assert "no such folder" in none.err


def setup_of(folder: Path) -> dict[str, object]:
    found: dict[str, dict[str, object]] = json.loads((folder / "setup.json").read_text("utf-8"))
    return found["htscreen_records"]


def test_two_keys_are_set_up_by_text_or_by_file_and_shown_as_words(program: Program, tmp_path: Path) -> None:
    folder, public = tmp_path / "records", tmp_path / "two.pub"
    public.write_text(f"# the second\n\n{RECIPIENTS[1]}\n", "utf-8")
    done = run(program, folder, "setup", "--recipient", RECIPIENTS[0], "--recipient", str(public), "--draft-hours", "8")
    assert (done.code, done.err) == (0, "")
    assert setup_of(folder)["recipients"] == list(RECIPIENTS)
    assert (setup_of(folder)["draft_hours"], setup_of(folder)["retention_days"]) == (8, 30)
    assert "drill" in done.out
    again = run(program, folder, "setup", "--recipient", RECIPIENTS[1], "--single")
    assert again.code == 0
    assert "other keys" in again.out
    assert "Warning" in again.out
    lines, _ = read_chain(folder)
    assert [line.link.recipients for line in lines if line.link] == [RECIPIENTS, RECIPIENTS[1:]]


def test_a_set_up_that_is_damaged_can_be_made_anew_and_another_tools_cannot(program: Program, folder: Path) -> None:
    path = folder / "setup.json"
    path.write_bytes(path.read_bytes()[:-20])
    assert run(program, folder, "list").code == 4
    again = run(program, folder, "setup", "--recipient", RECIPIENTS[0], "--recipient", RECIPIENTS[1])
    assert again.code == 0
    assert run(program, folder, "verify").code == 0
    path.write_text("{}", "utf-8")
    (folder / "chain.jsonl").unlink()
    theirs = run(program, folder, "setup", "--recipient", RECIPIENTS[0], "--recipient", RECIPIENTS[1])
    assert (theirs.code, theirs.out, path.read_text("utf-8")) == (4, "", "{}")


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ((RECIPIENTS[0],), "--single"),
        ((RECIPIENTS[0], RECIPIENTS[0]), "twice"),
        ((RECIPIENTS[0], RECIPIENTS[1][:-1]), "no age recipient"),
        ((RECIPIENTS[0], KEYS[1]), "secret half"),
        ((RECIPIENTS[0], "no-such-file.pub"), "no file"),
        ((RECIPIENTS[0], "ssh-ed25519 AAAA"), "no file"),
    ],
)
def test_what_is_no_pair_of_keys_is_refused_in_one_line_and_nothing_is_made(
    program: Program, tmp_path: Path, named: tuple[str, ...], told: str
) -> None:
    arguments = [each for name in named for each in ("--recipient", name)]
    done = run(program, tmp_path / "records", "setup", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert KEYS[1] not in done.err
    assert not (tmp_path / "records").exists()


def test_a_drill_on_one_machine_tells_which_key_opens(
    program: Program, folder: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    done = run(program, folder, "drill", "--identity", str(keys[1]))
    assert done.code == 0
    assert setup_of(folder)["drilled"] == [RECIPIENTS[1]]
    assert "not tried" in done.out
    (tmp_path / "stranger.txt").write_text("AGE-SECRET-KEY-1" + "Q" * 58, "utf-8")
    wrong = run(program, folder, "drill", "--identity", str(tmp_path / "stranger.txt"))
    assert (wrong.code, wrong.out) == (4, "")
    assert wrong.err.count("\n") == 1


def test_a_drill_over_two_machines_by_a_file_and_eight_words(
    program: Program, folder: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    environment = program.environment(HTSCREEN_RECORDS=str(folder))
    laptop = pexpect.spawn(
        sys.executable, [str(QUICK), "records", "drill"], env=environment, cwd=str(tmp_path), timeout=15
    )
    laptop.expect("> ")
    (file,) = tmp_path.glob("drill-*.age")
    desk = run(program, tmp_path / "none", "drill", str(file), "--identity", str(keys[0]))
    assert desk.code == 0
    words = desk.out.splitlines()[-1].strip()
    assert len(words.split()) == 8
    laptop.sendline("acorn acorn acorn acorn acorn acorn acorn acorn")
    laptop.expect("not the words.*> ")
    laptop.sendline("acron")
    laptop.expect("8 words.*> ")
    laptop.sendline(words.upper())
    laptop.expect(pexpect.EOF)
    laptop.close()
    assert laptop.exitstatus == 0
    assert setup_of(folder)["drilled"] == [RECIPIENTS[0]]
    assert not file.exists()


def test_a_list_tells_reference_time_and_size_and_no_more(program: Program, book: Book, folder: Path) -> None:
    sealed_in(book, folder, "AAAA-2222", at=datetime.now().astimezone())
    drafted(book, folder, "BBBB-3333")
    done = run(program, folder, "list")
    assert (done.code, done.err) == (0, "")
    assert "AAAA-2222" in done.out
    assert "BBBB-3333" in done.out
    for word in ("documents", "refer", "Port of somewhere", "adult"):
        assert word not in done.out
    told = json.loads(run(program, folder, "list", "--json").out)
    assert [each.keys() for each in told["sealed"]] == [{"reference", "sealed", "size"}]
    assert [each["reference"] for each in told["drafts"]] == ["BBBB-3333"]


def test_a_sealed_record_is_shown_where_the_key_is_in_three_faces_and_nowhere_else(
    program: Program, book: Book, folder: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    sealed_in(book, folder, "AAAA-2222")
    shut = run(program, folder, "show", "AAAA-2222")
    assert (shut.code, shut.out, shut.err.count("\n")) == (4, "", 1)
    note = run(program, folder, "show", "aaaa-2222", "--identity", str(keys[0]))
    assert note.code == 0
    assert note.out.startswith("# Screening AAAA-2222\n")
    assert "Head code: 1 " in note.out
    told = json.loads(run(program, folder, "show", "AAAA-2222", "--json", "--identity", str(keys[1])).out)
    assert (told["reference"], told["number"], told["port"]) == ("AAAA-2222", 1, "Port of somewhere")
    assert told["people"][0]["advice"]["disposition"] == "refer"
    page = tmp_path / "page.html"
    done = run(program, folder, "show", "AAAA-2222", "--identity", str(keys[0]), "--html", str(page))
    assert done.code == 0
    text = page.read_text("utf-8")
    assert "Content-Security-Policy" in text
    assert "<script" not in text
    away = run(program, tmp_path / "none", "show", str(folder / "file-aaaa-2222.age"), "--identity", str(keys[0]))
    assert away.out.split("\nSealed as")[0].rstrip() == note.out.split("\nSealed as")[0].rstrip()


def test_a_draft_is_shown_and_noted_by_its_pin(program: Program, book: Book, folder: Path, tmp_path: Path) -> None:
    drafted(book, folder, "BBBB-3333")
    done = run(program, folder, "show", "BBBB-3333", typed=f"0000\n{PIN}\n")
    assert done.code == 0
    assert "does not open" in done.err
    assert "# Screening BBBB-3333" in done.out
    note = tmp_path / "own.md"
    assert run(program, folder, "note", "BBBB-3333", str(note), typed=f"{PIN}\n").code == 0
    assert note.read_text("utf-8").startswith("# Screening BBBB-3333\n")
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    again = run(program, folder, "note", "BBBB-3333", str(note), typed=f"{PIN}\n")
    assert (again.code, again.err.count("exists")) == (4, 1)
    assert run(program, folder, "show", "BBBB-3333", typed="\n").code == 1


def spoilt(tmp_path: Path, name: str) -> Path:
    """An age file that is no record, in one of several ways."""
    path = tmp_path / f"{name}.age"
    whole = seal(b'{"format": 1, "reference": "X"}', RECIPIENTS)
    path.write_bytes(
        {
            "truncated": whole[:-5],
            "cut in its head": whole[:50],
            "no age file": b"hello",
            "empty": b"",
            "for others": seal(b"x", [RECIPIENTS[1]]),
            "newer": seal(b'{"format": 99}', RECIPIENTS),
            "no record": seal(b"[1, 2]", RECIPIENTS),
            "no JSON": seal(b"\xff\x00", RECIPIENTS),
            "half a record": whole,
        }[name]
    )
    return path


@pytest.mark.parametrize(
    "name",
    ["truncated", "cut in its head", "no age file", "empty", "for others", "newer", "no record", "no JSON",
     "half a record"],
)  # fmt: skip
def test_what_is_no_record_for_this_key_is_told_in_one_clear_line(
    program: Program, tmp_path: Path, keys: tuple[Path, Path], name: str
) -> None:
    path = spoilt(tmp_path, name)
    done = run(program, tmp_path / "none", "show", str(path), "--identity", str(keys[0]))
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(str(path))
    assert done.err.count("\n") == 1
    assert done.err.count(". ") >= 1, "what is wrong, and what to do"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "NONE-NONE"), "no record"),
        (("note", "NONE-NONE"), "no record"),
        (("resume", "NONE-NONE"), "no draft"),
        (("show", "AAAA-2222", "--identity", "no-such-key"), "no such file"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(
    program: Program, book: Book, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    sealed_in(book, folder, "AAAA-2222")
    done = run(program, folder, *arguments)
    assert (done.code, done.out) == (4, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_a_locked_key_is_opened_by_its_passphrase_with_spaces_and_by_no_other(
    program: Program, book: Book, folder: Path, tmp_path: Path
) -> None:
    sealed_in(book, folder, "AAAA-2222")
    key = tmp_path / "locked.age"
    key.write_bytes(quick.encrypt(f"# public\n{KEYS[0]}\n".encode(), SUPERVISOR))
    wrong = run(program, folder, "show", "AAAA-2222", "--identity", str(key), typed="correct horse battery\na\n\n")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.count("does not open") == 2
    right = run(program, folder, "show", "AAAA-2222", "--identity", str(key), typed=f"oops\n{SUPERVISOR}\n")
    assert right.code == 0
    assert SUPERVISOR not in right.out + right.err


def test_verify_says_what_is_amiss_by_exit_code_and_json(program: Program, book: Book, folder: Path) -> None:
    for reference in ("AAAA-2222", "BBBB-3333"):
        sealed_in(book, folder, reference)
    whole = run(program, folder, "verify", "--json")
    told = json.loads(whole.out)
    assert (whole.code, told["lines"], told["sealed"], told["faults"], told["held"]) == (0, 3, 2, [], None)
    assert run(program, folder, "verify", "--head", told["head"]).code == 0
    (folder / "file-aaaa-2222.age").unlink()
    broken = run(program, folder, "verify")
    assert broken.code == 1
    assert "AAAA-2222" in broken.out
    chain = folder / "chain.jsonl"
    chain.write_bytes(b"".join(chain.read_bytes().splitlines(keepends=True)[:2]))
    (folder / "file-bbbb-3333.age").unlink()
    cut = run(program, folder, "verify", "--json", "--head", told["head"])
    assert (cut.code, json.loads(cut.out)["held"]) == (1, False)
    assert run(program, folder, "verify", "--head", "1 acron").code == 2


def test_a_head_code_is_taken_as_it_is_pasted_and_several_are_each_looked_at(
    program: Program, book: Book, folder: Path
) -> None:
    codes = []
    for reference in ("AAAA-2222", "BBBB-3333"):
        sealed_in(book, folder, reference)
        codes.append(json.loads(run(program, folder, "verify", "--json").out)["head"])
    number, _, words = codes[1].partition(" ")
    for pasted in (
        f"Head code: {codes[1]}.",
        codes[1].upper(),
        words,
        f"{number}: {words.replace(' ', ', ')}",
        f"Sealed as AAAA-BBBB. Head code: {codes[1]}",
        f"Head code before it: {codes[1]}.",
    ):
        assert run(program, folder, "verify", "--head", pasted).code == 0, pasted
    assert run(program, folder, "verify", "--head", codes[0], "--head", codes[1]).code == 0
    for wrong in (f"7 {words}", f"{number} acorn {words.split(' ', 1)[1]}"):
        done = run(program, folder, "verify", "--head", wrong, "--head", codes[1])
        assert done.code == 1
        assert "Nothing is amiss" not in done.out
    assert f"stand at number {number}" in run(program, folder, "verify", "--head", f"7 {words}").out.replace(
        "\n  ", " "
    )
    chain = folder / "chain.jsonl"
    lines = chain.read_bytes().splitlines(keepends=True)
    chain.write_bytes(b"".join([lines[0], *lines[2:]]))
    held = json.loads(run(program, folder, "verify", "--json", "--head", codes[1]).out)["held"]
    assert held is False, "its line is there, and what comes before it is not as it was"


def test_verify_reads_a_folder_without_its_set_up_and_changes_nothing_in_it(
    program: Program, book: Book, folder: Path
) -> None:
    sealed_in(book, folder, "AAAA-2222")
    (folder / "setup.json").unlink()
    with (folder / "chain.jsonl").open("ab") as file:
        file.write(b'{"torn')
    (folder / "0123456789abcdef.htspart").write_bytes(b"x")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    told = json.loads(run(program, folder, "verify", "--json").out)
    assert [fault["kind"] for fault in told["faults"]] == ["cut", "setup", "aside"]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    again = run(program, folder, "setup", "--recipient", RECIPIENTS[0], "--recipient", RECIPIENTS[1])
    assert again.code == 0


def test_setup_alone_shows_the_keys_and_the_same_keys_again_change_nothing(program: Program, folder: Path) -> None:
    chain = (folder / "chain.jsonl").read_bytes()
    shown = run(program, folder, "setup")
    assert shown.code == 0
    assert RECIPIENTS[1] in shown.out
    again = run(program, folder, "setup", "--recipient", RECIPIENTS[1], "--recipient", RECIPIENTS[0])
    assert "already" in again.out
    assert "other keys" not in again.out
    assert (folder / "chain.jsonl").read_bytes() == chain
    run(program, folder, "setup", "--recipient", RECIPIENTS[0], "--recipient", RECIPIENTS[1], "--retention-days", "90")
    run(program, folder, "setup", "--recipient", RECIPIENTS[0], "--single")
    assert setup_of(folder)["retention_days"] == 90


def test_a_key_among_others_that_stays_locked_is_left_out(
    program: Program, book: Book, folder: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    sealed_in(book, folder, "AAAA-2222")
    locked = tmp_path / "locked.age"
    locked.write_bytes(quick.encrypt(f"{KEYS[1]}\n".encode(), SUPERVISOR))
    arguments = ("show", "AAAA-2222", "--identity", str(locked), "--identity", str(keys[0]))
    done = run(program, folder, *arguments, typed="wrong\n\n")
    assert done.code == 0
    record = run(program, folder, "show", "AAAA-2222", "--identity", str(folder / "file-aaaa-2222.age"))
    assert record.code == 4
    assert "no key" in record.err


@pytest.mark.parametrize("name", ["x" * 300, "\u4e2d" * 100])
@pytest.mark.parametrize("command", ["show", "note", "keygen", "export"])
def test_a_name_that_is_too_long_is_no_fault_of_the_program(
    program: Program, folder: Path, keys: tuple[Path, Path], command: str, name: str
) -> None:
    more = ("--identity", str(keys[0])) if command != "keygen" else ()
    assert run(program, folder, command, name, *more, typed="\n").code in (1, 2, 4)


def test_verify_with_a_key_reads_in_each_record_where_it_stands(
    program: Program, book: Book, folder: Path, keys: tuple[Path, Path]
) -> None:
    for reference in ("AAAA-2222", "BBBB-3333"):
        sealed_in(book, folder, reference)
    assert run(program, folder, "verify", "--identity", str(keys[0])).code == 0
    one, two = folder / "file-aaaa-2222.age", folder / "file-bbbb-3333.age"
    content = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(content)
    told = json.loads(run(program, folder, "verify", "--json", "--identity", str(keys[0])).out)
    assert [fault["kind"] for fault in told["faults"]] == ["replaced", "replaced", "misplaced", "misplaced"]


def test_purge_shows_first_and_deletes_once_the_number_is_typed(program: Program, book: Book, folder: Path) -> None:
    now = datetime.now().astimezone()
    for days in (40, 31, 29):
        sealed_in(book, folder, f"DAY{days}-2222", at=now - timedelta(days=days))
    dry = run(program, folder, "purge", "--dry-run")
    assert (dry.code, len(list(folder.glob("*.age")))) == (0, 3)
    assert "DAY40" in dry.out
    assert "DAY29" not in dry.out
    for typed in ("", "\n", "y\n", "3\n"):
        kept = run(program, folder, "purge", typed=typed)
        assert (kept.code, len(list(folder.glob("*.age")))) == (1, 3)
    assert run(program, folder, "purge", typed="2\n").code == 0
    assert [path.name for path in folder.glob("*.age")] == ["file-day29-2222.age"]
    assert run(program, folder, "verify").code == 0
    assert "DAY40" not in run(program, folder, "list").out
    assert run(program, folder, "purge", "--older-than", "29", typed="1\n").code == 0
    assert list(folder.glob("*.age")) == []
    assert run(program, folder, "purge").code == 0
    assert len(read_chain(folder)[0]) == 6, "the stubs stay"


def test_an_export_counts_by_month_and_tells_no_figure_of_fewer_than_five(
    program: Program, book: Book, folder: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    december = NOON + timedelta(days=30)
    for number in range(7):
        sealed_in(book, folder, f"R{number}", REFERRED)
        sealed_in(book, folder, f"N{number}", NOTHING)
    for number in range(6):
        sealed_in(book, folder, f"D{number}", NOTHING, december)
    for number in range(2):
        sealed_in(book, folder, f"E{number}", REFERRED, december)
    files = tmp_path / "out.csv", tmp_path / "out.jsonl"
    done = run(
        program, folder, "export", str(folder), str(folder), "--identity", str(keys[0]),
        "--csv", str(files[0]), "--jsonl", str(files[1]), "--bom",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert files[0].read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(files[0].read_text("utf-8-sig"))))
    same = [json.loads(line) for line in files[1].read_text("utf-8").splitlines()]
    assert [{**row, "people": int(row["people"]) if row["people"].isdecimal() else None} for row in rows] == same
    count = {(row["month"], row["measure"], row["value"]): row["people"] for row in same}
    assert count["2026-11", "screened", ""] == 14
    assert count["2026-11", "referred", ""] == 7
    assert count["2026-11", "sign", "documents-held"] == 7
    assert count["2026-12", "screened", ""] == 8
    assert count["2026-12", "referred", ""] is None
    assert count["2026-12", "sign", "documents-held"] is None
    assert not [key for key in count if key[:2] == ("2026-12", "disposition")], "how many there are would tell"
    fields = {row["value"]: row["htcds"] for row in same if row["measure"] == "sign"}
    assert fields == {
        "documents-held": "MethodsOfControlWithholdsDocuments",
        "job-switched": "MethodsOfControlFalsePromises",
    }
    printed = run(program, folder, "export", "--identity", str(keys[0]))
    assert printed.out.splitlines()[0] == "month,measure,value,htcds,people"


def test_an_export_names_what_it_cannot_read_and_counts_the_rest(
    program: Program, book: Book, folder: Path, keys: tuple[Path, Path]
) -> None:
    for number in range(5):
        sealed_in(book, folder, f"R{number}", REFERRED)
    (folder / "file-r9.age").write_bytes(b"hello")
    done = run(program, folder, "export", "--identity", str(keys[0]))
    assert done.code == 1
    assert "file-r9.age" in done.err
    assert "screened,,,5" in done.out


@pytest.mark.parametrize("command", ["list", "show X", "note X", "resume", "verify", "purge", "drill"])
def test_where_nothing_is_set_up_every_command_says_how_to(program: Program, tmp_path: Path, command: str) -> None:
    done = run(program, tmp_path / "none", *command.split())
    assert (done.code, done.out) == (4, "")
    assert "records setup" in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "none").exists()


def test_without_a_home_it_says_what_to_do(program: Program, tmp_path: Path) -> None:
    environment = program.environment(HOME=str(tmp_path / "gone"))
    done = subprocess.run(
        [*COMMAND, "records", "list"], capture_output=True, text=True, check=False, env=environment, cwd=tmp_path
    )
    assert done.returncode == 4
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "gone").exists() or not list((tmp_path / "gone").rglob("*.json"))


STOCK = shutil.which("age")


@pytest.fixture
def stock() -> str:
    """The age program of the system; required where the surroundings say so, as `.ci/run` does."""
    if STOCK is None:
        if os.environ.get("HTSCREEN_AGE") == "required":
            pytest.fail("the stock program age is not installed")
        pytest.skip("the stock program age is not installed")
    return STOCK


def test_a_record_opens_with_the_stock_age_program_and_either_key(
    book: Book, folder: Path, keys: tuple[Path, Path], stock: str
) -> None:
    sealed_in(book, folder, "AAAA-2222")
    for key in keys:
        done = subprocess.run(
            [stock, "-d", "-i", str(key), str(folder / "file-aaaa-2222.age")], capture_output=True, check=True
        )
        told = json.loads(done.stdout)
        assert (told["reference"], told["number"]) == ("AAAA-2222", 1)
        assert told["people"][0]["note"]["title"] == "Screening AAAA-2222"


def test_a_key_that_keygen_made_for_real_opens_with_the_stock_program_and_its_passphrase(
    program: Program, tmp_path: Path, stock: str
) -> None:
    key = tmp_path / "real.age"
    done = subprocess.run(
        [*COMMAND, "records", "keygen", str(key)], input=f"{SUPERVISOR}\n{SUPERVISOR}\n", text=True,
        capture_output=True, check=False, env=program.environment(), cwd=tmp_path, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    recipient = (tmp_path / "real.age.pub").read_text("utf-8").strip()
    sealed = tmp_path / "sealed.age"
    sealed.write_bytes(seal(b"it is open", [recipient, RECIPIENTS[0]]))
    child = pexpect.spawn(stock, ["-d", "-i", str(key), str(sealed)], timeout=60)
    child.expect("passphrase")
    child.sendline(SUPERVISOR)
    child.expect("it is open")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
