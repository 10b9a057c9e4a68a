"""A dialog of several fields, each asked by the same line of typing."""

from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from csu_tui.domain.errors import RuleError
from csu_tui.domain.text import wrap
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.base import Hint, T, frame_room
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.field import Field, FieldLine, Line
from csu_tui.tui.dialogs.page import Page


class Form(Ask[T]):
    """Fields that a subclass names; Enter goes to the next, Enter on a last one and Ctrl+S save all."""

    DEFAULT_CSS = """
    Form #fields { height: auto; max-height: 12; background: $surface; scrollbar-size-vertical: 1; }
    Form.-middle #fields { max-height: 8; }
    Form.-middle Choices { max-height: 5; }
    Form.-short #fields { max-height: 6; }
    Form #asked { margin-top: 1; }
    Form.-tells #about.-empty { display: block; }
    Form.-short #about.-empty { display: none; }
    Form.-short #asked { margin-top: 0; }
    Form Choices { max-height: 7; }
    Form.-short Choices { max-height: 4; }
    Form.-short Choices.-kept { display: none; }
    """

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.fields: tuple[Field, ...] = ()
        self._at = 0
        self._has_words = False

    def answer(self) -> T:
        """Return the whole form's value, or raise RuleError naming what is missing."""
        raise NotImplementedError

    def compose_fields(self) -> ComposeResult:
        """Lay out a line for each field."""
        with VerticalScroll(id="fields", can_focus=False):
            for at in range(len(self.fields)):
                yield FieldLine(at)

    def rows(self) -> int:
        """Return how many lines the longest list of a field has."""
        return max((len(field.lines()) for field in self.fields if field.lines), default=0)

    def on_mount(self) -> None:
        """Keep room for what is said of any field, then ask."""
        room = frame_room(self.app.size.width)
        self.query_one("#about").styles.min_height = max(len(wrap(field.about, room)) for field in self.fields)
        self.set_class(any(field.about for field in self.fields), "-tells")
        super().on_mount()

    def opening(self) -> Page:
        """Ask for the first field, unless a subclass begins with another."""
        return self._page(self._at)

    def turn(self, page: Page) -> None:
        """Ask this, the lines above showing what stands so far."""
        super().turn(page)
        self._show_fields()

    def go(self, at: int) -> None:
        """Ask for one field."""
        self._at = at % len(self.fields)
        self.turn(self._page(self._at))

    def at_stake(self) -> bool:
        """Say whether typed words would be lost, here or in another field."""
        return self._has_words or super().at_stake()

    def action_accept(self) -> None:
        """Enter: keep this field; a choice left alone stays as it is."""
        if not self._left_alone():
            super().action_accept()
        elif self.fields[self._at].needed and self.page.pointed is None:
            self.say("Choose one first: type letters of its name.")
        else:
            self.attempt(self._after)

    def action_next(self) -> None:
        """Tab: keep this field and go to the next."""
        self.attempt(partial(self._leave_to, self._at + 1))

    def action_previous(self) -> None:
        """Shift+Tab: keep this field and go to the one before."""
        self.attempt(partial(self._leave_to, self._at - 1))

    def action_save(self) -> None:
        """Ctrl+S: keep this field and save all."""
        self.attempt(self._save)

    def on_resize(self) -> None:
        """Draw the lines anew."""
        self._show_fields()

    @on(FieldLine.Pressed)
    def _clicked_field(self, event: FieldLine.Pressed) -> None:
        self.attempt(partial(self._leave_to, event.at))

    def _show_fields(self) -> None:
        for at, line in enumerate(self.query(FieldLine)):
            line.show(self.fields[at], at == self._at)
            if at == self._at:
                line.scroll_visible(animate=False)

    def _page(self, at: int) -> Page:
        field = self.fields[at]
        saves = field.saves or at == len(self.fields) - 1
        others = (Hint("tab", "next field", "next"),) if len(self.fields) > 1 else ()
        page = Page(
            field.label,
            about=field.about,
            hidden=field.hidden,
            preview=field.preview,
            enter="saves" if saves else "next",
            hints=others if saves else (Hint("ctrl+s", "saves", "save"),),
        )
        if field.lines is None:
            return replace(page, words=partial(self._take, at), text=field.text(), blank_ok=True)
        lines = field.lines()
        now = next((index for index, line in enumerate(lines) if line.label == field.value()), None)
        choices = tuple(Choice(line.label, partial(self._put, line), line.key, line.note) for line in lines)
        return replace(page, choices=choices, filters=True, pointed=now)

    def _put(self, line: Line) -> None:
        line.put()
        self._after()

    def _take(self, at: int, text: str) -> None:
        self._keep_words(at, text)
        self._after()

    def _keep_words(self, at: int, text: str) -> None:
        field = self.fields[at]
        if field.take and text != field.text().strip():
            field.take(text)
            self._has_words = self._has_words or bool(text)

    def _after(self) -> None:
        if self.fields[self._at].saves or self._at == len(self.fields) - 1:
            self.finish(self.answer())
        else:
            self.go(self._at + 1)

    def _leave_to(self, at: int) -> None:
        self._keep()
        self.go(at)

    def _save(self) -> None:
        self._keep()
        self.finish(self.answer())

    def _keep(self) -> None:
        """Store what stands in the field being asked."""
        field, typed = self.fields[self._at], self.typed()
        if field.take:
            self._keep_words(self._at, typed)
        elif not self._left_alone():
            self._narrow()
            pointed = self.choices.highlighted
            if pointed is None:
                raise RuleError("Nothing in the list fits these letters.")
            lines = zip(field.lines() if field.lines else (), self.page.choices, strict=True)
            next(line for line, choice in lines if choice is self.choices.visible_choices[pointed]).put()

    def _left_alone(self) -> bool:
        """Say whether a list stands as it was, so that equal names never change whose action it is."""
        unmoved = self.choices.highlighted == self.page.pointed
        return self.fields[self._at].take is None and unmoved and not self.entry.value.strip()
