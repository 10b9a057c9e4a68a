"""Deciding on a report by keys."""

from pathlib import Path

import pytest

from csu_tui.domain.ids import ReportId
from csu_tui.domain.words import Decision, FeedbackState, Risk
from tests.factories import steps
from tests.tui.playing import playing
from tests.tui.sitting import BOTH, burst, item, owners, send, sitting


@pytest.mark.parametrize("size", BOTH)
async def test_the_same_digit_twice_withdraws(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk, size) as play:
        await play.press("1")
        assert "contact and report back" in play.words
        await play.press("1")
        assert steps(desk)[0].decision is None
        assert item(desk, 1).actions == ()
        assert "undecided" in play.words


@pytest.mark.parametrize(("keys", "left"), [("11", 0), ("111", 1), ("121", 1), ("1x11", 1), ("1i1", 1)])
async def test_digits_sent_at_once_mean_what_they_would_one_by_one(tmp_path: Path, keys: str, left: int) -> None:
    (tmp_path / "slow").mkdir()
    (tmp_path / "fast").mkdir()
    slow, fast = sitting(tmp_path / "slow", {}), sitting(tmp_path / "fast", {})
    async with playing(slow) as play:
        await play.press(*keys)
    async with burst(fast, keys):
        assert owners(fast, 1) == owners(slow, 1)
        assert len(owners(fast, 1)) == left


async def test_another_digit_adds_a_second_owner(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("1", "3")
        assert len(item(desk, 1).actions) == 2


async def test_a_digit_without_agency_says_so(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    nine = next(one for one in desk.agencies() if one.digit == 9)
    desk.edit_agency(nine, digit=0)
    async with playing(desk) as play:
        await play.press("9")
        assert "0" in play.words
        assert steps(desk)[0].decision is None


@pytest.mark.parametrize(
    ("keys", "decision", "reason"),
    [
        (("x", "1"), Decision.NO_FURTHER_ACTION, "advice given"),
        (("i",), Decision.FOR_INFORMATION, ""),
        (("h", "2"), Decision.HOLD_OVER, "officer absent"),
    ],
)
async def test_a_decision_with_its_reason(
    tmp_path: Path, keys: tuple[str, ...], decision: Decision, reason: str
) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press(*keys)
        assert (steps(desk)[0].decision, steps(desk)[0].reason) == (decision, reason)
        assert decision.value in play.words


async def test_the_same_incident_by_reference(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    first = steps(desk)[0].report_id
    async with playing(desk) as play:
        await play.press("n", "s", *f"R{first}", "enter", "enter")
        assert steps(desk)[1].linked_id == ReportId(first)
        assert f"same incident as R{first}" in play.words


async def test_escape_from_a_dialog_decides_nothing(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("x", "escape")
        assert steps(desk)[0].decision is None
        assert play.on == "MeetingScreen"


async def test_assign_in_full_by_the_list(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("0", "2", "enter")
        assert [action.agency for action in item(desk, 1).actions] == ["DC Safety"]


async def test_undo_goes_to_the_step_it_names(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {}, {})
    async with playing(desk) as play:
        await play.press("1", "n", "n")
        assert "3 of 3" in play.words
        await play.press("z")
        assert "1 of 3" in play.words
        assert "Undone" in play.words
        assert steps(desk)[0].decision is None


async def test_a_report_raised_on_the_day_is_the_last_step_and_on_screen(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk, (120, 40)) as play:
        await play.press("plus", *"noise", "enter", *"Mill", "enter", "ctrl+s")
        assert len(steps(desk)) == 2
        assert steps(desk)[1].raised
        assert "2 of 2" in play.words


async def test_a_comment_is_kept_for_the_minutes(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("c", *"agreed", "enter")
        assert steps(desk)[0].comment == "agreed"
        assert "agreed" in play.words


async def test_editing_the_risk_shows_it(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("e", "h", "ctrl+s")
        assert item(desk, 1).report.risk is Risk.HIGH
        assert "HIGH" in play.words
        assert item(desk, 1).report.place.house


async def test_feedback_and_contacts_by_letters(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("f", "t", "c")
        assert item(desk, 1).feedback.state is FeedbackState.ATTEMPTED
        await play.press("l", "v", "y", "s")
        assert item(desk, 1).feedback.state is FeedbackState.GIVEN
        assert len(item(desk, 1).contacts) == 2
        assert "given" in play.words


async def test_a_contact_logged_in_the_meeting_is_of_the_agency_that_owes_the_answer(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    housing = next(one for one in desk.agencies() if one.digit == 7)
    async with playing(desk) as play:
        await play.press("7", "l")
        assert f"By {housing.name}" in play.words
        await play.press("c", "n", "enter", "n", "l", "c", "n", "enter")
    by = [contact.agency for number in (1, 2) for contact in item(desk, number).contacts]
    assert by == [housing.short, next(one.short for one in desk.agencies() if one.own)]


async def test_an_anonymous_reporter_is_not_told_by_any_key(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {"reporter": "anonymous", "name": "", "phone": "", "email": "", "feedback_wanted": "no"})
    async with playing(desk) as play:
        for letter in "dtgvx":
            await play.press("f", letter, "escape", "escape", "escape")
        assert item(desk, 1).feedback.state is FeedbackState.ANONYMOUS


async def test_a_key_pressed_behind_a_dialog_never_decides_below_it(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        send(play, "c1n2")
        await play.settle()
        assert all(step.decision is None for step in steps(desk))
        assert "1n2" in play.screen


@pytest.mark.parametrize("size", BOTH)
async def test_a_report_without_title_says_what_its_source_called_it(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {"category": "Rat Complaint", "title": "", "text": ""})
    async with playing(desk, size) as play:
        assert "OTHER CONCERN" in play.words
        assert "Rat Complaint" in play.words


async def test_what_a_source_called_a_sensitive_report_is_not_shown_to_the_room(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {"category": "Domestic violence by a neighbour", "title": "", "text": ""})
    async with playing(desk) as play:
        assert "SENSITIVE CONCERN" in play.words
        assert "violence" not in play.words
