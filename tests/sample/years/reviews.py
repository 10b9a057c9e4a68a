"""The ASB Case Reviews that callers asked for in the two years."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from csu_tui.domain.moment import local
from csu_tui.domain.working_days import add_working_days
from tests.sample.years.entry import Entry

NOT_MET = "Two qualifying reports within six months: the threshold is three"
NOT_MET_OUTCOME = "Applicant told in writing, the agencies go on with the household"
FORWARD_OUTCOME = "Panel met, four recommendations accepted by the agencies, applicant told"


@dataclass(frozen=True, slots=True)
class Review:
    """One review, raised on a report of the caller's; `met`: three or more qualify, and so it is taken forward."""

    entry: Entry
    raised: date
    met: bool
    decided: date
    closed: date

    @property
    def why(self) -> str:
        """Say why the threshold is not met."""
        return "" if self.met else NOT_MET

    @property
    def outcome(self) -> str:
        """Say what came of it."""
        return FORWARD_OUTCOME if self.met else NOT_MET_OUTCOME


def raise_reviews(choice: random.Random, sagas: Sequence[list[Entry]], met: Sequence[bool], last: date) -> list[Review]:
    """Let a caller each ask for a review, at their third report where its threshold is met, else at their second."""
    found: list[Review] = []
    for saga in sagas:
        if len(found) == len(met):
            break
        entry = saga[2 if met[len(found)] else 1]
        assert entry.decided
        raised = add_working_days(local(entry.decided).date(), choice.randrange(1, 3))
        decided = add_working_days(raised, choice.randrange(6, 15))
        closed = add_working_days(decided, choice.randrange(15, 25) if met[len(found)] else 1)
        before_next = len(saga) == 2 or met[len(found)] or raised < local(saga[2].at).date()
        if closed <= last and before_next:
            found.append(Review(entry, raised, met[len(found)], decided, closed))
    assert len(found) == len(met), "too few callers who ring again"
    return found
