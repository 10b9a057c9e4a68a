"""Before a meeting: what waits, in words, and one key to open."""

from pathlib import Path

import pytest

from tests.factories import PLANTED, SENSITIVE, agency, close, import_reports, make_desk, note_all, open_meeting
from tests.tui.playing import SIZES, playing


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_how_many_reports_wait_from_whom_and_since_when(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {}, {"source": "Council", "received": "28/03/2022 10:00"})
    async with playing(desk, size) as play:
        assert "3 REPORTS WAIT" in play.words
        assert "2 Kent Police" in play.words
        assert "since Thu 31 Mar 09:00 (24 h)" in play.words
        assert "1 late" in play.words
        assert "first meeting" in play.words


async def test_without_reports_it_names_the_command_that_brings_some_in(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        assert "NO REPORTS WAIT" in play.words
        assert "csu-tui import FILE" in play.words


async def test_enter_takes_the_roll_and_opens_the_meeting(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    async with playing(desk) as play:
        await play.press("enter", *"Sgt Ellis", "enter", "enter")
        assert (meeting := desk.meeting()) is not None
        assert meeting.chair == "Sgt Ellis"
        assert play.on == "MeetingScreen"


async def test_escape_from_the_roll_opens_nothing(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    async with playing(desk) as play:
        await play.press("enter", "escape")
        assert desk.meeting() is None
        assert play.on == "OpeningScreen"


async def test_a_read_only_desk_opens_no_meeting_and_says_why(tmp_path: Path) -> None:
    make_desk(tmp_path).close()
    async with playing(make_desk(tmp_path, create=False, read_only=True)) as play:
        await play.press("enter")
        assert "read-only" in play.words
        assert play.on == "OpeningScreen"


async def test_the_last_meetings_are_listed_by_reference(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    note_all(desk)
    close(desk)
    async with playing(desk) as play:
        assert "M1 Fri 1 Apr 2022" in play.words


async def test_what_somebody_else_imports_is_shown_within_two_seconds(tmp_path: Path) -> None:
    desk, other = make_desk(tmp_path), make_desk(tmp_path, login="amir")
    async with playing(desk) as play:
        import_reports(other)
        play.app._poll()
        await play.settle()
        assert "1 REPORT WAITS" in play.words


async def test_it_moves_to_the_meeting_that_somebody_else_opens(tmp_path: Path) -> None:
    desk, other = make_desk(tmp_path), make_desk(tmp_path, login="amir")
    import_reports(desk)
    async with playing(desk) as play:
        open_meeting(other)
        play.app._poll()
        await play.settle()
        assert play.on == "MeetingScreen"


async def test_nothing_personal_is_drawn(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, SENSITIVE)
    async with playing(desk) as play:
        assert not [word for word in PLANTED if word in play.words]


async def test_a_key_without_a_meaning_says_so(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("y")
        assert "y means nothing here" in play.words


async def test_the_question_mark_explains_the_keys(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("question_mark")
        assert "call the roll" in play.words


async def test_who_opens_the_first_meeting_is_offered_as_its_chair(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.add_officer(agency(desk, 1), "Sgt Amir", desk.login)
    import_reports(desk)
    async with playing(desk) as play:
        await play.press("enter")
        assert "Chair Sgt Amir" in play.words
        await play.press("enter")
        assert (meeting := desk.meeting()) is not None
        assert meeting.chair == "Sgt Amir"
