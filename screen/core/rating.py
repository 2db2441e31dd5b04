"""A rating: what somebody who does not know whose it is says of a note, and the notes of an attempt that are rated."""

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.shape.attempt import Attempt

Says = Literal["named", "looks", "both", "neither"]
"""`named`: it names what was seen or said; `looks`: looks, opinion or identity; `both` of them; `neither`."""
SAYS: tuple[Says, ...] = get_args(Says)


class Rating(NamedTuple):
    """What a rater says of a note: the attempt's id, and the note's number in it. `breaks_tie`: as the third."""

    attempt: str
    note: int
    rater: str
    says: Says
    breaks_tie: bool = False


class Written(NamedTuple):
    """A note or a written reason. `about`: the fact or the item that a reason is given for; "" for a note."""

    number: int
    about: str
    text: str


def written_in(attempt: "Attempt") -> "Iterator[Written]":
    """The notes and written reasons of an attempt, numbered from 1."""
    texts = (
        each
        for step in attempt.steps
        for each in (
            (("", step.text),)
            if step.does == "note"
            else (*step.reasons.items(), (step.id, step.reason), (step.id, step.why_not))
        )
    )
    for number, (about, text) in enumerate(((about, text) for about, text in texts if text.strip()), start=1):
        yield Written(number, about, text)
