"""Which items could still change the advice."""

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.outlook import askable, could_change
from screen.core.screening import Answer, Known, Screening, Sign
from tests.core.little import Tree, little_book, rule, signs


def left(book: Book, *entries: Answer | Known | Sign) -> tuple[str, ...]:
    """The items that could change the advice after these entries."""
    screening = Screening(entries)
    return could_change(book, screening, assess_screening(book, screening))


def interview(*rules: Tree) -> Book:
    """Items a, b and c each find the sign of their name; c is asked only after b; `age` sets a fact, `talk` nothing."""
    age: Tree = {"id": "age", "title": "x", "values": ["adult", "child"], "unanswered": "child", "not_asked": "child"}
    looks: list[Tree] = [
        {"id": name, "text": "?", "pick": "many", "options": [{"id": name, "label": "x", "shows": [name]}]}
        for name in ("a", "b", "c")
    ]
    looks[2]["ask_when"] = {"indicator": "b"}
    ages = [{"id": value, "label": "x", "sets": {"age": value}} for value in ("adult", "child")]
    items = [
        *looks,
        {"id": "age", "text": "?", "options": ages},
        {"id": "talk", "text": "?", "options": [{"id": "o", "label": "x"}]},
    ]
    stages = [{"id": "s", "title": "s", "items": [each["id"] for each in items]}]
    return little_book(facts=[age], indicators=signs("a", "b", "c"), items=items, stages=stages, rules=list(rules))


def test_an_item_that_no_rule_turns_on_could_change_nothing() -> None:
    assert left(interview(rule({"indicator": "a"}))) == ("a",)


def test_an_item_behind_a_sign_that_may_yet_be_found_could_change_the_advice() -> None:
    book = interview(rule({"indicator": "c"}))
    assert left(book) == ("c",)
    assert left(book, Answer("b", ("b",))) == ("c",)
    assert left(book, Answer("b")) == ()
    assert "c" in askable(book, Screening(), assess_screening(book, Screening()).evidence)


def test_what_is_answered_could_change_nothing_any_more() -> None:
    book = interview(rule({"indicator": "a"}))
    assert left(book, Answer("a")) == ()
    assert left(book, Answer("a", state="declined")) == ()


def test_what_is_settled_could_be_changed_by_nothing() -> None:
    book = interview(rule({"any": [{"indicator": "a"}, {"indicator": "b"}]}))
    assert left(book) == ("a", "b")
    assert left(book, Sign("a")) == ()


def test_a_fact_not_asked_that_protects_could_let_the_advice_fall() -> None:
    book = interview(rule({"all": [{"fact": "age", "from": "child"}, {"indicator": "a"}]}))
    assert left(book) == ("a",)
    assert left(book, Sign("a")) == ("age",)
    assert left(book, Known("age", "adult")) == ()


def test_a_rule_that_leads_past_the_next_disposition_counts_too() -> None:
    book = interview(rule({"indicator": "a"}, "middle"), rule({"indicator": "b"}, "high"))
    assert left(book) == ("a", "b")
    assert left(book, Sign("a")) == ("b",)
    assert left(book, Sign("b")) == ()


def test_an_item_that_no_stage_lists_is_not_asked() -> None:
    book = interview(rule({"indicator": "a"}))
    parts = book.rulebook.model_dump(by_alias=True, exclude_defaults=True) | {"stages": ()}
    assert left(little_book(**parts)) == ()


def test_age_could_still_change_the_advice_on_the_shipped_book(book: Book) -> None:
    told = (Sign("contact-restricted"), Known("place", "secondary"))
    assert "age" in left(book, *told)
    assert "age" not in left(book, *told, Answer("age", ("14-17",)))
    assert left(book, Sign("threatened")) == ()


def test_nothing_is_asked_while_the_book_is_not_to_be_run() -> None:
    parts = interview(rule({"indicator": "a"})).rulebook.model_dump(by_alias=True, exclude_defaults=True)
    book = little_book(**parts | {"do_not_run_when": {"indicator": "b"}})
    assert left(book) == ("a",)
    assert left(book, Sign("b")) == ()


def twofold(*rules: Tree) -> Book:
    """Two facts that stand at yes until they are asked; one answer finds a sign and sets the first to no."""
    facts: list[Tree] = [
        {"id": name, "title": name, "values": ["no", "yes"], "unanswered": "no", "not_asked": "yes"}
        for name in ("f", "g")
    ]
    items = [
        {"id": "both", "text": "?", "options": [{"id": "o", "label": "x", "shows": ["a"], "sets": {"f": "no"}}]},
        {"id": "f", "text": "?", "options": [{"id": "o", "label": "x", "sets": {"f": "yes"}}]},
        {"id": "g", "text": "?", "options": [{"id": "o", "label": "x", "sets": {"g": "no"}}]},
    ]
    stages = [{"id": "s", "title": "s", "items": ["both", "f", "g"]}]
    return little_book(facts=facts, indicators=signs("a"), items=items, stages=stages, rules=list(rules))


def test_an_item_counts_that_sets_again_what_the_same_answer_as_a_sign_took_away() -> None:
    book = twofold(rule({"all": [{"indicator": "a"}, {"fact": "f", "from": "yes"}]}))
    both = Answer("both", ("o",))
    reached = [
        assess_screening(book, Screening(some)).disposition for some in ((), (both,), (both, Answer("f", ("o",))))
    ]
    assert reached == ["low", "low", "high"]
    assert left(book) == ("both", "f")


def test_an_item_counts_that_lets_fall_a_rule_which_another_answer_puts_in_the_place_of_the_first() -> None:
    carried = rule({"all": [{"indicator": "a"}, {"fact": "g", "from": "yes"}]}, id="second")
    book = twofold(rule({"fact": "f", "from": "yes"}, id="first"), carried)
    both, low = Answer("both", ("o",)), Answer("g", ("o",))
    reached = [assess_screening(book, Screening(some)).disposition for some in ((), (both,), (low,), (both, low))]
    assert reached == ["high", "high", "high", "low"]
    assert left(book) == ("both", "f", "g")
