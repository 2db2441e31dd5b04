"""The one door in and out: what is quick goes straight on, what fails leaves with one code and plain words.

Codes, by who can mend it: 1 a check found something, 2 usage, 3 the rulebook, 4 the record folder, 70 a bug,
130 Ctrl-C. A disposition is never an exit code.
"""

import sys

from screen.core.problem import Unreadable

USAGE, RULEBOOK, BUG, INTERRUPTED = 2, 3, 70, 130
QUICK = {(): False, ("screen",): False, ("--plain",): True, ("screen", "--plain"): True}
"""The calls that need no parser, and whether they are plain: the first item is there before one could be imported."""


def main() -> None:
    """Run the command line of this process and exit."""
    sys.exit(run(tuple(sys.argv[1:])))


def run(arguments: tuple[str, ...]) -> int:
    """The exit code of a call with these arguments."""
    try:
        if arguments in QUICK:
            from screen.cli.screening import start_screening  # noqa: PLC0415 - only the way that is taken

            start_screening(plain=QUICK[arguments])
            return 0
        from screen.cli.app import call  # noqa: PLC0415 - as above

        return call(arguments)
    except Unreadable as unreadable:
        print(unreadable, file=sys.stderr)
        return RULEBOOK
    except KeyboardInterrupt:
        print("\nLeft. Nothing was kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # nobody reads it any more, so nothing is to be flushed
        return 0
    except Exception as error:  # noqa: BLE001 - no traceback reaches an officer
        from screen.cli.crash import save_crash  # noqa: PLC0415 - needed only now

        print(f"Something in the program went wrong. {save_crash(error)}", file=sys.stderr)
        return BUG
