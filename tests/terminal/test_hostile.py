"""Text that an officer or an author wrote is printed as text: no markup, no escape sequence is obeyed."""

import pytest

from screen.core.book import Book
from screen.storage.twin import load_rulebook
from tests.conftest import ROOT
from tests.program import Program
from tests.terminal.keys import asked, flat
from tests.terminal.live import Live
from tests.terminal.played import walked

HOSTILE = (  # what an officer could type
    "\x1b]0;title\x07",
    "\x1b[31mred",
    "[link=http://x]here[/link]",
    "[bold]x[/]",
    "\u202edrowssap",
    "{0} %s {x}",
    "\\",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_officer_types_anywhere_is_never_obeyed(book: Book, text: str) -> None:
    replies = {
        "now": (f"t {text}", text, f"s {text}", text, "0"),
        "look": ("1", text, "y"),
        "concern": ("3", text),
    }
    page = walked(book, replies, last=("n", text, text, "", "m", "q", "q"))
    assert all(letter == "\n" or letter.isprintable() for letter in page)


def test_a_typed_escape_is_shown_in_the_slip(program: Program) -> None:
    done = program.run(typed="\x1b[31mred\n[bold]x[/]\n")
    assert "\x1b" not in done.out
    assert "[bold]x[/]" in done.out


def test_a_note_with_a_window_title_sets_none(program: Program, book: Book) -> None:
    done = program.run("screen", "--note", "hostile.md", typed="t \x1b]0;title\x07 [link=x]\n0\n1\n2\n1\n0\n0\n1\n1\n")
    assert done.code == 0
    assert "\x1b" not in done.out
    text = (program.home / "hostile.md").read_text("utf-8")
    assert "\x1b" not in text
    assert "\\[link=x\\]" in text
    assert book.rulebook.edition in text


def test_markup_of_a_rulebook_is_text_on_every_page(program: Program) -> None:
    folder = program.home / "marked"
    (folder / "indicators").mkdir(parents=True)
    for path in (ROOT / "rules.yaml", *(ROOT / "indicators").glob("*.yaml")):
        text = path.read_text("utf-8").replace(
            "Anything that cannot wait?", "Any [red]thing[/red] that {cannot} %s wait?"
        )
        text = text.replace("title: Injuries the person", "title: '[bold]Injuries[/] the person").replace(
            "cannot or will not explain\n    looks_like", "cannot or will not explain'\n    looks_like"
        )
        (folder / path.relative_to(ROOT)).write_text(text, "utf-8")
    marked = Book(load_rulebook(folder, None, lambda: lambda _: ()).book)
    with Live(program, "--rulebook", str(folder)) as live:
        assert asked(marked, live.text) == "now"
        assert "[red]thing[/red] that {cannot} %s wait?" in live.seen
        live.walk(marked, {"look": ("1", "y")})
        live.type("")
        assert "* [bold]Injuries[/] the person" in flat(live.text)
    shown = program.run("rulebook", "show", "injury-unexplained", "--rulebook", str(folder))
    assert "[bold]Injuries[/]" in flat(shown.out)
