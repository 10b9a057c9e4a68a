"""What a pane shows: what stays at the top, what scrolls, what stays at the bottom."""

from dataclasses import dataclass

from csu_tui.tui.present.line import Line, Role, piece

LONGEST = 20_000
"""Signs of one text that are drawn at most; a megabyte would freeze the screen."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines for a pane; `title` stands in its frame."""

    title: str
    head: tuple[Line, ...] = ()
    middle: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()
    pinned: tuple[int, int] = (0, 0)
    """Lines of the middle, from and to, that join the foot where not everything is seen at once."""
    heading: tuple[Line, ...] = ()
    """What then stands above the lines that followed them, which they no longer do."""


def capped(text: str) -> tuple[str, tuple[Line, ...]]:
    """Cut a text that is too long to draw, and say so."""
    if len(text) <= LONGEST:
        return text, ()
    said = "".join(("… cut here: ", str(len(text)), " signs in all, the first ", str(LONGEST), " are shown"))
    return text[:LONGEST], ((piece(said, Role.WARN),),)
