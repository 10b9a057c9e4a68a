"""Whatever two people do, in whatever order: no report is lost, no number used twice, and the record tells it all."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.desk.strokes.claims import Claims
from tests.desk.strokes.groups import Groups
from tests.desk.strokes.links import Links
from tests.desk.strokes.meetings import Meetings
from tests.desk.strokes.sources import Sources

FAST = settings(max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(FAST, max_examples=150, stateful_step_count=50)


class AnyStrokes(Meetings, Groups, Links, Sources, Claims):
    """All of it at once."""


TestAnyStrokes = AnyStrokes.TestCase
TestAnyStrokes.settings = FAST


@pytest.mark.slow
def test_any_strokes_for_long() -> None:
    run_state_machine_as_test(AnyStrokes, settings=LONG)
