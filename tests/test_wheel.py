"""The wheel: it carries the whole rulebook and runs where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this tree, unpacked as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def run(unpacked: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    home = unpacked.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    environment.pop("HTSCREEN_RULEBOOK", None)
    return subprocess.run(
        [sys.executable, "-m", "screen", *arguments],
        cwd=home, env=environment, input=typed, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_wheel_carries_rules_indicators_scenarios_cases_and_the_compiled_twin(unpacked: Path) -> None:
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "indicators").glob("*.yaml")}
    shipped |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "scenarios").glob("*.yaml")}
    shipped |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "cases").glob("*.yaml")}
    inside = {path.relative_to(unpacked / "screen/data").as_posix() for path in (unpacked / "screen/data").rglob("*.*")}
    assert inside == shipped | {"rules.yaml", "rulebook.json"}


def test_the_wheel_carries_no_tests_and_no_caches(unpacked: Path) -> None:
    names = {path.relative_to(unpacked).parts[0] for path in unpacked.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"screen"}
    assert not list(unpacked.rglob("*.pyc"))


def test_it_runs_outside_the_checkout(unpacked: Path) -> None:
    walked = run(unpacked, "screen", typed="1\n")
    assert walked.returncode == 0, walked.stderr
    assert "ACT NOW" in walked.stdout
    assert run(unpacked, "rulebook", "check").returncode == 0


def test_its_first_start_reads_the_twin_and_writes_no_cache(unpacked: Path) -> None:
    assert run(unpacked, "screen").returncode == 0
    assert not list((unpacked.parent / "home" / "cache").rglob("*.json"))
