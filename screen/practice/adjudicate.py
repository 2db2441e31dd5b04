"""Adjudicating: what two ratings made apart come to, and a third where they differ."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection


class Verdict(NamedTuple):
    """What ratings come to. `category` is empty while there is none.

    `verified`: two agree, or a third has decided; `tie`: two differ, and a third is wanted; `invalid`: two agree that
    there is nothing to be rated.
    """

    status: Literal["verified", "tie", "invalid"]
    category: str = ""


def adjudicate(first: str, second: str, third: str = "", nothing: "Collection[str]" = ()) -> Verdict:
    """What two ratings come to. A third decides where they differ, whatever it says; else it is not looked at.

    `nothing`: the categories that, when both say so, leave nothing that could be verified.
    """
    if first == second:
        return Verdict("invalid" if first in nothing else "verified", first)
    return Verdict("verified", third) if third else Verdict("tie")
