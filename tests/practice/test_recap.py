"""A learner who comes back is told what was heard and marked last."""

from screen.core.book import Book
from screen.practice.keyed import BEGAN, keyed
from screen.practice.recap import HEARD, MARKED, recap_of
from tests.practice.scenes import shipped_scene


def test_the_last_things_heard_and_marked_are_told_in_the_words_that_came(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    steps = keyed(scene).steps
    looks = [step for step in steps if step.does in ("move", "look")]
    for place in range(len(steps)):
        recap = recap_of(scene, steps[:place], BEGAN)
        assert len(recap.heard) == min(HEARD, sum(step in looks for step in steps[:place]))
        assert len(recap.marked) <= MARKED
    place = next(n for n, step in enumerate(steps) if step.does == "look" and step.id == "work")
    last = recap_of(scene, steps[: place + 1], BEGAN).heard[-1]
    number = steps[place].reply
    assert number is not None
    assert last == (book.item["work"].text, scene.scenario.reveals["work"][number].shows)


def test_what_was_gone_back_over_is_not_marked(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    steps = keyed(scene).steps
    place = next(n for n, step in enumerate(steps) if step.does == "answer")
    assert recap_of(scene, steps[: place + 1], BEGAN).marked
    back = steps[place].model_copy(update={"does": "back", "id": ""})
    assert recap_of(scene, (*steps[: place + 1], back), BEGAN).marked == ()
