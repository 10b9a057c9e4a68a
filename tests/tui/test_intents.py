"""What a digit means is settled at the key, over the writes still queued."""

import pytest

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, StepId
from csu_tui.tui.intents import Intents

STEP, OTHER, FIRE, POLICE = StepId(1), StepId(2), AgencyId(1), AgencyId(2)


def test_what_is_shown_counts_while_nothing_is_queued() -> None:
    assert Intents().owned(STEP, FIRE, shown=True)
    assert not Intents().owned(STEP, FIRE, shown=False)


def test_a_queued_task_makes_the_same_digit_a_withdrawal_on_that_step_alone() -> None:
    intents = Intents()
    intents.intend(STEP, FIRE, owned=True)
    assert intents.owned(STEP, FIRE, shown=False)
    assert not intents.owned(STEP, POLICE, shown=False)
    assert not intents.owned(OTHER, FIRE, shown=False)


def test_a_queued_withdrawal_makes_the_same_digit_a_task_again() -> None:
    intents = Intents()
    intents.intend(STEP, FIRE, owned=False)
    assert not intents.owned(STEP, FIRE, shown=True)


def test_a_refused_key_leaves_what_is_shown() -> None:
    intents = Intents()
    intents.intend(STEP, FIRE, owned=True)
    intents.forget(STEP, FIRE)
    assert not intents.owned(STEP, FIRE, shown=False)


def test_a_queued_decision_withdraws_what_is_shown_until_it_is_refused() -> None:
    intents = Intents()
    intents.decide(STEP)
    assert not intents.owned(STEP, FIRE, shown=True)
    intents.undecide(STEP)
    assert intents.owned(STEP, FIRE, shown=True)


def test_nobody_guesses_while_an_undo_is_on_its_way() -> None:
    intents = Intents()
    intents.undo()
    with pytest.raises(RuleError, match="undo"):
        intents.owned(STEP, FIRE, shown=True)
    intents.clear()
    assert intents.owned(STEP, FIRE, shown=True)


def test_a_queued_task_settles_its_step_and_a_withdrawal_does_not() -> None:
    intents = Intents()
    intents.intend(STEP, FIRE, owned=True)
    intents.intend(OTHER, FIRE, owned=False)
    assert intents.settling() == {STEP}
