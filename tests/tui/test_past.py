"""Past meetings: their minutes read, written to files, corrected."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import MeetingId
from tests.factories import (
    PLANTED,
    SENSITIVE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    note_all,
    open_meeting,
    step_of,
)
from tests.tui.playing import SIZES, playing


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two meetings held, one abandoned between them: R1 tasked (A1), R2 sensitive and noted, R3 noted."""
    desk = make_desk(tmp_path)
    first, _ = import_reports(desk, {}, SENSITIVE)
    open_meeting(desk)
    desk.task(step_of(desk, first), agency(desk, 1))
    note_all(desk)
    close(desk)
    clock_of(desk).advance(days=3)
    import_reports(desk)
    open_meeting(desk)
    desk.abandon_meeting()
    open_meeting(desk)
    note_all(desk)
    close(desk)
    return desk


def exports(desk: Desk, number: int = 1) -> int:
    return len([change for change in desk.changes(f"M{number}") if change.what == "export: full minutes"])


@pytest.mark.parametrize("size", SIZES)
async def test_h_lists_the_meetings_newest_first_with_day_chair_and_state(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as play:
        await play.press("h")
        assert play.on == "PastScreen"
        rows = [line for line in play.screen.splitlines() if line[3:5] in ("M1", "M2", "M3")]
        assert [row.split()[0 if "▶" not in row else 1] for row in rows] == ["M3", "M2", "M1"]
        assert "Mon 4 Apr 2022" in rows[0]
        assert "Sgt Ellis" in rows[0]
        assert "abandoned" in rows[1]


async def test_enter_reads_the_minutes_of_the_one_at_the_arrow_and_escape_comes_back(desk: Desk) -> None:
    async with playing(desk, (120, 40)) as play:
        await play.press("h", "down", "down", "enter")
        assert play.on == "MinutesScreen"
        assert "Daily tasking meeting M1" in play.words
        assert not [word for word in PLANTED if word in play.words]
        await play.press("escape")
        assert play.on == "PastScreen"


async def test_an_abandoned_meeting_has_none_and_says_so(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("h", "down", "enter")
        assert play.on == "PastScreen"
        assert "M2 was abandoned" in play.words


async def test_x_writes_redacted_minutes_while_shared_and_full_recorded_ones_while_private(desk: Desk) -> None:
    async with playing(desk, (120, 40)) as play:
        await play.press("h", "end", "x")
        (written,) = (desk.path.parent / "minutes").glob("*M1 redacted.txt")
        assert not [word for word in PLANTED if word in written.read_text()]
        assert "Redacted minutes written to" in play.words
        assert exports(desk) == 0
        await play.press("f7", "y", "x")
        assert "in full, written to" in play.words
        assert exports(desk) == 1


async def test_a_folder_that_cannot_be_written_to_is_said(desk: Desk) -> None:
    for file in (desk.path.parent / "minutes").iterdir():
        file.unlink()
    (desk.path.parent / "minutes").rmdir()
    (desk.path.parent / "minutes").write_text("a file where the folder should be")
    async with playing(desk, (120, 40)) as play:
        await play.press("h", "x")
        assert "is not a folder" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_a_amends_by_keys_and_shows_the_minutes_with_the_amendment(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as play:
        await play.press("h", "end", "a", *"r1", "enter", "r", *"asked by the ward", "enter", *"typed", "enter")
        assert play.on == "MinutesScreen"
        assert "reason of R1 amended" in play.words
        assert "Amended Mon 4 Apr" in play.words
    assert desk.minutes_text(MeetingId(1), redacted=False).count("asked by the ward") == 2


async def test_an_action_is_given_another_owner_from_the_list(desk: Desk) -> None:
    other = next(one for one in desk.agencies() if one.digit == 3)
    async with playing(desk, (120, 40)) as play:
        await play.press("h", "end", "a", *"A1", "enter", "o", *other.short, "enter", *"wrong digit", "enter")
        assert "owner of A1 amended" in play.words
    assert [one["after"] for one in desk.snapshot(MeetingId(1))["amendments"]] == [other.short]


async def test_a_reference_that_is_not_in_the_minutes_is_refused_at_once(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("h", "end", "a", *"R3", "enter")
        assert "R3 is not in the minutes of M1" in play.words
        await play.press("escape", "escape")
        assert play.on == "PastScreen"


async def test_what_is_typed_of_a_sensitive_report_shows_as_dots(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("h", "end", "a", *"R2", "enter", "c", *"hush", "enter", *"secret")
        assert "hush" not in play.words
        assert "secret" not in play.words
        await play.press("enter")
        assert "comment of R2 amended" in play.words
        assert "hush" not in play.words


async def test_an_amendment_that_the_desk_refuses_is_said_in_its_words(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("h", "end", "a", *"A1", "enter", "d", *"someday", "enter", *"typed", "enter")
        assert play.on == "PastScreen"
        assert "someday" in play.words
        assert "Not done" in play.words


async def test_a_click_chooses_and_another_opens(desk: Desk) -> None:
    async with playing(desk, (120, 40)) as play:
        await play.press("h")
        row = next(at for at, line in enumerate(play.screen.splitlines()) if " M1 " in line)
        await play.pilot.click(offset=(10, row))
        assert "▶ M1" in play.words
        await play.pilot.click(offset=(10, row))
        await play.settle()
        assert "Daily tasking meeting M1" in play.words


async def test_y_copies_the_reference_and_in_the_minutes_the_text_as_drawn(desk: Desk) -> None:
    async with playing(desk, (120, 40)) as play:
        await play.press("h", "end", "y")
        assert play.app.clipboard == "M1"
        assert "M1 copied" in play.words
        await play.press("enter", "y")
        assert play.app.clipboard == desk.minutes_text(MeetingId(1), redacted=True)
        assert "Redacted minutes copied" in play.words
        await play.press("f7", "y", "y")
        assert play.app.clipboard == desk.minutes_text(MeetingId(1), redacted=False)
        assert "in full, copied" in play.words


async def test_past_meetings_are_in_the_palette_of_every_screen(desk: Desk) -> None:
    open_meeting(desk)
    async with playing(desk, (120, 40)) as play:
        assert play.on == "MeetingScreen"
        await play.press("ctrl+p", *"past meet")
        await play.pilot.pause(0.5)
        await play.press("enter")
        assert play.on == "PastScreen"


async def test_without_a_meeting_it_says_so(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("h", "enter", "x", "a", "y", "down")
        assert "No meeting has been held yet" in play.words
