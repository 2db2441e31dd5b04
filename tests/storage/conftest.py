"""The small rulebook that is right, for tests to break."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the folder `small/`."""
    return Path(shutil.copytree(Path(__file__).parent / "small", tmp_path / "book"))
