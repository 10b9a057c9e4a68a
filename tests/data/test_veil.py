"""No word that a room may type meets one that it may not read (SPEC 10)."""

import sqlite3
import sys
import unicodedata
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from csu_tui.data.tables import SEARCH
from csu_tui.data.veil import VEIL, bare, unveiled, veiled

NAMES = ("Ada Plantagenet", "Łukasz Żółć", "Zoë O\u2019Brien-Smith", "Йосиф Гончар", "محمد علي", "王小明", "émile_zola")


def index() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute(SEARCH)
    return made


def typeable() -> list[str]:
    return [sign for sign in map(chr, range(1, sys.maxunicode + 1)) if unicodedata.category(sign) != "Cs"]


def test_no_sign_that_can_be_typed_stands_for_the_veil() -> None:
    with closing(index()) as made:
        rows = [(ord(sign), bare(f"{sign}ada ada{sign}")) for sign in typeable()]
        made.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", rows)
        for asked in (f'"{VEIL}ada"', f'"{VEIL}a" *', f'"{VEIL}" *'):
            assert made.execute("SELECT rowid FROM search WHERE search MATCH ?", (asked,)).fetchall() == []


def test_every_sign_of_a_veiled_text_stands_behind_the_veil() -> None:
    with closing(index()) as made:
        signs = typeable()
        rows = [(ord(sign), veiled(f"ada{sign}bea {sign}cis {sign}")) for sign in signs]
        made.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", rows)
        made.execute("CREATE VIRTUAL TABLE word USING fts5vocab(search, row)")
        assert [term for (term,) in made.execute("SELECT term FROM word") if not term.startswith(VEIL)] == []


@given(st.text())
def test_what_is_veiled_is_read_again_and_veils_alike(text: str) -> None:
    assert veiled(unveiled(veiled(text))) == veiled(text)


def test_what_people_write_is_read_again_as_it_was() -> None:
    for text in ("Flat 2b, 14–16 O’Brien’s Yard — rear; £20 (½ paid)", "zoë@example.org\n+44 (0)1322 765432", *NAMES):
        assert unveiled(veiled(text)) == text


def test_a_name_in_any_script_is_found_by_its_words_once_veiled() -> None:
    with closing(index()) as made:
        for number, name in enumerate(NAMES):
            made.execute("INSERT INTO search (rowid, person) VALUES (?, ?)", (number, veiled(name)))
        for number, name in enumerate(NAMES):
            for word in (name, name.lower(), *name.replace("_", " ").split()):
                asked = f'"{veiled(word)}"'
                assert made.execute("SELECT rowid FROM search WHERE search MATCH ?", (asked,)).fetchall() == [(number,)]
