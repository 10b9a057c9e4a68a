"""The order in which a meeting takes what waits (SPEC 3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from csu_tui.domain.ids import ActionId, GroupId, ReportId
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


@dataclass(frozen=True, slots=True)
class DueGroup:
    """A Task and Finish Group that reports back; `agency` is its lead's name."""

    group_id: GroupId
    agency: str
    due: date


def due_in_order(actions: Iterable[DueAction], groups: Iterable[DueGroup]) -> tuple[DueAction | DueGroup, ...]:
    """Put what is due agency by agency: the agency's actions as ever, then the groups that it leads, oldest due first.

    An agency that stands up reports on both at once.
    """
    led = sorted(groups, key=lambda group: (group.due, group.group_id))
    due: list[DueAction | DueGroup] = [*actions_in_order(actions), *led]
    return tuple(sorted(due, key=lambda one: (one.agency.casefold(), one.agency, isinstance(one, DueGroup))))


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
