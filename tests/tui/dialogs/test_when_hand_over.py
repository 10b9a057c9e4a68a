"""An action carried over, or handed over."""

from datetime import date
from typing import Any

from csu_tui.domain.ids import AgencyId, OfficerId
from csu_tui.tui.dialogs.hand_over import HandOver, HandOverDialog
from csu_tui.tui.dialogs.when import DueDialog, NewDate
from tests.tui.dialogs.stage import HOSTILE, NOTHING, TODAY, agencies, ask, officers

PHRASES = ("officer absent", HOSTILE)


def when(**more: Any) -> DueDialog:
    return DueDialog(HOSTILE, TODAY, PHRASES, **more)


def hand_over() -> HandOverDialog:
    return HandOverDialog(agencies(), officers(), PHRASES)


async def test_the_next_working_day_is_two_keys() -> None:
    assert (await ask(when(), "enter", "1")).answer == NewDate(date(2022, 3, 15), "officer absent")


async def test_a_date_is_typed_the_british_way() -> None:
    seen = await ask(when(), *"5/4", "enter", *"on leave", "enter")
    assert seen.answer == NewDate(date(2022, 4, 5), "on leave")


async def test_a_wrong_date_is_refused_in_a_sentence() -> None:
    seen = await ask(when(), *"soon", "enter")
    assert seen.answer is NOTHING
    assert "is not a date" in seen.text


async def test_a_date_wiped_out_again_leaves_the_offered_days_to_enter() -> None:
    seen = await ask(when(), *"1n", "enter", "ctrl+u")
    assert "▶ the next working day" in seen.text
    assert "is not a date" not in seen.text
    seen = await ask(when(), "1", "backspace", "enter", "1")
    assert seen.answer == NewDate(date(2022, 3, 15), "officer absent")


async def test_a_reason_is_needed() -> None:
    assert (await ask(when(), "enter", "0", "enter")).answer is NOTHING


async def test_a_hand_over_asks_agency_officer_and_why() -> None:
    assert (await ask(hand_over(), "2", "down", "enter", "1")).answer == HandOver(
        AgencyId(2), OfficerId(13), "officer absent"
    )


async def test_an_agency_without_officers_is_not_asked_for_one() -> None:
    assert (await ask(hand_over(), "3", "2")).answer == HandOver(AgencyId(3), None, HOSTILE)


async def test_the_feedback_goes_along_only_when_asked() -> None:
    assert (await ask(hand_over(), "3", "ctrl+t", "1")).answer.feedback_too is True
    assert (await ask(hand_over(), "3", "ctrl+t", "ctrl+t", "1")).answer.feedback_too is False


async def test_enter_alone_hands_nothing_over() -> None:
    assert (await ask(hand_over(), "enter")).answer is NOTHING
