"""A bare application that asks one dialog and keeps its answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from textual import events
from textual.app import App

from csu_tui.domain.ids import AgencyId, CategoryId, KindId, OfficerId
from csu_tui.domain.unit import Agency, Category, Kind, Officer
from csu_tui.domain.words import Family
from csu_tui.tui.dialogs.base import Dialog

HOSTILE = "[ALPHA-1] [/x] [@click=app.quit]q[/] :fire: $x\x1b[31m"
DRAWN = "[ALPHA-1] [/x] [@click=app.quit]q[/] :fire: $x␛[31m"
TODAY = date(2022, 3, 14)
NOTHING = object()
SIZES = ((80, 24), (60, 18))


class Stage(App[None]):
    """Asks one dialog at once; `answer` is what it gave, and `below` the keys that came after."""

    def __init__(self, dialog: Dialog[Any]) -> None:
        super().__init__()
        self.animation_level = "none"
        self.dialog = dialog
        self.answer: Any = NOTHING
        self.below: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self._answered)

    def _answered(self, answer: Any) -> None:
        self.answer = answer

    def on_key(self, event: events.Key) -> None:
        if self.answer is not NOTHING:
            self.below.append(event.key)


@dataclass
class Seen:
    """What a dialog gave, and what it looked like before it closed."""

    answer: Any
    text: str
    below: list[str] = field(default_factory=list)


async def ask(
    dialog: Dialog[Any],
    *keys: str,
    size: tuple[int, int] = (80, 24),
    then: Callable[[Any], Any] | None = None,
) -> Seen:
    """Press the keys one after the other; `then` may do more with the pilot."""
    stage = Stage(dialog)
    async with stage.run_test(size=size) as pilot:
        await pilot.pause()  # laid out first, as for a person
        await pilot.pause()
        await pilot.press(*keys)
        if then:
            await then(pilot)
        await pilot.wait_for_scheduled_animations()
        return Seen(stage.answer, drawn(stage), stage.below)


def drawn(app: App[None]) -> str:
    """Read the screen as plain lines."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width] for strip in lines[:height])


def agencies(names: Sequence[str] = ("Kent Police", "Sevenoaks Council", HOSTILE)) -> tuple[Agency, ...]:
    return tuple(Agency(AgencyId(at), name, name, at, at == 1, False, 1) for at, name in enumerate(names, 1))


def officers() -> tuple[Officer, ...]:
    names = ((1, "PCSO Amir"), (1, HOSTILE), (2, "A Warden"))
    return tuple(
        Officer(OfficerId(at), AgencyId(agency), "", name, None, False, 1)
        for at, (agency, name) in enumerate(names, 11)
    )


def kinds() -> tuple[Kind, ...]:
    return (
        Kind(KindId(1), "contact and report back", Family.WORK, "", True),
        Kind(KindId(2), "visit", Family.CONTACT, "", False),
        Kind(KindId(3), HOSTILE, Family.WORK, HOSTILE, False),
    )


def categories() -> tuple[Category, ...]:
    return (
        Category(CategoryId(1), "Noise", True, False),
        Category(CategoryId(2), "Domestic Abuse", False, True),
        Category(CategoryId(3), HOSTILE, True, False),
    )
