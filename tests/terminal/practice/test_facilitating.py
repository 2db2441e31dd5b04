"""A trainer plays the person, and says which reply of the role card was given."""

from screen.core.book import Book
from screen.practice.scene import done_in, reply_of
from tests.terminal.keys import flat
from tests.terminal.practice.learner import number_of, played, scene


def test_no_word_of_the_person_is_written_and_the_step_keeps_the_number_that_the_trainer_pressed(book: Book) -> None:
    here = scene(book, "red-band")
    done = played(here, ["0", "1", "4", "o", "9", "2"], facilitated=True)
    look = done.kept[-1][-1]
    assert (look.does, look.id, look.reply) == ("look", "papers", 1)
    assert not [each.shows for each in here.scenario.reveals["papers"] if flat(each.shows) in flat(done.text)]


def test_enter_is_the_reply_that_fits_and_b_is_that_nothing_was_done(book: Book) -> None:
    here = scene(book, "red-band")
    lines = ["0", "1", "4", "o", "b", f"m{number_of(here, 'papers-to-owners')}", "", "o", ""]
    done = played(here, lines, facilitated=True)
    fits = reply_of(here, "papers", {"papers-to-owners"})
    assert fits is not None
    assert [(step.does, step.id, step.reply) for step in done.kept[-1][3:]] == [
        ("move", "papers-to-owners", 0),
        ("look", "papers", fits.number),
    ]


def test_where_the_role_card_has_no_reply_there_is_no_number(book: Book) -> None:
    here = scene(book, "red-band")
    assert "now" not in here.scenario.reveals
    look = played(here, ["o", "1", ""], facilitated=True).kept[-1][-1]
    assert (look.id, look.reply) == ("now", None)


def test_a_reaction_that_the_trainer_chose_is_the_one_that_happened(book: Book) -> None:
    here = scene(book, "red-band")
    number = next(n for n, each in enumerate(here.scenario.moves["confront"], start=1) if each.alerts == "yes")
    done = played(here, [f"m{number_of(here, 'confront')}", str(number)], facilitated=True)
    assert done.kept[-1][-1].reply == number - 1
    assert "alerted" in done_in(here, done.kept[-1])
    assert flat(here.scenario.moves["confront"][number - 1].shows) not in flat(done.text)
