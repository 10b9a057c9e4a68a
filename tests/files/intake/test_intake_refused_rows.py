import csv
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.domain.incoming import IncomingFile
from csu_tui.files.intake import refused_name, write_refused

Read = Callable[..., IncomingFile]
CONTENT = 'received,title,house\nsoon,"=HYPERLINK(""x"")",-2.5\nlater,"a\nb\x1b[2J\u202e","+44 1"\n'


@pytest.fixture
def incoming(read: Read) -> IncomingFile:
    return read(CONTENT)


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_refused_rows_are_written_with_line_record_and_reason(incoming: IncomingFile, tmp_path: Path) -> None:
    written = write_refused(incoming, refused_name(tmp_path / "march.csv"))
    assert written == tmp_path / "march.csv.refused.csv"
    table = _cells(written)
    assert table[0] == ["line", "record", "reason", "received", "title", "house"]
    assert table[1][:4] == ["2", "1", "the date received cannot be read: 'soon'", "soon"]


def test_a_formula_is_defused_and_a_number_is_not(incoming: IncomingFile, tmp_path: Path) -> None:
    table = _cells(write_refused(incoming, tmp_path / "r.csv"))
    assert table[1][4:] == ['\'=HYPERLINK("x")', "-2.5"]
    assert table[2][5] == "'+44 1"


def test_control_characters_are_written_as_visible_signs(incoming: IncomingFile, tmp_path: Path) -> None:
    table = _cells(write_refused(incoming, tmp_path / "r.csv"))
    assert table[2][4] == "a\nb␛[2J‹U+202E›"


def test_no_file_is_written_over(incoming: IncomingFile, tmp_path: Path) -> None:
    names = [write_refused(incoming, tmp_path / "r.refused.csv").name for _ in range(3)]
    assert names == ["r.refused.csv", "r.refused-2.csv", "r.refused-3.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are not kept so there")
def test_only_its_owner_may_read_it(incoming: IncomingFile, tmp_path: Path) -> None:
    assert stat.S_IMODE(write_refused(incoming, tmp_path / "r.csv").stat().st_mode) == 0o600


def test_a_folder_that_takes_no_file_is_said(incoming: IncomingFile, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="could not be written"):
        write_refused(incoming, tmp_path / "gone" / "r.csv")
