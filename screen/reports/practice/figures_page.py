"""A learner's figures as one HTML page."""

from typing import TYPE_CHECKING

from screen.reports.practice import counting
from screen.reports.practice.markings import paragraphs, part, table, whole_page
from screen.reports.practice.telling import SURE

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.practice.figures import Figures


def figures_page(book: "Book", figures: "Figures", learner: str) -> str:
    """The whole page."""
    four = ((row, *(str(figures.cells[cell]) for cell in cells)) for row, *cells in counting.ROWS)
    sure = ((f"{row.confidence}, {SURE[row.confidence]}", str(row.right), str(row.of)) for row in figures.sure)
    return whole_page(
        counting.TITLE,
        *paragraphs((f"Learner: {learner}", *counting.scope(figures), *counting.levels(figures))),
        part(
            "table", counting.TABLE, table("So many scenarios each", ("Your advice", *counting.COLUMNS), four, "four")
        ),
        part(
            "sure",
            counting.SURENESS_HEAD,
            table("Your own advice, by how sure you were", ("Confidence", "Right level", "Of"), sure),
            *paragraphs(counting.brier(figures)),
        ),
        part("rates", counting.RATES, *paragraphs(counting.rates(figures))),
        part("signs", counting.SIGNS, *paragraphs(counting.signs(book, figures))),
    )
