"""The solver: z3, handed formulas and a limit of time, gives models."""

import re
from typing import Any

from screen.workshop.logic.formula import UNDECIDED, And, Atom, Formula, Model, Not, Or, Solve, Sum, Undecided

_TRUE = re.compile(r"\(define-fun atom(\d+) \(\) Bool\s+true\)")


def z3_solver(seconds: float) -> Solve:
    """A solver that gives up on a formula after so many seconds. Raises ImportError without z3."""
    import z3  # noqa: PLC0415 - an extra, needed by authors alone

    words = _Words(z3)
    begun: dict[int, Any] = {}

    def ready(formula: Formula) -> Any:  # noqa: ANN401 - z3 has no types
        """The solver that knows this formula already. What many questions begin with is told to it once."""
        if id(formula) not in begun:
            solver = z3.SolverFor("QF_FD")
            solver.set("timeout", max(1, int(seconds * 1000)))
            solver.add(words.of(formula))
            begun[id(formula)] = solver
        return begun[id(formula)]

    def solve(formula: Formula) -> Model | Undecided | None:
        first, rest = _begin(formula)
        solver = ready(first)
        solver.push()
        solver.add([words.of(each) for each in rest])
        answer = solver.check()
        found = words.read(solver.model().sexpr()) if answer == z3.sat else None
        solver.pop()
        return UNDECIDED if answer == z3.unknown else found

    return solve


class _Words:
    """Formulas in z3's words. What stands in several questions is put into words once, and kept, so that its id is."""

    def __init__(self, z3: Any) -> None:  # noqa: ANN401 - the module, imported where it is needed
        self.z3 = z3
        self.known: dict[int, tuple[Formula, Any]] = {}
        self.atoms: dict[str, Any] = {}

    def read(self, model: str) -> Model:
        """The atoms that hold in a model as z3 writes it: asking it for each of them takes many times as long."""
        names = tuple(self.atoms)
        return frozenset(names[int(number)] for number in _TRUE.findall(model))

    def _atom(self, name: str) -> Any:  # noqa: ANN401 - as above
        """An atom by its number, so that a name may have any letter in it."""
        if name not in self.atoms:
            self.atoms[name] = self.z3.Bool(f"atom{len(self.atoms)}")
        return self.atoms[name]

    def of(self, formula: Formula) -> Any:  # noqa: ANN401 - z3 has no types
        """The formula in z3's words."""
        if id(formula) not in self.known:
            self.known[id(formula)] = (formula, self._put(formula))
        return self.known[id(formula)][1]

    def _put(self, formula: Formula) -> Any:  # noqa: ANN401 - as above
        z3 = self.z3
        match formula:
            case Atom(name):
                return self._atom(name)
            case Not(part):
                return z3.Not(self.of(part))
            case And(parts):
                return z3.And([self.of(part) for part in parts])
            case Or(parts):
                return z3.Or([self.of(part) for part in parts])
            case Sum(weighed, needed):
                pairs = [(self.of(part), worth) for part, worth in weighed if worth]
                return z3.PbGe(pairs, needed) if pairs else z3.BoolVal(needed <= 0)


def _begin(formula: Formula) -> tuple[Formula, tuple[Formula, ...]]:
    """What a question begins with, and what it adds: the innermost first part that is itself an And."""
    rest: tuple[Formula, ...] = ()
    while isinstance(formula, And) and formula.parts and isinstance(formula.parts[0], And):
        rest = (*formula.parts[1:], *rest)
        formula = formula.parts[0]
    return formula, rest
