"""No word that a room may type meets one that it may not read (SPEC 10)."""

import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.data.tables import SEARCH
from csu_tui.data.veil import VEIL, bare, unveiled, veiled

NAMES = ("Ada Plantagenet", "Łukasz Żółć", "Zoë O\u2019Brien-Smith", "Йосиф Гончар", "محمد علي", "王小明", "émile_zola")


def index() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute(SEARCH.replace("prefix='2 3', ", ""))
    return made


def every_sign(written: Callable[[str], str]) -> Iterator[tuple[str]]:
    """Texts with each sign that Unicode has, or may have one day in the planes that are in use."""
    signs = [sign for sign in map(chr, range(1, 0x40000)) if unicodedata.category(sign) != "Cs"]
    for at in range(0, len(signs), 500):
        yield (" ".join(map(written, signs[at : at + 500])),)


def test_no_sign_that_can_be_typed_stands_for_the_veil() -> None:
    with closing(index()) as made:
        texts = every_sign(lambda sign: bare(f"{sign}ada ada{sign}"))
        made.executemany("INSERT INTO search (words) VALUES (?)", texts)
        assert made.execute("SELECT rowid FROM search WHERE search MATCH 'ada'").fetchall()
        for asked in (f'"{VEIL}ada"', f'"{VEIL}a" *', f'"{VEIL}" *'):
            assert made.execute("SELECT rowid FROM search WHERE search MATCH ?", (asked,)).fetchall() == []


def test_every_sign_of_a_veiled_text_stands_behind_the_veil() -> None:
    with closing(index()) as made:
        texts = every_sign(
            lambda sign: veiled(f"ada{sign}bea {sign}cis e\u0323\u0301{sign}dot {sign}\u0301\u0302eve {sign}")
        )
        made.executemany("INSERT INTO search (words) VALUES (?)", texts)
        made.execute("CREATE VIRTUAL TABLE word USING fts5vocab(search, row)")
        assert made.execute("SELECT term FROM word WHERE substr(term, 1, 1) <> ?", (VEIL,)).fetchall() == []
        assert made.execute("SELECT count(*) FROM word").fetchone() > (100_000,)


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


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Nguyễn", "Nguyen"), ("Ọlọ́runfẹ́mi", "Olorunfemi"), ("Ẃynne", "wynne"), ("Siân", "sian"), ("Żółć", "zołc")],
)
def test_a_name_typed_without_its_accents_is_veiled_as_the_name_is(name: str, typed: str) -> None:
    with closing(index()) as made:
        made.execute("INSERT INTO search (person) VALUES (?)", (veiled(name),))
        asked = f'"{veiled(typed)}"'
        assert made.execute("SELECT count(*) FROM search WHERE search MATCH ?", (asked,)).fetchone() == (1,)
