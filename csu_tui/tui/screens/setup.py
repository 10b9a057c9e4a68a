"""Set-up: the unit's own lists and settings, one page of them all and a page for each (SPEC 4.6)."""

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.domain.standard import REASONS
from csu_tui.domain.stroke import Said
from csu_tui.tui.dialogs.confirm import ConfirmDialog
from csu_tui.tui.dialogs.parts import PartsDialog, retyped
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.listing import Listed
from csu_tui.tui.present.setup import Entry, entry_lines
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.listing import ListScreen
from csu_tui.tui.screens.setup_people import AgenciesSection, OfficersSection
from csu_tui.tui.screens.setup_section import Section
from csu_tui.tui.screens.setup_words import (
    FOLDERS,
    NUMBERS,
    WORDING,
    CategoriesSection,
    KindsSection,
    PhrasesSection,
    SettingsSection,
)
from csu_tui.tui.widgets.keys import Hint

GROUPS: tuple[tuple[str, tuple[Section[Any], ...]], ...] = (
    ("LISTS", (AgenciesSection(), OfficersSection(), KindsSection(), CategoriesSection())),
    (
        "THE UNIT",
        (SettingsSection("Wording", WORDING), SettingsSection("Numbers", NUMBERS), SettingsSection("Folders", FOLDERS)),
    ),
    ("REASONS AND PHRASES", tuple(PhrasesSection(key) for key in REASONS)),
)
"""The first page."""
UNDO = Hint("z", "undo", "z")
BACK = Hint("esc", "back", "escape")


class SetupPage(ListScreen):
    """What both pages of set-up share: the header, and undo."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("z", "undo", "undo", show=False, id="setup.undo")]

    def top(self) -> Top:
        """Say what this is."""
        return self.headed("SET-UP")

    def action_undo(self) -> None:
        """Z: undo my newest change."""
        if not self.looks_only():
            self.write(lambda desk: desk.undo(), None)

    @on(WriteQueue.Saved)
    def _saved(self, saved: WriteQueue.Saved) -> None:
        self.refresh_from_desk()
        if isinstance(saved.result, Said):
            self.say(saved.result.words)


class SetupScreen(SetupPage):
    """Every list of the unit, with what it holds."""

    EXPLAINED = (
        ("", "Set-up"),
        ("↑ ↓", "move the arrow"),
        ("enter", "show the list: edit, add, retire"),
        ("z", "undo my newest change"),
        ("esc", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.sections = tuple(section for _, sections in GROUPS for section in sections)
        self.groups: tuple[tuple[str, tuple[Entry, ...]], ...] = ()

    def read(self) -> None:
        """Read what each list holds."""
        self.groups = tuple(
            (heading, tuple(Entry(section.name, section.summary(self.desk)) for section in sections))
            for heading, sections in GROUPS
        )

    def count(self) -> int:
        """Return how many lists there are."""
        return len(self.sections)

    def lay_out(self, room: int) -> Listed:
        """Lay the lists out."""
        return entry_lines(self.groups, self.at, room)

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        return ((Hint("enter", "show", "enter"), BACK, UNDO, HELP),)

    def action_go(self) -> None:
        """Enter: the list at the arrow."""
        self.app.push_screen(SetupListScreen(self.sections[self.at]))


@dataclass(frozen=True, slots=True)
class Typed:
    """What was answered about a row, or about a new one, so that a refusal does not lose it."""

    row: Any
    values: tuple[str, ...]


class SetupListScreen(SetupPage):
    """One list of the unit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add", "add", show=False, id="setup.add"),
        Binding("minus,delete", "retire", "retire", show=False, id="setup.retire"),
    ]
    EXPLAINED = (
        ("", "One list of the unit"),
        ("↑ ↓", "move the arrow"),
        ("enter", "edit what is at the arrow"),
        ("+", "add one"),
        ("-", "retire it: it can no longer be chosen, and everything made with it stays"),
        ("z", "undo my newest change"),
        ("esc", "back to all lists"),
    )

    def __init__(self, section: Section[Any]) -> None:
        super().__init__()
        self.section = section
        self.rows: tuple[Any, ...] = ()

    def read(self) -> None:
        """Read the list; the arrow stays on its row."""
        was = self.section.number(self.rows[self.at]) if self.at < len(self.rows) else None
        self.rows = self.section.read(self.desk)
        self.at = next((at for at, row in enumerate(self.rows) if self.section.number(row) == was), self.at)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def lay_out(self, room: int) -> Listed:
        """Lay the list out."""
        entries = tuple(self.section.entry(at, row) for at, row in enumerate(self.rows))
        group = (" ".join((self.section.name.upper(), str(len(entries)))), entries)
        return entry_lines((group,), self.at, room, self.keyed("Nothing here yet: {+} adds one."))

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        edit = (Hint("enter", "edit", "enter"),) if self.rows else ()
        add = () if self.section.fixed else (Hint("+", "add", "plus"),)
        retire = (Hint("-", "retire", "minus"),) if self.rows and not self.section.fixed else ()
        return ((*edit, BACK, *add, *retire, UNDO, HELP),)

    def action_go(self) -> None:
        """Enter: edit the row at the arrow."""
        if self.rows and not self.looks_only():
            self._ask(self.rows[self.at])

    def action_add(self) -> None:
        """+: add one."""
        if self.section.fixed:
            self.say("Nothing is added here: enter edits what is at the arrow.", bad=True)
        elif not self.looks_only():
            self._ask(None)

    def action_retire(self) -> None:
        """-: retire the row at the arrow, after asking."""
        if self.section.fixed:
            self.say("Nothing is retired here: enter edits what is at the arrow.", bad=True)
        elif self.rows and not self.looks_only():
            row = self.rows[self.at]
            question = " ".join(
                ("Retire", self.section.called(row) + "?", "It can no longer be chosen; everything made with it stays.")
            )

            def answered(sure: bool | None) -> None:
                if sure:
                    self.write(lambda desk: self.section.retire(desk, row), None)

            self.app.push_screen(ConfirmDialog(question, "retire it", "leave it"), answered)

    def _ask(self, row: Any, values: tuple[str, ...] = (), refusal: str = "") -> None:  # noqa: ANN401  a section's row
        parts = self.section.parts(self.desk, row)
        title = " ".join(("Add" if row is None else "Edit", self.section.one))
        dialog = PartsDialog(title, retyped(parts, values) if values else parts, refusal)
        self.app.push_screen(dialog, partial(self._answered, row))

    def _answered(self, row: Any, values: tuple[str, ...] | None) -> None:  # noqa: ANN401  a section's row
        if values is None:
            return
        doubt = self.section.doubt(self.desk, row, values)

        def sure(yes: bool | None) -> None:
            if yes:
                self._save(row, values)
            else:
                self.say("Nothing was changed.")

        if doubt:
            self.app.push_screen(ConfirmDialog(doubt, "yes, show them", "no, leave it sensitive"), sure)
        else:
            self._save(row, values)

    def _save(self, row: Any, values: tuple[str, ...]) -> None:  # noqa: ANN401  a section's row
        self.write(lambda desk: self.section.save(desk, row, values), Typed(row, values))

    @on(WriteQueue.Refused)
    def _refused(self, refused: WriteQueue.Refused) -> None:
        """Ask again with what was typed, over what stands by now."""
        if not isinstance(refused.tag, Typed) or self.app.screen is not self:
            return
        self.refresh_from_desk()
        old = refused.tag.row
        row = next((one for one in self.rows if old and self.section.number(one) == self.section.number(old)), None)
        if row is not None or old is None:
            self._ask(row, refused.tag.values, refused.sentence)
