"""Agreement of the advice with the key and among the learners, by a library that others keep.

Krippendorff's alpha looks at dispositions as ordered, and takes learners who have not played everything. Fleiss' kappa
looks at them as names, over the scenarios that everyone has played. Of such whole tables it is nominal alpha without
that coefficient's correction for few ratings: 1 - kappa = (1 - alpha) * N / (N - 1), N being the number of ratings.
"""

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from screen.practice.classroom.levels import each_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll

EXTRA = "pip install 'htscreen[class]'"
"""What brings the library."""


class Agreement(NamedTuple):
    """Coefficients, 1 for full agreement, 0 for that of chance; None where there is nothing to tell apart.

    `whole`: how many scenarios everyone has played.
    """

    with_key: float | None
    alpha: float | None
    kappa: float | None
    whole: int


def agreement_of(roll: "Roll", terms: "Terms") -> Agreement:
    """How far the learners agree. Raises ImportError without the extra."""
    said = dict[str, Counter[int]]()
    pairs = list[list[int]]()
    width, everyone = len(terms.rank), len(roll.learners)
    for _, scenario, mark in each_mark(roll):
        said.setdefault(scenario, Counter())[mark.advice] += 1
        pair = [0] * width
        pair[mark.advice] += 1
        pair[mark.key] += 1
        pairs.append(pair)
    whole = [each for each in said.values() if each.total() == everyone]
    return Agreement(
        alpha_of(pairs, "ordinal"),
        alpha_of(_table([*said.values()], width), "ordinal"),
        kappa_of(_table(whole, width)),
        len(whole),
    )


def _table(counts: "Sequence[Counter[int]]", width: int) -> list[list[int]]:
    """A row for each thing rated, and in it how many said each."""
    return [[each[place] for place in range(width)] for each in counts]


def kappa_of(table: list[list[int]]) -> float | None:
    """Fleiss' kappa of a table in whose rows as many have rated. Raises ImportError without the extra."""
    ratings = sum(map(sum, table))
    alpha = alpha_of(table, "nominal")
    return None if alpha is None else 1 - (1 - alpha) * ratings / (ratings - 1)


def alpha_of(table: list[list[int]], level: Literal["nominal", "ordinal"]) -> float | None:
    """Krippendorff's alpha; None where all that can be compared is the same. Raises ImportError without the extra."""
    import krippendorff  # noqa: PLC0415 - an extra, and dear to import

    compared = [row for row in table if sum(row) > 1]
    if sum(any(row[place] for row in compared) for place in range(len(table[0]) if table else 0)) < 2:  # noqa: PLR2004 - two things can differ
        return None
    return float(krippendorff.alpha(value_counts=compared, level_of_measurement=level))
