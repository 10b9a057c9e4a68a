"""The ledger's line of one report."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.words import FeedbackState, Means

PLAIN_ROUTES = frozenset({"phone", "call", "text", "visit", "letter", "post", "email", "e-mail", "in person"})
"""Routes that say how and not whom; anything longer may hold a person's details."""


def public_route(route: str) -> str:
    """Return a route where it says no more than how; a room may read that."""
    return route if route.casefold() in PLAIN_ROUTES else ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """The ledger's line of one report (SPEC 3.5); `via_done` says the organisation has been told."""

    report_id: ReportId
    version: int
    state: FeedbackState
    due: date | None = None
    agency_id: AgencyId | None = None
    agency: str = ""
    reason: str = ""
    attempts: int = 0
    told: datetime | None = None
    means: Means | None = None
    via_done: bool = False

    def public(self, sensitive: bool) -> "Feedback":
        """Leave out the reason, free text, of a sensitive report."""
        return replace(self, reason="") if sensitive else self
