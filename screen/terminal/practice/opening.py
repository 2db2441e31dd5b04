"""The opening: the scene as a learner comes upon it."""

from typing import TYPE_CHECKING

from screen.practice.recap import recap_of
from screen.terminal.practice.lesson import kept_words, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.shape.attempt import Step
    from screen.core.shape.scenario import Scenario
    from screen.terminal.console import Console
    from screen.terminal.practice.lesson import Lesson


def open_scene(lesson: "Lesson", steps: "Sequence[Step]", *, keeps: bool) -> str:
    """The scene and time to read it, then what a learner who comes back had heard and marked.

    Returns what is typed there beside Enter, meant for the first question. Raises Closed, KeyboardInterrupt.
    """

    def show() -> None:
        show_scene(lesson.console, lesson.scene.scenario, facilitated=lesson.facilitated)

    pack = lesson.scene.pack
    lesson.console.write()
    lesson.console.write(f"Practice: nobody here is real. {pack.title}.")
    words = "Enter goes on > " if steps else "Enter begins > "
    line = put(lesson.console, words, lambda typed: typed, show, kept_words(keeps=keeps))
    show_recap(lesson, steps)
    return line


def show_recap(lesson: "Lesson", steps: "Sequence[Step]") -> None:
    """The last things heard and marked; what a trainer said is not known."""
    console, recap = lesson.console, recap_of(lesson.scene, steps, lesson.began)
    if console.is_live and steps:
        console.write()
    for lead, label, many in (("Heard last:", "heard: ", recap.heard), ("Marked last:", "marked: ", recap.marked)):
        if not many:
            continue
        if not console.plain:
            console.write(lead)
        for each in many:
            words = "" if lesson.facilitated and label == "heard: " else each.words
            indent = label if console.plain else "  - "
            console.write(f"{each.about.rstrip('.')}{_stop(each.about)} {words}".rstrip(), indent, "    ")


def _stop(text: str) -> str:
    """What parts a text from what comes behind it."""
    return "" if text.endswith("?") else ":"


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
        console.write("Your trainer plays them, from the role card.", "note: " if plain else "")
