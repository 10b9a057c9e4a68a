"""What stands in for a screen: nothing at all, or the request for a larger window."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = Size(60, 18)
"""The smallest terminal that the screens are drawn on."""


def too_small(size: Size) -> bool:
    """Say whether a terminal has no room for a screen."""
    return size.width < LEAST.width or size.height < LEAST.height


def asking(size: Size) -> Content:
    """Ask for a larger window: how large it must be, and is."""
    least, now = ("×".join((str(one.width), str(one.height))) for one in (LEAST, size))
    return Content("".join(("make the window larger: at least ", least, " (it is ", now, ")")))


class SmallScreen(ModalScreen[None]):
    """Covers what would not fit; it goes by itself when there is room. No key but leaving is heard meanwhile."""

    DEFAULT_CSS = "SmallScreen { overflow: hidden; }"
    """A scrollbar in a few cells would come and go without end."""

    def compose(self) -> ComposeResult:
        """Say it in as few cells as possible."""
        yield Static(asking(self.app.size), markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Say how large it is now."""
        self.query_one(Static).update(asking(event.size))


class BlankScreen(ModalScreen[None]):
    """Covers everything with nothing; any key or click brings it back and does nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f8", "dismiss", show=False)]

    def on_key(self, event: events.Key) -> None:
        """Take any key, so that no screen hears it."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """Take a click."""
        event.stop()
        self.dismiss()
