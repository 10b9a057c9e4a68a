"""The whole record of one report, and every stroke on it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.words import ActionStatus, Decision, FeedbackState
from tests.factories import (
    EMAIL,
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
    step_of,
)
from tests.tui.duties import office
from tests.tui.playing import Play, playing
from tests.tui.sitting import BOTH


def unit(folder: Path, **row: str) -> Desk:
    """R1 and R2 were tasked at a meeting that is over."""
    return office(folder, (1, "patrol", row), (2, "visit", {}))


def item(desk: Desk, number: int = 1) -> Item:
    return desk.report(ReportId(number), private=True)


async def opened(play: Play, number: int = 1) -> None:
    """Open a report as one does: search, and Enter."""
    await play.press("f5", *f"R{number}", "enter")
    assert play.on == "ReportScreen"


async def test_a_reveal_shows_what_meetings_said_of_a_sensitive_report_and_hides_it_again(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, SENSITIVE)
    open_meeting(desk)
    desk.task(step_of(desk, 1), agency(desk, 1))
    desk.redate(item(desk).actions[0], date(2022, 4, 20), "the oboe is away")
    desk.comment(step_of(desk, 1), "a trombone for the minutes")
    desk.decide(step_of(desk, 1), Decision.HOLD_OVER, "the harp is missing")
    async with playing(desk, (120, 60)) as play:
        await opened(play)
        for shown in (False, True, False):
            for words in ("oboe", "trombone", "harp"):
                assert (words in play.screen) is shown, words
            if not shown:
                await play.press("v")
            else:
                play.app.screen.hide()  # type: ignore[attr-defined]
                await play.settle()


async def test_the_actions_show_why_one_was_re_dated_while_details_are_shown(tmp_path: Path) -> None:
    desk = unit(tmp_path, **SENSITIVE)
    desk.redate(item(desk).actions[0], date(2022, 4, 20), "the oboe is away")
    async with playing(desk, (120, 60)) as play:
        await play.press("f3", "w", "w")
        assert "oboe" not in play.screen
        await play.press("v")
        assert "oboe" in play.screen


@pytest.mark.parametrize("size", BOTH)
async def test_the_record_tells_actions_meetings_feedback_and_changes(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = unit(tmp_path)
    async with playing(desk, size) as play:
        await opened(play)
        seen = play.words
        for _ in range(6):
            await play.press("pagedown")
            seen += play.words
        for words in ("NUISANCE BIKES", "ACTIONS", "A1", "look at it", "MEETINGS", "M1", "RECORD", "FEEDBACK"):
            assert words in seen, words


async def test_the_only_open_action_is_done_with_a_key(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("d", "0", *"seen", "enter")
    (action,) = item(desk).actions
    assert (action.status, action.outcome) == (ActionStatus.DONE, "seen")


async def test_tab_takes_the_arrow_to_an_action_where_there_are_several(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    open_meeting(desk)
    (fresh,) = import_reports(desk)
    desk.task(step_of(desk, fresh), agency(desk, 1))
    desk.task(step_of(desk, fresh), agency(desk, 2))
    async with playing(desk) as play:
        await opened(play, int(fresh))
        await play.press("d")
        assert "The arrow is at the report: tab puts it at an action." in play.words
        await play.press("tab", "tab", "d", "0", *"seen", "enter")
    assert [one.status for one in item(desk, int(fresh)).actions] == [ActionStatus.OPEN, ActionStatus.DONE]


async def test_tab_goes_to_what_is_open_before_what_is_done(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    open_meeting(desk)
    (fresh,) = import_reports(desk)
    for digit in (1, 2, 3):
        desk.task(step_of(desk, fresh), agency(desk, digit))
    ended, *still = (action.id for action in item(desk, int(fresh)).actions)
    desk.finish(desk.action(ended), ActionStatus.DONE, "seen")
    async with playing(desk) as play:
        await opened(play, int(fresh))
        gone_to = []
        for _ in range(4):
            await play.press("tab")
            gone_to.append(play.app.screen.chosen)  # type: ignore[attr-defined]
        assert gone_to == [*still, ended, None]
        await play.press("shift+tab")
        assert play.app.screen.chosen == ended  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "status"),
    [(("tab", *"b0moved"), ActionStatus.NOT_POSSIBLE), ("k0forgot", ActionStatus.NOT_UNDERTAKEN)],
)
async def test_the_other_ways_an_action_ends(tmp_path: Path, keys: Iterable[str], status: ActionStatus) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press(*keys, "enter")
    assert item(desk).actions[0].status is status


async def test_a_contact_is_logged_and_undone(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("l", "c", "n", "enter")
        assert len(item(desk).contacts) == 1
        await play.press("z")
        assert len(item(desk).contacts) == 0
        assert "Undone" in play.words


async def test_feedback_is_set_from_the_record(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("f", "n")
    assert item(desk).feedback.state is FeedbackState.DECLINED


async def test_at_the_report_e_edits_it_and_at_an_action_its_words(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("e")
        assert type(play.app.screen).__name__ == "EditReportDialog"
        await play.press("escape", "tab", "e")
        assert type(play.app.screen).__name__ == "AssignDialog"


async def test_g_puts_a_report_into_a_group_and_then_goes_there(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("g")
        assert type(play.app.screen).__name__ == "StartGroupDialog"
        await play.press("escape", "R")
        assert type(play.app.screen).__name__ == "CaseReviewDialog"


async def test_at_the_report_b_lists_what_was_seen_before(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("b")
        assert play.on == "SeenScreen"
        await play.press("escape")
        assert play.on == "ReportScreen"


async def test_the_same_incident_is_linked_and_unlinked(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk) as play:
        await opened(play)
        await play.press("s", "0", *"R2", "enter")
        if play.on != "ReportScreen":
            await play.press("n")
        assert desk.linked_to(ReportId(1)) == 2
        await play.press("s", "u")
        assert desk.linked_to(ReportId(1)) is None


async def test_details_are_shown_for_seconds_once_the_look_is_recorded(tmp_path: Path) -> None:
    desk = unit(tmp_path)
    async with playing(desk, (120, 40)) as play:
        await opened(play)
        for planted in (NAME, PHONE, EMAIL, HOUSE):
            assert planted not in play.words
        await play.press("v")
        assert NAME in play.words
        assert "look: details" in [change.what for change in desk.changes("R1")]
        await play.press("escape", "enter")
        assert NAME not in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_a_sensitive_record_shows_nothing_written_of_it(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = unit(tmp_path, **SENSITIVE)
    (extra,) = import_reports(desk, SENSITIVE)
    desk.redate(desk.report(ReportId(1), private=True).actions[0], date(2022, 4, 7), SECRET)
    open_meeting(desk)
    desk.comment(step_of(desk, extra), PLANTED[-1])
    desk.task(step_of(desk, extra), agency(desk, 1))
    async with playing(desk, size) as play:
        for number in (1, int(extra)):
            await play.press("f5", "escape", *f"R{number}", "enter")
            for _ in range(5):
                for planted in PLANTED:
                    assert planted not in play.words
                await play.press("pagedown")
            await play.press("escape")


async def test_on_a_read_only_screen_every_stroke_says_so(tmp_path: Path) -> None:
    unit(tmp_path).close()
    desk = make_desk(tmp_path, create=False, read_only=True)
    async with playing(desk) as play:
        await opened(play)
        for key in ("d", "k", "s", "o", "a", "c", "l", "f", "e", "g", "R", "z", "v"):
            await play.press(key)
            assert "read-only" in play.words, key
        await play.press("y")
        assert "copied" in play.words
