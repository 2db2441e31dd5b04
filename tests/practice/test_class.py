"""A class folded from attempts: what counts, what is told of whom, and what is not told."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.rating import Rating
from screen.core.shape.attempt import Attempt, Parting
from screen.core.suppression import LEAST, withheld
from screen.practice.classroom.agreement import Agreement, agreement_of
from screen.practice.classroom.conduct import parted_of, steps_of
from screen.practice.classroom.effort import certainties_of, clocks_right, contacts_right, needless_of, spread_of
from screen.practice.classroom.later import laters_of
from screen.practice.classroom.levels import clean_referred, levels_of, right_level
from screen.practice.classroom.mark import Terms, mark_of, terms_of
from screen.practice.classroom.named import classes_of, folded
from screen.practice.classroom.notes import Notes, notes_of, rated_notes
from screen.practice.classroom.page import Known, Page, page_of
from screen.practice.classroom.signs import missed_in, most_missed, most_overcalled, signs_of
from screen.practice.classroom.tally import Roll, rolled
from tests.practice.classes import a_pack
from tests.practice.made import made_attempt

SIX = tuple(f"L{n}" for n in range(6))
NO_NOTES = Notes(None, 0, 0, 0)


@pytest.fixture(scope="module")
def terms(book: Book) -> Terms:
    return terms_of(book, a_pack())


def page(roll: Roll, terms: Terms) -> Page:
    return page_of(roll, terms, Known({}, frozenset()), NO_NOTES, lambda *_: Agreement(None, None, None, 0))


def test_a_learners_first_attempt_counts_in_whatever_order_files_are_read(terms: Terms) -> None:
    late, early = made_attempt("a", 9, advice="refer"), made_attempt("a", 2, advice="consult")
    for order in ((late, early), (early, late)):
        roll = rolled(order, terms)
        assert roll.learners["A1"]["a"].advice == terms.rank["consult"]
        assert (roll.again, roll.attempts, roll.days) == (1, 1, ("2026-01-02", "2026-01-09"))


def test_levels_say_who_advised_lower_right_or_higher_and_begin_where_fewest_were_right(terms: Terms) -> None:
    attempts = [
        made_attempt(scenario, learner=learner, key="consult", advice=advice)
        for scenario, all_advice in (("good", ["consult"] * 6), ("bad", ["ask-more"] * 2 + ["refer"] * 3 + ["consult"]))
        for learner, advice in zip(SIX, all_advice, strict=True)
    ]
    levels = levels_of(rolled(attempts, terms), terms)
    assert [each[:5] for each in levels] == [("bad", 6, 2, 1, 3), ("good", 6, 0, 6, 0)]


@pytest.mark.parametrize(
    ("truth", "advice", "is_clean", "is_referred"),
    [
        ("nothing", "refer", True, True), ("other-need", "refer-now", True, True), ("nothing", "consult", True, False),
        ("protection", "refer", False, False), ("exploitation", "refer", False, False),
    ],
)  # fmt: skip
def test_a_clean_traveller_is_one_with_nothing_wrong_or_another_need(
    terms: Terms, truth: str, advice: str, *, is_clean: bool, is_referred: bool
) -> None:
    share = clean_referred(rolled([made_attempt(truth=truth, advice=advice, key="consult")], terms), terms)
    assert (share.many, share.of) == (is_referred, is_clean)


def test_the_2x2_counts_what_the_key_refers_against_what_was_advised(terms: Terms) -> None:
    pairs = [("refer", "refer-now"), ("refer", "consult"), ("ask-more", "refer"), ("ask-more", "nothing-noted")]
    attempts = [
        made_attempt(f"s{n}", learner=learner, key=key, advice=advice)
        for n, (key, advice) in enumerate(pairs)
        for learner in SIX
    ]
    told = page(rolled(attempts, terms), terms)
    assert told.whole is not None
    assert (told.whole.seen, told.whole.alarms) == ((6, 12, 6), (6, 12, 6))
    assert told.behind is not None
    assert told.behind.learners[0].cells == dict.fromkeys(("seen", "missed", "false-alarm", "rightly-left"), 1)


def test_a_part_of_the_class_under_five_is_told_nowhere(terms: Terms) -> None:
    attempts = [made_attempt("real", learner=learner) for learner in SIX]
    attempts += [made_attempt("clean", learner=learner, key="ask-more", advice="refer") for learner in SIX[:4]]
    told = page(rolled(attempts, terms), terms).whole
    assert told is not None
    assert (told.clean, told.alarms) == (None, None)
    assert told.seen == (6, 6, 6)


def test_signs_are_missed_where_they_were_and_overcalled_where_they_were_not(terms: Terms) -> None:
    one, two = tuple(terms.sign)[:2]
    attempts = [made_attempt("a", learner=learner, missed=(one,), overcalled=(two,)) for learner in SIX]
    attempts += [made_attempt("b", learner=learner, found=(one,)) for learner in SIX]
    signs = signs_of(rolled(attempts, terms), terms)
    assert [(each.id, *each.missed) for each in most_missed(signs)] == [(one, 6, 12, 6)]
    assert [(each.id, *each.overcalled) for each in most_overcalled(signs)] == [(two, 6, 12, 6)]


def test_a_sign_that_fewer_than_five_have_met_is_not_told(terms: Terms) -> None:
    one = next(iter(terms.sign))
    attempts = [made_attempt("a", learner=learner) for learner in SIX]
    attempts += [made_attempt("b", learner=learner, missed=(one,)) for learner in SIX[:4]]
    assert most_missed(signs_of(rolled(attempts, terms), terms)) == ()


def test_conduct_stands_in_the_order_of_the_pack_and_says_what_was_late(terms: Terms) -> None:
    conduct = {"confront": "broken", "water": "late", "speak-first": "done", "card": "missed", "promise": "avoided"}
    roll = rolled([made_attempt(learner=learner, conduct=conduct) for learner in SIX], terms)
    steps = [(each.move, each.done[:2], each.late, each.avoided[:2]) for each in steps_of(roll, terms)]
    assert steps == [
        ("speak-first", (6, 6), 0, (0, 0)), ("water", (0, 6), 6, (0, 0)), ("card", (0, 6), 0, (0, 0)),
        ("confront", (0, 0), 0, (0, 6)), ("promise", (0, 0), 0, (6, 6)),
    ]  # fmt: skip


def test_a_move_that_is_due_in_one_scenario_and_barred_in_another_is_told_as_both(terms: Terms) -> None:
    attempts = [made_attempt("due", learner=learner, conduct={"ring": "late"}) for learner in SIX]
    attempts += [made_attempt("barred", learner=learner, conduct={"ring": "avoided"}) for learner in SIX]
    (ring,) = steps_of(rolled(attempts, terms), terms)
    assert (ring.done, ring.late, ring.avoided) == ((0, 6, 6), 6, (6, 6, 6))
    assert ring.kept == (6, 12, 6)
    (few,) = steps_of(rolled(attempts[:10], terms), terms)
    assert (few.done.is_told, few.avoided.is_told, few.kept) == (True, False, None), "the sum would tell of the four"


@pytest.mark.parametrize(
    ("partings", "due", "times", "is_most"),
    [
        ([("apart", "work"), ("apart", "look"), ("water", "")], ("apart",), 2, True),
        ([("apart", "work"), ("apart", "look"), ("water", ""), ("card", "")], ("apart",), 2, False),
        ([("water", ""), ("apart", "work"), ("water", "look"), ("apart", "look")], ("apart", "water"), 2, False),
        ([("water", "")] * 2 + [("apart", "a"), ("apart", "b"), ("apart", "c")], ("apart",), 3, True),
        ([], (), 0, False),
    ],
)  # fmt: skip
def test_paths_part_by_what_was_due_and_most_is_more_than_half(
    terms: Terms, partings: list[tuple[str, str]], due: tuple[str, ...], times: int, *, is_most: bool
) -> None:
    attempts = [made_attempt(f"s{n}", parting=Parting(*each)) for n, each in enumerate(partings)]
    parted = parted_of(rolled([*attempts, made_attempt("never")], terms))
    assert (parted.due, parted.times, parted.of, parted.never) == (due, times, len(partings), 1)
    assert parted.is_most == is_most
    assert parted.instead.total() == (times if len(due) == 1 else 0)


def test_of_clean_travellers_advised_higher_it_is_told_how_many_were_only_asked_more(terms: Terms) -> None:
    advices = ["refer", "ask-more", "consult", "nothing-noted", "refer-now", "nothing-noted"]
    attempts = [
        made_attempt("clean", learner=learner, key="nothing-noted", advice=advice)
        for learner, advice in zip(SIX, advices, strict=True)
    ]
    attempts += [made_attempt("real", learner=learner, key="consult", advice="refer", truth="exploitation")
                 for learner in SIX]  # fmt: skip
    roll = rolled(attempts, terms)
    clean, real = sorted(levels_of(roll, terms))
    assert (clean.higher, clean.clean) == (4, (2, 4, 4))
    assert (real.higher, real.clean) == (6, (0, 0, 0))
    told = page(roll, terms).whole
    assert told is not None
    assert told.higher == (2, 4, 4)


def test_where_few_met_the_clean_kind_of_a_scenario_it_is_not_told_apart(terms: Terms) -> None:
    truths = ["nothing"] * 3 + ["exploitation"] * 3
    attempts = [
        made_attempt("mixed", learner=learner, key="consult", advice="refer", truth=truth)
        for learner, truth in zip(SIX, truths, strict=True)
    ]
    (level,) = levels_of(rolled(attempts, terms), terms)
    assert (level.higher, level.clean) == (6, None)


def test_a_sign_was_missed_most_in_the_scenarios_that_come_first(terms: Terms) -> None:
    one = next(iter(terms.sign))
    many = [made_attempt("many", learner=learner, missed=(one,)) for learner in SIX]
    some = [made_attempt("some", learner=learner, missed=(one,) if learner == "L0" else ()) for learner in SIX]
    few = [made_attempt("few", learner=learner, missed=(one,)) for learner in SIX[:4]]
    roll = rolled([*some, *many, *few], terms)
    assert missed_in(roll, terms, signs_of(roll, terms)) == {one: ("many", "some")}


def test_classes_that_differ_by_case_or_blanks_are_one_and_others_are_told() -> None:
    groups = {"Monday ": 2, "monday": 5, "MON  DAY": 1, "": 3, " ": 1, "mon day": 4}
    assert classes_of(groups) == (("mon day", ("mon day", "MON  DAY")), ("monday", ("monday", "Monday ")), ("", ("",)))


@given(st.dictionaries(st.text(max_size=5), st.integers(1, 9), max_size=9))
def test_no_class_is_lost_by_its_spelling(groups: dict[str, int]) -> None:
    told = classes_of(groups)
    assert {spelling for each in told for spelling in each.spellings if each.name} == {g for g in groups if g.strip()}
    assert len({folded(each.name) for each in told}) == len(told)


def test_duties_count_only_where_any_is_owed_and_contacts_where_the_key_has_one(terms: Terms) -> None:
    attempts = [
        made_attempt("owes", contact="right", duties_missed=("hhs",)),
        made_attempt("owes-too", contact="wrong"),
        made_attempt("free", duties_overcalled=("hhs",)),
    ]
    roll = rolled(attempts, terms)
    assert clocks_right(roll, {"owes", "owes-too"})[:2] == (1, 2)
    assert contacts_right(roll)[:2] == (1, 2)


def test_a_spread_is_the_median_and_its_quartiles() -> None:
    spread = spread_of((f"L{n}", n) for n in range(9))
    assert spread is not None
    assert spread[:3] == (2, 4, 6)
    assert spread_of((f"L{n % 4}", n) for n in range(9)) is None, "four learners are too few"


def test_the_other_half_is_before_and_after_within_thirty_days_or_later(terms: Terms) -> None:
    pairs = {"a1": "a", "a2": "a", "b1": "b", "b2": "b"}
    attempts = []
    for learner in SIX:
        attempts += [
            made_attempt("a2", 1, learner=learner, advice="consult"), made_attempt("a1", 30, learner=learner),
            made_attempt("b1", 1, learner=learner, advice="consult"), made_attempt("b2", 31, learner=learner),
            made_attempt("a2", 31, learner=learner),
        ]  # fmt: skip
    soon, late = laters_of(rolled(attempts, terms), pairs)
    assert [tuple(each) for each in soon] == [(0, 6, 6), (6, 6, 6)]
    assert [tuple(each) for each in late] == [(0, 6, 6), (6, 6, 6)]


def test_a_half_played_alone_is_no_before_and_after(terms: Terms) -> None:
    soon, late = laters_of(rolled([made_attempt("a1"), made_attempt("c")], terms), {"a1": "a", "a2": "a"})
    assert soon.before.of == late.before.of == 0


@given(st.dictionaries(st.integers(), st.integers(0, 30), max_size=12))
def test_what_is_withheld_cannot_be_reckoned_from_the_sum(sizes: dict[int, int]) -> None:
    hidden = withheld(sizes)
    assert {name for name, size in sizes.items() if 0 < size < LEAST} <= hidden
    total = sum(sizes[name] for name in hidden)
    assert not hidden or total >= LEAST or {name for name, size in sizes.items() if size} <= hidden


@pytest.mark.parametrize("size", range(8))
def test_a_small_class_is_not_broken_down(terms: Terms, size: int) -> None:
    attempts = [made_attempt(f"s{n}", learner=f"L{learner}") for n in range(3) for learner in range(size)]
    told = page(rolled(attempts, terms), terms)
    assert (told.whole is not None) == (size > 1)
    assert (told.breakdown is not None) == (told.behind is not None) == (size >= LEAST)


@pytest.mark.parametrize("advice", ["refer", "consult"])
def test_all_right_or_all_wrong_stays_finite(terms: Terms, advice: str) -> None:
    keys = {f"s{n}": ("refer", "consult")[n % 2] for n in range(12)}
    other = {"refer": "consult", "consult": "refer"}
    attempts = [
        made_attempt(name, learner=learner, key=key, advice=key if advice == "refer" else other[key])
        for name, key in keys.items()
        for learner in SIX
    ]
    told = page_of(rolled(attempts, terms), terms, Known({}, frozenset()), NO_NOTES, agreement_of)
    assert told.breakdown is not None
    measures = told.breakdown.skill.measures
    assert measures is not None
    assert measures.detection is not None
    assert measures.detection.is_at_an_end
    assert abs(measures.detection.d.value) < 10
    assert told.behind is not None
    assert all(each.discrimination is None for each in told.behind.scenario_indices.values())


def test_brier_and_d_prime_wait_for_ten_scenarios(terms: Terms) -> None:
    attempts = [made_attempt(f"s{n}", learner=learner) for learner in SIX for n in range(10 if learner == "L0" else 9)]
    told = page(rolled(attempts, terms), terms)
    assert told.breakdown is not None
    assert told.behind is not None
    assert [each.learner for each in told.behind.learners if each.measures] == ["L0"]
    assert (told.breakdown.skill.learners, told.breakdown.skill.measures) == (1, None), "one learner is not told of"


def test_confidence_has_five_rows_and_too_small_ones_are_not_told(terms: Terms) -> None:
    attempts = [made_attempt("a", learner=f"L{n}", confidence=1 + n // 6) for n in range(14)]
    rows = certainties_of(rolled(attempts, terms))
    assert [each.attempts for each in rows] == [None, 6, None, 0, 0], "else the sum would tell of the two"


def test_needless_questions_are_counted_for_each_attempt(terms: Terms) -> None:
    attempts = [made_attempt(learner=f"L{n}", needless=("work",) * n) for n in range(5)]
    spread = needless_of(rolled(attempts, terms))
    assert spread is not None
    assert spread.median == 2


def test_ratings_of_two_raters_are_verified_and_ties_wait() -> None:
    ratings = [Rating("x", 1, "Ann", "named"), Rating("x", 1, "Bob", "named"), Rating("y", 1, "Ann", "looks")]
    ratings += [Rating("z", 1, "Ann", "named"), Rating("z", 1, "Bob", "both"), Rating("other", 1, "Ann", "named")]
    ratings += [Rating("w", 1, "Ann", "looks"), Rating("w", 1, "Ann", "named"), Rating("w", 1, "Bob", "named")]
    ratings += [
        Rating("t", 1, "Ann", "named"),
        Rating("t", 1, "Bob", "neither"),
        Rating("t", 1, "Cem", "looks", breaks_tie=True),
    ]
    ratings += [Rating("z", 1, "Ann", "named", breaks_tie=True)]
    learner = {name: f"L{name}" for name in "xyzwt"}
    notes = notes_of(rated_notes(ratings), learner)
    assert (notes.verified, notes.ties, notes.once, notes.counts) == (3, 1, 1, None)
    everyone = {name: f"L{n}" for n, name in enumerate(["x", "w", "t", "q", "r"])}
    more = [Rating(name, 1, rater, "named") for name in ("q", "r") for rater in ("Ann", "Bob")]
    assert notes_of(rated_notes(ratings + more), everyone).counts == {"named": 4, "looks": 1}


def test_an_attempt_in_other_terms_is_no_mark(terms: Terms) -> None:
    for changed in ({"advice": "deny"}, {"found": ("ghost",)}, {"conduct": {"dance": "done"}}):
        attempt = made_attempt(**changed)
        assert attempt.outcome is not None
        with pytest.raises(KeyError):
            mark_of(terms, attempt, attempt.outcome)
    attempt = made_attempt().model_copy(update={"began": "2026-01-01T10:00:00"})
    assert attempt.outcome is not None
    with pytest.raises(ValueError, match="2026-01-01"):
        mark_of(terms, attempt, attempt.outcome)


def test_the_order_in_which_files_come_changes_no_figure(terms: Terms) -> None:
    chance = Random(7)
    attempts: list[Attempt] = [
        made_attempt(
            f"s{n}", day, learner=learner, advice=chance.choice(["consult", "refer"]), confidence=chance.randint(1, 5)
        )
        for learner in SIX
        for n in range(4)
        for day in (1, 2)
    ]
    shuffled = attempts[:]
    chance.shuffle(shuffled)
    one, other = (rolled(each, terms) for each in (attempts, shuffled))
    assert right_level(one) == right_level(other)
    assert levels_of(one, terms) == levels_of(other, terms)
    assert parted_of(one) == parted_of(other)
    assert certainties_of(one) == certainties_of(other)
