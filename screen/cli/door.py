"""The one door in and out: what is quick goes straight on, what fails leaves with one code and plain words.

Codes, by who can mend it: 1 a check found something, 2 usage, 3 the rulebook, 4 the record folder, 70 a bug,
130 Ctrl-C. A disposition is never an exit code.
"""

import sys

from screen.cli.codes import BUG, INTERRUPTED, RECORDS, RULEBOOK, Interrupted
from screen.core.problem import Refused, Unreadable

QUICK = {(): False, ("screen",): False, ("--plain",): True, ("screen", "--plain"): True}
"""The calls that need no parser, and whether they are plain: the first item is there before one could be imported."""


def main() -> None:
    """Run the command line of this process and exit."""
    sys.exit(run(tuple(sys.argv[1:])))


def flushed(code: int) -> int:
    """The code, once all is written: a reader who has gone is met here, and not by the interpreter's own words."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def run(arguments: tuple[str, ...]) -> int:
    """The exit code of a call with these arguments."""
    try:
        if arguments in QUICK:
            from screen.cli.screening import start_screening

            start_screening(plain=QUICK[arguments])
            return flushed(0)
        from screen.cli.app import call

        return flushed(call(arguments))
    except (Unreadable, Refused) as fault:
        return _tell(fault)
    except (KeyboardInterrupt, Interrupted) as left:
        print(f"\n{left}" if str(left) else "\nLeft. Nothing is kept but a note you saved.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # nobody reads it any more, so nothing is to be flushed
        return 0
    except Exception as error:  # noqa: BLE001 - no traceback reaches an officer
        from screen.cli.crash import save_crash

        print(f"Something in the program went wrong. {save_crash(error)}", file=sys.stderr)
        return BUG


def _tell(fault: Unreadable | Refused) -> int:
    """Print what is wrong: of a rulebook a line a problem, as editors read it; the exit code."""
    from screen.terminal.console import wrapped
    from screen.terminal.letters import printable

    told = printable(str(fault))
    if isinstance(fault, Unreadable):
        print(told, file=sys.stderr)
        return RULEBOOK
    print(wrapped(told, hang="  ") if sys.stderr.isatty() else told, file=sys.stderr)
    return RECORDS
