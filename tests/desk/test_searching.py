"""Search finds every report by its words, and tells a room nothing that it may not read."""

import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csu_tui.data.queries.match import MOST
from csu_tui.data.queries.search import CANDIDATES, LOOKED_AT
from csu_tui.data.veil import VEIL
from csu_tui.desk.desk import Desk
from csu_tui.domain.found import Found
from csu_tui.domain.ids import ReportId
from csu_tui.domain.search import TOKEN, fold
from csu_tui.domain.stroke import ContactMade, NewReport
from csu_tui.domain.words import Means
from tests.counted import counting
from tests.factories import (
    EMAIL,
    HOSTILE,
    HOUSE,
    NAME,
    PHONE,
    PLANTED,
    SECRET,
    SENSITIVE,
    agency,
    import_reports,
    make_desk,
    open_meeting,
    refused,
    step_of,
)


def numbers(found: tuple[Found, ...]) -> list[int]:
    return [int(one.report_id) for one in found]


def find(desk: Desk, text: str, *, private: bool = False) -> list[int]:
    return numbers(desk.search(text, private=private))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three reports: bikes in Mill Lane, a sensitive one there, and noise elsewhere long ago."""
    found = make_desk(tmp_path)
    import_reports(
        found,
        {"reference": "46-0871-22", "title": "Two off-road bikes", "text": "Ridden on the footpath, third evening."},
        SENSITIVE | {"reference": "46-0900-01"},
        {
            **{"reference": "NOI-7", "received": "14/02/2022 22:10", "category": "Noise", "street": "High Street"},
            **{"locality": "Hextable", "postcode": "BR8 1AB", "title": "Drums", "text": "Heard in Mill Lane too."},
            **{"house": "9", "name": "Mr Oboe", "phone": "", "email": ""},
        },
    )
    return found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("drums", [3]),
        ("DRUMS", [3]),
        ("dru", [3]),
        ("dru* hextable", [3]),
        ("mill lane", [2, 1, 3]),
        ('"mill lane" footpath', [1]),
        ('"lane mill"', []),
        ("footpath evening", [1]),
        ("R3", [3]),
        ("46-0871-22", [1]),
        ("46-08", [1]),
        ("ref:46 ", [2, 1]),
        ("category:noise", [3]),
        ("place:hextable", [3]),
        ("place:mill", [2, 1]),
        ("category:bikes place:swanley", [1]),
        ('category:"sensitive concern"', [2]),
        ("from:2022-03", [2, 1]),
        ("to:28/2", [3]),
        ('from:14/2 to:"14 Feb"', [3]),
        ("from:2021 to:2021", []),
        ("noise from:2022-02-15", []),
        ("colour:red", []),
        ("", []),
        ("   ", []),
        ("d", []),
    ],
)
def test_what_is_typed_finds(desk: Desk, typed: str, expected: list[int]) -> None:
    assert sorted(find(desk, typed)) == sorted(expected)


def test_a_number_alone_is_the_report_of_that_number_first(desk: Desk) -> None:
    assert find(desk, "3")[0] == 3


def test_an_action_leads_to_its_report(desk: Desk) -> None:
    open_meeting(desk)
    desk.task(step_of(desk, 1), agency(desk, 1))
    (action,) = desk.report(step_of(desk, 1).report_id).actions
    assert find(desk, f"A{action.id}") == [1]
    short = next(one.short for one in desk.agencies() if one.digit == 1)
    assert find(desk, f'agency:"{short}"') == [1]
    assert 3 not in find(desk, f'agency:"{short}"')


def test_the_reference_typed_comes_first(desk: Desk) -> None:
    desk.contact(ReportId(3), ContactMade(Means.CALL, reached=False, note="see R1, reference 46-0871-22"))
    assert find(desk, "R1") == [1, 3]
    assert find(desk, "46-0871-22") == [1, 3]


def test_words_that_say_where_come_before_words_in_passing(desk: Desk) -> None:
    assert find(desk, "mill lane")[-1] == 3


def test_a_word_that_many_have_as_it_is_typed_is_sought_in_longer_ones_too(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, *({"title": "bike"} for _ in range(LOOKED_AT)), {"title": "bikesheds"})
    assert find(desk, "bike")[0] == LOOKED_AT + 1
    assert find(desk, "bikesh") == [LOOKED_AT + 1]


def test_a_beginning_finds_every_word_that_it_goes_on_to_however_many(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    words = [f"tram{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(2 * MOST)]
    import_reports(desk, *({"title": f"{word} {word}é"} for word in words))
    for typed in ("tra", "tram", "trama", "tramb", "trambé", "tramba tramb"):
        begun = fold(typed.split()[0])
        assert len(desk.search(typed, limit=2 * len(words))) == sum(word.startswith(begun) for word in words), typed


def test_a_word_of_other_letters_is_found_as_it_is_typed(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    words = ("Hauptstraße", "Øresundsbron", "Kraków", "Café", "ﬁrework", "Москва", "İstanbul", "naïveté")
    import_reports(desk, *({"title": word, "name": f"Ms {word}"} for word in words))
    for number, word in enumerate(words, 1):
        for end in range(2, len(word) + 1):
            assert number in find(desk, word[:end]), word[:end]
            assert number in find(desk, f"ms {word[:end]}", private=True), word[:end]


SPELT = (
    "Nguyễn",
    "Ọlọ́runfẹ́mi",
    "Ẃynne",
    "Weißmann",
    "O’Brien-Smith",
    "ﬁona",
    "Йосиф",
    "김철수",
    "Zoë",
    "m²ters",
    "Ǡdam",
)


@pytest.mark.parametrize("name", SPELT)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_from_its_second_letter_on_however_it_is_written(
    tmp_path: Path, name: str, form: Literal["NFC", "NFD"]
) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"name": unicodedata.normalize(form, name), "title": "hush"}, {"name": "", "title": name})
    composed = unicodedata.normalize("NFC", name)
    for end in range(2, len(composed) + 1):
        if TOKEN.findall(composed[:end])[-1:] == [composed[:end]]:
            typed = unicodedata.normalize(form, composed[:end])
            assert set(find(desk, typed, private=True)) == {1, 2}, typed
            assert find(desk, typed) == [2], typed
    assert set(find(desk, f"{name} ", private=True)) == {1, 2}


@pytest.mark.parametrize("emoji", ["\U0001f600", "\U0001fae8", "\U0001faf6"])
def test_an_emoji_beside_a_word_is_no_part_of_it(tmp_path: Path, emoji: str) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"title": f"bikes{emoji}again"}, SENSITIVE | {"title": f"bikes{emoji}again"})
    for typed in ("bikes ", "again ", "aga", f"bikes{emoji}again "):
        assert 1 in find(desk, typed), typed
        assert set(find(desk, typed, private=True)) == {1, 2}, typed


def test_the_tokens_of_months_are_no_words_of_a_report(desk: Desk) -> None:
    open_meeting(desk)
    for typed in ("m2", "m20", "m202203 ", "y2022", "y20 ", f"{VEIL}y", "mill m2022"):
        assert find(desk, typed) == find(desk, typed, private=True) == [], typed
    assert find(desk, "M1 ") != []


def test_the_sign_of_what_is_hidden_is_no_way_to_it(desk: Desk) -> None:
    surname = NAME.split()[-1]
    assert find(desk, surname, private=True)
    for typed in (
        VEIL,
        f"{VEIL}*",
        f"{VEIL}{surname}",
        f"a{VEIL}{surname}",
        f'"{VEIL}{surname}"',
        f"{VEIL}{surname[:4]}*",
    ):
        assert find(desk, typed) == [], typed
        assert find(desk, f"place:{typed}") == [], typed


def test_a_source_s_reference_that_others_begin_with_comes_first(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"reference": "QZ-1"}, *({"reference": f"QZ-1{n}"} for n in range(9)), {"reference": "QZ-2"})
    assert find(desk, "QZ-1") == [1]
    assert find(desk, "ref:QZ-1") == [1]
    assert len(find(desk, "QZ-3")) == len(find(desk, "QZ-")) == 11


def test_a_reference_that_was_found_does_not_go_on_and_a_number_does(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    numbered = ({"reference": f"{n}/22", "title": f"{n} bins"} for n in range(1, 21))
    import_reports(desk, {"reference": "QZ-1"}, {"reference": "QZ-17"}, *numbered)
    assert find(desk, "QZ-1") == [1]
    assert find(desk, "qz") == [2, 1]
    assert find(desk, "R1") == [1]
    assert set(find(desk, "20")) == {20, 22}
    desk.contact(ReportId(3), ContactMade(Means.CALL, reached=False, note="as in R1 and R17; 2000 cans"))
    assert find(desk, "R1") == [1, 3]
    assert find(desk, "200") == [3]


def test_the_newest_received_comes_first(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"received": "30/03/2022 10:00"}, {"received": "31/03/2022 10:00"}, {"received": "29/03/2022"})
    assert find(desk, "swanley") == [2, 1, 3]


def test_the_newest_by_date_is_found_before_a_whole_backlog_imported_after_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    old = ({"title": "pothole", "received": "01/02/2021 10:00"} for _ in range(LOOKED_AT + 1))
    import_reports(desk, {"title": "pothole", "received": "31/03/2022 10:00"}, *old)
    assert CANDIDATES > LOOKED_AT
    assert find(desk, "pothole")[0] == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("drums agency:wardns", "Nothing has agency:wardns — check the filter."),
        ('place:"no such street" ref:R99', 'Nothing has place:"no such street" or ref:R99 — check the filter.'),
        ("zither category:noise ", ""),
        ("place:hextable category:bikes ", ""),
        ("foo:bar", ""),
    ],
)
def test_a_filter_that_nothing_fits_is_named(desk: Desk, typed: str, said: str) -> None:
    assert find(desk, typed) == []
    assert desk.barren(typed) == said


def test_a_filter_tells_a_room_nothing_of_a_sensitive_category(desk: Desk) -> None:
    assert desk.barren("category:domestic") == desk.barren("category:dometsic").replace("dometsic", "domestic")
    assert desk.barren("category:domestic", private=True) == ""


@pytest.mark.parametrize("word", [NAME, "plantagenet", PHONE, "01322765432", "765432", EMAIL, HOUSE, "7AA", "BR87AA"])
def test_names_and_details_are_found_in_private_only(desk: Desk, word: str) -> None:
    assert find(desk, word) == []
    assert 1 in find(desk, word, private=True)
    assert find(desk, f"mill {word}") == find(desk, f'category:bikes "{word}"') == []


@pytest.mark.parametrize("word", [SECRET, "narrative", "domestic", 'category:"domestic abuse"', "category:domestic"])
def test_words_of_a_sensitive_report_are_found_in_private_only(desk: Desk, word: str) -> None:
    assert find(desk, word) == []
    assert find(desk, word, private=True) == [2]


@pytest.mark.parametrize("private", [False, True])
def test_what_is_shown_of_a_report_found_is_what_may_be_shown(desk: Desk, private: bool) -> None:
    shown = " ".join(repr(one) for one in desk.search("mill", private=private))
    assert any(planted in shown for planted in PLANTED) == private


@pytest.mark.parametrize(
    ("typed", "matched", "marked"),
    [
        ("evening", "Ridden on the footpath, third evening.", ["evening"]),
        ("third foot", "Ridden on the footpath, third evening.", ["footpath", "third"]),
        ("bik", "Two off-road bikes", ["bikes"]),
        ("nuisance bikes", "Two off-road bikes", ["bikes"]),
        ("hextable noise lane", "Heard in Mill Lane too.", ["Lane"]),
        ("category:noise", "Noise", ["Noise"]),
        ("place:hextable", "High Street, Hextable BR8", ["Hextable"]),
        ("from:31/3", "", []),
    ],
)
def test_the_words_around_what_was_found_are_shown(desk: Desk, typed: str, matched: str, marked: list[str]) -> None:
    one = next(one for one in desk.search(typed) if one.matched == matched)
    assert [words for words, mark in one.pieces if mark] == marked


@pytest.mark.parametrize("typed", ['"white bike"', '"white bi', "caller white bike on"])
def test_words_in_a_row_are_shown_where_they_stand_in_a_row(tmp_path: Path, typed: str) -> None:
    desk = make_desk(tmp_path)
    text = f"The bike and its rider, {'white with dust, ' * 20} gone. White bike on the rec at about 17:30."
    import_reports(desk, {"title": "Off-road bike, caller followed home", "text": text})
    (one,) = desk.search(typed)
    assert "White bike on" in one.matched
    assert {"White", "bike"} <= {words for words, mark in one.pieces if mark}


def test_a_long_text_is_shown_around_what_was_found(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {"text": "before " * 500 + "the xylophone " + "after " * 500})
    (one,) = desk.search("xylophone")
    assert "xylophone" in one.matched
    assert len(one.matched) < 200
    assert one.matched.startswith("…before ")
    assert one.matched.endswith("…")


def test_a_report_taken_back_by_undo_is_found_no_more(desk: Desk) -> None:
    open_meeting(desk)
    category = next(one.id for one in desk.categories() if not one.sensitive)
    desk.raise_report(NewReport(category, "Warden", title="xylophones"))
    assert find(desk, "xylophones") == [4]
    desk.undo()
    assert find(desk, "xylophones") == []


def test_a_wrong_date_is_refused_in_a_sentence(desk: Desk) -> None:
    assert "is not a date" in refused(lambda: desk.search("from:soon"))


NAUGHTY = (
    *("undefined", "null", "1/0", "1;DROP TABLE report", "' OR 1=1 -- 1", "<script>alert(1)</script>", "Ω≈ç√∫˜µ≤≥÷"),
    *("田中さんにあげて下さい", "הָיְתָה", "مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ", "̡͓̞ͅI̗̘̦͝n͇͇͙v̮̫ok̲̫̙͈i̖͙̭̹̠̞n̡̻̮̣̺g̲͈͙̭͙̬͎", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮"),
    *("Ṱ̺̺̕o͞ ̷", "%s%s%n", "NEAR(a b)", "a AND b OR NOT c", "{words} : x", "^start", "-minus +plus", "col:val*", "((((a1"),
    *("x\x00y", "🏳️‍🌈 flag 1F3F3", "ＦＵＬＬwidth", "ǅ ß ﬁ", "e\u0301te\u0301", "\u202etest\u202c", "日本\u3000語"),
    "a\ufeffb",
    HOSTILE,
)


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("title", NAUGHTY)
def test_whatever_a_title_is_it_is_found_again_unchanged(tmp_path: Path, title: str, private: bool) -> None:
    desk = make_desk(tmp_path)
    open_meeting(desk)
    category = next(one.id for one in desk.categories() if not one.sensitive)
    desk.raise_report(NewReport(category, "Warden", title=title))
    assert find(desk, title, private=private) == [1]
    assert desk.report(ReportId(1)).report.title == title.strip()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.one_of(st.sampled_from('"*():-^+{}ANDORNEAT \x00\u2019agency:ref:'), st.characters())))
def test_no_text_breaks_the_index_s_own_language(desk: Desk, typed: str) -> None:
    for private in (False, True):
        desk.search(typed.replace("from", "").replace("to", ""), private=private)


def test_a_search_costs_the_same_statements_however_much_it_finds(tmp_path: Path) -> None:
    with counting() as counter:
        desk = make_desk(tmp_path)
        import_reports(desk, {})
        few = len(counter(lambda: desk.search("mill lane")).statements)
        import_reports(desk, *({} for _ in range(120)))
        assert len(counter(lambda: desk.search("mill lane")).statements) <= few <= 9
