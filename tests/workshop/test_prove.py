"""What is proved of a rulebook, against every set of answers there is."""

import pytest
from hypothesis import given, settings

from screen.core.book import Book
from screen.core.truth import World
from screen.workshop.logic.encoding import LEFT, Encoding, answers_to
from screen.workshop.logic.formula import UNDECIDED
from screen.workshop.logic.solver import z3_solver
from screen.workshop.logic.story import Story, world_of
from screen.workshop.proving.adding import never_lowers, nothing_hidden
from screen.workshop.proving.learning import every_indicator
from screen.workshop.proving.proof import Line
from screen.workshop.proving.prove import prove
from tests.core.little import asking_books, books, little_book, rule, signs
from tests.workshop.answers import worlds_of

SOLVE = z3_solver(20)
Told = list[tuple[Story, World, int]]


def lines(book: Book) -> dict[str, Line]:
    return {line.id: line for line in prove(book, SOLVE)}


def against(line: Line) -> set[str]:
    return {point.about for point in line.against}


@settings(deadline=None, max_examples=15)
@given(books(most_facts=1, most_signs=3))
def test_the_claims_about_rules_stand_as_every_answer_says(book: Book) -> None:
    found, told = lines(book), worlds_of(book)
    reached = {rank for _, _, rank in told}
    assert against(found["dispositions-reached"]) == {name for name, rank in book.rank.items() if rank not in reached}
    for each in book.rules:
        others = [other for other in book.rules if other.rank >= each.rank and other is not each]
        needed = any(each.test(world) and not any(other.test(world) for other in others) for _, world, _ in told)
        assert (each.rule.id in against(found["rules-needed"])) == (not needed)
        assert (each.rule.id in against(found["no-rule-always"])) == all(each.test(world) for _, world, _ in told)
    for point in found["dispositions-reached"].listed:
        assert point.story is not None
        assert point.story.disposition == point.about
        fewest = min(len(story.present) + len(story.left) for story, _, rank in told if rank == book.rank[point.about])
        assert len(point.story.present) + len(point.story.left) == fewest


@settings(deadline=None, max_examples=30)
@given(books())
def test_more_evidence_never_lowers_the_disposition_of_a_book_without_is(book: Book) -> None:
    assert never_lowers(Encoding(book), answers_to(book), SOLVE).state == "holds"


@settings(deadline=None, max_examples=20)
@given(asking_books(2))
def test_what_is_hidden_and_what_cannot_be_learned_is_found_as_by_trying_everything(book: Book) -> None:
    encoding, space = Encoding(book), answers_to(book)
    told = worlds_of(book)
    assert against(every_indicator(encoding, space, SOLVE)) == set(book.bit) - _learned(book, told)
    assert against(nothing_hidden(encoding, space, SOLVE)) == _hiding(book, told)


def _ways(book: Book) -> list[tuple[str, str, tuple[str, ...]]]:
    """What an item teaches, and the branches before it: a sign ("", its id), or a fact and its value; LEFT for both."""
    ways = []
    for stage in book.rulebook.stages:
        for item in (book.item[name] for name in stage.items):
            stem = (f"stage:{stage.id}", item.id)
            for option in item.options:
                keys = tuple(key for key in (*stem, f"{item.id}/{option.id}") if key in book.asking)
                ways += [("", shown, keys) for shown in option.shows]
                ways += [(fact, value, keys) for fact, value in option.sets.items()]
            before = tuple(key for key in stem if key in book.asking)
            ways += [(fact, value, before) for fact, value in item.otherwise.items()]
            ways += [(fact, LEFT, before) for fact in book.reach[item.id]]
            ways += [(LEFT, name, before) for name in book.ids(book.finds[item.id] & book.protecting)]
    return ways


def _walked(book: Book, story: Story, world: World) -> World:
    """The world as branches look at it: only what was found is present, and no clock runs."""
    return world._replace(present=book.mask(story.present), passed=0)


def _learned(book: Book, told: Told) -> set[str]:
    """The signs to which a way opens by what was learned before, round by round."""
    known: set[tuple[str, str]] = set()
    while True:
        here = [
            (story, _walked(book, story, world))
            for story, world, _ in told
            if all(("", each) in known for each in story.present)
            and all(value == LEFT or (fact, value) in known for fact, value in story.facts.items())
        ]
        new = {
            (fact, value)
            for fact, value, keys in _ways(book)
            if any(all(book.asking[key](world) for key in keys) and (fact or value not in story.present)
                   for story, world in here)
        }  # fmt: skip
        if new <= known:
            return {value for fact, value in known if not fact}
        known |= new


def _hiding(book: Book, told: Told) -> set[str]:
    """The branches that hide what no open way can teach, and what would raise the advice."""
    hiding, ways = set(), _ways(book)
    for story, world, rank in told:
        walked = _walked(book, story, world)
        opened = {(fact, value) for fact, value, keys in ways if all(book.asking[key](walked) for key in keys)}
        for fact, value, keys in ways:
            closed = [key for key in keys if not book.asking[key](walked)]
            if closed and (fact, value) not in opened:
                after = world_of(book, _with(story, fact, value))
                if any(each.test(after) and each.rank > rank for each in book.rules):
                    hiding.update(closed)
    return hiding


def _with(story: Story, fact: str, value: str) -> Story:
    """The answers with one thing more; the reason for a value is written."""
    if not fact:
        left = tuple(each for each in story.left if each != value)
        return story._replace(present=(*story.present, value), left=left)
    if fact == LEFT:
        return story if value in story.present else story._replace(left=(*story.left, value))
    bare = tuple(each for each in story.bare if each != fact)
    return story._replace(facts=story.facts | {fact: value}, bare=bare)


def test_every_claim_about_the_shipped_rulebook_holds(book: Book) -> None:
    assert {line.id: line.state for line in lines(book).values() if line.state != "holds"} == {}


def test_a_proof_of_the_shipped_rulebook_lists_what_it_lets_pass(book: Book) -> None:
    found = lines(book)
    single = {point.about for point in found["single-answers"].listed}
    assert {"threatened", "hurt-for-leaving", "abducted", "forced-sex-acts", "minor-commercial-sex"} <= single
    assert {"danger-now: yes", "disclosure: asks-for-help", "now/danger", "now/help"} <= single
    assert {point.about for point in found["nothing-hidden"].listed} >= {"stage:secondary", "papers", "life"}
    for point in found["nothing-hidden"].listed:
        assert point.story is not None
        assert point.after is not None
        assert book.rank[point.story.disposition] < book.rank[point.after.disposition]


def test_a_solver_that_never_decides_lets_no_claim_hold_that_needs_one(book: Book) -> None:
    found = {line.id: line.state for line in prove(book, lambda _: UNDECIDED)}
    decided = {name for name, state in found.items() if state != "not-decided"}
    assert decided == {"single-answers", "no-protected-trait"}


def test_a_book_that_is_not_monotone_is_shown_to_be_so_with_the_answers_before_and_after() -> None:
    turn = {"id": "turn", "title": "turn", "values": ["a", "b"], "unanswered": "a"}
    book = little_book(monotone="no", facts=[turn], indicators=signs("x"), rules=[rule({"fact": "turn", "is": "a"})])
    line = lines(book)["more-never-lowers"]
    assert (line.state, line.is_declared) == ("counter-example", True)
    (point,) = line.against
    assert point.story is not None
    assert point.after is not None
    assert (point.story.disposition, point.after.disposition) == ("high", "low")


@pytest.mark.parametrize(
    ("claim", "state"),
    [
        ({"then": {"reached": "middle"}, "given": {"indicator": "x"}}, "holds"),
        ({"then": {"reached": "high"}, "given": {"indicator": "x"}}, "counter-example"),
        ({"never": {"reached": "middle"}, "only": {"ids": []}}, "counter-example"),
        ({"never": {"reached": "middle"}, "only": {"ids": []}, "facts": "least"}, "holds"),
        ({"never": {"reached": "middle"}, "facts": "least"}, "counter-example"),
        ({"never": {"reached": "high"}, "facts": "least", "clusters": 1}, "counter-example"),
        ({"never": {"reached": "high"}, "facts": "least", "clusters": 1, "gates": "no"}, "holds"),
        ({"never": {"reached": "high"}, "facts": "least", "clusters": 2, "gates": "no"}, "counter-example"),
        ({"then": {"fact": "f", "is": ["a", "b"]}}, "holds"),
        ({"then": {"fact": "f", "is": "a"}}, "counter-example"),
        ({"then": {"fact": "loose", "is": "a"}, "facts": "least"}, "counter-example"),
        (
            {"then": {"reached": "low"}, "given": {"all": [{"fact": "f", "is": "a"}, {"fact": "f", "is": "b"}]}},
            "counter-example",
        ),
    ],
)
def test_an_authors_claim_stands_as_its_words_say(claim: dict[str, object], state: str) -> None:
    book = little_book(
        facts=[
            {"id": "f", "title": "f", "values": ["a", "b"], "unanswered": "a"},
            {"id": "loose", "title": "loose", "values": ["a", "b"], "unanswered": "a", "order": "none"},
        ],
        indicators=[*signs("x", cluster="c0"), *signs("y", cluster="c1"), *signs("g", cluster="c0")],
        rules=[
            rule({"at_least": 1, "of": "indicators"}, "middle", id="one"),
            rule({"fact": "f", "from": "b"}, "middle", id="fact"),
            rule({"at_least": 2, "of": "clusters"}, "high", id="two"),
            rule({"indicator": "g"}, "high", id="gate", gate="yes"),
        ],
        claims=[{"id": "c", "says": "c"} | claim],
    )
    line = lines(book)["claim:c"]
    assert line.state == state


def test_a_rule_with_dates_is_needed_on_its_days_alone_and_a_claim_is_tried_on_every_day() -> None:
    old, new = {"until": "2025-12-31"}, {"from": "2026-01-01"}
    sign = {"indicator": "x"}
    book = little_book(
        indicators=signs("x"),
        rules=[rule(sign, id="old", valid=old), rule(sign, id="new", valid=new), rule(sign, "middle", id="always")],
        claims=[
            {"id": "high", "says": "x", "given": sign, "then": {"reached": "high"}},
            {"id": "not middle", "says": "x", "never": {"reached": "middle"}},
        ],
    )
    found = lines(book)
    assert against(found["rules-needed"]) == {"always"}
    assert found["claim:high"].state == "holds"
    assert {point.story.day for point in found["claim:not middle"].against if point.story} <= {
        "2025-12-31",
        "2026-01-01",
    }
    gap = little_book(indicators=signs("x"), rules=[rule(sign, id="old", valid=old)], claims=book.rulebook.claims)
    (point,) = lines(gap)["claim:high"].against
    assert point.story is not None
    assert (point.story.day, point.story.disposition) == ("2026-01-01", "low")


def test_a_value_may_have_any_letter_in_it() -> None:
    odd = {"id": "f", "title": "f", "values": ["a", "b|\\ (x) true)"], "unanswered": "a"}
    book = little_book(facts=[odd], rules=[rule({"fact": "f", "from": odd["values"][1]})])
    story = lines(book)["dispositions-reached"].listed[-1].story
    assert story is not None
    assert (story.facts, story.disposition) == ({"f": odd["values"][1]}, "high")
