"""A dialog that asks one question after the other, every key heard in its order."""

from collections.abc import Callable
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from csu_tui.domain.errors import RuleError
from csu_tui.domain.text import clean
from csu_tui.tui.dialogs.base import Dialog, Hint, T, shown
from csu_tui.tui.dialogs.choices import Choice, Choices, fitting_choices
from csu_tui.tui.dialogs.entry import Entry
from csu_tui.tui.dialogs.page import Page, page_hints
from csu_tui.tui.keyed import KeyedApp

LINE_END = clean("\n")
LOST = "Escape again leaves, and your words are lost."


class Ask(Dialog[T]):
    """Asks the pages that a subclass turns to, beginning with `opening`."""

    DEFAULT_CSS = """
    Ask {
        & #about { margin-bottom: 1; }
        & #about.-empty { display: none; }
        & #asked { height: 1; }
        & #prompt { width: auto; max-width: 50%; margin-right: 1; text-style: bold; }
        & Choices { margin-top: 1; }
        & #hints { min-height: 2; }
        &.-middle Choices { max-height: 9; }
        &.-middle #about { margin-bottom: 0; }
        &.-short #about { max-height: 4; margin-bottom: 0; }
        &.-short Choices { margin-top: 0; max-height: 8; }
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.page = Page("")
        self.started = False
        """True while one's own words are being typed: then no sign is a key."""
        self.warned = False
        self.refusal = ""
        """Why what is asked again was not kept; said from the start."""
        self._filtered = ""
        self._commands: dict[str, Callable[[], None]] = {
            "enter": self.action_accept,
            "escape": self.action_leave,
            "up": partial(self.move, -1),
            "down": partial(self.move, 1),
            "pageup": partial(self.move, -7),
            "pagedown": partial(self.move, 7),
            "tab": self.action_next,
            "shift+tab": self.action_previous,
            "ctrl+s": self.action_save,
        }

    def opening(self) -> Page:
        """Return the first question."""
        raise NotImplementedError

    def rows(self) -> int:
        """Return how many lines the longest list of a later page has: their room is kept from the beginning."""
        return 0

    def compose_fields(self) -> ComposeResult:
        """Lay out what stands above the question; nothing unless a form says otherwise."""
        yield from ()

    def compose_body(self) -> ComposeResult:
        """Lay out the fields, the question and its choices."""
        yield from self.compose_fields()
        yield Static(id="about", markup=False)
        with Horizontal(id="asked"):
            yield Static(id="prompt", markup=False)
            yield Entry(self._hear, self._before_paste)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the first question, and say why it is asked again."""
        self.choices.keep(self.rows())
        self.turn(self.opening())
        self.say(self.refusal)
        self.entry.focus()

    @property
    def entry(self) -> Entry:
        """The line of typing."""
        return self.query_one(Entry)

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    def turn(self, page: Page) -> None:
        """Ask this now."""
        self.keep_height()
        self.page = page
        self.warned = False
        self.say("")
        self.started = bool(page.words and (page.text or not page.choices))
        self._filtered = ""
        self.explain(page.about)
        self.query_one("#prompt", Static).update(Content.assemble(shown(page.prompt, 40), " ›"))
        with self.prevent(Input.Changed):
            self.entry.password = page.hidden
            self.entry.value = page.text
            self.entry.cursor_position = len(page.text)
        self.choices.show(page.choices, page.pointed)
        self.show_hints()

    def explain(self, words: str) -> None:
        """Show what the question is about; empty takes it away."""
        about = self.query_one("#about", Static)
        about.update(shown(words, 400))
        about.set_class(not words, "-empty")

    def show_hints(self) -> None:
        """Say what the keys do on this page."""
        self.hint(
            (
                *page_hints(self.page, self.started),
                *self.page.hints,
                Hint("esc", "back" if self.page.back else "leaves", "leave"),
            )
        )

    def start(self) -> None:
        """Begin one's own words."""
        self.started = True
        if not self.page.filters:
            self.choices.point(None)
        self.show_hints()

    def move(self, by: int) -> None:
        """Move the arrow through the list; not while one's own words stand beside it."""
        if self.page.words is None or not self.entry.value:
            self.started = self.page.filters and self.started
            self.choices.move(by)
            self.show_hints()

    def typed(self) -> str:
        """Return what stands in the line; words that were only shown there, made harmless, are the old ones still."""
        typed, given = self.entry.value.strip(), self.page.text
        if typed == clean(given).strip():
            return given.strip()
        return typed.replace(LINE_END, "\n") if "\n" in given else typed

    def at_stake(self) -> bool:
        """Say whether leaving would throw typed words away."""
        typed = self.typed()
        return self.page.words is not None and bool(typed) and typed != self.page.text.strip()

    def choose(self, choice: Choice) -> None:
        """Pick a line, or say why it cannot be picked."""
        if choice.refusal:
            self.say("Not possible: " + choice.refusal)
        else:
            self.attempt(choice.pick)

    def attempt(self, stroke: Callable[[], None]) -> None:
        """Do it, or show the sentence that refuses it."""
        try:
            stroke()
        except RuleError as refusal:
            self.say(str(refusal))

    def action_accept(self) -> None:
        """Enter: save the words typed, or take the choice at the arrow."""
        self._narrow()
        words, typed = self.page.words, self.typed()
        pointed = self.choices.pointed()
        if words and (self.started or (self.page.blank_ok and not pointed)):
            if typed or self.page.blank_ok:
                self.attempt(lambda: words(typed))
            else:
                self.say("Write a few words first.")
        elif pointed:
            self.choose(pointed)
        else:
            self.say("Nothing in the list fits these letters." if self.page.filters else "Press one of the keys shown.")

    def action_leave(self) -> None:
        """Escape: back or out, after one warning where words would be lost."""
        if self.at_stake() and not self.warned:
            self.warned = True
            self.say(LOST)
        elif self.page.back:
            self.page.back()
        else:
            self.finish(None)

    def action_next(self) -> None:
        """Tab: the next choice; a form goes to its next field."""
        self.move(1)

    def action_previous(self) -> None:
        """Shift+Tab: the previous choice; a form goes to its previous field."""
        self.move(-1)

    def action_save(self) -> None:
        """Ctrl+S: what Enter does; a form saves all its fields."""
        self.action_accept()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._narrow()
        if self.started and not self.entry.value and self.page.choices and not self._keyed() and not self.page.filters:
            self.started = False  # nothing is typed any more, and no sign picks: Enter takes the arrow's line again
            self.choices.point(self.page.pointed)
            self.say("")
            self.show_hints()
        if self.page.preview:
            self.explain(self.page.preview(self.entry.value.strip()) or self.page.about)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.choose(self.choices.visible_choices[event.option_index])

    def on_key(self, event: events.Key) -> None:
        """Hear the keys typed before the line of typing had the focus."""
        if not self.entry.has_focus and self._hear(event) is False and event.is_printable:
            self.entry.insert_text_at_cursor(event.character or "")

    def _hear(self, event: events.Key) -> bool:
        """Take a key, or return False for the line of typing to take it."""
        if self.left:
            self._leave_to_below(events.Key(event.key, event.character))
            return True
        if event.key.startswith("alt+") and event.is_printable:
            return self._hear_after_escape(event.key.removeprefix("alt+"), event.character or "")
        if event.key != "escape" and self.warned:
            self.warned = False
            self.say("")
        if command := self._commands.get(event.key):
            command()
            return True
        if event.key == "backspace" and self.started and not self.entry.value and self.page.choices:
            self.started = False
            self.show_hints()
        return event.is_printable and self._pressed(event.character or "")

    def _hear_after_escape(self, key: str, sign: str) -> bool:
        """Take `alt+x` as Escape, then the letter: that is how a terminal sends the two when typed quickly."""
        letter = events.Key(key, sign)
        self.action_leave()
        if not self._hear(letter):
            self.entry.insert_text_at_cursor(sign)
        return True

    def _leave_to_below(self, key: events.Key) -> None:
        """Give a key that came after the answer to the screen below, before all keys that wait."""
        if isinstance(self.app, KeyedApp):
            self.app.hear_first(key)
        else:
            self.app.post_message(key)

    def _pressed(self, sign: str) -> bool:
        """Take a sign as a key of this page; False makes it typing."""
        if self.started:
            return False
        choice = next((choice for choice in self.page.choices if choice.key and choice.key == sign.lower()), None)
        if choice:
            self.choose(choice)
            return True
        if self.page.filters or (self.page.words and (sign.isalpha() or not self._keyed())):
            self.start()
            return False
        if self.page.words and sign == "0":
            self.start()
            self.say("")
        elif self.page.words:
            self.say("No phrase has this sign: 0 begins your own words with any sign.")
        else:
            self.say("That key means nothing here.")
        return True

    def _keyed(self) -> bool:
        return any(choice.key for choice in self.page.choices)

    def _before_paste(self) -> bool:
        """Let what is pasted be words or letters to look for, where there are such; it never picks."""
        if self.left or not (self.page.words or self.page.filters):
            return False
        if not self.started:
            self.start()
        return True

    def _narrow(self) -> None:
        """Keep the choices that fit what is typed."""
        typed = self.entry.value.strip().casefold()
        if not self.page.filters or typed == self._filtered:
            return
        self._filtered = typed
        self.keep_height()
        fitting = fitting_choices(self.page.choices, typed)
        self.choices.show(fitting, 0 if typed else self.page.pointed)
        self.say("" if fitting else "Nothing in the list has " + clean(typed) + " in it.")

    def action_start(self) -> None:
        """0: one's own words, beginning with any sign."""
        self.start()
