"""The program, with a quick way to wrap: as a shell would start it, for tests that start it hundreds of times."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent.parent))

from screen.cli import door
from screen.storage.records import wrapping
from tests.storage.records import quick

if __name__ == "__main__":
    quick.quicken()
    wrapping.wrapped_apart = lambda identity, pin: quick.encrypt(identity.encode(), pin)
    door.main()
