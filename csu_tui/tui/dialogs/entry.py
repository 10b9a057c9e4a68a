"""The one line that hears every key of a dialog."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input

from csu_tui.domain.text import clean


class Entry(Input):
    """A line of typing whose keys are first offered to its dialog.

    It alone has the focus, so that keys typed faster than the screen draws are heard in their order.
    """

    DEFAULT_CSS = """
    Entry {
        width: 1fr;
        background: $surface;
        color: $text;
        & > .input--cursor { text-style: reverse; }
        &:focus { background: $panel; }
    }
    """

    def __init__(self, offer: Callable[[events.Key], bool], paste: Callable[[], bool]) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self._offer = offer
        self._before_paste = paste

    def validate_value(self, value: str) -> str:
        """Let no control character stand in the line: it would be sent to the terminal as it is."""
        return clean(value)

    def on_key(self, event: events.Key) -> None:
        """Let the dialog have the key; what it does not want is typed."""
        if self._offer(event):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as typing where the dialog has room for it."""
        if not self._before_paste():
            event.stop()
            event.prevent_default()
