"""The opening: the scene as a learner comes upon it."""

from typing import TYPE_CHECKING

from screen.terminal.practice.lesson import kept_words, put

if TYPE_CHECKING:
    from screen.core.shape.scenario import Scenario
    from screen.terminal.console import Console
    from screen.terminal.practice.lesson import Lesson


def open_scene(lesson: "Lesson") -> None:
    """The scene, and time to read it before the first question. Raises Closed, KeyboardInterrupt."""

    def show() -> None:
        show_scene(lesson.console, lesson.scene.scenario, facilitated=lesson.facilitated)

    if lesson.console.is_live:
        put(lesson.console, "Enter begins > ", lambda _: None, show, kept_words(keeps=False))
    else:
        show()


def show_scene(console: "Console", scenario: "Scenario", *, facilitated: bool = False) -> None:
    """Title, lane, brief, the first look, and who is to be screened."""
    plain = console.plain
    console.write()
    if plain:
        console.write(f"scene: {scenario.title}")
        console.write(scenario.lane, "lane: ", "  ")
        console.write(scenario.brief, "brief: ", "  ")
    else:
        console.head(scenario.title)
        console.write(scenario.lane)
        console.write()
        console.write(scenario.brief)
        console.write()
        console.write("You see:")
    for line in scenario.seen:
        console.write(line, "you see: " if plain else "  - ", "  " if plain else "    ")
    who = f"You screen {scenario.person}." if not plain else f"you screen: {scenario.person}"
    if scenario.companion is not None:
        who += f" With them: {scenario.companion}." if not plain else f"; with them: {scenario.companion}"
    console.write(who)
    if facilitated:
        console.write("Your trainer plays them, from the role card.")
