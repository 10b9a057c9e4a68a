import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.files.minutes import free_name, write_free, write_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="file modes of POSIX")


def fail(code: int) -> object:
    def failing(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    return failing


def test_text_is_written_as_it_is_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    assert write_text(path, "one\ntwo – 漢\n") == path
    assert path.read_bytes() == "one\ntwo – 漢\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = write_text(tmp_path / "minutes.txt", "x\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_existing_file_is_never_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("mine")
    with pytest.raises(RuleError, match="exists already"):
        write_text(path, "x\n")
    assert path.read_text() == "mine"


def test_file_that_appears_at_the_last_moment_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("mine")
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    with pytest.raises(RuleError, match="exists already"):
        write_text(path, "x\n")
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_dangling_link_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RuleError, match="exists already"):
        write_text(path, "x\n")
    assert not (tmp_path / "elsewhere").exists()


def test_force_replaces_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("a much longer text than the new one")
    write_text(path, "x\n", force=True)
    assert path.read_text() == "x\n"


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"There is no folder .*absent"):
        write_text(tmp_path / "absent" / "minutes.txt", "x\n")


def test_folder_given_for_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="is a folder"):
        write_text(tmp_path, "x\n", force=True)


@pytest.mark.parametrize(("code", "said"), [(errno.EACCES, "may not write"), (errno.EROFS, "may not write")])
def test_folder_without_leave_to_write_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    monkeypatch.setattr("tempfile.mkstemp", lambda **_more: fail(code)())  # type: ignore[operator]
    with pytest.raises(RuleError, match=said):
        write_text(tmp_path / "minutes.txt", "x\n")


@pytest.mark.parametrize("force", [False, True])
def test_full_disk_is_said_and_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    path = tmp_path / "minutes.txt"
    if force:
        path.write_text("old")
    monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    with pytest.raises(RuleError, match="disk is full"):
        write_text(path, "x\n", force=force)
    assert [file.read_text() for file in tmp_path.iterdir()] == (["old"] if force else [])


@posix
def test_error_sentence_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refusal:
        write_text(tmp_path / "a\nb" / "minutes.txt", "x\n")
    assert "\n" not in str(refusal.value)


def test_file_system_without_hard_links_still_refuses_a_taken_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", fail(errno.EPERM))
    path = write_text(tmp_path / "minutes.txt", "x\n")
    assert path.read_text() == "x\n"
    with pytest.raises(RuleError, match="exists already"):
        write_text(path, "y\n")
    assert list(tmp_path.iterdir()) == [path]


def test_second_minutes_of_one_name_are_written_beside_the_first(tmp_path: Path) -> None:
    name = "2022-03-14 Daily tasking M57.txt"
    assert free_name(tmp_path, name) == tmp_path / name
    paths = [write_free(tmp_path, name, f"{number}\n") for number in range(3)]
    assert [path.name for path in paths] == [
        name,
        "2022-03-14 Daily tasking M57 (2).txt",
        "2022-03-14 Daily tasking M57 (3).txt",
    ]
    assert [path.read_text() for path in paths] == ["0\n", "1\n", "2\n"]
