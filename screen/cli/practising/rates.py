"""Rates: the page on base rates, from the counts beside the scenarios."""

from pathlib import Path

from screen.cli.practising.library import open_library
from screen.cli.practising.putting import put
from screen.practice.baserate import base_rates
from screen.reports.practice.rates_lines import rates_parts
from screen.reports.practice.rates_page import rates_page
from screen.storage.scenarios import RATES, SCENARIOS, read_rates
from screen.storage.shipped import shipped_folder
from screen.terminal.console import open_console


def show_rates(rulebook: Path | None, scenarios: Path | None, *, as_json: bool, html: Path | None, plain: bool) -> int:
    """Tell why most referrals are not confirmed, and why that is right; the exit code. Raises Unreadable."""
    console, library = open_console(plain=plain), open_library(rulebook, scenarios)
    folder = library.folder if (library.folder / RATES).is_file() else shipped_folder() / SCENARIOS
    page = base_rates(read_rates(folder), library.book)
    parts = lambda: rates_parts(page, plain=console.plain)  # noqa: E731 - reckoned only where it is shown
    return put(console, page, lambda: rates_page(page), parts, as_json=as_json, html=html)
