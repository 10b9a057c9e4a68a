"""A copy of the database, made by SQLite's backup API so that a running meeting may go on."""

import os
from pathlib import Path

from csu_tui.data.connection import connect, sentences
from csu_tui.domain.errors import RuleError


def back_up(path: Path, target: Path) -> Path:
    """Copy the database to `target`, which must not exist, readable by its owner only; whole or not at all."""
    if target.exists():
        raise RuleError(f"{target} exists already: choose another name.")
    draft = target.with_name(f".{target.name}.part")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise RuleError(f"No copy can be made at {target}: {error.strerror}.") from error
    source = connect(path, "ro")
    try:
        with sentences(target):
            copy = connect(draft, "rw")
            try:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                good = copy.execute("PRAGMA quick_check").fetchone()[0]
            finally:
                copy.close()
        if good != "ok":
            raise RuleError(f"The copy at {target} did not verify: {path} may be damaged; run `csu-tui check`.")
        draft.rename(target)
    finally:
        source.close()
        draft.unlink(missing_ok=True)
    return target
