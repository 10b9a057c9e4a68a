"""Who I am is kept by names in my own preferences file, beside my own words, and harmless where it is wrong."""

import os
import stat
from functools import partial
from pathlib import Path

import pytest

from csu_tui import settings
from csu_tui.cli.person import Person
from csu_tui.domain.preference import MyName, matched
from tests.cli.conftest import Ask, parsed
from tests.factories import agency, make_desk, refused

MINE = """# mine
theme = "light"   # easier on the eyes

[keys]
# one hand
next = "j"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "preferences.toml"


def person(database: Path, file: Path) -> Person:
    return Person(database, file, settings.preferences(file))


def answer(database: Path, file: Path) -> tuple[str, str] | None:
    name = person(database, file).read()
    return (name.agency, name.officer) if name else None


def write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def test_the_answer_is_remembered_after_a_restart_and_for_its_own_database(tmp_path: Path, file: Path) -> None:
    one, two = tmp_path / "one.db", tmp_path / 'a "b" é.db'
    person(one, file).keep("Wardens", "Sam O'Neill")
    person(two, file).keep("Fire [/x]", "")
    assert answer(one, file) == ("Wardens", "Sam O'Neill")
    assert answer(two, file) == ("Fire [/x]", "")
    assert answer(tmp_path / "three.db", file) is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["preferences.toml"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_my_own_comments_order_and_layout_stay(tmp_path: Path, file: Path, newline: str) -> None:
    mine = MINE.replace("\n", newline)
    write(file, mine)
    person(tmp_path / "one.db", file).keep("Wardens", "Sam")
    person(tmp_path / "one.db", file).keep("Fire", "")
    kept = file.read_bytes().decode()
    assert kept.startswith(mine)
    assert answer(tmp_path / "one.db", file) == ("Fire", "")
    assert settings.preferences(file).theme == "light"
    assert [key.key for key in settings.preferences(file).keys] == ["j"]


def test_comments_within_my_own_entry_stay_too(tmp_path: Path, file: Path) -> None:
    head = f"[me.'{(tmp_path / 'one.db').resolve()}']"
    write(file, f'{head}\n# until May\nagency = "Wardens"  # seconded\nofficer = "Sam"\n\n[keys]\nnext = "j"\n')
    person(tmp_path / "one.db", file).keep("Wardens", "Ada")
    assert file.read_text() == (
        f'{head}\n# until May\nagency = "Wardens"  # seconded\nofficer = "Ada"\n\n[keys]\nnext = "j"\n'
    )


TWO_ROWS = 130
"""Signs that the message line of a screen of 80 columns has room for, however deep the file lies."""


@pytest.mark.parametrize(
    "spoilt",
    [b"theme = ", b"[keys\n", b"\xff\xfe", b'me = "x"\n', b"[[me]]\na = 1\n", b'theme = "dark"\ntheme = "dark"\n'],
)
def test_a_file_that_cannot_be_kept_is_left_alone_and_remembered_for_this_sitting(
    tmp_path: Path, file: Path, spoilt: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(spoilt)
    me = person(tmp_path / "one.db", file)
    assert me.read() is None
    said = refused(lambda: me.keep("Wardens", "Sam"))
    assert "for this sitting only" in said
    assert "preferences.toml" in said
    assert file.read_bytes() == spoilt
    found = me.read()
    assert found is not None
    assert (found.agency, found.officer) == ("Wardens", "Sam")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    me = person(tmp_path / "one.db", tmp_path / "kept" / "preferences.toml")
    said = refused(lambda: me.keep("Fire", ""))
    assert "for this sitting only" in said
    assert len(said) < TWO_ROWS


def test_a_link_to_the_file_stays_a_link_and_its_permissions_stay(tmp_path: Path, file: Path) -> None:
    write(tmp_path / "dotfiles.toml", MINE)
    (tmp_path / "dotfiles.toml").chmod(0o640)
    file.parent.mkdir()
    file.symlink_to(tmp_path / "dotfiles.toml")
    person(tmp_path / "one.db", file).keep("Fire", "")
    assert file.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert answer(tmp_path / "one.db", file) == ("Fire", "")


def test_a_kill_while_it_is_written_leaves_the_old_file(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, MINE)

    def die(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", die)
    assert "No space left" in refused(lambda: person(tmp_path / "one.db", file).keep("Fire", ""))
    assert file.read_text() == MINE
    assert [one.name for one in file.parent.iterdir()] == ["preferences.toml"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('me = "Sam"\n', "preferences.toml, line 1, me:"),
        ('\n[me]\n"DB" = "Sam"\n', "preferences.toml, line 3, DB:"),
        ('[me."DB"]\nofficer = "Sam"\n', "preferences.toml, line 1, DB:"),
        ('[keys]\nagency = "j"\n[me."DB"]\n\nagency = 4\n', "preferences.toml, line 5, agency:"),
        ('[me]\n"DB" = {agency = "Fire", officer = 1}\n', "preferences.toml, line 2, officer:"),
        ('[me.\'DB\']\nagency = "Fire"\nnaem = "Sam"\n', "preferences.toml, line 3, naem:"),
    ],
)
def test_a_wrong_entry_is_named_with_file_line_and_key(file: Path, text: str, complaint: str) -> None:
    write(file, text)
    found = settings.preferences(file)
    assert found.me == ()
    assert complaint in " ".join(found.complaints)


def test_a_name_that_is_nobodys_is_named_with_file_line_and_key(tmp_path: Path, file: Path) -> None:
    desk = make_desk(tmp_path)
    desk.add_officer(agency(desk, 4), "Sam")
    for agency_name, officer, said in (
        ("wardens", "Sma", "preferences.toml, line 3, officer: Wardens has no officer “Sma”"),
        ("Wadrens", "Sam", "preferences.toml, line 2, agency: there is no agency “Wadrens”"),
    ):
        write(file, f'[me.\'{desk.path.resolve()}\']\nagency = "{agency_name}"\nofficer = "{officer}"\n')
        name = person(desk.path, file).read()
        assert name is not None
        assert said in refused(partial(matched, name, desk.agencies(), desk.officers()))
    found = matched(MyName("wardens", "SAM"), desk.agencies(), desk.officers())
    assert (found[0].short, found[1].name if found[1] else "") == ("Wardens", "Sam")


def test_mine_is_whoever_the_screens_were_told(ask: Ask, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk(database.parent, name=database.name)
    desk.add_officer(agency(desk, 4), "Sam")
    desk.close()
    file = database.with_name("preferences.toml")
    monkeypatch.setenv("CSU_TUI_CONFIG", str(file))
    status, _, said = ask("actions", "--mine")
    assert (status, "F3 on the screens asks who you are" in said) == (1, True)
    person(database, file).keep("Wardens", "Sam")
    assert ask("actions", "--mine", "--json")[0] == 0
    assert parsed(ask("actions", "--mine", "--json")[1]) == []
    person(database, file).keep("Wardens", "Nobody")
    assert "preferences.toml, line" in ask("actions", "--mine")[2]
