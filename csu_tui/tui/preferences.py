"""An app that takes a person's own theme and keys, and names what it could not take."""

from csu_tui.desk.desk import Desk
from csu_tui.domain.preference import Preferences
from csu_tui.tui.unit import UnitApp

SIGNS = {
    "+": "plus",
    "-": "minus",
    "/": "slash",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
}
"""Textual's names of the signs that help, footer and sentences show."""


class PreferredApp(UnitApp):
    """Takes the preferences before anything is drawn; a wrong one is said in the message line and does no harm."""

    def __init__(self, desk: Desk, preferences: Preferences | None) -> None:
        super().__init__(desk)
        self.preferences = preferences or Preferences()
        self._chosen: dict[str, dict[str, tuple[str, str]]] = {}

    def chosen_keys(self, screen: str) -> dict[str, tuple[str, str]]:
        """Return, by the old key of a screen and of the app, the new one as Textual names it and as people read it."""
        return self._chosen.get("", {}) | self._chosen.get(screen, {}) if self._chosen else {}

    def sign(self, key: str, screen: str = "") -> str:
        """Return how people read a key, which may be one that this person chose."""
        name = SIGNS.get(key) or (key if len(key) == 1 else key.lower())
        return self.chosen_keys(screen).get(name, ("", key))[1]

    def on_load(self) -> None:
        """Take the keys; a first screen drawn before would name ours."""
        complaints = list(self.preferences.complaints)
        if self.preferences.keys:
            from csu_tui.tui.remap import remap

            taken = remap(self.preferences.keys, type(self))
            self._chosen = taken.chosen
            complaints += taken.complaints
            self.set_keymap(taken.keymap)
        self.call_later(self._say, complaints)

    def _say(self, complaints: list[str]) -> None:
        if complaints:
            more = len(complaints) - 1
            rest = "".join((" And ", str(more), " more: csu-tui where names them.")) if more else ""
            self.say(complaints[0] + rest, bad=True)
