"""The place: only a folder of this account alone is used; every other is refused in one line that says what to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from screen.core.problem import Refused
from screen.storage.home import kept_folder
from screen.storage.records.ledger import read_chain
from screen.storage.records.place import check_place, records_folder
from screen.storage.records.setup import read_setup
from screen.storage.sealed import sealed
from tests.storage.records.made import RECIPIENTS, Made, made


def opened_to_all(folder: Path) -> None:
    folder.chmod(0o777)


def opened_to_the_group(folder: Path) -> None:
    folder.chmod(0o770)


def opened_above(folder: Path) -> None:
    folder.parent.chmod(0o777)


def given_above(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(folder.parent, 65534, -1)


def opened_above_to_a_group(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(folder.parent, -1, 65534)
    folder.parent.chmod(0o770)


def linked(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to(folder.with_name("real"))


def given_away(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(folder, 65534, -1)


@pytest.mark.parametrize(
    "spoil",
    [opened_to_all, opened_to_the_group, opened_above, opened_above_to_a_group, given_above, linked, given_away],
)
def test_a_folder_that_is_not_this_accounts_alone_is_refused(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    inner = tmp_path / "inner"
    made(inner / "records")
    spoil(inner / "records")
    with pytest.raises(Refused) as refused:
        read_setup(inner / "records")
    assert str(inner / "records") in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_that_only_others_can_read_or_a_sticky_one_above_is_no_fault(place: Made) -> None:
    place.folder.chmod(0o755)
    place.folder.parent.chmod(0o1777)
    check_place(place.folder)
    assert read_setup(place.folder) == place.setup


def test_a_folder_that_was_open_to_readers_is_this_accounts_alone_once_it_is_set_up(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir(mode=0o755)
    made(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("named", ["records", "./x", "~no-such-account/x"])
def test_a_folder_that_the_surroundings_name_must_be_the_same_wherever_one_is(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("HTSCREEN_RECORDS", named)
    with pytest.raises(Refused, match="HTSCREEN_RECORDS"):
        records_folder()
    monkeypatch.setenv("HTSCREEN_RECORDS", "~/x")
    assert records_folder() == Path.home() / "x"


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "records").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match="link"):
        read_setup(tmp_path / "records")


@pytest.mark.parametrize("name", ["setup.json", "chain.jsonl"])
def test_a_link_in_place_of_a_file_is_never_followed(place: Made, tmp_path: Path, name: str) -> None:
    other = tmp_path / "other"
    other.write_bytes((place.folder / name).read_bytes())
    (place.folder / name).unlink()
    (place.folder / name).symlink_to(other)
    before = other.read_bytes()
    read = {"setup.json": read_setup, "chain.jsonl": read_chain}[name]
    with pytest.raises((Refused, OSError)):
        read(place.folder)
    with suppress(OSError):
        made(place.folder)
    assert other.read_bytes() == before


def signed(value: str) -> str:
    """A value with its right hash, whatever it is."""
    return f'{{"sha256":"{sha256(value.encode()).hexdigest()}","htscreen_records":{value}}}\n'


SETUP = {"recipients": list(RECIPIENTS), "draft_hours": 24, "retention_days": 30, "drilled": []}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "another tool"),
        ("", "another tool"),
        ('{"other": "tool"}', "another tool"),
        ("\udcff", "another tool"),
        (sealed("htscreen_records", {"format": 1, **SETUP})[:-9], "damaged"),
        (sealed("htscreen_records", {"format": 1, **SETUP}).replace(": 24", ": 25").replace(":24", ":25"), "damaged"),
        (sealed("htscreen_records", {"format": 2}), "newer"),
        (sealed("htscreen_records", {"format": 1, **SETUP, "recipients": []}), "nobody"),
        (sealed("htscreen_records", {"format": 1, **SETUP, "recipients": ["age1x"]}), "nobody"),
        (sealed("htscreen_records", {"format": 1, **SETUP, "recipients": [5]}), "something else"),
        (sealed("htscreen_records", {"format": 1, **SETUP, "draft_hours": "24"}), "something else"),
        (sealed("htscreen_records", {"format": 1, **SETUP, "draft_hours": 10**30}), "no such time"),
        (sealed("htscreen_records", {"format": 1}), "something else"),
        (signed("[" * 100_000), "something else"),
        (signed("{nope"), "something else"),
        (signed("[]"), "something else"),
        (signed('{"format": ' + "9" * 5000 + "}"), "something else"),
    ],
)
def test_a_set_up_that_cannot_be_used_is_told_in_one_line(place: Made, text: str, told: str) -> None:
    (place.folder / "setup.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Refused, match=told) as refused:
        read_setup(place.folder)
    assert "\n" not in str(refused.value)


def test_the_folder_of_another_tool_is_refused_and_an_empty_one_is_free(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    assert read_setup(folder) is None
    folder.mkdir(mode=0o700)
    assert read_setup(folder) is None
    (folder / "theirs.db").write_text("x", "utf-8")
    with pytest.raises(Refused, match="other things"):
        read_setup(folder)
    file = tmp_path / "file"
    file.write_text("x", "utf-8")
    with pytest.raises(Refused):
        read_setup(file)


@pytest.mark.parametrize("name", ["\u00e9\u4e2d \U0001f6c2", "x" * 200, " leading and  double spaces ", "a'b\"c"])
def test_names_of_every_kind_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "records"
    made(folder)
    setup = read_setup(folder)
    assert setup is not None
    assert setup.recipients == RECIPIENTS


def test_the_folder_follows_the_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HTSCREEN_RECORDS", str(tmp_path / "own"))
    assert records_folder() == tmp_path / "own"
    monkeypatch.delenv("HTSCREEN_RECORDS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if sys.platform not in ("win32", "darwin"):
        assert records_folder() == tmp_path / "data" / "htscreen" / "records"
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert kept_folder("records", None) is None


def test_without_rights_nothing_is_read_and_that_is_told(place: Made) -> None:
    if os.geteuid() != 0:
        command = [sys.executable]
    else:
        drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
        command = [*drop, sys.executable]
    place.folder.chmod(0o000)
    try:
        code = (
            "import sys; from pathlib import Path; from screen.storage.records.setup import read_setup\n"
            "from screen.core.problem import Refused\n"
            "try: read_setup(Path(sys.argv[1]))\n"
            "except Refused as refused: print(refused)"
        )
        root = Path(__file__).parent.parent.parent.parent
        done = subprocess.run(
            [*command, "-c", code, str(place.folder)], capture_output=True, text=True, check=False, cwd=root
        )
    finally:
        place.folder.chmod(0o700)
    assert done.stderr == ""
    assert "permission denied" in done.stdout
