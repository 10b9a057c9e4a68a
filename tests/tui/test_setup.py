"""Set-up by keys: agencies, officers, kinds, categories, phrases, settings; and a new unit's three questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter
from tests.factories import (
    MARKUP,
    SECRET,
    agency,
    close,
    import_reports,
    make_desk,
    note_all,
    open_meeting,
    step_of,
)
from tests.tui.playing import SIZES, Play, playing

ORDER = ("Agencies", "Officers", "Kinds of action", "Categories", "Wording", "Numbers", "Folders", "No further action")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path)
    yield opened
    opened.close()


async def go(play: Play, section: str, row: int = 0) -> None:
    """Open a list from the keyboard, the arrow on its row."""
    await play.press("f9", *["down"] * ORDER.index(section), "enter", *["down"] * row)


async def clear(play: Play) -> None:
    await play.press("end", "ctrl+u")


def row_of(names: list[str], name: str) -> int:
    return names.index(name)


@pytest.mark.parametrize("size", SIZES)
async def test_f9_shows_every_list_with_what_it_holds_and_f9_again_comes_back_to_it(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with playing(desk, size) as play:
        await play.press("f9")
        assert play.on == "SetupScreen"
        assert [name for name in ORDER[:5] if name in play.screen] == list(ORDER[:5])
        await play.press("end")
        assert "Undecided" in play.screen
        await play.press("home", "enter")
        assert "AGENCIES 25" in play.screen
        assert "1  Police CSU" in play.screen
        await play.press("f9")
        assert play.on == "SetupScreen"
        await play.press("escape")
        assert play.on == "OpeningScreen"


async def test_set_up_is_in_the_palette_and_in_the_help(desk: Desk) -> None:
    async with playing(desk, (120, 40)) as play:
        await play.press("question_mark")
        assert "set-up: agencies" in play.words
        await play.press("escape", "ctrl+p", *"set-up")
        await play.pilot.pause(0.5)
        await play.press("enter")
        assert play.on == "SetupScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_an_agency_is_added_by_keys_and_undone(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as play:
        await go(play, "Agencies")
        await play.press("plus", *"Parks", "enter", *"Pk", "enter", "0")
        assert "Agency Parks added." in play.words
        assert [(one.short, one.digit) for one in desk.agencies() if one.name == "Parks"] == [("Pk", None)]
        await play.press("z")
        assert "Undone: add agency: Pk" in play.words
    assert "Parks" not in [one.name for one in desk.agencies()]


async def test_a_taken_digit_is_refused_by_a_sentence_and_what_was_typed_stays(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Agencies")
        await play.press("plus", *"Parks", "enter", *"Pk", "enter", "4")
        await play.settle()
        assert "Digit 4 is Wardens's: take it from them first." in play.words
        assert "Parks" in play.screen
        assert "Pk" in play.screen
        await play.press("tab", "tab", "0")
        assert "Agency Parks added." in play.words


async def test_an_agency_gives_its_digit_up_and_another_takes_it(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Agencies", 3)
        await play.press("enter", "enter", "enter", "0")
        assert [one.short for one in desk.agencies() if one.digit == 4] == []
        assert "▶" in next(line for line in play.screen.splitlines() if "Community Wardens" in line)
        await play.press("home", "enter", "enter", "enter", "4")
    assert [one.short for one in desk.agencies() if one.digit == 4] == ["Police CSU"]


async def test_retiring_asks_and_keeps_minutes_and_open_actions(desk: Desk) -> None:
    (first,) = import_reports(desk)
    open_meeting(desk)
    desk.task(step_of(desk, first), agency(desk, 1))
    note_all(desk)
    close(desk)
    before = desk.minutes_text(redacted=False)
    async with playing(desk) as play:
        await go(play, "Agencies")
        await play.press("minus", "n")
        assert len(desk.agencies()) == 25
        await play.press("minus")
        await play.settle()
        assert "Retire Police CSU? It" in play.words
        assert "everything made with it" in play.words
        await play.press("y")
        assert "1 open action is still theirs: hand it over." in play.words
    assert "Police CSU" not in [one.name for one in desk.agencies()]
    assert desk.minutes_text(redacted=False) == before
    assert [one.agency for one in desk.actions(ActionFilter())] == ["Police CSU"]


async def test_the_unit_s_own_agency_stays(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Agencies", 1)
        await play.press("minus", "y")
        assert "the unit's own agency: it cannot be retired" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_draw_harmlessly_and_are_kept_as_typed(desk: Desk, size: tuple[int, int]) -> None:
    desk.add_officer(agency(desk, 1), MARKUP + "\x1b[31m", "x\x1b]0;y")
    desk.add_agency("[/x] \u202eevil", "[@click=q]", None)
    async with playing(desk, size) as play:
        await go(play, "Officers")
        assert "[ALPHA-1] [/x]" in play.screen
        assert "\x1b" not in play.screen
        await play.press("enter")
        assert "[ALPHA-1] [/x]" in play.screen
        await play.press("enter", "escape", "minus")
        assert "[ALPHA-1] [/x]" in play.words
        await play.press("escape", "escape", "home", "enter", "end")
        assert "\u202e" not in play.screen
        await play.press("f9", "down", "enter", "plus", *"[/x] Ann", "enter", "2", *"ann", "enter")
        assert "[/x] Ann" in play.words
    assert ("[/x] Ann", "ann") in [(one.name, one.login) for one in desk.officers()]


async def test_an_officer_of_a_login_that_is_taken_is_refused(desk: Desk) -> None:
    desk.add_officer(agency(desk, 1), "Sgt Ellis", "ellis")
    async with playing(desk) as play:
        await go(play, "Officers")
        await play.press("plus", *"Ann", "enter", "2", *"ellis", "enter")
        await play.settle()
        assert "matched to Sgt Ellis already" in play.words
        await play.press("tab", "tab")
        await clear(play)
        await play.press(*"ann", "enter")
        assert "Ann of DC Safety added." in play.words


async def test_a_kind_is_added_and_made_what_a_digit_gives(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Kinds of action")
        await play.press("plus", *"stroll", "enter", "w", "enter")
        assert "Kind stroll added." in play.words
        await play.press("end", "enter", "enter", "enter", "enter", "y")
        assert "a digit gives it" in play.words
    assert [one.name for one in desk.kinds() if one.default] == ["stroll"]


async def test_making_a_category_sensitive_hides_its_reports_and_back_asks_and_says_what_is_shown(desk: Desk) -> None:
    (first,) = import_reports(desk, {"category": "Vehicle Abandoned", "text": SECRET})
    open_meeting(desk)
    async with playing(desk, (120, 40)) as play:
        assert SECRET in play.words
        await go(play, "Categories")
        await play.press("enter", "enter", "enter", "y")
        assert "its reports are hidden" in play.words
        await play.press("f2")
        assert "SENSITIVE CONCERN" in play.words
        assert SECRET not in play.words
        await go(play, "Categories")
        await play.press("enter", "enter", "enter", "n")
        await play.settle()
        assert "Of 1 report titles, texts" in play.words
        assert desk.report(first).report.text == ""
        await play.press("n")
        assert "Nothing was changed." in play.words
        await play.press("enter", "enter", "enter", "n", "y")
    assert desk.report(first).report.text == SECRET


async def test_a_phrase_is_added_reworded_and_retired(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "No further action")
        await play.press("plus", *"by letter", "enter")
        assert "digit 7 picks it" in play.words
        await play.press("end", "enter", *" only", "enter")
        assert desk.phrases("no further action")[-1] == "by letter only"
        await play.press("minus", "y")
    assert len(desk.phrases("no further action")) == 6


async def test_a_number_is_set_and_nonsense_is_refused_and_asked_again(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Numbers", 2)
        await play.press("enter")
        await clear(play)
        await play.press(*"soon", "enter")
        await play.settle()
        assert "Write a whole number" in play.words
        await clear(play)
        await play.press(*"99", "enter")
        await play.settle()
        assert "from 0 to 60" in play.words
        await clear(play)
        await play.press("5", "enter")
        assert "5 working days" in play.words
        await play.press("plus", "minus")
        assert "Nothing is retired here" in play.words
    assert {one.key: one.value for one in desk.settings()}["feedback_days"] == 5


async def test_a_clash_names_the_other_and_keeps_what_was_typed(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path, login="smith", create=False)
    async with playing(desk) as play:
        await go(play, "Wording")
        await play.press("enter")
        await clear(play)
        await play.press(*"Vale CSU")
        other.set_setting("unit", "Darent CSU")
        await play.press("enter")
        await play.settle()
        assert "changed since you saw it by smith (set unit)" in play.words
        assert "Vale CSU" in play.screen
        await play.press("enter")
    assert desk.unit().unit == "Vale CSU"
    other.close()


async def test_a_minutes_folder_is_written_in_full(desk: Desk, tmp_path: Path) -> None:
    async with playing(desk) as play:
        await go(play, "Folders")
        await play.press("enter", *"papers", "enter")
        await play.settle()
        assert "from the root or from ~" in play.words
        await clear(play)
        await play.press(*str(tmp_path / "new"), "enter")
        assert "Minutes folder: kept. It is not there yet" in play.words
        await play.press("enter")
        await clear(play)
        await play.press(*str(tmp_path), "enter")
        assert "Minutes folder: kept." in play.words
        assert "not there yet" not in play.words
    assert desk.minutes_folder() == tmp_path


@pytest.mark.usefixtures("desk")
async def test_a_read_only_screen_shows_the_lists_and_changes_nothing(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path, create=False, read_only=True)) as play:
        await go(play, "Agencies")
        for key in ("enter", "plus", "minus", "z"):
            await play.press(key)
            assert play.on == "SetupListScreen"
            assert "read-only" in play.words


async def test_a_list_that_is_empty_says_how_to_begin(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Officers")
        assert "+ adds one" in play.words
        await play.press("enter", "minus", "down")
        assert play.on == "SetupListScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_is_asked_for_kept_and_refused_in_plain_words(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as play:
        await go(play, "Numbers")
        assert "1 working day " in play.words
        await play.press("enter")
        assert "next field" not in play.words
        await clear(play)
        await play.press(*"61", "enter")
        assert "Write a whole number from 0 to 60." in play.words
        assert "default_due_days" not in play.words
        await clear(play)
        await play.press("1", "enter")
        assert "Due date of an action, where none is typed: kept." in play.words


async def test_a_label_stands_apart_from_what_is_in_its_field(desk: Desk) -> None:
    async with playing(desk) as play:
        await go(play, "Agencies")
        await play.press("enter")
        assert "Short name Police CSU" in play.words
