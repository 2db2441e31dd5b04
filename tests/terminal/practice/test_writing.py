"""A scenario is made at a real terminal."""

from pathlib import Path

from screen.storage.scenarios import read_scenario
from tests.program import Program
from tests.terminal.live import Live


def test_back_goes_over_the_last_answer_and_forgets_it(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    with Live(program, "practice", "new", str(path)) as live:
        live.type("Two bagz", "b", "Two bags", "2", "1", "Lane one", "A bus.", "A bag.", "A fone.", "b", "A phone.")
        assert "Line 3" in live.text
        live.type("b", "b", "b")
        assert "What the officer knows" in live.text
        live.type("A coach.", "A case.", "")
        live.child.sendline("q")
        assert live.end() == 0
    scenario = read_scenario(path).scenario
    assert (scenario.title, scenario.level, scenario.brief, scenario.seen) == (
        "Two bags", 2, "A coach.", ("A case.",)
    )  # fmt: skip


def test_back_at_the_first_prompt_says_so(program: Program, tmp_path: Path) -> None:
    with Live(program, "practice", "new", str(tmp_path / "a.yaml")) as live:
        assert "first question" in live.type("b")
        assert "Title" in live.text


def test_ctrl_c_pauses_and_again_saves_a_draft_and_leaves_with_130(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    with Live(program, "practice", "new", str(path)) as live:
        live.type("Two bags", "3")
        live.interrupt()
        assert "not lost" in live.wait()
        live.interrupt()
        assert live.end() == 130
    scenario = read_scenario(path).scenario
    assert (scenario.title, scenario.level) == ("Two bags", 3)


def test_a_sign_half_told_is_in_the_draft(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    with Live(program, "practice", "new", str(path)) as live:
        live.type("Two bags", "", "", "", "", "", "", "", "4", "", "", "", "", "", "passport", "1")
        live.type("In his pocket.")
        live.child.sendeof()
        assert live.end() == 0
    (reveal,) = read_scenario(path).scenario.reveals["papers"]
    assert (reveal.shows, reveal.marks) == ("In his pocket.", "kept")


def test_hiding_clears_the_screen_and_the_same_prompt_comes_again(program: Program, tmp_path: Path) -> None:
    with Live(program, "practice", "new", str(tmp_path / "a.yaml")) as live:
        live.type("Two bags", "h")
        assert "How hard" not in live.seen
        live.type("")
        assert "How hard" in live.seen


def test_slips_are_told_and_asked_again_and_steering_letters_are_refused(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "two-bags.yaml"
    with Live(program, "practice", "new", str(path)) as live:
        assert "Title" in live.type("Two\u202ebags").split("\n")[-1]
        live.type("Two bags")
        assert "1 to 3" in live.type("9")
        live.child.sendline("q")
        assert live.end() == 0
    assert read_scenario(path).scenario.level == 1
