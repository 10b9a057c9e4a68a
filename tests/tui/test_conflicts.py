"""Conflicts on the screen: theirs or ours, and back; and the backlog of a first meeting."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from tests.factories import (
    HOSTILE,
    PLANTED,
    SENSITIVE,
    clock_of,
    close,
    import_reports,
    make_desk,
    note_all,
    open_meeting,
    row,
    steps,
    take,
)
from tests.tui.playing import SIZES, playing

LATE = {"received": "20/03/2022 10:00"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A unit with two conflicts, on R1's place and on R2's date; R2 is sensitive."""
    desk = make_desk(tmp_path)
    first, second = row(), row(**SENSITIVE)
    import_reports(desk, first, second)
    take(desk, first | {"street": f"Elsewhere {HOSTILE}", "house": "9"})
    take(desk, second | {"received": "30/03/2022 10:00"})
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_c_shows_what_stands_and_what_was_sent_without_personal_details(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with playing(desk, size) as play:
        assert "2 conflicts wait: c settles them" in play.words
        await play.press("c")
        assert play.on == "ConflictsScreen"
        assert "2 CONFLICTS TO SETTLE" in play.words
        assert "R1 where it is" in play.words
        assert "in I2" in play.words
        assert not [word for word in PLANTED if word in play.words]


async def test_t_takes_theirs_and_k_keeps_ours_one_key_after_the_other(desk: Desk) -> None:
    before = desk.report(ReportId(2)).report.received
    async with playing(desk) as play:
        await play.pilot.press("c", "t", "k")
        await play.settle()
        assert "No conflict is left" in play.words
    assert desk.conflicts() == ()
    place = desk.report(ReportId(1), private=True).report.place
    assert "Elsewhere" in place.unsplit + place.street
    assert desk.report(ReportId(2)).report.received == before


async def test_z_brings_a_conflict_back(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("c", "t")
        assert "place, the source's taken" in play.words
        await play.press("z")
        assert "Undone" in play.words
        assert "2 CONFLICTS" in play.words
    assert len(desk.conflicts()) == 2


async def test_one_settled_by_somebody_else_meanwhile_is_said(desk: Desk) -> None:
    other = make_desk(desk.path.parent, login="amir")
    async with playing(desk) as play:
        await play.press("c")
        other.settle_conflict(other.conflicts()[0], take=False)
        await play.press("t")
        assert "settled already" in play.words
        assert "1 CONFLICT TO SETTLE" in play.words


async def test_enter_shows_the_report_and_y_copies_its_reference(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("c", "down", "enter")
        assert play.on == "ReportScreen"
        assert "FEEDBACK" in play.words
        assert "SENSITIVE CONCERN" in play.words
        assert not [word for word in PLANTED if word in play.words]
        await play.press("y")
        assert play.app.clipboard == "R2"
        await play.press("escape", "y")
        assert play.app.clipboard == "R2"
        assert "R2 copied" in play.words


async def test_a_click_on_a_key_of_the_footer_presses_it(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("c")
        footer = play.screen.splitlines()[-1]
        await play.pilot.click(offset=(footer.index("k keep ours"), 23))
        await play.settle()
        assert "ours kept" in play.words


async def test_reports_updated_since_they_were_decided_are_counted_before_the_meeting(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    first = row()
    import_reports(desk, first)
    open_meeting(desk)
    note_all(desk)
    close(desk)
    clock_of(desk).advance(hours=1)
    take(desk, first | {"text": "new"})
    async with playing(desk) as play:
        assert "1 decided report was updated since by the source" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_h_makes_the_backlog_history_before_the_first_meeting_asking_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, LATE, LATE)
    async with playing(desk, size) as play:
        await play.press("H", "n")
        assert desk.opening().late == 2
        await play.press("H", "y")
        assert "2 late reports are history now; undo takes it back." in play.words
        assert desk.opening().reports == 1
        await play.press("H")
        assert "No late report is left" in play.words
        await play.press("z")
        assert desk.opening().reports == 3


async def test_in_the_first_meeting_h_makes_the_late_ones_history_and_z_brings_them_back(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, LATE, LATE)
    open_meeting(desk)
    async with playing(desk, (120, 40)) as play:
        assert "2 late reports on the first agenda: H makes them all history." in play.words
        await play.press("H", "y")
        assert sum(step.history for step in steps(desk)) == 2
        assert len(desk.checklist().undecided) == 1
        assert "history" in play.words
        await play.press("z")
        assert len(desk.checklist().undecided) == 3


async def test_at_a_later_meeting_it_is_refused(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk)
    open_meeting(desk)
    note_all(desk)
    close(desk)
    import_reports(desk, LATE)
    async with playing(desk) as play:
        await play.press("H")
        assert "Only the first meeting's backlog" in play.words
    open_meeting(desk)
    async with playing(desk) as play:
        await play.press("H")
        assert "Only the first meeting's backlog" in play.words
