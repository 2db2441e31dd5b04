"""The words in which a learner's figures are told, one set for the screen and for the page."""

from typing import TYPE_CHECKING

from screen.practice.figures import ENOUGH, SURENESS
from screen.reports.practice.telling import SURE, times

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.practice.cell import Cell
    from screen.practice.figures import Figures, Sure
    from screen.practice.interval import Measure, Rate

TITLE = "Your figures"
TABLE, RATES, SURENESS_HEAD, SIGNS = "Referred, and to be referred", "Rates", "How sure, and how right", "Signs"
ROWS: "tuple[tuple[str, Cell, Cell], ...]" = (
    ("You referred", "seen", "false-alarm"),
    ("You did not", "missed", "rightly-left"),
)
"""The 2x2: the words of a row, and its cells under the columns."""
COLUMNS = ("The key refers", "The key does not")
LACKING = {
    "enough": f"Rates come from {ENOUGH} scenarios on.",
    "real": "There was no scenario yet in which the key refers.",
    "not-real": "There was no scenario yet in which the key does not refer.",
}
READING = "Read as chances of being right, 1 to 5 are " + ", ".join(f"{each:g}" for each in SURENESS.values())
MOST = 5


def scope(figures: "Figures") -> tuple[str, ...]:
    """What was counted, and what was not."""
    again, aside = figures.again, figures.set_aside
    lines = [f"Scenarios: {figures.scenarios}."]
    if again:
        lines.append(f"Played again, and not counted: {times(again)}. Whoever has read the debrief knows the key.")
    if aside:
        lines.append(f"Of another rulebook, and not counted: {aside}.")
    return tuple(lines)


def levels(figures: "Figures") -> tuple[str, ...]:
    """How often the advice was right, and what it cost."""
    low, right, high = figures.levels
    return (f"Level of your advice: right {right}, too low {low}, too high {high}.",)


def rates(figures: "Figures") -> tuple[str, ...]:
    """Sensitivity, false alarms, d' and c with their intervals, or what they still need."""
    lines = [LACKING[each] for each in figures.lacking]
    if figures.sensitivity is not None:
        lines.append(f"Sensitivity: referred {_rate(figures.sensitivity)} of those whom the key refers.")
    if figures.false_alarms is not None:
        lines.append(f"False alarms: referred {_rate(figures.false_alarms)} of those whom the key does not refer.")
    found = figures.detection
    if found is not None:
        lines.append(f"d', how well you tell them apart (0 is by chance): {_measure(found.d)}.")
        lines.append(f"c, where you lean (below 0 towards referring, above 0 away): {_measure(found.c)}.")
        lines.append("Both with the log-linear correction (Hautus 1995); the interval holds in at least 95 of 100.")
        if found.is_at_an_end:
            lines.append(
                "One of the two rates is none or all. Only the correction keeps d' finite: read it as a start."
            )
    return tuple(lines)


def _rate(rate: "Rate") -> str:
    share, low, high = (f"{100 * each:.0f}" for each in (rate.value, rate.low, rate.high))
    return f"{rate.hits} of {rate.of} ({share} %, interval {low} to {high} %)"


def _measure(measure: "Measure") -> str:
    if measure.low is None and measure.high is None:
        return f"{measure.value:.2f}, with no bound on either side"
    if measure.low is None:
        return f"{measure.value:.2f}, at most {measure.high:.2f}, with no bound below"
    if measure.high is None:
        return f"{measure.value:.2f}, at least {measure.low:.2f}, with no bound above"
    return f"{measure.value:.2f}, interval {measure.low:.2f} to {measure.high:.2f}"


def sure(row: "Sure") -> str:
    """One row of confidence against right, in words."""
    return f"{row.confidence}, {SURE[row.confidence]}: right {row.right} of {row.of}"


def brier(figures: "Figures") -> tuple[str, ...]:
    """The Brier score, once there are enough scenarios."""
    if figures.brier is None:
        return ()
    return (
        f"Brier score: {figures.brier:.2f}. 0 is best; whoever always says 1, a guess, has 0.25.",
        f"{READING}. That reading is ours.",
    )


def signs(book: "Book", figures: "Figures") -> tuple[str, ...]:
    """The signs missed and overcalled most."""
    lines = [f"Found: {figures.found}."]
    for name, counted in (("Missed", figures.missed), ("Marked and not there", figures.overcalled)):
        if counted:
            told = " | ".join(f"{_title(book, sign)} ({times(count)})" for sign, count in counted[:MOST])
            lines.append(f"{name} most: {told}")
        else:
            lines.append(f"{name}: none.")
    if figures.needless:
        lines.append(f"Asked when the advice was settled already: {times(figures.needless)}. No harm, but people wait.")
    if figures.facts_wrong:
        lines.append(f"Facts entered otherwise than they showed: {figures.facts_wrong}.")
    return tuple(lines)


def _title(book: "Book", name: str) -> str:
    return book.indicator[name].title if name in book.indicator else name
