"""Long files that come into being whole, all together, or not at all."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path


@contextmanager
def save_whole(paths: Sequence[Path]) -> Iterator[tuple[Callable[[str], object], ...]]:
    """What writes into each new file, as UTF-8 and with line ends as they are; only this account can read them.

    They are there under their names when all is written; after any exception none is. Raises OSError, FileExistsError
    if there is one already.
    """
    parts, done = list[Path](), list[Path]()
    try:
        with ExitStack() as opened:
            yield tuple(_opened(path, parts, opened) for path in paths)
        for part, path in zip(parts, paths, strict=True):
            _name(part, path)
            done.append(path)
    except BaseException:
        for path in (*parts, *done):
            path.unlink(missing_ok=True)
        raise


def _opened(path: Path, parts: list[Path], opened: ExitStack) -> Callable[[str], object]:
    number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    parts.append(Path(name))
    file = opened.enter_context(os.fdopen(number, "w", encoding="utf-8", newline=""))
    return file.write


def _name(part: Path, path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    part.rename(path)
