"""A meeting under test: a desk with reports and due actions, the chair's screen on it, keys sent at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.item import Item
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.words import StepKind
from tests.factories import FrozenClock, agency, close, import_reports, make_desk, open_meeting, steps
from tests.tui.playing import Play, playing

BOTH = ((80, 24), (120, 40))
EARLIER = "2022-03-28T09:00:00+01:00"
MORNING = "2022-04-01T09:00:00+01:00"
OLD = {"received": "27/03/2022 16:40"}
_NAMES = {"+": "plus", "[": "left_square_bracket", "]": "right_square_bracket", "/": "slash", " ": "space"}


def sitting(folder: Path, *rows: dict[str, str]) -> Desk:
    """Open a meeting on these reports."""
    desk = make_desk(folder)
    import_reports(desk, *rows)
    open_meeting(desk)
    return desk


def reviewing(folder: Path, *tasks: tuple[int, str], rows: tuple[dict[str, str], ...] = ({},)) -> Desk:
    """Open a meeting on due actions, each by its agency's digit and its kind, and on reports."""
    clock = FrozenClock(EARLIER)
    desk = make_desk(folder, clock)
    import_reports(desk, *(OLD for _ in tasks))
    open_meeting(desk)
    kinds = {kind.name: kind.id for kind in desk.kinds()}
    for step, (digit, kind) in zip(steps(desk), tasks, strict=True):
        desk.assign(step, Assignment(agency(desk, digit), kind_id=kinds[kind]))
    close(desk)
    clock.set(MORNING)
    import_reports(desk, *rows)
    open_meeting(desk)
    return desk


def reports(desk: Desk) -> tuple[Step, ...]:
    return tuple(step for step in steps(desk) if step.kind is StepKind.REPORT)


def item(desk: Desk, number: int) -> Item:
    """Return what is known of the step with this number."""
    return desk.item(steps(desk)[number - 1].id, private=True)


def owners(desk: Desk, number: int) -> tuple[str, ...]:
    return steps(desk)[number - 1].owners


def send(play: Play, keys: str) -> None:
    """Send signs as one write of a terminal does: no waiting in between."""
    for sign in keys:
        play.app.post_message(events.Key(_NAMES.get(sign, sign), sign))


@asynccontextmanager
async def burst(desk: Desk, keys: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Play]:
    """Start the screens, send signs at once and wait until all is saved and drawn."""
    async with playing(desk, size) as play:
        send(play, keys)
        await play.settle()
        yield play
