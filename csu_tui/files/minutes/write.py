"""A text file written whole or not at all, for its owner only, and never over another one unasked."""

import errno
import os
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from csu_tui.domain.errors import RuleError
from csu_tui.domain.moment import local
from csu_tui.domain.snapshot import Snapshot
from csu_tui.domain.text import clean

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
"""What a file system says that knows no hard links."""


def file_name(snapshot: Snapshot, *, redacted: bool = False) -> str:
    """Name a meeting's minutes: `2022-03-14 Daily tasking M57.txt`."""
    day = local(datetime.fromisoformat(snapshot["meeting"]["start"])).date().isoformat()
    return f"{day} Daily tasking {snapshot['meeting']['meeting']}{' redacted' if redacted else ''}.txt"


def free_name(folder: Path, name: str) -> Path:
    """Return a path in `folder` that nobody has taken: the name, or `name (2)`, `name (3)` …."""
    path = folder / name
    number = 2
    while os.path.lexists(path):
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path


def write_text(path: Path, text: str, *, force: bool = False) -> Path:
    """Write UTF-8 text as it is; `force` replaces a file that exists.

    Raises RuleError where the folder is missing or may not be written to, the disk is full, or the file exists.
    """
    shown = clean(str(path))
    if path.is_dir():
        raise RuleError(f"{shown} is a folder: give the name of a file.")
    if not _written(path, text, force=force):
        raise RuleError(f"{shown} exists already: nothing was written over it. Give another name.")
    return path


def write_free(folder: Path, name: str, text: str) -> Path:
    """Write UTF-8 text under the first name that nobody has taken, and return its path.

    The folder is made where it is missing, for its owner only. Refused as `write_text` is.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RuleError(_said(error, folder / name)) from None
    while not _written(path := free_name(folder, name), text, force=False):
        pass  # somebody took the name between the look and the write
    return path


def _written(path: Path, text: str, *, force: bool) -> bool:
    """Write the file; False where there is one already."""
    if not force and os.path.lexists(path):
        return False
    try:
        _write_whole(path, text.encode("utf-8"), force=force)
    except FileExistsError:
        return False
    except OSError as error:
        raise RuleError(_said(error, path)) from None
    return True


def _write_whole(path: Path, content: bytes, *, force: bool) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".minutes-", suffix=".part", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if force:
            Path(temporary).replace(path)
        else:
            _put(temporary, path)
    finally:
        Path(temporary).unlink(missing_ok=True)
    _sync_folder(path.parent)


def _put(temporary: str, path: Path) -> None:
    """Give the finished file its name, refused by the file system itself if another has taken it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A file system without hard links (FAT, some shares): take the name first, then fill it in one step.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            Path(temporary).replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut where folders can be flushed; the file itself is on the disk already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _said(error: OSError, path: Path) -> str:
    file, folder = clean(str(path)), clean(str(path.parent))
    if error.errno in _FULL:
        return f"The disk is full: {file} was not written. Make room or choose another folder."
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{folder} is not a folder: choose another one."
    if isinstance(error, FileNotFoundError):
        return f"There is no folder {folder}: make it or choose another one."
    if error.errno in _FORBIDDEN:
        return f"You may not write in {folder}: choose another folder."
    return f"{file} could not be written ({clean(error.strerror or type(error).__name__)})."
