"""Behind the front: per learner, per sign and per scenario, and how far all agree."""

from typing import TYPE_CHECKING

from screen.practice.classroom.agreement import EXTRA
from screen.practice.classroom.indices import TELLS_FROM
from screen.practice.figures import ENOUGH
from screen.reports.practice.classroom.names import PERCENT_FROM, TOO_FEW, counted, many, number, told
from screen.reports.practice.classroom.sheet import Part, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from screen.practice.classroom.agreement import Agreement
    from screen.practice.classroom.indices import Index
    from screen.practice.classroom.page import Behind, Learner, Measures, Skill
    from screen.practice.interval import Detection, Rate
    from screen.reports.practice.classroom.names import Names

CORRECTED = "All or none were seen, or left: without the log-linear correction d' would have no end."
PARTIAL = "a line of their file was damaged and set aside; see the end"
FACILITY = (
    f"Facility index: the points had, of those to be had; under {PERCENT_FROM} in counts alone. Discrimination index: "
    "how a learner's points here go with those on the rest, from -1 to 1; near 0 or below, look at the item. Moodle "
    "tells both in hundredths."
)
DISCRIMINATION = (
    f"Discrimination is told from {TELLS_FROM} learners on, a number of ours; a dash: fewer, or all alike. Be careful "
    f"with it: from {TELLS_FROM} learners an item of no worth still comes out anywhere from -0.36 to 0.36 by chance."
)


def skill_part(skill: "Skill") -> Part:
    """From ten scenarios a learner: how well what is to be referred is told from what is not."""
    head = f"From {ENOUGH} scenarios a learner"
    if not skill.learners:
        return Part("skill", head, (f"No learner has played {ENOUGH} scenarios yet.",))
    if skill.measures is None:
        return Part("skill", head, (f"Learners with {ENOUGH} scenarios: {TOO_FEW}.",))
    rows = (
        Row("Right level", (told(skill.right),)),
        *measure_rows(skill.measures),
    )
    says = (
        f"{skill.learners} learners together. Attempts of one learner are alike: the intervals are rather too narrow.",
    )
    return Part("skill", head, says, (Table("All of them together", ("measure", ""), rows),))


def measure_rows(found: "Measures") -> tuple[Row, ...]:
    """Sensitivity, false-alarm rate, d' and Brier score, each with what it means."""
    is_at_an_end = found.detection is not None and found.detection.is_at_an_end
    at_an_end = (CORRECTED,) if is_at_an_end else ()
    return (
        Row("Sensitivity: of those to be referred, how many were", (_rate(found.sensitivity),)),
        Row("False-alarm rate: of those not to be referred, how many were", (_rate(found.false_alarms),)),
        Row("d': how well the two are told apart; 0 is guessing", (_detection(found.detection),), (), at_an_end),
        Row("Brier score: 0 is best, 0.25 an even chance always", (number(found.brier),)),
    )


def _rate(found: "Rate | None") -> str:
    return "none played" if found is None else f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"


def _detection(found: "Detection | None") -> str:
    if found is None:
        return "needs scenarios of both kinds"
    low, high = ("no end" if each is None else f"{each:.2f}" for each in (found.d.low, found.d.high))
    return f"{found.d.value:.2f} ({low} to {high})"


def agreement_part(agreement: "Agreement | None") -> Part:
    """How far the advice agrees with the key and among the learners; without the library, how to get it."""
    head = "Agreement"
    if agreement is None:
        return Part("agreement", head, (f"Fleiss' kappa and Krippendorff's alpha need a library: {EXTRA}.",))
    rows = (
        Row("With the key: Krippendorff's alpha, levels in order", (number(agreement.with_key),)),
        Row("Among the learners: Krippendorff's alpha, levels in order", (number(agreement.alpha),)),
        Row(f"Among the learners: Fleiss' kappa, over {many(agreement.whole, 'scenario')} that all have played",
            (number(agreement.kappa),)),
    )  # fmt: skip
    says = ("1 is full agreement, 0 that of chance. A dash: everyone said the same, or there is nothing to compare.",)
    return Part("agreement", head, says, (Table("Coefficients", ("coefficient", ""), rows),))


def scenario_part(behind: "Behind", names: "Names") -> Part:
    """Each scenario's indices."""
    return _indices(
        "scenarios", "Scenarios", "a point for each attempt at the right level", behind.scenario_indices, names.scenario
    )


def sign_part(behind: "Behind", names: "Names") -> Part:
    """Each sign's indices."""
    return _indices("sign-indices", "All signs", "a point for each time found, of the times it was there",
                    behind.sign_indices, lambda name: f"{names.sign(name)} [{name}]")  # fmt: skip


def _indices(id_: str, head: str, score: str, found: "Mapping[str, Index]", named: "Callable[[str], str]") -> Part:
    rows = tuple(
        Row(named(name), (str(each.learners), _facility(each), number(each.discrimination)))
        if each.facility is not None
        else Row(named(name), (TOO_FEW, "-", "-"))
        for name, each in found.items()
    )
    table = Table(f"{head}: {score}", ("", "learners", "facility", "discrimination"), rows)
    return Part(id_, head, (FACILITY, DISCRIMINATION) if id_ == "scenarios" else (), (table,) if rows else ())


def _facility(each: "Index") -> str:
    return (
        counted(each.had, each.of) if each.of < PERCENT_FROM else f"{number(each.facility)} ({each.had} of {each.of})"
    )


def learner_part(behind: "Behind", partial: "Collection[str]") -> Part:
    """Each learner by the pseudonym. `partial`: those of whose files a line was damaged."""
    marked = (f"Learners marked with * are not whole here: {PARTIAL}.",) if partial else ()
    says = (
        *marked,
        "By pseudonym. No list of who is best: a learner with other scenarios has other figures.",
        f"d' and Brier from {ENOUGH} scenarios on, with the interval of d'.",
    )
    heads = ("learner", "right level", "clean referred", "seen", "missed", "false alarm", "rightly left",
             "signs missed", "overcalled", "needless", "d'", "Brier")  # fmt: skip
    return Part(
        "learners",
        "Learners",
        says,
        (
            Table(
                "Learners", heads, tuple(_learner(each, is_partial=each.learner in partial) for each in behind.learners)
            ),
        ),
    )


def _learner(each: "Learner", *, is_partial: bool) -> Row:
    cells = tuple(str(each.cells.get(name, 0)) for name in ("seen", "missed", "false-alarm", "rightly-left"))
    measures = ("-", "-") if each.measures is None else (_short(each.measures.detection), number(each.measures.brier))
    return Row(
        f"{each.learner} *" if is_partial else each.learner,
        (counted(each.right, each.scenarios), counted(each.clean_referred, each.clean) if each.clean else "-", *cells,
         str(each.missed), str(each.overcalled), str(each.needless), *measures),
    )  # fmt: skip


def _short(found: "Detection | None") -> str:
    return "-" if found is None else _detection(found)
