"""A sealed record, opened: it comes back whole, and what is none is told in one line."""

import json
from pathlib import Path

import pytest

from screen.core.problem import Refused
from screen.core.record import FORMAT, CaseNote, Record, Screened, Section
from screen.core.written import written
from screen.storage.records.age import generate, seal
from screen.storage.records.unsealed import read_record
from tests.storage.records.made import KEYS, NOON, RECIPIENTS, growing

NOTE = CaseNote("Screening A", ("Began.",), (Section("Advice", ("Refer.",)), Section("Why", ())), ("Foot.",))
ADVICE = {"disposition": "refer", "present": []}
RECORD = Record(
    FORMAT, "AAAA-BBBB", 3, "f" * 64, NOON, NOON, "Port", "", "2026.11", "0" * 64, "1.0", ("one two", "three"),
    tuple(Screened(each.began, each.screening, ADVICE, NOTE) for each in growing(2)[-1]),
)  # fmt: skip


def sealed(tmp_path: Path, content: bytes, recipients: tuple[str, ...] = RECIPIENTS) -> Path:
    path = tmp_path / "r.age"
    path.write_bytes(seal(content, recipients))
    return path


@pytest.mark.parametrize("key", KEYS)
def test_a_record_comes_back_as_it_was_sealed(tmp_path: Path, key: str) -> None:
    assert read_record(sealed(tmp_path, json.dumps(written(RECORD)).encode()), (key,)) == RECORD


@pytest.mark.parametrize("change", [{"format": 2}, {"format": None}, {"people": 5}, {"strange": 1}, {"began": "today"}])
def test_what_is_no_record_of_this_kind_is_refused_in_one_line(tmp_path: Path, change: dict[str, object]) -> None:
    content = json.dumps(written(RECORD) | change).encode()
    with pytest.raises(Refused) as refused:
        read_record(sealed(tmp_path, content), KEYS)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("advice", [{}, {"disposition": 1, "present": []}, {"disposition": None, "present": [[1]]}])
def test_a_record_whose_advice_says_nothing_that_could_be_counted_is_refused(
    tmp_path: Path, advice: dict[str, object]
) -> None:
    told = written(RECORD)
    told["people"][0]["advice"] = advice
    with pytest.raises(Refused, match="whole"):
        read_record(sealed(tmp_path, json.dumps(told).encode()), KEYS)


def test_what_is_too_deep_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_record(sealed(tmp_path, b"[" * 100_000), KEYS)


def test_a_key_that_is_not_among_those_opens_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not open"):
        read_record(sealed(tmp_path, json.dumps(written(RECORD)).encode()), (generate(),))
