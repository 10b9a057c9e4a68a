"""What every widget of ours stands on: lines drawn cell by cell, coloured by role, without markup."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from csu_tui.domain.text import clean
from csu_tui.tui.present.line import Line, Role

CLASSES = {role: "drawn--" + role.value for role in Role}


class Drawn(Widget):
    """A widget whose lines are pieces with roles; the theme gives each role its style."""

    COMPONENT_CLASSES = set(CLASSES.values())  # noqa: RUF012  an instance attribute of Widget
    DEFAULT_CSS = """
    Drawn {
        & .drawn--strong { text-style: bold; }
        & .drawn--dim { color: $secondary; }
        & .drawn--good { color: $success; }
        & .drawn--warn { color: $warning; }
        & .drawn--bad { color: $error; text-style: bold; }
        & .drawn--accent { color: $accent; text-style: bold; }
        & .drawn--key { color: $accent; text-style: bold; }
        & .drawn--head { color: $primary; text-style: bold; }
        & .drawn--here { color: $foreground; background: $panel; text-style: bold; }
    }
    """

    _known: dict[Role, Style] | None = None

    def notify_style_update(self) -> None:
        """Forget the styles of another theme or state."""
        self._known = None
        super().notify_style_update()

    def style_of(self, role: Role) -> Style:
        """Return the theme's style of a role, looked up once."""
        if self._known is None:
            self._known = {}
        if role not in self._known:
            found = self.rich_style if role is Role.TEXT else self.get_component_rich_style(CLASSES[role])
            self._known[role] = found
        return self._known[role]

    def strip(self, drawn: Line, room: int) -> Strip:
        """Turn one line into a strip of exactly `room` cells; whatever came here uncleaned is cleaned."""
        strip = Strip([Segment(clean(text), self.style_of(role)) for text, role in drawn])
        return strip.adjust_cell_length(room, self.style_of(Role.TEXT))


class Lines(Drawn):
    """A few lines that fill a widget from its top."""

    def lines(self, room: int) -> tuple[Line, ...]:
        """Return what to draw in `room` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        drawn = self.lines(self.size.width)
        return self.strip(drawn[y] if y < len(drawn) else (), self.size.width)
