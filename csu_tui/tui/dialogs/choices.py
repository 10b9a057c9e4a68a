"""The list a dialog opens on: each line with the sign that picks it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from csu_tui.domain.text import clean, shorten, width, wrap
from csu_tui.tui.dialogs.base import LONGEST, frame_room


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to pick; `refusal` says why it is impossible, and then it is shown and cannot be picked."""

    label: str
    pick: Callable[[], None]
    key: str = ""
    note: str = ""
    refusal: str = ""
    mark: str = ""
    """Our own column before the label."""

    def content(self, pointed: bool, keyed: bool, room: int) -> Content:
        """Draw it in `room` cells; the arrow, not a colour, says which one Enter takes."""
        lead = ("▶ " if pointed else "  ") + ((self.key or " ") + "  " if keyed else "") + self.mark
        label = clean(shorten(self.label, LONGEST))
        note = clean(shorten("not possible: " + self.refusal if self.refusal else self.note, LONGEST))
        fits = width(lead) + width(label) + 2 + width(note) <= room
        indent = " " * width(lead)
        words = "\n".join(wrap(label, room - len(indent))).replace("\n", "\n" + indent)
        drawn = Content.assemble((lead, "bold"), Content(words))
        if note:
            rest = note if fits else "\n".join(wrap(note, room - len(indent) - 2)).replace("\n", "\n  " + indent)
            drawn = Content.assemble(drawn, "  " if fits else "\n  " + indent, Content(rest).stylize("$text-muted"))
        return drawn.stylize("$text-muted") if self.refusal else drawn


def fitting_choices(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Return the choices that have the case-folded letters in them, those that begin with them first."""
    fitting = [c for c in choices if typed in c.label.casefold() or typed in c.note.casefold()]
    return sorted(fitting, key=lambda c: not c.label.casefold().startswith(typed)) if typed else fitting


class Choices(OptionList, can_focus=False):
    """The choices of a dialog, moved through by the dialog's own keys so that fast typing keeps its order."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
        max-height: 14;
        padding: 0;
        border: none;
        background: $surface;
        color: $text;
        scrollbar-size-vertical: 1;

        &.-none { display: none; }
        &.-kept { display: block; }
        & > .option-list--option { padding: 0; color: $text; }
        & > .option-list--option-highlighted { background: $panel; color: $text; text-style: bold; }
        & > .option-list--option-hover { background: $panel; }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.visible_choices: tuple[Choice, ...] = ()
        self._kept = 0

    def keep(self, rows: int) -> None:
        """Keep room for so many lines, also where there are fewer; the greatest height that the style allows holds."""
        self._kept = rows
        self.styles.min_height = rows

    def show(self, choices: Sequence[Choice], pointed: int | None) -> None:
        """Show these, the arrow at one of them or at none."""
        self.visible_choices = tuple(choices)
        at = None if pointed is None or not choices else min(pointed, len(choices) - 1)
        self.set_options([Option(self._drawn(index, index == at)) for index in range(len(choices))])
        self.set_class(not choices, "-none")
        self.set_class(not choices and self._kept > 0, "-kept")
        self.highlighted = at

    def replace(self, at: int, choice: Choice) -> None:
        """Show one line anew in its place."""
        old = self.visible_choices
        self.visible_choices = (*old[:at], choice, *old[at + 1 :])
        self._redraw(at)

    def move(self, by: int) -> None:
        """Move the arrow; it stops at either end."""
        last = len(self.visible_choices) - 1
        if last >= 0:
            old = self.highlighted
            self.point((0 if by > 0 else last) if old is None else max(0, min(last, old + by)))

    def point(self, at: int | None) -> None:
        """Put the arrow at a line, or nowhere."""
        old, self.highlighted = self.highlighted, at
        for line in (old, at):
            if line is not None:
                self._redraw(line)

    def on_resize(self) -> None:
        """Break long lines anew."""
        for at in range(len(self.visible_choices)):
            self._redraw(at)

    def _redraw(self, at: int) -> None:
        self.replace_option_prompt_at_index(at, self._drawn(at, at == self.highlighted))

    def _drawn(self, at: int, pointed: bool) -> Content:
        keyed = any(choice.key for choice in self.visible_choices)
        return self.visible_choices[at].content(pointed, keyed, frame_room(self.app.size.width) - 1)

    def pointed(self) -> Choice | None:
        """Return the choice at the arrow."""
        return None if self.highlighted is None else self.visible_choices[self.highlighted]
