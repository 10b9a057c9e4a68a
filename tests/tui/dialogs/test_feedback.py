"""The ledger's states by their letters, the impossible ones impossible."""

from datetime import date

import pytest

from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.words import FeedbackState, Means
from csu_tui.tui.dialogs.feedback import FeedbackChange, FeedbackDialog
from tests.tui.dialogs.stage import HOSTILE, NOTHING, SIZES, ask


def ledger(state: FeedbackState, *, via_done: bool = False) -> FeedbackDialog:
    line = Feedback(ReportId(1), 1, state, date(2022, 3, 17), AgencyId(1), HOSTILE, HOSTILE, via_done=via_done)
    return FeedbackDialog(line, ("safety of the reporter", HOSTILE))


@pytest.mark.parametrize(
    ("key", "state"),
    [("a", FeedbackState.ANONYMOUS), ("n", FeedbackState.DECLINED), ("v", FeedbackState.VIA_ORGANISATION)],
)
async def test_a_plain_state_takes_one_key(key: str, state: FeedbackState) -> None:
    assert (await ask(ledger(FeedbackState.DUE), key)).answer == FeedbackChange(state)


@pytest.mark.parametrize(("key", "state"), [("t", FeedbackState.ATTEMPTED), ("g", FeedbackState.GIVEN)])
@pytest.mark.parametrize(
    ("how", "means"), [("v", Means.VISIT), ("c", Means.CALL), ("l", Means.LETTER), ("e", Means.EMAIL)]
)
async def test_tried_and_given_ask_how(key: str, state: FeedbackState, how: str, means: Means) -> None:
    assert (await ask(ledger(FeedbackState.DUE), key, how)).answer == FeedbackChange(state, means=means)


async def test_not_appropriate_asks_its_reason() -> None:
    picked = FeedbackChange(FeedbackState.NOT_APPROPRIATE, "safety of the reporter")
    assert (await ask(ledger(FeedbackState.DUE), "x", "1")).answer == picked
    assert (await ask(ledger(FeedbackState.DUE), "x", "0", "enter")).answer is NOTHING


@pytest.mark.parametrize("state", [FeedbackState.ANONYMOUS, FeedbackState.DECLINED])
@pytest.mark.parametrize("key", ["d", "t", "g"])
async def test_anonymous_and_declined_become_due_only_with_a_reason(state: FeedbackState, key: str) -> None:
    asked = await ask(ledger(state), key, "enter")
    assert asked.answer is NOTHING
    assert "recorded change" in asked.text
    seen = await ask(ledger(state), key, *"rang to ask", "enter")
    assert seen.answer == FeedbackChange(FeedbackState.DUE, wish_changed="rang to ask")


async def test_an_impossible_state_is_worded_and_not_taken() -> None:
    seen = await ask(ledger(FeedbackState.UNKNOWN), "g", size=(120, 40))
    assert seen.answer is NOTHING
    assert "not possible: the source did not say who reported it" in seen.text


async def test_what_stands_already_is_not_set_again() -> None:
    assert (await ask(ledger(FeedbackState.DUE), "d")).answer is NOTHING
    assert (await ask(ledger(FeedbackState.VIA_ORGANISATION, via_done=True), "v")).answer is NOTHING


async def test_via_organisation_can_be_recorded_as_done() -> None:
    assert (await ask(ledger(FeedbackState.VIA_ORGANISATION), "v")).answer.state is FeedbackState.VIA_ORGANISATION


async def test_escape_goes_back_to_the_states_and_then_out() -> None:
    assert (await ask(ledger(FeedbackState.DUE), "g", "escape", "a")).answer.state is FeedbackState.ANONYMOUS
    assert (await ask(ledger(FeedbackState.DUE), "g", "escape", "escape")).answer is None


async def test_enter_alone_changes_nothing() -> None:
    assert (await ask(ledger(FeedbackState.DUE), "enter")).answer is NOTHING


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_drawn_harmlessly(size: tuple[int, int]) -> None:
    seen = await ask(ledger(FeedbackState.DUE), size=size)
    assert "[ALPHA-1] [/x] [@click=app.quit]q[/]" in seen.text
    assert "\x1b" not in seen.text
