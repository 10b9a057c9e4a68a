"""What came of an action, and the one contact that it may have been."""

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import Means
from csu_tui.tui.dialogs.outcome import Outcome, OutcomeDialog
from tests.tui.dialogs.stage import HOSTILE, NOTHING, ask

PHRASES = ("resident advised", HOSTILE)


def done(*, contact_kind: bool, means: Means | None = Means.CALL) -> OutcomeDialog:
    return OutcomeDialog(HOSTILE, PHRASES, contact_kind=contact_kind, means=means, agency_id=AgencyId(4))


async def test_work_needs_one_line_only() -> None:
    assert (await ask(done(contact_kind=False), "2")).answer == Outcome(HOSTILE)


async def test_a_contact_kind_asks_reached_or_no_answer_by_one_key() -> None:
    reached = ContactMade(Means.CALL, True, agency_id=AgencyId(4))
    missed = ContactMade(Means.CALL, False, agency_id=AgencyId(4))
    assert (await ask(done(contact_kind=True), "1", "y")).answer == Outcome("resident advised", reached)
    assert (await ask(done(contact_kind=True), *"rang", "enter", "n")).answer == Outcome("rang", missed)


async def test_enter_does_not_answer_whether_the_reporter_was_reached() -> None:
    assert (await ask(done(contact_kind=True), "1", "enter", "space")).answer is NOTHING


async def test_how_is_asked_where_it_is_not_known() -> None:
    seen = await ask(done(contact_kind=True, means=None), "1", "v", "y")
    assert seen.answer == Outcome("resident advised", ContactMade(Means.VISIT, True, agency_id=AgencyId(4)))


async def test_escape_goes_back_to_the_words_and_keeps_them() -> None:
    seen = await ask(done(contact_kind=True), *"rang twice", "enter", "escape")
    assert seen.answer is NOTHING
    assert "rang twice" in seen.text
