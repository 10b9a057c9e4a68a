"""The Feedback screen by keys: who is owed an answer, and the proof."""

from pathlib import Path

import pytest

from csu_tui.domain.feedback import Proof, prove
from csu_tui.domain.words import ActionStatus, FeedbackState
from tests.factories import PLANTED, SENSITIVE, make_desk
from tests.tui.duties import BOTH, actions, colleague, office, whole
from tests.tui.playing import SIZES, playing

ANONYMOUS = {"reporter": "anonymous", "name": "", "phone": "", "email": ""}
DECLINED = {"feedback_wanted": "no"}


def test_each_decided_report_is_counted_once() -> None:
    proof = prove(
        {
            (FeedbackState.GIVEN, False): 38,
            (FeedbackState.VIA_ORGANISATION, True): 3,
            (FeedbackState.ANONYMOUS, False): 5,
            (FeedbackState.DECLINED, False): 2,
        }
    )
    said = "of 48 reports this month: 41 told (3 via organisation), 5 anonymous, 2 declined, 0 outstanding"
    assert proof.say("this month") == said
    assert proof.reports == 48


def test_what_waits_is_outstanding_whoever_is_to_tell() -> None:
    waits = (FeedbackState.DUE, FeedbackState.ATTEMPTED, FeedbackState.UNKNOWN, FeedbackState.VIA_ORGANISATION)
    assert prove({(state, False): 1 for state in waits}) == Proof(outstanding=4)


@pytest.mark.parametrize("size", SIZES)
async def test_f4_lists_who_is_owed_an_answer_by_whom_how_and_how_late(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = office(tmp_path, (1, "patrol", {"route": "phone"}))
    async with playing(desk, size) as play:
        await play.press("f4")
        assert "1 answer owed, 1 overdue" in play.words
        assert "by phone" in play.words
        assert "1 day overdue" in play.words
        assert "of 1 report in March 2022: 0 told, 0 anonymous, 0 declined, 1 outstanding" in play.words


async def test_before_anything_is_decided_it_says_how_a_report_comes_here(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("f4")
        assert "of 0 reports" not in play.words
        assert "No report was decided this month or last" in play.words
        assert "a report comes here once a meeting decides it. F2 is the meeting." in play.words
        await play.press("l")
        assert "Not done: Nobody is owed an answer yet" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_who_is_anonymous_or_declined_is_never_among_those_to_call(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = office(tmp_path, (1, "patrol", ANONYMOUS), (1, "patrol", DECLINED), (1, "patrol", {}))
    async with playing(desk, size) as play:
        await play.press("f4")
        assert "1 of 1" in play.words
        assert "R3" in play.words
        assert "R1 " not in play.screen
        await play.press("s")
        assert "1 answer owed, 1 overdue · 2 settled" in play.words
        assert "anonymous" in play.words


async def test_a_call_settles_the_answer_in_three_keys_and_z_brings_it_back(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}))
    async with playing(desk) as play:
        await play.press("f4")
        await play.press(*(keys := ("l", "c", "s")))
        assert len(keys) <= 3
        assert whole(desk, 1).feedback.state is FeedbackState.GIVEN
        assert "Nobody is owed an answer" in play.words
        assert "1 told" in play.words
        await play.press("z")
        assert "1 answer owed" in play.words


async def test_tries_are_counted(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}))
    async with playing(desk, (120, 40)) as play:
        await play.press("f4", "l", "c", "n", "enter")
        await play.press("l", "c", "n", "enter")
        assert "2 tries" in play.words
        assert "1 answer owed" in play.words


async def test_the_state_is_changed_by_its_letter(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}))
    async with playing(desk) as play:
        await play.press("f4", "f", "n")
        assert whole(desk, 1).feedback.state is FeedbackState.DECLINED
        assert "Nobody is owed an answer" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_no_name_in_shared_and_v_reveals(tmp_path: Path, size: tuple[int, int]) -> None:
    rows = ({"route": "ring Mrs Plantagenet-Verity"}, SENSITIVE)
    async with playing(office(tmp_path, *((1, "patrol", row) for row in rows)), size) as play:
        await play.press("f4")
        for key in ("down", "up", "s", "enter", "enter"):
            await play.press(key)
            assert not [secret for secret in PLANTED if secret.casefold() in play.words.casefold()]
        await play.press("v")
        assert "Plantagenet" in play.words


async def test_somebody_elses_call_is_followed_and_a_clash_keeps_the_reason(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}), (1, "patrol", {}))
    sam = colleague(desk)
    async with playing(desk) as play:
        await play.press("f4", "down", "f", "x", *"unsafe")
        sam.set_feedback(sam.report(whole(desk, 2).report.id).feedback, FeedbackState.DECLINED)
        await play.press("enter")
        assert "unsafe" in play.words
        await play.press("enter")
        assert "2 of" not in play.words


async def test_actions_open_beside_feedback_and_each_is_left_as_it_was(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", {}))
    async with playing(desk) as play:
        await play.press("f3", "slash", *"mill", "enter", "f4", "f3")
        assert "mill" in play.words
        await play.press("d", "1")
        assert actions(desk)[0].status is ActionStatus.DONE


@pytest.mark.parametrize("size", BOTH)
async def test_enter_opens_the_whole_record_and_escape_comes_back(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = office(tmp_path, (1, "patrol", {}), (1, "patrol", {}))
    async with playing(desk, size) as play:
        await play.press("f4", "down", "enter")
        assert play.on == "ReportScreen"
        assert "R2" in play.words
        await play.press("R")
        assert play.on == "CaseReviewDialog"
        await play.press("escape", "escape")
        assert play.on == "FeedbackScreen"
        assert "2 of 2" in play.words


async def test_enter_on_an_empty_list_says_why_it_is(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await play.press("f4", "enter")
        assert "Nobody is owed an answer" in play.words
        assert play.on == "FeedbackScreen"
