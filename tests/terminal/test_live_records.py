"""Records in a real terminal: what is entered survives, in every way a screening can end, and nobody else reads it."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Timer

import pexpect
import pytest

from screen.core.book import Book
from screen.storage.records.drafts import find_drafts
from screen.storage.records.ledger import holding, read_chain
from screen.storage.records.opened import read_draft, resume_draft
from screen.storage.records.sealing import set_up as set_up_for
from screen.storage.records.setup import Setup
from tests.program import Program
from tests.storage.records import quick
from tests.storage.records.made import KEYS, NOON, PIN, RECIPIENTS
from tests.storage.records.test_chain import faults
from tests.terminal.kept import (
    QUICK,
    Kept,
    Unprivileged,
    answered,
    begin,
    drafted,
    number_of,
    people,
    resumed,
    sealed,
    set_up,
)
from tests.terminal.keys import asked, digits, flat, reply_to, title
from tests.terminal.live import Live


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the slow step, here too."""
    quick.quicken(monkeypatch.setattr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return set_up(tmp_path / "records")


def test_where_nothing_is_set_up_it_says_so_in_one_line_and_asks_no_pin(program: Program, book: Book) -> None:
    with Live(program) as live:
        assert asked(book, live.text) == "now"
        assert live.lines[0].startswith("Memory only")


def test_a_pin_is_asked_first_and_never_shown_and_each_answer_is_kept_before_the_next(
    program: Program, book: Book, folder: Path
) -> None:
    with begin(program, folder) as live:
        assert asked(book, live.text) == "now"
        assert not list(folder.glob("*.draft")), "nothing is kept before the first answer"
        items = []
        while (item := asked(book, live.text)) not in (None, "next-step"):
            live.type(*reply_to(book, item, {}))
            items.append(item)
            assert answered(drafted(folder)) == items
        assert PIN not in live.raw.decode()


@pytest.mark.parametrize("typed", [("",), ("12", ""), ("?", "h", "", ""), ("    ", ""), ("4711", "4712", "")])
def test_enter_for_a_pin_keeps_nothing(program: Program, book: Book, folder: Path, typed: tuple[str, ...]) -> None:
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        live.type(*typed)
        assert asked(book, live.text) == "now"
        assert "Memory only" in live.text
        live.walk(book)
    assert not list(folder.glob("*.draft"))


def test_leaving_at_the_pin_leaves(program: Program, folder: Path) -> None:
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        live.interrupt()
        assert live.end() == 130
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        live.child.sendeof()
        assert live.end() == 0
        assert "Traceback" not in live.text


def killed(live: Kept) -> None:
    os.kill(live.child.pid, signal.SIGKILL)


def ended(live: Kept) -> None:
    os.kill(live.child.pid, signal.SIGTERM)


def shut(live: Kept) -> None:
    live.child.close(force=True)


def interrupted(live: Kept) -> None:
    live.interrupt()
    live.wait()
    live.interrupt()
    assert live.end() == 130
    assert "records resume" in flat(live.text)


def left(live: Kept) -> None:
    live.type("q")
    live.child.sendline("q")
    assert live.end() == 0
    assert "records resume" in flat(live.text)


def closed(live: Kept) -> None:
    live.child.sendeof()
    assert live.end() == 0
    assert "records resume" in flat(live.text)


WAYS: tuple[Callable[[Kept], None], ...] = (killed, ended, shut, interrupted, left, closed)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("until", ["papers", "next-step", ""])
def test_interrupted_in_six_ways_and_resumed_it_comes_to_what_a_straight_run_comes_to(
    program: Program, book: Book, tmp_path: Path, way: Callable[[Kept], None], until: str
) -> None:
    if way is left and not until:
        pytest.skip("q on the end page is no leaving: it seals")
    replies = {"papers": (digits(book, "papers", "kept"), "y"), "look": ("13", "y"), "concern": ("2", "a hunch")}
    straight = set_up(tmp_path / "straight")
    with begin(program, straight) as live:
        live.walk(book, replies)
        live.child.sendline("q")
        assert live.end() == 0
    broken = set_up(tmp_path / "broken")
    with begin(program, broken) as live:
        live.walk(book, replies, until=until)
        waiting = asked(book, live.text)
        way(live)
    with resumed(program, broken) as live:
        assert asked(book, live.text) == waiting
        live.walk(book, replies)
        live.child.sendline("q")
        assert live.end() == 0
    assert sealed(broken) == sealed(straight)
    assert not list(broken.glob("*.draft"))
    assert faults(broken) == []


def test_hiding_keeps_the_draft_and_enter_goes_on(program: Program, book: Book, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0", "h")
        assert len(flat(live.seen)) < 20
        assert answered(drafted(folder)) == ["now"]
        live.type("")
        assert asked(book, live.text) == "age"


def test_e_at_leaving_goes_to_the_end_page_and_q_there_seals_what_there_is(
    program: Program, book: Book, folder: Path
) -> None:
    with begin(program, folder) as live:
        live.type("0", "q", "e")
        assert asked(book, live.text) is None
        live.child.sendline("q")
        assert live.end() == 0
        assert "Head code: 1 " in flat(live.text)
    assert list(sealed(folder)[0].answers) == ["now"]


def test_the_note_has_the_reference_of_the_record_and_in_the_end_its_head_code(
    program: Program, book: Book, folder: Path
) -> None:
    with begin(program, folder) as live:
        reference = flat(live.text).split(" kept as ")[1].split(",")[0]
        live.walk(book)
        live.type("n", f"{reference}.md")
        live.child.sendline("q")
        assert live.end() == 0
        code = flat(live.text).split("Head code: ")[1].split(" It stands")[0]
    note = (program.home / f"{reference}.md").read_text("utf-8")
    assert note.startswith(f"# Screening {reference}\n")
    assert "Head code before it: 0 " in note
    assert note.endswith(f"Sealed as {reference}. Head code: {code}\n")
    done = program.run("records", "verify", "--head", code, HTSCREEN_RECORDS=str(folder))
    assert done.code == 0


def test_a_note_that_was_changed_meanwhile_is_left_as_it_is_and_the_code_is_to_be_written_down(
    program: Program, book: Book, folder: Path
) -> None:
    with begin(program, folder) as live:
        live.walk(book)
        live.type("n", "changed.md")
        (program.home / "changed.md").write_text("mine", "utf-8")
        live.child.sendline("q")
        assert live.end() == 0
        assert "changed.md" in flat(live.text).split("Head code")[1]
    assert (program.home / "changed.md").read_text("utf-8") == "mine"


def test_two_people_of_one_encounter_are_one_draft_and_one_record(program: Program, book: Book, folder: Path) -> None:
    with begin(program, folder) as live:
        live.walk(book, {"papers": (digits(book, "papers", "kept"), "y")}, until="look")
        live.type("p", "", "7")
        assert asked(book, live.text) == "now"
        killed(live)
    assert len(drafted(folder)) == 2
    with resumed(program, folder) as live:
        assert asked(book, live.text) == "now"
        live.walk(book)
        live.child.sendline("q")
        assert live.end() == 0
    first, second = sealed(folder)
    assert any("7" in getattr(entry, "text", "") for entry in first.entries)
    assert len(second.entries) > 3


def test_a_draft_that_another_window_has_is_not_offered_and_not_opened(program: Program, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0")
        (found,) = find_drafts(folder)
        done = program.run("records", "resume", HTSCREEN_RECORDS=str(folder))
        assert "no draft" in done.out
        named = program.run("records", "resume", found.name, HTSCREEN_RECORDS=str(folder))
        assert (named.code, named.err.count("\n")) == (4, 1)
        assert "another window" in named.err
        live.type("1")
        assert answered(drafted(folder)) == ["now", "age"]


def test_two_windows_at_once_seal_one_chain(program: Program, book: Book, folder: Path) -> None:
    with begin(program, folder) as one, begin(program, folder) as two:
        for live in (one, two):
            live.walk(book)
        for live in (one, two):
            live.child.sendline("q")
            assert live.end() == 0
    assert faults(folder) == []
    assert sum(line.link is not None and line.link.kind == "sealed" for line in read_chain(folder)[0]) == 2


@pytest.mark.parametrize("spoil", ["removed", "a file in its place"])
def test_a_folder_that_fails_in_mid_screening_is_told_at_once_and_the_record_goes_elsewhere(
    program: Program, book: Book, folder: Path, spoil: str
) -> None:
    with begin(program, folder) as live:
        live.type("0")
        shutil.rmtree(folder)
        if spoil == "a file in its place":
            folder.write_text("x", "utf-8")
        live.type("1")
        assert "memory only" in flat(live.text), "at once"
        assert asked(book, live.text) == "with-whom"
        live.walk(book)
        live.type("q")
        live.type(str(folder.parent / "no-such-folder"))
        assert "cannot be written" in flat(live.text)
        other = folder.parent / "stick"
        other.mkdir()
        live.child.sendline(str(other))
        assert live.end() == 0
    (path,) = other.glob("*.age")
    record = program.run("records", "show", str(path), "--json", "--identity", str(identity(folder)))
    assert record.code == 0
    assert '"number": null' in record.out


def identity(folder: Path) -> Path:
    """A bare identity file, as `age-keygen` writes it."""
    path = folder.parent / "key.txt"
    path.write_text(f"# created: today\n{KEYS[0]}\n", "utf-8")
    return path


def test_a_folder_that_comes_back_keeps_all_again_and_says_so(program: Program, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0")
        folder.rename(folder.with_name("away"))
        live.type("1")
        assert "memory only" in flat(live.text)
        folder.with_name("away").rename(folder)
        live.type("2")
        assert "kept again" in flat(live.text)
        assert answered(drafted(folder)) == ["now", "age", "with-whom"]


def test_nothing_that_is_wrong_with_the_folder_stops_a_screening(program: Program, book: Book, folder: Path) -> None:
    folder.chmod(0o777)
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        assert asked(book, live.text) == "now"
        assert "chmod 700" in flat(live.text)
        assert "Memory only" in live.text
    folder.chmod(0o700)
    (folder / "setup.json").unlink()
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        assert asked(book, live.text) == "now"
        assert "setup.json" in flat(live.text)
    done = program.run("records", "list", HTSCREEN_RECORDS=str(folder))
    assert (done.code, done.out) == (4, "")
    assert done.err.count("\n") == 1


def test_an_unfinished_draft_is_told_of_at_the_next_start(program: Program, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0")
        killed(live)
    (found,) = find_drafts(folder)
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        assert f"Unfinished: {found.name}" in flat(live.text)


def test_without_what_encrypts_it_says_so_and_screens(program: Program, book: Book, folder: Path) -> None:
    code = "import sys; sys.modules['pyrage'] = None; sys.argv = ['htscreen']; from screen.cli.door import main; main()"
    child = pexpect.spawn(
        sys.executable, ["-c", code], env=program.environment(HTSCREEN_RECORDS=str(folder)), timeout=15,
        cwd=str(Path(__file__).parent.parent.parent),
    )  # fmt: skip
    child.expect("> ")
    told = flat(child.before.decode().replace("\r", ""))
    child.close(force=True)
    assert "[records]" in told
    assert asked(book, told) == "now"
    blocked = code.replace("['htscreen']", "['htscreen', 'records', 'list']")
    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, check=False,
        env=program.environment(), cwd=Path(__file__).parent.parent.parent,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "[records]" in done.stderr


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the rulebook that can be changed."""
    root, copy = Path(__file__).parent.parent.parent, tmp_path / "rulebook"
    copy.mkdir()
    shutil.copy(root / "rules.yaml", copy)
    shutil.copytree(root / "indicators", copy / "indicators")
    return copy


def test_a_draft_goes_on_under_the_edition_it_was_begun_under_if_that_is_still_known(
    program: Program, book: Book, folder: Path, edited: Path
) -> None:
    with begin(program, folder, "screen", "--rulebook", str(edited)) as live:
        live.type("0")
        killed(live)
    with resumed(program, folder) as live:
        assert "goes on" not in flat(live.text), "the same rulebook, wherever it lies"
        assert asked(book, live.text) == "age"


def test_a_draft_of_an_edition_that_only_the_cache_still_has_goes_on_under_that(
    program: Program, book: Book, folder: Path, edited: Path
) -> None:
    rules = (edited / "rules.yaml").read_text("utf-8")
    changed = re.sub(r"edition: .*", 'edition: "2026.12"', rules, count=1)
    (edited / "rules.yaml").write_text(changed, "utf-8")
    with begin(program, folder, "screen", "--rulebook", str(edited)) as live:
        live.type("0")
        killed(live)
    shutil.rmtree(edited)
    with resumed(program, folder) as live:
        assert "2026.12" in flat(live.text)
        assert asked(book, live.text) == "age"
        live.type("1", "q")
        live.child.sendline("q")
        assert live.end() == 0
    (found,) = find_drafts(folder)
    assert found.opening is not None
    assert found.opening.edition == "2026.12"


def test_a_draft_under_another_edition_says_what_has_changed_and_asks_that_anew(
    program: Program, book: Book, folder: Path, edited: Path
) -> None:
    with begin(program, folder) as live:
        live.type("0", "1", number_of(book, "with-whom", "alone"))
        killed(live)
    rules = (edited / "rules.yaml").read_text("utf-8")
    changed = rules.replace("edition: 2026.11", "edition: 2027.01").replace('edition: "2026.11"', 'edition: "2027.01"')
    changed = changed.replace("id: adult\n", "id: grown\n").replace("adult, sets", "grown, sets")
    assert changed != rules
    (edited / "rules.yaml").write_text(changed, "utf-8")
    with Kept(program, "records", "resume", "--rulebook", str(edited), HTSCREEN_RECORDS=str(folder)) as live:
        live.type(PIN)
        told = flat(live.text)
        assert "2027.01" in told
        assert asked(book, live.text) in ("age", "papers")
    found, old = sorted(find_drafts(folder), key=lambda each: each.is_expired)
    assert found.opening is not None
    assert found.opening.edition == "2027.01"
    assert old.is_expired, "what was said under the old edition is not lost"


CANARY = "QUOKKA-7731-canary"


def test_what_was_typed_is_found_nowhere_afterwards(tmp_path: Path) -> None:
    home, temp = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temp.mkdir()
    away = Program(home)
    away.run("--version")
    folder = set_up(home / ".local" / "share" / "htscreen" / "records")
    where = {"TMPDIR": str(temp), "HISTFILE": str(home / ".history")}
    pin, shown = f"{CANARY} pin", b""
    for way in (killed, left):
        live = Kept(away, **where)
        with live:
            live.type(pin, "")
            live.type(f"t {CANARY} note", "0", "1")
            seen = {path: (Path("/proc") / str(live.child.pid) / path).read_bytes() for path in ("cmdline", "environ")}
            assert all(CANARY.encode() not in content for content in seen.values())
            way(live)
        shown += live.raw
    crash = (
        "import sys; from screen.core import assessment\n"
        "from tests.storage.records import program, quick\n"
        "from screen.storage.records import wrapping\n"
        "quick.quicken(); wrapping.wrapped_apart = lambda identity, pin: quick.encrypt(identity.encode(), pin)\n"
        "from screen.terminal import encounter\n"
        "def fail(*_, **__): raise RuntimeError('it was ' + repr(sys.argv))\n"
        "encounter.carried = fail\n"
        "sys.argv = ['htscreen']\n"
        "from screen.cli.door import main; main()"
    )
    with Kept(away, **where) as live:
        live.child.close(force=True)
    child = pexpect.spawn(
        sys.executable, ["-c", crash], env=away.environment(**where), timeout=15,
        cwd=str(Path(__file__).parent.parent.parent),
    )  # fmt: skip
    for line in (pin, "", f"t {CANARY} note", "0", "p", "", ""):
        child.expect("> ")
        child.sendline(line)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 70
    files = [path for root in (home, temp) for path in root.rglob("*") if path.is_file()]
    assert any(path.name == "crash.log" for path in files)
    assert any(path.suffix == ".draft" for path in files)
    assert len(find_drafts(folder)) == 3
    for path in files:
        assert CANARY.encode() not in path.read_bytes(), path
        assert CANARY not in str(path)
    assert shown.count(CANARY.encode()) == shown.count(f"t {CANARY} note".encode()), "the PIN is shown nowhere"
    assert shown
    (_, found, _) = find_drafts(folder)
    assert CANARY in str(read_draft(found, pin).party), "and yet it is kept"


RUNS = 300


def kill_if_there(child: int) -> None:
    """End a process that may have ended by itself."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def one_run(program: Program, book: Book, folder: Path, seed: int) -> tuple[int, int, bool]:
    """One screening, killed at some moment; answers accepted, answers kept, and whether it was sealed."""
    chance = random.Random(seed)
    set_up_for(folder, Setup(RECIPIENTS), "part", NOON)
    short = seed % 3 == 0
    accepted = 0
    try:
        with begin(program, folder) as live:
            timer = Timer(chance.uniform(0.0, 0.3 if short else 0.5), kill_if_there, (live.child.pid,))
            timer.start()
            try:
                while (item := asked(book, live.text)) is not None:
                    step = number_of(book, "next-step", "stop" if short else "secondary")
                    live.type(*((step,) if item == "next-step" else reply_to(book, item, {})))
                    accepted += 1
                live.child.sendline("q")
                live.end()
            finally:
                timer.cancel()
    except (pexpect.EOF, OSError):
        pass
    sealed_ = [line.link for line in read_chain(folder)[0] if line.link and line.link.kind == "sealed"]
    drafts = find_drafts(folder)
    kept = len(answered(read_draft(drafts[0], PIN).party)) if drafts and drafts[0].answers else 0
    if sealed_:
        with holding(folder, "mended", thorough=True):
            return accepted, len(sealed(folder)[0].answers), True
    if kept:
        draft, opened = resume_draft(drafts[0], PIN, "again")
        draft.keep(opened.party)
        draft.leave()
        assert len(answered(drafted(folder))) == kept
    if seed % 25 == 0 and kept:
        with resumed(program, folder) as live:
            live.walk(book)
            live.child.sendline("q")
            assert live.end() == 0
        assert len(sealed(folder)) == 1
    return accepted, kept, False


def test_killed_at_three_hundred_moments_no_answer_is_lost(program: Program, book: Book, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as two:
        runs = list(two.map(lambda seed: one_run(program, book, tmp_path / str(seed), seed), range(RUNS)))
    lost = [(seed, run) for seed, run in enumerate(runs) if run[1] < run[0]]
    assert lost == []
    assert sum(accepted > 0 for accepted, _, _ in runs) > RUNS / 2, "most were killed in the middle"
    for seed in range(RUNS):
        with holding(tmp_path / str(seed), "mended", thorough=True):
            assert faults(tmp_path / str(seed)) == []


def test_the_people_of_a_draft_and_of_its_record_are_the_same(program: Program, book: Book, folder: Path) -> None:
    with begin(program, folder) as live:
        live.walk(book, {"look": ("13", "y")})
        before = people(drafted(folder))
        live.child.sendline("q")
        assert live.end() == 0
    assert sealed(folder) == before


@pytest.mark.parametrize(("mode", "at_once"), [(0o500, False), (0o000, True)], ids=["read-only", "without any rights"])
def test_a_folder_whose_rights_are_taken_away_in_mid_screening_costs_nothing(
    program: Program,
    book: Book,
    folder: Path,
    mode: int,
    at_once: bool,
) -> None:
    with begin(program, folder, kind=Unprivileged) as live:
        live.type("0")
        folder.chmod(mode)
        live.type("1")
        assert ("memory only" in flat(live.text)) is at_once, "into a file that is there one may still write"
        live.walk(book)
        live.type("q")
        assert "cannot be written" in flat(live.text)
        other = folder.parent / "stick"
        other.mkdir()
        live.child.sendline(str(other))
        assert live.end() == 0
        folder.chmod(0o700)
    assert len(list(other.glob("*.age"))) == 1
    assert answered(drafted(folder))[0] == "now", "what was kept stays"


def test_nothing_of_a_pin_is_shown_whatever_is_typed_when(program: Program, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0")
        killed(live)
    typed = "quokka seven"
    live = Kept(program, "records", "resume", HTSCREEN_RECORDS=str(folder))
    live.first = (typed, typed)
    with live:
        assert "does not open" in flat(live.text)
        live.child.sendcontrol("z")
        live.child.sendline(typed)
        live.wait()
        assert typed not in live.raw.decode()


def test_ctrl_z_in_a_pin_cuts_nothing_off_unseen(program: Program, book: Book, folder: Path) -> None:
    with Kept(program, HTSCREEN_RECORDS=str(folder)) as live:
        live.child.send("ge")
        live.child.sendcontrol("z")
        live.type("heim")
        assert asked(book, live.text) is None
        assert "Type it anew" in flat(live.text)


def test_what_was_entered_and_taken_back_leaves_no_draft(program: Program, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0", "b", "q", "e")
        live.child.sendline("q")
        assert live.end() == 0
    assert not list(folder.glob("*.draft"))


def test_a_pin_is_not_shown_where_the_output_goes_elsewhere_and_the_output_is_what_was_asked_for(
    program: Program, folder: Path, tmp_path: Path
) -> None:
    key, out, secret = tmp_path / "locked.age", tmp_path / "out.json", "quokka seven eight"
    key.write_bytes(quick.encrypt(f"{KEYS[0]}\n".encode(), secret))
    command = f"{sys.executable} {QUICK} records verify --json --identity {key} > {out}"
    child = pexpect.spawn(
        "bash", ["-c", command], env=program.environment(HTSCREEN_RECORDS=str(folder)), timeout=15
    )  # fmt: skip
    child.expect("> ")
    child.sendline(secret)
    child.expect(pexpect.EOF)
    child.close()
    assert secret not in child.before.decode()
    assert json.loads(out.read_text("utf-8"))["faults"] == []


def test_who_goes_on_is_told_what_the_advice_has_come_to_and_which_person_it_is(
    program: Program, book: Book, folder: Path
) -> None:
    with begin(program, folder) as live:
        live.type("1")
        assert "a." in live.text
        urgent = next(line for line in live.text.splitlines() if line.endswith(": a."))
        killed(live)
    with resumed(program, folder) as live:
        assert urgent in live.text
        live.walk(book)
        live.type("p", "")
        killed(live)
    with resumed(program, folder) as live:
        assert "Person 2" in live.text


def test_advice_that_cannot_wait_is_not_sealed_unread_at_one_key(program: Program, book: Book, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("1")
        live.walk(book)
        live.type("q")
        assert not list(folder.glob("*.age"))
        live.type("")
        assert title(book, "refer-now", "primary") in live.text
        live.child.sendline("q")
        assert live.end() == 0
    assert len(sealed(folder)) == 1


def test_a_person_begun_by_mistake_is_none_and_nothing_entered_is_no_record(
    program: Program, book: Book, folder: Path
) -> None:
    with begin(program, folder) as live:
        live.walk(book, until="look")
        live.type("p", "", "", "q", "e")
        live.child.sendline("q")
        assert live.end() == 0
    assert len(sealed(folder)) == 1
    other = set_up(folder.parent / "other")
    with begin(program, other) as live:
        live.type("q", "e")
        live.child.sendline("q")
        assert live.end() == 0
        assert "nothing is sealed" in flat(live.text)
    assert not list(other.glob("*.age"))


def test_a_named_folder_in_which_no_records_are_kept_is_told(program: Program, book: Book, tmp_path: Path) -> None:
    for named in (str(tmp_path / "typo"), "relative"):
        with Kept(program, HTSCREEN_RECORDS=named) as live:
            assert asked(book, live.text) == "now"
            assert "Records are left out" in flat(live.text)


def test_a_group_is_told_as_a_number_and_kept_at_once(program: Program, folder: Path) -> None:
    with begin(program, folder) as live:
        live.type("0", "p", "", "about seven", "7")
        killed(live)
    first, _ = drafted(folder)
    assert any("7" in getattr(entry, "text", "") for entry in first.screening.entries)
