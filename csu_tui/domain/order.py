"""The order in which a meeting takes what waits (SPEC 3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.words import Risk


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that waits for a meeting."""

    report_id: ReportId
    risk: Risk
    received: Moment
    held_over: bool = False


@dataclass(frozen=True, slots=True)
class DueAction:
    """An action overdue or due today; `agency` is the owner's name."""

    action_id: ActionId
    agency: str
    due: date


def actions_in_order(actions: Iterable[DueAction]) -> tuple[DueAction, ...]:
    """Put actions agency by agency, by name, and in each the oldest due first."""
    return tuple(
        sorted(actions, key=lambda action: (action.agency.casefold(), action.agency, action.due, action.action_id))
    )


def reports_in_order(reports: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Put what was held over first, then high risk, then the rest; in each by time received, then by number.

    A day-only report stands at the beginning of its day.
    """
    return tuple(sorted(reports, key=_turn))


def in_order(
    actions: Iterable[DueAction], reports: Iterable[Waiting]
) -> tuple[tuple[DueAction, ...], tuple[Waiting, ...]]:
    """Put a whole agenda in order: actions first, then reports."""
    return actions_in_order(actions), reports_in_order(reports)


def _turn(report: Waiting) -> tuple[bool, bool, float, int]:
    return (not report.held_over, report.risk is not Risk.HIGH, report.received.at.timestamp(), report.report_id)
