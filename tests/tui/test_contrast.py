"""Every text, and every colour that says something, at 7:1 or more on whatever it may stand on (SPEC 4)."""

import pytest
from textual.color import Color
from textual.theme import Theme

from csu_tui.tui.themes import THEMES

GROUNDS = ("background", "surface", "panel", "footer-background", "block-cursor-background", "block-hover-background")
WRITTEN = (
    *("text", "text-muted", "text-disabled", "foreground", "foreground-muted", "foreground-disabled"),
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("text-primary", "text-secondary", "text-accent", "text-warning", "text-error", "text-success"),
    *("block-cursor-foreground", "block-cursor-blurred-foreground", "link-color", "link-color-hover"),
    *("footer-foreground", "footer-key-foreground", "footer-description-foreground", "button-foreground"),
)
PAIRS = (
    ("input-selection-foreground", "input-selection-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("link-color-hover", "link-background-hover"),
)


def luminance(colour: Color) -> float:
    """WCAG 2.2, relative luminance."""
    shares = (value / 255 for value in (colour.r, colour.g, colour.b))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio of two opaque colours."""
    colours = Color.parse(one), Color.parse(other)
    assert all(colour.a == 1 for colour in colours), (one, other)
    low, high = sorted(map(luminance, colours))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("one", "other", "expected"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)])
def test_the_ratio_is_computed_as_wcag_says(one: str, other: str, expected: float) -> None:
    assert ratio(one, other) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_written_colour_reaches_seven_to_one_on_every_ground(theme: Theme) -> None:
    made = theme.to_color_system().generate()
    weak = {
        f"{text} on {ground}": round(found, 2)
        for text in WRITTEN
        for ground in GROUNDS
        if (found := ratio(made[text], made[ground])) < 7
    }
    assert not weak


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_has_a_ground_of_its_own_reaches_seven_to_one_there(theme: Theme) -> None:
    made = theme.to_color_system().generate()
    assert not {pair: found for pair in PAIRS if (found := ratio(*(made[name] for name in pair))) < 7}
