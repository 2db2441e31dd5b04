"""Ratings on the disk: kept beside the attempts, and what is damaged told."""

from pathlib import Path

import pytest

from screen.core.problem import Located
from screen.core.rating import Rating
from screen.storage.attempts import read_attempts
from screen.storage.ratings import read_ratings, save_rating

RATING = Rating("a1", 2, 'Zoë, the "third"\n', "looks", breaks_tie=True)


def test_what_is_saved_is_read_again_and_the_name_of_the_file_tells_nobody(tmp_path: Path) -> None:
    path = save_rating(tmp_path, RATING)
    save_rating(tmp_path, RATING._replace(note=3))
    assert list(read_ratings(tmp_path)) == [RATING, RATING._replace(note=3)]
    assert "Zo" not in path.name
    assert list(read_attempts(tmp_path)) == [], "no rating is taken for an attempt"


@pytest.mark.parametrize(
    "line",
    [
        b"{", b"null", b"[1]", b"\xff\xfe", b'{"attempt":"a"}',
        b'{"attempt":"a","note":"1","rater":"r","says":"named"}',
        b'{"attempt":"a","note":true,"rater":"r","says":"named","breaks_tie":false}',
        b'{"attempt":"a","note":1,"rater":"r","says":"guilty","breaks_tie":false}',
        b'{"attempt":"a","note":1,"rater":"r","says":"named","more":1}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_line_that_is_no_rating_is_told_and_the_rest_counts(tmp_path: Path, line: bytes) -> None:
    path = save_rating(tmp_path, RATING)
    path.write_bytes(line + b"\n" + path.read_bytes())
    first, second = read_ratings(tmp_path)
    assert isinstance(first, Located)
    assert (first.line, second) == (1, RATING)
