"""the tables of the policy: facts, clusters, strengths; and what each sign alone comes to."""

from itertools import combinations

import pytest

from screen.core.assessment import assess_screening, rank_of
from screen.core.book import Book
from screen.core.screening import Answer, Entry, Known, Screening, Sign
from screen.core.truth import World


def words(text: str) -> set[str]:
    """The ids in a line of them."""
    return set(text.split())


CLUSTERS = {
    "companion": "companion-speaks answers-coached watched-escorted relationship-unclear controlling-partner",
    "papers": "documents-held",
    "false-papers": "papers-supplied-false",
    "debt": "debt-to-controller",
    "pay": "recruitment-fees pay-not-as-promised earnings-held",
    "offer": "job-switched job-implausible contract-missing-or-changed purpose-visa-mismatch sham-programme",
    "relationship": "sham-relationship",
    "journey": "destination-unknown host-unknown no-address no-plans place-unknown ticket-by-third-party moved-often",
    "demeanour": "fearful-submissive fear-of-officials sudden-change account-inconsistent",
    "harm": "injury-unexplained branding hurt-for-leaving",
    "deprivation": "basics-denied few-possessions",
    "drugged": "drugged-disoriented",
    "threat": "threatened threatened-with-law threatened-with-shame",
    "confinement": "not-free-to-leave site-guarded abducted cannot-leave-job",
    "isolation": "contact-restricted schedule-controlled",
    "work": "lives-at-work housing-crowded excessive-hours",
    "sex": "forced-sex-acts commercial-sex-managed",
    "compelled-crime": "made-to-offend",
    "dependence": "status-tied repeat-sponsor smuggled",
    "child": "minor-commercial-sex guardian-unproven minor-work school-stopped minor-with-controlling-adult "
    "minor-afraid family-controls",
}
CLUSTER_OF = {sign: cluster for cluster, signs in CLUSTERS.items() for sign in signs.split()}

STRONG = words(
    "not-free-to-leave hurt-for-leaving forced-sex-acts abducted job-switched documents-held "
    "debt-to-controller threatened threatened-with-law threatened-with-shame made-to-offend minor-commercial-sex "
    "minor-afraid"
)
WEAK = words(
    "branding site-guarded purpose-visa-mismatch papers-supplied-false fearful-submissive "
    "fear-of-officials lives-at-work housing-crowded school-stopped"
)
CONTEXT = words(
    "few-possessions account-inconsistent no-address no-plans place-unknown ticket-by-third-party "
    "relationship-unclear moved-often status-tied repeat-sponsor sudden-change smuggled"
)
MINOR = set(CLUSTERS["child"].split())
RARELY = words(
    "site-guarded excessive-hours housing-crowded lives-at-work pay-not-as-promised earnings-held "
    "schedule-controlled school-stopped sudden-change moved-often repeat-sponsor"
)
STRENGTH_OF = {
    sign: "strong" if sign in STRONG else "weak" if sign in WEAK | CONTEXT else "medium" for sign in CLUSTER_OF
}
GATES = {"forced-sex-acts", "hurt-for-leaving", "abducted", "threatened"}
"""Those that act now for an adult too; minor-commercial-sex is a gate only if the age is not adult."""

FACTS = {
    "danger-now": ("no yes", "no", None),
    "disclosure": ("none past-only describes-control asks-for-help", "none", None),
    "age": ("adult 14-17 under-14 unknown", "unknown", "unknown"),
    "accompanied": ("family alone group employer-or-agent other", "other", None),
    "place": ("primary secondary", "primary", "primary"),
    "situation": ("first-arrival returning-or-resident leaving", "first-arrival", None),
    "papers-with": ("own-hand gave-back kept", "own-hand", None),
    "spoken-alone": ("yes not-possible prevented-by-companion", "not-possible", None),
    "interpreter": ("not-needed neutral none-available companion", "none-available", None),
    "officer-concern": ("none some strong", "none", None),
    "reported-missing": ("no yes", "no", None),
    "unaccompanied": ("no other contiguous unknown", "unknown", None),
    "lawful-status": ("yes no unknown", "unknown", "unknown"),
    "uac-not-trafficked": ("met undetermined not-met", "undetermined", "undetermined"),
    "uac-no-risk-on-return": ("met undetermined not-met", "undetermined", "undetermined"),
    "uac-no-fear": ("met undetermined not-met", "undetermined", "undetermined"),
    "uac-can-decide": ("met undetermined not-met", "undetermined", "undetermined"),
    "fear-of-return": ("no yes", "no", None),
    "medical-need": ("no yes", "no", None),
}
REASONS = {
    "spoken-alone": {"not-possible"},
    "officer-concern": {"strong"},
    **{fact: {"met", "undetermined", "not-met"} for fact in FACTS if fact.startswith("uac-")},
}

ADULT = Known("age", "adult")


def adult(book: Book, *signs: str, place: str = "primary") -> str:
    """The disposition for an adult with these signs."""
    entries: tuple[Entry, ...] = (ADULT, Known("place", place), *(Sign(each) for each in signs))
    return assess_screening(book, Screening(entries)).disposition


def test_the_facts_are_those_of_the_policy(book: Book) -> None:
    shipped = {fact.id: (" ".join(fact.values), fact.unanswered, fact.not_asked) for fact in book.rulebook.facts}
    assert shipped == FACTS


def test_the_unordered_facts_serve_the_walk_alone(book: Book) -> None:
    assert {fact.id for fact in book.rulebook.facts if fact.order == "none"} == {"situation", "papers-with"}


def test_a_written_reason_is_asked_for_where_the_policy_says(book: Book) -> None:
    assert {fact.id: set(fact.reason) for fact in book.rulebook.facts if fact.reason} == REASONS


def test_each_sign_stands_in_the_cluster_of_the_policy(book: Book) -> None:
    assert {each.id: each.cluster for each in book.rulebook.indicators} == CLUSTER_OF


def test_each_sign_has_the_strength_of_the_policy(book: Book) -> None:
    assert {each.id: each.strength for each in book.rulebook.indicators} == STRENGTH_OF


def test_context_and_minor_signs_are_those_of_the_policy(book: Book) -> None:
    assert set(book.ids(book.groups["context"])) == CONTEXT
    assert set(book.ids(book.groups["minor"])) == MINOR
    assert book.means == ("force", "fraud", "coercion")


def test_the_signs_of_a_life_under_way_are_those_of_the_policy(book: Book) -> None:
    assert {each.id for each in book.rulebook.indicators if each.rarely == "yes"} == RARELY


def test_dispositions_stand_in_their_order(book: Book) -> None:
    assert list(book.rank) == ["nothing-noted", "ask-more", "consult", "refer", "refer-now"]


def alone(sign: str) -> str:
    """What the policy says of one sign and an adult."""
    if sign in GATES:
        return "refer-now"
    if sign in {"family-controls", "minor-commercial-sex"}:
        return "consult"
    if sign in MINOR | CONTEXT or STRENGTH_OF[sign] == "weak" or CLUSTER_OF[sign] in {"journey", "demeanour"}:
        return "ask-more"
    return "consult"


@pytest.mark.parametrize("sign", sorted(CLUSTER_OF))
def test_one_sign_alone_of_an_adult_leads_where_the_policy_says(book: Book, sign: str) -> None:
    assert adult(book, sign) == alone(sign)
    assert adult(book, sign, place="secondary") == alone(sign)


@pytest.mark.parametrize("state", ["absent", "could-not-tell", "declined"])
@pytest.mark.parametrize("sign", sorted(CLUSTER_OF))
def test_a_sign_not_present_is_not_counted(book: Book, sign: str, state: str) -> None:
    screening = Screening((ADULT, Sign(sign, state)))  # type: ignore[arg-type]
    assert assess_screening(book, screening).disposition == "nothing-noted"


def pair(one: str, other: str) -> str:
    """What the policy says of two signs and an adult, reckoned here without the rulebook's rules."""
    order = ["nothing-noted", "ask-more", "consult", "refer", "refer-now"]
    highest = max(order.index(alone(one)), order.index(alone(other)))
    for first, second in ((one, other), (other, one)):
        apart = CLUSTER_OF[first] != CLUSTER_OF[second]
        telling = first not in MINOR | CONTEXT and alone(first) in {"consult", "refer-now"}
        means = second not in MINOR | CONTEXT
        if telling and means and apart and alone(second) in {"consult", "refer-now"}:
            highest = max(highest, 3)
        if telling and means and CLUSTER_OF[first] in {"offer", "relationship"} and CLUSTER_OF[second] == "journey":
            highest = max(highest, 3)
        strong = telling and STRENGTH_OF[first] == "strong"
        if strong and apart and (means or second in MINOR) and CLUSTER_OF[second] != "demeanour":
            highest = max(highest, 3)
    return order[highest]


def test_every_two_signs_of_an_adult_lead_where_the_policy_says(book: Book) -> None:
    wrong = {two: adult(book, *two) for two in combinations(CLUSTER_OF, 2) if adult(book, *two) != pair(*two)}
    assert wrong == {}


def levels(book: Book, **values: str) -> tuple[int, ...]:
    """Every fact at its least, save these."""
    return tuple(book.level[fact][values[fact]] if fact in values else 0 for fact in book.place)


@pytest.mark.parametrize("place", ["primary", "secondary"])
def test_context_alone_never_leads_past_ask_more(book: Book, place: str) -> None:
    at, highest = levels(book, place=place), book.rank["ask-more"]
    assert len(CONTEXT) == 12
    for size in range(1, len(CONTEXT) + 1):
        for some in combinations(sorted(CONTEXT), size):
            assert rank_of(book, World(book.mask(some), at)) == highest


def test_context_journey_and_demeanour_together_never_lead_past_ask_more(book: Book) -> None:
    noise = sorted(CONTEXT | {sign for sign, cluster in CLUSTER_OF.items() if cluster in {"journey", "demeanour"}})
    at, highest = levels(book), book.rank["ask-more"]
    worlds = [0]
    for sign in noise:
        worlds += [world | book.bit[sign] for world in worlds]
    assert len(worlds) == 2**16
    assert {rank_of(book, World(world, at)) for world in worlds[1:]} == {highest}


@pytest.mark.parametrize("age", ["14-17", "under-14", "unknown"])
def test_the_same_holds_for_a_child_of_whom_all_else_is_known(book: Book, age: str) -> None:
    noise = book.mask(CONTEXT | {sign for sign, cluster in CLUSTER_OF.items() if cluster in {"journey", "demeanour"}})
    assert rank_of(book, World(noise, levels(book, age=age))) == book.rank["ask-more"]


@pytest.mark.parametrize("state", ["could-not-tell", "declined"])
def test_silence_of_an_adult_shown_so_by_papers_never_leads_past_ask_more(book: Book, state: str) -> None:
    for place in ("primary", "secondary"):
        silent = tuple(
            Answer(item.id, state=state)  # type: ignore[arg-type]
            for item in book.rulebook.items
            if item.id not in {"age", "next-step"}
        )
        entries: tuple[Entry, ...] = (Answer("age", ("adult",)), Known("place", place), *silent)
        disposition = assess_screening(book, Screening(entries)).disposition
        assert disposition == {"primary": "nothing-noted", "secondary": "ask-more"}[place]


def test_the_routes_open_at_consult_and_stay_open_above(book: Book) -> None:
    opened = [each.id for each in book.rulebook.dispositions if book.opens_routes(each.id)]
    assert opened == ["consult", "refer", "refer-now"]
