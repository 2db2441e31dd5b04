"""`htscreen practice card`: cards at the console and as a page."""

from pathlib import Path

import pytest

from tests.program import Program


def test_role_card_and_hand_out_come_unless_one_is_named(program: Program) -> None:
    both = program.run("practice", "card", "blue-band")
    key = program.run("practice", "card", "blue-band", "--key")
    assert (both.code, key.code) == (0, 0)
    assert "You have saved two years" in both.out
    assert "Before you mark a sign" in both.out
    assert "Path, in order" not in both.out
    assert "Path, in order" in key.out
    assert "You have saved two years" not in key.out


@pytest.mark.parametrize("kind", ["--role", "--handout", "--key"])
def test_no_line_is_wider_than_the_screen(program: Program, kind: str) -> None:
    done = program.run("practice", "card", "--all", kind)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 80


def test_two_halves_are_printed_with_one_hand_out(program: Program) -> None:
    done = program.run("practice", "card", "blue-band", "red-band", "--handout")
    assert done.out.count("One hand, twelve passports") == 1


def test_a_page_is_a_new_file_and_never_written_over(program: Program, tmp_path: Path) -> None:
    page = tmp_path / "cards.html"
    first = program.run("practice", "card", "blue-band", "--html", str(page))
    text = page.read_text("utf-8")
    again = program.run("practice", "card", "blue-band", "--key", "--html", str(page))
    assert (first.code, again.code) == (0, 2)
    assert page.read_text("utf-8") == text
    assert str(page) in again.err


def test_one_card_is_no_cards(program: Program, tmp_path: Path) -> None:
    one, two = (
        program.run("practice", "card", "blue-band", *kinds, "--html", str(tmp_path / f"{len(kinds)}.html"))
        for kinds in (("--key",), ("--key", "--role"))
    )
    assert (one.err.split(" written")[0], two.err.split(" written")[0]) == ("1 card", "2 cards")


def test_without_a_scenario_or_with_an_unknown_one_nothing_is_printed(program: Program) -> None:
    none, unknown = program.run("practice", "card"), program.run("practice", "card", "blue-bamd")
    assert (none.code, none.out) == (2, "")
    assert (unknown.code, unknown.out) == (3, "")
    assert "Nearest: blue-band" in unknown.err


def test_with_a_seed_the_cards_are_those_of_the_scenario_as_drawn(program: Program) -> None:
    drawn = {program.run("practice", "card", "blue-band", "--role", "--seed", str(seed)).out for seed in range(4)}
    assert len(drawn) > 1
