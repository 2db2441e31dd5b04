"""The two totals of a paper form, in words and as JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screen.core.paper import Totals

_TOLD = {None: "no total on paper to hold it against", True: "they agree", False: "they differ"}


def totals_line(totals: "Totals") -> str:
    """Both totals, and whether they agree."""
    on_paper = "" if totals.on_paper is None else f"{totals.on_paper} on paper, "
    return f"Boxes ticked: {on_paper}{totals.keyed} keyed in: {_TOLD[totals.agrees]}."


def totals_document(totals: "Totals") -> dict[str, Any]:
    """The contract of `paper` in `advise --paper --json`."""
    return {"on_paper": totals.on_paper, "keyed": totals.keyed, "agrees": totals.agrees}
