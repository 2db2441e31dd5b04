"""The cases of the shipped rulebook, as `rulebook test` reads them."""

from screen.core.expected import moment_of
from screen.core.given import screening_of
from screen.core.screening import Screening
from screen.core.shape.case import Case
from screen.storage.cases import CASES, read_cases
from tests.conftest import ROOT

SHIPPED: tuple[Case, ...] = tuple(each.case for each in read_cases(ROOT / CASES, lambda _: ()).cases)


def screening_of_case(case: Case) -> Screening:
    """The screening that a case describes."""
    return screening_of(case, moment_of(case))
