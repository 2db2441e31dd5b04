"""A learner of text: types lines at a console, and the lines that play a key."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from io import StringIO
from typing import NamedTuple

from screen.core.book import Book
from screen.core.screening import Answer
from screen.core.shape.attempt import Step
from screen.core.shape.pack import Pack
from screen.core.shape.scenario import Scenario
from screen.core.standing import asks_reason
from screen.practice.draw import opened
from screen.practice.played import entry_of
from screen.practice.scene import Scene
from screen.storage.scenarios import read_pack, read_scenario
from screen.terminal.console import Console
from screen.terminal.practice.acting import numbered
from screen.terminal.practice.deciding import callable_by_officers
from screen.terminal.practice.lesson import Lesson
from screen.terminal.practice.playing import play
from screen.terminal.signs import find
from tests.conftest import ROOT

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SCENARIOS = ROOT / "scenarios"


@cache
def pack() -> Pack:
    return read_pack(SCENARIOS)[0]


@cache
def scenario(name: str) -> Scenario:
    return opened(read_scenario(SCENARIOS / f"{name}.yaml").scenario)


def scene(book: Book, name: str) -> Scene:
    """A shipped scenario as it is played."""
    return Scene(book, pack(), scenario(name))


class Clock:
    """Seven seconds pass each time somebody looks at it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=7)
        return self.at


class Played(NamedTuple):
    """What came of it: the steps if the learner finished, those kept after each step, and all that was written."""

    steps: tuple[Step, ...] | None
    kept: tuple[tuple[Step, ...], ...]
    text: str


def played(
    scene: Scene,
    lines: Sequence[str],
    steps: Sequence[Step] = (),
    *,
    plain: bool = False,
    facilitated: bool = False,
    keeps: bool = True,
) -> Played:
    """Type these lines from where the steps stand; then the input closes."""
    kept = list[tuple[Step, ...]]()
    out = StringIO()

    def keep(each: tuple[Step, ...]) -> bool:
        kept.append(each)
        return keeps

    console = Console(out, StringIO("".join(f"{line}\n" for line in lines)), plain=plain, styled=False)
    clock = Clock(NOON + timedelta(seconds=max((step.at for step in steps), default=0)))
    lesson = Lesson(console, scene, NOON, clock, keep, lambda: scene.book.rulebook.contacts, facilitated)
    return Played(play(lesson, steps), tuple(kept), out.getvalue())


def number_of(scene: Scene, move: str) -> int:
    """The number of a move in the list."""
    everywhere = {
        number: each for stage in scene.book.rulebook.stages for number, each in numbered(scene, stage).items()
    }
    return next(number for number, each in everywhere.items() if each.id == move)


def lines_of(scene: Scene, steps: Sequence[Step]) -> list[str]:
    """What is typed to make these steps."""
    lines = list[str]()
    for step in steps:
        match step.does:
            case "move":
                lines.append(f"m{number_of(scene, step.id)}")
            case "look":
                lines.append("o")
            case "sign":
                found = [each.id for each in find(scene.book, step.id)]
                lines += [f"s {step.id}", str(found.index(step.id) + 1), "y"]
            case "answer":
                lines += answer_lines(scene, step)
            case "advice":
                lines += advice_lines(scene, step)
            case "back" | "take-back":
                lines.append("b" if step.does == "back" else "x")
            case "note":
                lines.append(f"t {step.text}")
    return lines


def answer_lines(scene: Scene, step: Step) -> list[str]:
    """An answer, and what is asked about it: signs looked at twice, reasons, what was not done."""
    book, item = scene.book, scene.book.item[step.id]
    places = {option.id: str(n) for n, option in enumerate(item.options, start=1)}
    digits = [places[each] for each in step.picked]
    typed = {"could-not-tell": "u", "declined": "d"}.get(step.state, "".join(digits) or "0")
    lines = [typed]
    chosen = [option for option in item.options if option.id in step.picked]
    if any(option.shows for option in chosen):
        lines.append("y")
    facts = [fact for each in chosen for fact, value in each.sets.items() if value in book.fact[fact].reason]
    lines += [step.reasons.get(fact, "it was said so") for fact in facts]
    if typed in "ud" and isinstance(given := entry_of(step, NOON), Answer) and asks_reason(item, given):
        lines.append(step.reason or "it was said so")
    if item.why_not == "yes" and len(chosen) < len(item.options) and step.state == "answered":
        lines.append(step.why_not)
    return lines


def advice_lines(scene: Scene, step: Step) -> list[str]:
    """The own advice, after e or Enter."""
    rulebook = scene.book.rulebook
    contacts = [each.id for each in callable_by_officers(scene.book)]
    duties = [each.id for each in rulebook.duties]
    return [
        "e",
        str(scene.book.rank[step.id] + 1),
        str(step.confidence),
        str(contacts.index(step.contact) + 1) if step.contact else "",
        " ".join(str(duties.index(each) + 1) for each in step.duties) or "0",
    ]


def advice(disposition: str, contact: str = "", duties: Sequence[str] = ()) -> Step:
    """An own advice."""
    return Step(at=0, does="advice", id=disposition, confidence=4, contact=contact, duties=tuple(duties))


def timeless(steps: Sequence[Step] | None) -> list[Step]:
    """The steps without their times."""
    return [step.model_copy(update={"at": 0}) for step in steps or ()]
