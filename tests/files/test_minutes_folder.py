"""Minutes written into the unit's folder by themselves when a meeting closes."""

import errno
import os
from pathlib import Path

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.files.minutes import write_free

_NAME = "2022-03-14 Daily tasking M57.txt"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no mode bits")


@posix
def test_missing_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    path = write_free(tmp_path / "unit" / "minutes", _NAME, "x\n")
    assert path == tmp_path / "unit" / "minutes" / _NAME
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


@posix
def test_folder_that_is_there_keeps_the_permissions_it_was_given(tmp_path: Path) -> None:
    shared = tmp_path / "minutes"
    shared.mkdir()
    shared.chmod(0o755)
    write_free(shared, _NAME, "x\n")
    assert shared.stat().st_mode & 0o777 == 0o755


def test_file_in_place_of_the_folder_is_said_and_left_alone(tmp_path: Path) -> None:
    taken = tmp_path / "minutes"
    taken.write_text("mine")
    with pytest.raises(RuleError, match="is not a folder"):
        write_free(taken, _NAME, "x\n")
    assert taken.read_text() == "mine"


def test_name_is_not_left_half_taken_where_the_last_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RuleError, match="disk is full"):
        write_free(tmp_path, _NAME, "x\n")
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_flushed_does_not_undo_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush, flushed = os.fsync, []

    def only_files(handle: int) -> None:
        flushed.append(handle)
        if len(flushed) > 1:
            raise OSError(errno.EIO, "Input/output error")
        flush(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert write_free(tmp_path, _NAME, "x\n").read_text() == "x\n"
