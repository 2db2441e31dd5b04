"""Every row of every published table, by the path of `htscreen advise`: no mismatch."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from screen.core.assessment import assess_screening
from screen.core.screening import Screening, Sign
from tests.instruments.instrument import NAMES, NOON, advised, instrument, rows, subsets, ticked, told, values

STRENGTHS = {"S": "strong", "M": "medium", "W": "weak"}
DIMENSIONS = {
    "D1": "deceptive-recruitment", "D2": "coercive-recruitment", "D3": "weakness-at-recruitment",
    "D4": "exploitation", "D5": "coercion", "D6": "weakness-at-destination",
}  # fmt: skip


def decided(advice: dict[str, Any]) -> str | None:
    """The disposition, if no answer can change it any more."""
    bounds = {advice["lowest"], advice["disposition"], advice["highest"]}
    return bounds.pop() if len(bounds) == 1 else None


def mixes() -> dict[tuple[int, int, int], bool]:
    """By how many strong, medium and weak indicators: whether a dimension is positive."""
    table = rows("ilo_dimension_truth")
    return {(int(row["strong"]), int(row["medium"]), int(row["weak"])): row["positive"] == "1" for row in table}


def test_every_mix_of_strengths_of_a_dimension() -> None:
    assert len(mixes()) == 125
    wrong = []
    for counts, positive in mixes().items():
        pairs = zip(STRENGTHS.values(), counts, strict=True)
        found = [f"{strength}-{number}" for strength, count in pairs for number in range(1, count + 1)]
        expected = "positive" if positive else "not-positive"
        got = {
            decided(advised("ilo-dimension", indicators=told("ilo-dimension", found))),
            decided(advised("ilo-dimension", answers=ticked("ilo-dimension", found))),
            advised("ilo-dimension", indicators=found)["disposition"],
        }
        if got != {expected}:
            wrong.append((counts, expected, got))
    assert wrong == []


@pytest.mark.parametrize("profile", ["adult", "child"])
def test_every_weight_of_a_profile_is_that_of_the_file(profile: str) -> None:
    written: dict[str, list[str]] = {dimension: [] for dimension in DIMENSIONS}
    for row in rows("ilo_delphi_labour_weights"):
        weight = row[f"{profile}_labour"].rstrip("?")
        if weight != "-":
            written[row["dimension"]].append(STRENGTHS[weight])
    signs = instrument(f"ilo-delphi-{profile}").rulebook.indicators
    for dimension, strengths in written.items():
        assert [each.strength for each in signs if each.group == dimension.lower()] == strengths
    assert sum(map(len, written.values())) == {"adult": 67, "child": 65}[profile]


@pytest.mark.parametrize("profile", ["adult", "child"])
def test_every_mix_that_a_dimension_of_a_profile_can_have(profile: str) -> None:
    name, wrong, tried = f"ilo-delphi-{profile}", [], 0
    signs = instrument(name).rulebook.indicators
    for dimension, condition in DIMENSIONS.items():
        graded = {
            strength: [each.id for each in signs if each.group == dimension.lower() and each.strength == strength]
            for strength in STRENGTHS.values()
        }
        for counts, positive in mixes().items():
            pairs = tuple(zip(graded.values(), counts, strict=True))
            if any(len(ids) < count for ids, count in pairs):
                continue
            found = [name for ids, count in pairs for name in ids[:count]]
            advice, tried = advised(name, indicators=told(name, found)), tried + 1
            expected = "held" if positive else "not-held"
            others = {state for other, state in advice["conditions"].items() if other != condition}
            if advice["conditions"][condition] != expected or others != {"not-held"}:
                wrong.append((dimension, counts, expected))
    assert wrong == []
    assert tried == {"adult": 130, "child": 85}[profile]


def class_of(deceptive: bool, coercive: bool, exploited: bool, coerced: bool) -> str:
    """The class of an adult by the printed table."""
    if not (deceptive or coercive or coerced):
        return "exploited-migrant" if exploited else "successful-migrant"
    if deceptive and exploited and not coerced:
        return "deceived-and-exploited"
    return "trafficked-for-forced-labour" if (deceptive or coercive) and exploited and coerced else "not-classified"


def with_dimensions(name: str, *dimensions: str) -> list[str]:
    """Three medium indicators of each of these dimensions, which is enough for it."""
    signs = instrument(name).rulebook.indicators
    medium = {
        d: [each.id for each in signs if each.group == d.lower() and each.strength == "medium"] for d in dimensions
    }
    return [sign for ids in medium.values() for sign in ids[:3]]


def test_every_class_of_the_table_over_dimensions() -> None:
    name, counted = "ilo-delphi-adult", Counter[str]()
    for held in subsets(DIMENSIONS):
        advice = advised(name, indicators=told(name, with_dimensions(name, *held)))
        expected = class_of("D1" in held, "D2" in held, "D4" in held, "D5" in held)
        assert advice["outcomes"] == [expected], held
        trafficked = expected == "trafficked-for-forced-labour"
        assert (decided(advice) == "class-of-trafficking") is trafficked
        assert (decided(advice) == "no-dimension") is (held == ())
        counted[expected] += 1
    assert len(counted) == 5
    assert counted.total() == 64


def test_a_child_needs_the_act_and_exploitation_and_no_means() -> None:
    name = "ilo-delphi-child"
    for held in subsets(DIMENSIONS):
        for act in ((), ("act.moved",)):
            advice = advised(name, indicators=told(name, [*with_dimensions(name, *held), *act]))
            expected = "trafficked-for-forced-labour" if act and "D4" in held else "not-classified"
            assert advice["outcomes"] == [expected], (held, act)


def test_a_class_is_open_as_long_as_an_answer_can_change_it() -> None:
    name = "ilo-delphi-adult"
    assert len(advised(name)["outcomes"]) == 5
    known = told(name, with_dimensions(name, "D4"))
    without = {sign: state for sign, state in known.items() if not sign.startswith("d5.")}
    assert advised(name, indicators=without)["outcomes"] == ["exploited-migrant", "not-classified"]


CRITERIA = {
    "not-trafficked": "not_been_trafficked",
    "no-risk": "no_credible_evidence_of_risk_on_return",
    "no-fear": "no_credible_fear",
    "can-decide": "able_to_make_independent_decision",
}
FOUND = {"yes": "met", "no": "failed", "undetermined": "undetermined"}
WRITTEN = dict.fromkeys(CRITERIA, "as the child told it")


def hours_ago(hours: float) -> str:
    """So many hours before the moment of the advice."""
    return (NOON - timedelta(hours=hours)).isoformat()


@pytest.mark.parametrize("undetermined", ["undetermined", "could-not-tell", "declined", None])
def test_every_case_of_a_child_of_a_neighbouring_country(undetermined: str | None) -> None:
    table, wrong = rows("tvpra_1232a_truth"), []
    assert len(table) == 324
    for row in table:
        facts = {"custody": "taken", "country": "neighbouring" if row["from_contiguous_country"] == "1" else "other"}
        for criterion, column in CRITERIA.items():
            value = undetermined if row[column] == "undetermined" else FOUND[row[column]]
            if value is not None:
                facts[criterion] = value
        learned = {"custody": hours_ago(49 if row["more_than_48h"] == "1" else 47)}
        advice = advised("uac-1232", facts=facts, reasons=WRITTEN, learned=learned)
        if advice["disposition"] != row["outcome"].lower().replace("_", "-") or advice["warnings"]:
            wrong.append((row, advice["disposition"]))
    assert wrong == []


def test_every_row_of_comply_chain_with_every_line_of_each_table() -> None:
    signs = instrument("dol-comply-chain").rulebook.indicators
    groups = ("recruitment", "duress", "cannot-leave", "penalty")
    lines = {group: [each.id for each in signs if each.group == group] for group in groups}
    assert [len(ids) for ids in lines.values()] == [6, 7, 4, 14]
    table = rows("dol_comply_chain_truth")
    assert len(table) == 16
    for row in table:
        *hits, expected = map(int, row.values())
        for turn in range(14):
            found = [ids[turn % len(ids)] for ids, hit in zip(lines.values(), hits, strict=True) if hit]
            advice = advised("dol-comply-chain", answers=ticked("dol-comply-chain", found))
            assert decided(advice) == ("may-be-forced-labour" if expected else "not-both"), (row, found)


BANDS = {1: "not-at-risk", 2: "mild", 3: "moderate", 4: "significant"}
SIGNIFICANT = ("told", "controlled", "seen-with", "places", "hurt")


def test_every_vector_of_seraf() -> None:
    vectors, wrong = values("seraf_vectors")["vectors"], []
    assert len(vectors) == 135
    signs = instrument("seraf").rulebook.indicators
    groups = {group: [each.id for each in signs if each.group == group] for group in ("vulnerability", "moderate")}
    assert [len(ids) for ids in groups.values()] == [11, 5]
    for vector in vectors:
        when = [*vector["significant"], *["none"] * 5][:5]
        found = groups["vulnerability"][: vector["vulnerabilities"]] + groups["moderate"][: vector["moderate"]]
        facts = dict(zip(SIGNIFICANT, when, strict=True))
        got = {
            decided(advised("seraf", facts=facts, indicators=told("seraf", found))),
            decided(advised("seraf", answers=ticked("seraf", found) | facts)),
        }
        if got != {BANDS[vector["category"]]}:
            wrong.append((vector, got))
    assert wrong == []


COUNTED: dict[str, tuple[str, str, tuple[str, ...], dict[str, Any]]] = {
    "QYIT": ("qyit", "positive", (), {"facts": {"form": "taken"}}),
    "RAFT": ("raft", "positive", (), {"facts": {"part": "agreed"}}),
    "HUD_R16_gate": ("hud-gates", "gate", ("afraid-to-quit", "not-as-promised"), {}),
    "hospital_citizen": ("hospital", "positive", ("kept-from-leaving", "no-pay", "threatened", "made-to-have-sex"),
                         {"facts": {"citizen": "yes"}}),
    "hospital_foreign": ("hospital", "positive", (), {"facts": {"citizen": "no"}}),
    "Greenbaum_SSCST": ("greenbaum", "positive", (), {}),
    "Innovations_HTC": ("innovations", "protocol", (), {}),
}  # fmt: skip
"""By specification: the instrument, where it leads, the signs that are counted (all, if none are named), what else."""


def counts() -> dict[str, tuple[int, int]]:
    """By specification that names how many questions there are: how many are enough, and of how many."""
    told_of = values("k_of_n")
    any_of = {name: (1, n) for name, n in told_of["any_of"].items() if isinstance(n, int)}
    return any_of | {name: (k, n) for name, (k, n) in told_of["k_of_n"].items() if n is not None}


def test_every_specification_that_names_its_number_is_tried() -> None:
    assert counts().keys() == COUNTED.keys()


@pytest.mark.parametrize("specification", COUNTED)
def test_every_set_of_answers_to_a_count(specification: str) -> None:
    name, reached, counted, more = COUNTED[specification]
    needed, many = counts()[specification]
    names = counted or tuple(instrument(name).bit)
    assert len(names) == many
    for found in subsets(names):
        expected = len(found) >= needed
        for answers in ({"indicators": told(name, found)}, {"answers": ticked(name, found)}):
            advice = advised(name, **more | answers)
            assert (advice["disposition"] == reached) is expected, (found, answers)
            assert advice["lowest"] == advice["disposition"]


@pytest.mark.parametrize("name", NAMES)
def test_one_more_sign_never_lowers_the_advice_and_one_less_never_raises_it(name: str) -> None:
    book = instrument(name)
    for order in (tuple(book.bit), tuple(book.bit)[::-1]):
        shown = [Screening(tuple(Sign(sign) for sign in order[:length])) for length in range(len(order) + 1)]
        weighed = [assess_screening(book, screening, NOON) for screening in shown]
        ranks = [(book.rank[each.lowest], book.rank[each.disposition]) for each in weighed]
        assert all(one[0] <= other[0] and one[1] <= other[1] for one, other in pairwise(ranks))


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_answers_changes_nothing(name: str) -> None:
    book = instrument(name)
    signs = told(name, tuple(book.bit)[::2])
    facts = {fact.id: fact.values[-1] for fact in book.rulebook.facts}
    parts: dict[str, dict[str, str]] = {"indicators": signs, "facts": facts}
    turned = {key: dict(reversed(part.items())) for key, part in reversed(parts.items())}
    assert advised(name, **parts) == advised(name, **turned)
