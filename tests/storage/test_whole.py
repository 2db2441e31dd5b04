"""Files that come into being whole, all together, or not at all."""

from pathlib import Path

import pytest

from screen.storage.whole import save_whole


def test_all_files_are_there_once_all_is_written_and_not_before(tmp_path: Path) -> None:
    paths = (tmp_path / "a", tmp_path / "b")
    with save_whole(paths) as (first, second):
        first("x\r\n")
        second("\ufeffü")
        assert not any(path.exists() for path in paths)
    assert [path.read_bytes() for path in paths] == [b"x\r\n", "\ufeffü".encode()]
    assert sorted(tmp_path.iterdir()) == [*paths]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_after_a_failure_there_is_no_trace(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), save_whole((tmp_path / "a",)) as (write,):  # noqa: PT012 - it is left in the middle
        write("x" * 100_000)
        raise error
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_came_in_between_stays_as_it_is_and_none_is_written(tmp_path: Path) -> None:
    paths = (tmp_path / "a", tmp_path / "b")
    with pytest.raises(FileExistsError), save_whole(paths) as (write, _):  # noqa: PT012 - it is raised at the end
        write("ours")
        paths[1].write_text("theirs", "utf-8")
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {"b": "theirs"}


def test_a_folder_that_is_not_there_is_an_error_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"), save_whole((tmp_path / "a", tmp_path / "none" / "b")):
        pytest.fail("nothing can be written")
    assert list(tmp_path.iterdir()) == []
