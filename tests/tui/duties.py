"""An officer's desk under test: actions of an earlier meeting, the officer matched by login."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from csu_tui.desk.desk import Desk
from csu_tui.domain.action import Action
from csu_tui.domain.stroke import ActionFilter, Assignment
from tests.factories import FrozenClock, agency, close, import_reports, make_desk, open_meeting, steps
from tests.tui.sitting import EARLIER, MORNING

BOTH = ((80, 24), (120, 40))
OLD = {"received": "27/03/2022 16:40"}
ELLIS = "PC Ellis"


def office(folder: Path, *tasks: tuple[int, str, dict[str, str]], me: bool = True) -> Desk:
    """Make a desk with one open action for each task: the agency's digit, the kind, and its report's row.

    An action of agency 1 is the officer's, whose login is the desk's.
    """
    clock = FrozenClock(EARLIER)
    desk = make_desk(folder, clock)
    own = agency(desk, 1)
    desk.add_officer(own, ELLIS, login="ellis" if me else None)
    officer = next(one.id for one in desk.officers(own) if one.name == ELLIS)
    import_reports(desk, *(OLD | row for _, _, row in tasks))
    open_meeting(desk)
    kinds = {kind.name: kind.id for kind in desk.kinds()}
    for step, (digit, kind, _) in zip(steps(desk), tasks, strict=True):
        desk.assign(
            step,
            Assignment(agency(desk, digit), officer if digit == 1 else None, kind_id=kinds[kind], text="look at it"),
        )
    close(desk)
    clock.set(MORNING)
    return desk


def colleague(desk: Desk, login: str = "sam") -> Desk:
    """Sit a second person at the same database."""
    return make_desk(desk.path.parent, desk._clock, login, create=False)


def actions(desk: Desk, status: str = "all") -> tuple[Action, ...]:
    return desk.actions(ActionFilter(status=status), private=True)


def whole(desk: Desk, report_id: Any) -> Any:
    return desk.report(report_id, private=True)


def pressed(keys: Iterable[str]) -> int:
    """Count keys as a person presses them."""
    return len(list(keys))
