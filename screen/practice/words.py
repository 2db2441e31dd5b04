"""Words: what moves, items and signs are called where an attempt is told over."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.score import QUESTIONS, waiting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.practice.scene import Scene


class Said(NamedTuple):
    """A text, and on whose word. `kind`: of a line of conduct `do` or `do-not`."""

    text: str
    sources: tuple[str, ...]
    kind: str = ""


def text_of(scene: "Scene", name: str) -> str:
    """What a move or an item is called; the id of one that the pack and the rulebook do not know."""
    if name in scene.book.item:
        return scene.book.item[name].text
    return next((move.text for move in scene.pack.moves if move.id == name), name)


def title_of(scene: "Scene", name: str) -> str:
    """What a sign is called."""
    return scene.book.indicator[name].title if name in scene.book.indicator else name


def conduct_lines(scene: "Scene", move: str) -> tuple[Said, ...]:
    """The rulebook's lines of conduct that a move follows or breaks."""
    named = {line for each in scene.pack.moves if each.id == move for line in each.conduct}
    return tuple(Said(line.text, line.sources, line.kind) for line in scene.book.rulebook.conduct if line.id in named)


def why_first(scene: "Scene", first: str, thens: "Iterable[str]" = ()) -> str:
    """Why this move comes before one of these, by the pack or by what an item shows without it; "": nobody says.

    None of them: why it is made at all.
    """
    whys, named = {order.then: order.why for order in scene.pack.orders if order.first == first}, tuple(thens)
    told = next((whys[then] for then in (named or (QUESTIONS, *whys)) if then in whys), None)
    if told is not None:
        return told
    waits = dict.fromkeys(item for move, item in waiting(scene) if move == first and (not named or item in named))
    if not waits:
        return ""
    texts = " | ".join(text_of(scene, item) for item in waits)
    return "Without it, something else shows there." if named else f"Without it, something else shows at: {texts}"
