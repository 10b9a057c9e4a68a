"""Who chairs, who is here, who sent apologies."""

from typing import Any

import pytest

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.stroke import Roll
from csu_tui.tui.dialogs.roll import RollDialog
from tests.tui.dialogs.stage import HOSTILE, NOTHING, SIZES, agencies, ask

POLICE = Attendee(AgencyId(1), "Kent Police", "Insp Brown")
COUNCIL = Attendee(AgencyId(2), "Sevenoaks Council", "")
COUNCILLOR = Attendee(None, "Town council", HOSTILE)


def roll(chair: str = "Sgt Ellis", present: tuple[Attendee, ...] = (POLICE,), **more: Any) -> RollDialog:
    return RollDialog(chair, agencies(), present, more.get("apologies", ()), HOSTILE)


async def test_one_enter_accepts_all_as_it_stands() -> None:
    seen = await ask(roll(present=(POLICE, COUNCILLOR), apologies=(COUNCIL,)), "enter")
    assert seen.answer == Roll("Sgt Ellis", (POLICE, COUNCILLOR), (COUNCIL,))


async def test_space_goes_from_nothing_to_present_to_apologies_and_back() -> None:
    assert (await ask(roll(), "down", "space", "enter")).answer.present == (POLICE, COUNCIL)
    assert (await ask(roll(), "down", "space", "space", "enter")).answer.apologies == (COUNCIL,)
    again = (await ask(roll(), "down", "space", "space", "space", "enter")).answer
    assert again == Roll("Sgt Ellis", (POLICE,))


async def test_a_name_typed_for_an_agency_makes_it_present() -> None:
    seen = await ask(roll(), "down", *"A Clerk", "enter", "enter")
    assert seen.answer.present[1] == Attendee(AgencyId(2), "Sevenoaks Council", "A Clerk")


async def test_arrows_keep_the_name_just_typed() -> None:
    seen = await ask(roll(present=()), *"PC Jones", "down", *"A Clerk", "enter", "enter")
    assert [who.name for who in seen.answer.present] == ["PC Jones", "A Clerk"]


async def test_plus_adds_a_second_person_of_the_same_agency() -> None:
    seen = await ask(roll(), "plus", *"PC Jones", "enter", "enter")
    assert seen.answer.present == (POLICE, Attendee(AgencyId(1), "Kent Police", "PC Jones"))


async def test_without_a_chair_the_roll_is_not_accepted() -> None:
    seen = await ask(roll(chair=""), "down", "enter")
    assert seen.answer is NOTHING
    assert "Type the name of the chair first." in seen.text


async def test_the_chair_is_typed_on_the_first_line() -> None:
    assert (await ask(roll(chair=""), *"Sgt Ellis", "enter", "enter")).answer.chair == "Sgt Ellis"
    assert (await ask(roll(), "up", *"Insp Hale", "enter", "enter")).answer.chair == "Insp Hale"


async def test_escape_from_a_name_keeps_it_until_asked_twice() -> None:
    seen = await ask(roll(), "down", *"Foo", "escape")
    assert "your words are lost" in seen.text
    assert (await ask(roll(), "down", *"Foo", "escape", "escape", "enter")).answer.present == (POLICE,)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_drawn_harmlessly(size: tuple[int, int]) -> None:
    seen = await ask(roll(present=(COUNCILLOR,)), "pagedown", size=size)
    assert seen.text.count("[@click=app.quit]q[/]") >= 2
    assert "\x1b" not in seen.text


async def test_a_click_on_an_agency_ticks_it() -> None:
    async def click(pilot: Any) -> None:
        await pilot.click("Choices", offset=(20, 2))
        await pilot.press("enter")

    assert (await ask(roll(), then=click)).answer.present == (POLICE, COUNCIL)


@pytest.mark.parametrize("size", SIZES)
async def test_statement_and_keys_are_whole_beside_many_agencies(size: tuple[int, int]) -> None:
    statement = " ".join(("said in confidence",) * 19) + " and here it ends."
    unit = agencies(tuple(f"Agency number {at} of the district" for at in range(1, 20)))
    for given in (statement, "What is shared here stays here: it ends."):
        seen = await ask(RollDialog("Sgt Ellis", unit, (POLICE,), (), given), size=size)
        for words in ("it ends.", "accepts all", "wait until this is closed"):
            assert words in " ".join(seen.text.replace("│", " ").split()), words
