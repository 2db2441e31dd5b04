"""Every test of records wraps quickly; those of the real way say so."""

from pathlib import Path

import pytest

from tests.storage.records import quick
from tests.storage.records.made import Made, made


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the slow step."""
    quick.quicken(monkeypatch.setattr)


@pytest.fixture
def place(tmp_path: Path) -> Made:
    """A folder that is set up."""
    return made(tmp_path / "records")
