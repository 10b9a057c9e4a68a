"""What a person sees when the program fails: one sentence and the path of a log, never a traceback (SPEC 10)."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

SENTENCE = "csu-tui met an error of its own and had to stop. Everything saved before is kept."


def write_log(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write what failed and where to a new file that its owner alone can read; None where that is impossible.

    Types and places in the code only: messages and values may hold personal details.
    """
    if folder is None:
        from csu_tui.settings import log_folder

        folder = log_folder()
    path = folder / f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.log"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write("\n".join(describe(error)) + "\n")
        return path
    return None


def describe(error: BaseException) -> list[str]:
    """Say what failed and where in the code, the cause first, without a single value."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        lines += [f"{type(cause).__module__}.{type(cause).__qualname__}"]
        lines += [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__ or getattr(cause, "error", None)
    return lines


def tell(error: BaseException | None) -> None:
    """Write the one sentence to standard error."""
    log = write_log(error) if error is not None else None
    where = f" For whoever looks after it: {log}" if log else ""
    sys.stderr.write(f"{SENTENCE}{where}\n")
    sys.stderr.flush()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Python's own traceback, which prints lines of source, from whatever fails inside."""

    def hook(_kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
        tell(error)

    before, sys.excepthook = sys.excepthook, hook
    yield
    sys.excepthook = before
