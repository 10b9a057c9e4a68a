"""The roll of a meeting."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from textual import events
from textual.content import Content
from textual.widgets import Static

from csu_tui.domain.ids import AgencyId
from csu_tui.domain.meeting import Attendee
from csu_tui.domain.stroke import Roll
from csu_tui.domain.unit import Agency
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.base import Hint, shown
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page


class _Here(StrEnum):
    NO = "           "
    PRESENT = "✓ present  "
    APOLOGIES = "– apologies"


_NEXT = {_Here.NO: _Here.PRESENT, _Here.PRESENT: _Here.APOLOGIES, _Here.APOLOGIES: _Here.NO}


@dataclass(frozen=True, slots=True)
class _Line:
    agency_id: AgencyId | None
    agency: str
    here: _Here = _Here.NO
    name: str = ""


class RollDialog(Ask[Roll]):
    """Takes the roll: the chair on the first line, then a line for each agency; Enter accepts all as it stands.

    Space goes from present to apologies to neither; a letter begins a name on the line at the arrow.
    """

    DEFAULT_CSS = """
    RollDialog.-short {
        & #about { max-height: 8; }
        & Choices { max-height: 4; }
    }
    """

    def __init__(
        self,
        chair: str,
        agencies: tuple[Agency, ...],
        last_present: tuple[Attendee, ...],
        apologies: tuple[Attendee, ...],
        confidentiality: str,
    ) -> None:
        super().__init__("Roll call")
        self._chair = chair.strip()
        self._confidentiality = confidentiality
        self._lines = _lines(agencies, last_present, apologies)

    def opening(self) -> Page:
        """Ask for all of it at once."""
        return Page(
            "Roll",
            (self._chair_choice(), *map(self._choice, range(len(self._lines)))),
            words=self._named,
            about=self._confidentiality,
            pointed=1 if self._chair and self._lines else 0,
        )

    def start(self) -> None:
        """Begin a name, on the line at the arrow."""
        self.started = True
        self.show_hints()

    def show_hints(self) -> None:
        """Say what the keys do, and whose name is typed."""
        at = self.choices.highlighted or 0
        whose = ("Name for " + self._lines[at - 1].agency if at else "Chair") if self.started else "Roll"
        self.query_one("#prompt", Static).update(Content.assemble(shown(whose, 28), " ›"))
        if self.started:
            self.hint((Hint("enter", "takes the name", "accept"), Hint("esc", "leaves the name", "leave")))
        else:
            space = Hint("space", "present / apologies / neither", "cycle")
            more = Hint("+", "one more of this agency", "add")
            self.hint(
                (
                    Hint("enter", "accepts all", "accept"),
                    space,
                    Hint("a–z", "a name"),
                    more,
                    Hint("esc", "leaves", "leave"),
                )
            )

    def action_accept(self) -> None:
        """Enter: take the name being typed, else the whole roll."""
        if self.started:
            self._named(self.entry.value.strip())
        elif self._chair:
            self.finish(Roll(self._chair, self._those(_Here.PRESENT), self._those(_Here.APOLOGIES)))
        else:
            self.choices.point(0)
            self.say("Type the name of the chair first.")

    def action_leave(self) -> None:
        """Escape: an empty name goes back to the list; typed words are asked about first."""
        if self.started and (self.warned or not self.entry.value.strip()):
            self._listen()
        else:
            super().action_leave()

    def action_cycle(self) -> None:
        """Space: present, apologies, neither."""
        at = self.choices.highlighted
        if at:
            self._set(at - 1, replace(self._lines[at - 1], here=_NEXT[self._lines[at - 1].here]))

    def action_add(self) -> None:
        """+: one more line for the agency at the arrow."""
        at = self.choices.highlighted
        if at:
            line = self._lines[at - 1]
            self._lines.insert(at, _Line(line.agency_id, line.agency, _Here.PRESENT))
            self.turn(replace(self.opening(), pointed=at + 1))
            self.start()

    def _hear(self, event: events.Key) -> bool:
        if not self.left and not self.started and event.key in {"space", "plus"}:
            (self.action_cycle if event.key == "space" else self.action_add)()
            return True
        if (
            not self.left
            and self.started
            and event.key in {"up", "down", "tab", "shift+tab"}
            and self.entry.value.strip()
        ):
            self._named(self.entry.value.strip())
        return super()._hear(event)

    def _named(self, name: str) -> None:
        at = self.choices.highlighted or 0
        self._listen()
        if at == 0:
            self._chair = name or self._chair
            self.choices.replace(0, self._chair_choice())
            self.choices.move(1)
        else:
            line = self._lines[at - 1]
            self._set(at - 1, replace(line, name=name, here=_Here.PRESENT if line.here is _Here.NO else line.here))

    def _listen(self) -> None:
        self.started = False
        self.warned = False
        self.say("")
        self.entry.value = ""
        self.show_hints()

    def _set(self, at: int, line: _Line) -> None:
        self._lines[at] = line
        self.choices.replace(at + 1, self._choice(at))

    def _chair_choice(self) -> Choice:
        return Choice(self._chair or "(type the name)", self.start, mark="Chair        ")

    def _choice(self, at: int) -> Choice:
        line = self._lines[at]
        return Choice(line.agency, partial(self._clicked_line, at), note=line.name, mark=line.here.value + "  ")

    def _clicked_line(self, at: int) -> None:
        self.choices.point(at + 1)
        self.action_cycle()

    def _those(self, here: _Here) -> tuple[Attendee, ...]:
        return tuple(Attendee(line.agency_id, line.agency, line.name) for line in self._lines if line.here is here)


def _lines(agencies: tuple[Agency, ...], present: tuple[Attendee, ...], apologies: tuple[Attendee, ...]) -> list[_Line]:
    """Give each agency its lines, ticked as last time; those who are of no agency of the list come last."""
    ticked = [_Line(who.agency_id, who.agency, _Here.PRESENT, who.name) for who in present]
    ticked += [_Line(who.agency_id, who.agency, _Here.APOLOGIES, who.name) for who in apologies]
    lines: list[_Line] = []
    for agency in agencies:
        own = [line for line in ticked if line.agency_id == agency.id]
        lines += [replace(line, agency=agency.name) for line in own] or [_Line(agency.id, agency.name)]
    known = {agency.id for agency in agencies}
    return lines + [line for line in ticked if line.agency_id not in known]
