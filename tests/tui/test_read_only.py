"""A second screen that writes nothing (`--read-only`): it says so, follows, and refuses each writing key in words."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.tui.screens.base import READ_ONLY
from csu_tui.tui.screens.meeting_keys import LOOKS, STROKES
from tests.factories import PLANTED, SENSITIVE, close, import_reports, make_desk, note_all, open_meeting, row, take
from tests.tui.playing import SIZES, playing

WRITING = sorted({stroke.key for stroke in STROKES if stroke.name not in LOOKS and stroke.kind in (None, "report")})


def reader(folder: Path) -> Desk:
    return make_desk(folder, create=False, read_only=True)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The driver's desk, in a meeting on an ordinary report with a conflict, and a sensitive one."""
    desk = make_desk(tmp_path)
    first = row()
    import_reports(desk, first, SENSITIVE)
    take(desk, first | {"street": "Elsewhere Road"})
    open_meeting(desk)
    return desk


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("desk")
async def test_every_screen_says_so_in_its_header(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(reader(tmp_path), size) as play:
        for keys in ((), ("E",), ("escape", "m"), ("escape", "ctrl+p", *"past meet")):
            await play.press(*keys)
            if "ctrl+p" in keys:
                await play.pilot.pause(0.5)
                await play.press("enter")
            assert "READ ONLY" in play.screen.splitlines()[0], play.on


async def test_every_writing_key_of_the_meeting_refuses_in_one_sentence_and_opens_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    changes = desk.check().changes
    async with playing(reader(tmp_path), (120, 40)) as play:
        for key in WRITING:
            await play.press(key)
            assert play.on == "MeetingScreen", key
            assert READ_ONLY in play.words, key
    assert desk.check().changes == changes


async def test_it_walks_and_follows_what_the_driver_writes(desk: Desk, tmp_path: Path) -> None:
    async with playing(reader(tmp_path)) as play:
        await play.press("n")
        assert "2 of 2" in play.words
        note_all(desk)
        play.app._poll()
        await play.settle()
        assert "for information" in play.words


async def test_the_checklist_shows_and_refuses(desk: Desk, tmp_path: Path) -> None:
    async with playing(reader(tmp_path)) as play:
        await play.press("E")
        assert "Reports undecided (2)" in play.words
        for key in ("h", "v", "E"):
            await play.press(key)
            assert play.on == "ChecklistScreen"
            assert READ_ONLY in play.words
    assert desk.meeting() is not None


@pytest.mark.usefixtures("desk")
async def test_looks_are_refused_and_redacted_minutes_are_not(tmp_path: Path) -> None:
    async with playing(reader(tmp_path), (120, 40)) as play:
        await play.press("v")
        assert READ_ONLY in play.words
        await play.press("f7")
        assert "read-only" in play.words
        assert not play.app.private
        await play.press("m")
        assert "Daily tasking meeting M1" in play.words
        assert not [word for word in PLANTED if word in play.words]


async def test_before_a_meeting_nothing_is_opened_undone_or_made_history(desk: Desk, tmp_path: Path) -> None:
    desk.abandon_meeting()
    async with playing(reader(tmp_path), (120, 40)) as play:
        for key in ("enter", "z", "H"):
            await play.press(key)
            assert play.on == "OpeningScreen"
            assert READ_ONLY in play.words
        await play.press("c", "t")
        assert READ_ONLY in play.words
        assert "1 CONFLICT" in play.words


async def test_past_minutes_are_read_and_written_redacted_but_not_amended(desk: Desk, tmp_path: Path) -> None:
    note_all(desk)
    close(desk)
    async with playing(reader(tmp_path), (120, 40)) as play:
        await play.press("h", "a")
        assert READ_ONLY in play.words
        await play.press("x")
        assert "Redacted minutes written to" in play.words
        await play.press("enter")
        assert "Daily tasking meeting M1" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_before_a_meeting_it_promises_nothing_that_it_cannot_do(tmp_path: Path, size: tuple[int, int]) -> None:
    make_desk(tmp_path).close()
    async with playing(reader(tmp_path), size) as play:
        assert "it follows once the meeting is opened on another" in play.words
        assert "Enter opens" not in play.words
        assert "open the meeting" not in play.words
        assert "import" not in play.words
