"""The closing checklist: what is left, one key away, and the end."""

from pathlib import Path

import pytest

from csu_tui.cli.session import Session
from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import MeetingId, StepId
from csu_tui.domain.stroke import Closed
from csu_tui.domain.words import Decision, FeedbackState
from csu_tui.tui.present.closed import closed_lines
from csu_tui.tui.screens.checklist import ChecklistScreen
from tests.factories import PLANTED, SENSITIVE, close, import_reports, make_desk, note_all, open_meeting, steps
from tests.tui.playing import SIZES, Play, playing

UNKNOWN = {"reporter": "", "name": "", "phone": "", "email": "", "feedback_wanted": ""}


def sitting(folder: Path, *rows: dict[str, str]) -> Desk:
    """A desk with an open meeting on these reports."""
    desk = make_desk(folder)
    import_reports(desk, *rows)
    open_meeting(desk)
    return desk


async def ask(play: Play) -> list[StepId | None]:
    """Put the checklist on the screen; what it gives is appended to the list."""
    given: list[StepId | None] = []
    play.app.push_screen(ChecklistScreen(), given.append)
    await play.settle()
    return given


@pytest.mark.parametrize("size", SIZES)
async def test_it_lists_what_is_undecided_and_what_has_no_plan(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(sitting(tmp_path, {}, UNKNOWN), size) as play:
        await ask(play)
        assert "Reports undecided (2)" in play.words
        assert "Feedback without a plan (1)" in play.words
        assert size == (60, 18) or "v the source tells them" in play.words


async def test_enter_gives_the_step_at_the_arrow(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        given = await ask(play)
        await play.press("down", "enter")
        assert given == [steps(desk)[1].id]


async def test_escape_gives_nothing(tmp_path: Path) -> None:
    async with playing(sitting(tmp_path, {})) as play:
        given = await ask(play)
        await play.press("escape")
        assert given == [None]


async def test_h_and_one_digit_hold_over_all_that_remain_as_not_reached(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        await ask(play)
        await play.press("h", "1")
        assert {(s.decision, s.reason) for s in steps(desk)} == {(Decision.HOLD_OVER, "not reached")}
        assert "NOTHING IS LEFT" in play.words


async def test_v_settles_every_unknown_via_its_source(tmp_path: Path) -> None:
    desk = sitting(tmp_path, UNKNOWN, UNKNOWN)
    async with playing(desk) as play:
        await ask(play)
        await play.press("v")
        assert {desk.item(s.id).feedback.state for s in steps(desk)} == {FeedbackState.VIA_ORGANISATION}


async def test_with_something_left_the_meeting_does_not_end(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await ask(play)
        await play.press("E")
        assert desk.meeting() is not None
        assert "The meeting cannot end yet: 1 report is undecided." in play.words


async def test_on_a_clear_list_one_key_ends_the_meeting_and_says_where_the_minutes_are(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    note_all(desk)
    async with playing(desk, (120, 40)) as play:
        await ask(play)
        await play.press("enter")
        assert desk.meeting() is not None
        assert "E ends the meeting" in play.words
        await play.press("E")
        assert desk.meeting() is None
        assert play.on == "ClosedScreen"
        assert "M1 IS CLOSED" in play.words
        assert "Daily tasking M1.txt" in play.words
        assert "m reads the minutes here." in play.words


async def test_minutes_that_could_not_be_written_leave_the_meeting_closed_and_say_how_to_write_them(
    tmp_path: Path,
) -> None:
    desk = sitting(tmp_path, {})
    note_all(desk)
    (tmp_path / "minutes").write_text("a file where the folder should be")
    async with playing(desk, (120, 40)) as play:
        await ask(play)
        await play.press("E")
        assert desk.meeting() is None
        assert "csu-tui minutes M1 -o FILE" in play.words


async def test_after_the_end_enter_shows_what_waits_next(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    note_all(desk)
    async with playing(desk) as play:
        await ask(play)
        await play.press("E", "enter")
        assert play.on == "OpeningScreen"
        assert "M1 Fri 1 Apr 2022" in play.words


async def test_m_reads_the_minutes_redacted_while_shared_and_in_full_while_private(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, SENSITIVE)
    note_all(desk)
    close(desk)
    async with playing(desk, (120, 40)) as play:
        await play.press("m")
        assert play.on == "MinutesScreen"
        assert not [word for word in PLANTED if word in play.words]
        await play.press("f7", "y")
        assert "full text" in play.words
        assert len([change for change in desk.changes("M1") if change.what == "export: full minutes"]) == 1
        await play.press("f7")
        assert "redacted text" in play.words
        assert not [word for word in PLANTED if word in play.words]


async def test_references_of_any_length_stand_below_each_other(tmp_path: Path) -> None:
    desk = sitting(tmp_path, *({"category": "Noise"} for _ in range(10)))
    async with playing(desk, (80, 40)) as play:
        await play.press("E")
        rows = [row for row in play.screen.splitlines() if " Noise" in row]
    assert len(rows) == 10
    assert len({row.index("Noise") for row in rows}) == 1


def test_a_command_that_is_named_is_of_the_database_that_was_named(tmp_path: Path) -> None:
    path = tmp_path / "two words.db"
    make_desk(tmp_path, name=path.name).close()
    desk = Session(str(path), read_only=False).desk()
    lines = closed_lines(Closed(MeetingId(1), tmp_path / "minutes", ""), 200, command=desk.command)
    said = " ".join("".join(words for words, _ in line) for line in lines)
    assert f"csu-tui --db '{path}' minutes M1 --redacted" in said
    desk.close()
