"""One attempt to reach the reporter, in three keys."""

from typing import Any

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import Means
from csu_tui.tui.dialogs.contact import ContactDialog
from tests.tui.dialogs.stage import NOTHING, agencies, ask

OWN = AgencyId(1)


def contact(**more: Any) -> ContactDialog:
    return ContactDialog(agencies(), OWN, hidden=more.get("hidden", False), settle_allowed=more.get("settle", True))


async def test_a_call_that_settles_the_feedback_is_three_keys() -> None:
    assert (await ask(contact(), *"cys")).answer == ContactMade(Means.CALL, True, agency_id=OWN, settles=True)


async def test_no_answer_is_recorded_and_settles_nothing() -> None:
    missed = ContactMade(Means.VISIT, False, agency_id=OWN)
    assert (await ask(contact(), "v", "n", "enter")).answer == missed
    assert (await ask(contact(), "v", "n", "s")).answer is NOTHING


async def test_settling_is_impossible_where_it_is_not_allowed() -> None:
    seen = await ask(contact(settle=False), *"cys")
    assert seen.answer is NOTHING
    assert "this reporter is not to be told" in seen.text


async def test_a_note_goes_with_it() -> None:
    seen = await ask(contact(), *"lyt", *"by hand", "enter")
    assert seen.answer == ContactMade(Means.LETTER, True, "by hand", agency_id=OWN, settles=True)


async def test_a_note_is_dots_where_it_may_not_be_read() -> None:
    seen = await ask(contact(hidden=True), *"cnw", *"secret")
    assert "secret" not in seen.text


async def test_another_agency_may_have_made_it() -> None:
    seen = await ask(contact(), "a", *"seven", "enter", *"cy", "enter")
    assert seen.answer == ContactMade(Means.CALL, True, agency_id=AgencyId(2))
