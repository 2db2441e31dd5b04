"""Known answers are counted by where each of two rulebooks leads them."""

from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.workshop.comparing.tally import Given, known, tally
from tests.core.little import NOW, Tree, little_book, rule, signs

FACT: Tree = {"id": "f", "title": "f", "values": ["a", "b"], "unanswered": "a"}
OPTIONS: Tree = {"options": [{"id": "x", "label": "X", "shows": ["x"]}, {"id": "y", "label": "Y", "shows": ["y"]}]}
ITEMS = [{"id": "i", "text": "?", "pick": "many"} | OPTIONS]
ANY, TWO = {"at_least": 1, "of": "indicators"}, {"at_least": 2, "of": "indicators"}


def test_a_book_is_told_what_it_knows_and_nothing_else() -> None:
    book = little_book(facts=[FACT], indicators=signs("x", "y"), items=ITEMS)
    fitting = (
        Known("f", "b"),
        Known("f", "declined"),
        Sign("x"),
        Answer("i"),
        Answer("i", ("y",)),
        Answer("i", state="declined"),
        Note("as told"),
    )
    strange = (Known("g", "a"), Known("f", "c"), Sign("z"), Answer("j", ("x",)), Answer("i", ("z",)))
    assert known(book, Screening((*fitting, *strange))) == Screening(fitting)
    assert known(book, Screening((Answer("i", ("z", "x")),))) == Screening((Answer("i", ("x",)),))


def test_an_item_of_which_no_option_is_known_was_not_asked_and_is_not_looked_none() -> None:
    old = little_book(indicators=signs("x", "y"), items=ITEMS)
    new = little_book(indicators=signs("x", "y"), items=[ITEMS[0] | {"options": OPTIONS["options"][1:]}])
    assert known(old, Screening((Answer("i", ("x",)),))) == Screening((Answer("i", ("x",)),))
    assert known(new, Screening((Answer("i", ("x",)),))) == Screening()
    assert known(new, Screening((Answer("i", (), ("x",)),))) == Screening()
    assert known(new, Screening((Answer("i", ("x",), ("y",)),))) == Screening((Answer("i", (), ("y",)),))


def test_each_is_counted_from_where_it_was_led_to_where_it_is_led_and_those_that_moved_are_named() -> None:
    parts: Tree = {"facts": [FACT], "indicators": signs("x", "y", "z")}
    old, new = (
        little_book(**parts, rules=[rule(ANY)]),
        little_book(**parts, rules=[rule(TWO), rule(ANY, "middle", id="m")]),
    )
    named = [
        Given("none", Screening()),
        Given("one", Screening((Sign("x"),))),
        Given("two", Screening((Sign("x"), Sign("y"), Known("nowhere", "a")))),
        Given("another", Screening((Sign("z"),))),
    ]
    found = tally(old, new, "some", named)
    assert found.counts == {("low", "low"): 1, ("high", "middle"): 2, ("high", "high"): 1}
    assert [(each.name, each.direction) for each in found.moved] == [("one", "lower"), ("another", "lower")]
    assert (found.size, found.unknown_old, found.unknown_new) == (4, 1, 1)


def test_what_only_one_of_the_books_knows_is_counted_for_the_other() -> None:
    old = little_book(indicators=signs("x", "y", "z"), items=ITEMS, rules=[rule(ANY)])
    new = little_book(indicators=signs("x"), rules=[rule(ANY)])
    answers = Screening((Sign("y"), Sign("z"), Answer("i", ("x", "y")), Answer("i")))
    found = tally(old, new, "some", [Given("one", answers)])
    assert (found.unknown_old, found.unknown_new) == (0, 5)
    assert found.counts == {("high", "low"): 1}


def test_a_withheld_result_is_an_outcome_of_its_own() -> None:
    parts: Tree = {"indicators": signs("x", "y"), "items": ITEMS, "rules": [rule(ANY)]}
    parts["stages"] = [{"id": "s", "title": "S", "items": ["i"]}]
    old, new = little_book(**parts, complete="required"), little_book(**parts)
    given = [Given("half", Screening((Sign("x"),))), Given("whole", Screening((Answer("i", ("x",)),)))]
    found = tally(old, new, "some", given)
    assert found.counts == {("withheld", "high"): 1, ("high", "high"): 1}
    assert [(each.name, each.direction) for each in found.moved] == [("half", "no-order")]


def test_they_are_weighed_for_their_moment() -> None:
    parts: Tree = {"indicators": signs("x")}
    old = little_book(**parts, rules=[rule(ANY)])
    new = little_book(**parts, rules=[rule(ANY, valid={"until": "2026-11-21"})])
    one = Screening((Sign("x"),))
    found = tally(old, new, "some", [Given("no day", one), Given("too late", one, NOW)])
    assert [each.name for each in found.moved] == ["too late"]
