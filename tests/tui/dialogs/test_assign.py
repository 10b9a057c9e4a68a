"""An action in full, in few keys."""

from datetime import date
from typing import Any

import pytest

from csu_tui.domain.action import Action
from csu_tui.domain.ids import ActionId, AgencyId, KindId, OfficerId, ReportId
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.words import ActionStatus, Family
from csu_tui.tui.dialogs.assign import AssignDialog
from tests.tui.dialogs.stage import HOSTILE, NOTHING, SIZES, TODAY, agencies, ask, kinds, officers

DUE = date(2022, 3, 16)


def assign(**more: Any) -> AssignDialog:
    return AssignDialog(agencies(), officers(), kinds(), today=TODAY, due=DUE, **more)


def task(agency: int, **more: Any) -> Assignment:
    facts: dict[str, Any] = {"officer_id": None, "kind_id": KindId(1), "text": "", "due": DUE} | more
    return Assignment(AgencyId(agency), **facts)


async def test_a_digit_and_enter_is_enough() -> None:
    assert (await ask(assign(), "1", "enter")).answer == task(1)


async def test_letters_enter_and_enter_is_enough() -> None:
    assert (await ask(assign(), *"seven", "enter", "enter")).answer == task(2)


async def test_every_field_by_keys() -> None:
    keys = ("1", *"see them", "tab", *"amir", "enter", *"vis", "enter", *"fri", "enter")
    seen = await ask(assign(), *keys)
    expected = task(1, text="see them", officer_id=OfficerId(11), kind_id=KindId(2), due=date(2022, 3, 18))
    assert seen.answer == expected


async def test_control_s_saves_from_any_field() -> None:
    assert (await ask(assign(), "2", *"visit", "tab", "ctrl+s")).answer == task(2, text="visit")


async def test_without_an_agency_nothing_is_saved() -> None:
    seen = await ask(assign(), "tab", "enter")
    assert seen.answer is NOTHING
    assert "Name the agency first." in seen.text


async def test_only_officers_of_the_agency_are_offered() -> None:
    seen = await ask(assign(), "2", "tab")
    assert "A Warden" in seen.text
    assert "PCSO Amir" not in seen.text


async def test_another_agency_takes_the_officer_away() -> None:
    keys = ("1", "tab", *"amir", "enter", "shift+tab", "shift+tab", "shift+tab", "2", "enter")
    assert (await ask(assign(), *keys)).answer == task(2)


async def test_a_past_date_is_refused_in_a_sentence_and_the_words_stay() -> None:
    seen = await ask(assign(), "1", "shift+tab", "shift+tab", *"1/1/2020", "enter")
    assert seen.answer is NOTHING
    assert "is past" in seen.text
    assert "1/1/2020" in seen.text


async def test_a_day_off_is_kept_and_said() -> None:
    keys = ("1", "shift+tab", "shift+tab", *"sat")
    assert "Sat 19 Mar is not a working day" in (await ask(assign(), *keys)).text
    assert (await ask(assign(), *keys, "enter")).answer == task(1, due=date(2022, 3, 19))


async def test_escape_asks_before_words_of_another_field_are_lost() -> None:
    seen = await ask(assign(), "1", *"visit", "tab", "escape")
    assert seen.answer is NOTHING
    assert "your words are lost" in seen.text


async def test_an_action_keeps_its_own_values_until_they_are_changed() -> None:
    action = Action(
        ActionId(7), 3, ReportId(1), None, AgencyId(9), HOSTILE, OfficerId(99), HOSTILE, KindId(77), HOSTILE,
        Family.WORK, HOSTILE, date(2022, 3, 1), ActionStatus.OPEN, "", 0, False,
    )  # fmt: skip
    seen = await ask(assign(action=action), "ctrl+s")
    assert seen.answer == Assignment(AgencyId(9), OfficerId(99), KindId(77), HOSTILE, date(2022, 3, 1))


async def test_words_that_a_room_may_not_read_are_dots_also_on_their_line() -> None:
    seen = await ask(assign(hidden=True), "1", *"secret", "tab")
    assert "secret" not in seen.text


async def test_keys_sent_in_one_burst_reach_their_fields() -> None:
    from textual.events import Key

    from tests.tui.dialogs.stage import Stage

    stage = Stage(assign())
    async with stage.run_test() as pilot:
        for sign in "seven\rvisit\r":
            stage.post_message(Key("enter", None) if sign == "\r" else Key(sign, sign))
        await pilot.pause()
        await pilot.pause()
        assert stage.answer == task(2, text="visit")


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_drawn_harmlessly(size: tuple[int, int]) -> None:
    seen = await ask(assign(), "3", "tab", size=size)
    assert "[ALPHA-1] [/x] [@click=app.quit]q[/]" in seen.text
    assert "\x1b" not in seen.text


async def test_a_click_on_a_line_asks_for_that_field() -> None:
    async def click(pilot: Any) -> None:
        await pilot.pause()  # the digit's answer is drawn before a person clicks below it
        await pilot.click("FieldLine", offset=(4, 4))
        await pilot.pause()
        await pilot.press(*"fri", "enter")

    assert (await ask(assign(), "1", then=click)).answer == task(1, due=date(2022, 3, 18))
