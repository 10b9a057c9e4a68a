"""A person's preferences file: what is wrong in it is named with file and line, and does no harm."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from csu_tui import settings
from csu_tui.domain.preference import KeyChoice, Preferences


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "preferences.toml"


def test_without_a_file_everything_is_as_it_comes(file: Path) -> None:
    assert settings.preferences(file) == Preferences()


def test_a_theme_and_keys_are_read_with_their_lines(file: Path) -> None:
    file.write_text('theme = "light"\n\n[keys]\nnext = "j"\n"past.export" = "w"\n')
    found = settings.preferences(file)
    assert (found.theme, found.complaints) == ("light", ())
    assert found.keys == (
        KeyChoice("next", "j", "preferences.toml, line 4, next"),
        KeyChoice("past.export", "w", "preferences.toml, line 5, past.export"),
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('theme = "pink"\n', "preferences.toml, line 1, theme"),
        ("theme = [1]\n", "preferences.toml, line 1, theme"),
        ("\ntheme = 3\n", "preferences.toml, line 2, theme"),
        ('colour = "red"\n', "preferences.toml, line 1, colour"),
        ('keys = "j"\n', "preferences.toml, line 1, keys"),
        ("[keys]\nnext = 4\n", "preferences.toml, line 2, next"),
        ('[keys]\nnext = ["a", "b"]\n', "preferences.toml, line 2, next"),
        ('theme = "dark"\n[keys\n', "line 2"),
        ('[keys]\nnext = "a"\nnext = "b"\n', "line 3"),
        ("\x00", "line 1"),
    ],
)
def test_a_wrong_entry_is_named_with_file_and_line_and_the_rest_is_taken(file: Path, text: str, complaint: str) -> None:
    file.write_text(text)
    found = settings.preferences(file)
    assert found.theme == "dark"
    assert found.keys == ()
    (said,) = found.complaints
    assert "preferences.toml" in said
    assert complaint in said


def test_bytes_that_are_no_text_and_a_folder_in_its_place_do_no_harm(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00theme")
    assert "not UTF-8" in settings.preferences(file).complaints[0]
    assert "cannot be read" in settings.preferences(tmp_path).complaints[0]


def test_the_environment_names_another_file(tmp_path: Path) -> None:
    assert settings.preferences_path({"CSU_TUI_CONFIG": str(tmp_path / "mine.toml")}) == tmp_path / "mine.toml"
    assert settings.preferences_path({}).name == "preferences.toml"


def test_where_prints_the_file(tmp_path: Path) -> None:
    environment = {"CSU_TUI_CONFIG": str(tmp_path / "mine.toml"), "CSU_TUI_DB": str(tmp_path / "unit.db")}
    found = subprocess.run(
        [sys.executable, "-m", "csu_tui", "where", "--json"],
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "HOME": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(found.stdout)["preferences"] == str(tmp_path / "mine.toml")
