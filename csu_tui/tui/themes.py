"""Our own two themes: every text, and every colour that says something, at 7:1 or more on what it stands on."""

from textual.theme import Theme

DARK = "csu-dark"
LIGHT = "csu-light"


def _theme(
    name: str, *, dark: bool, text: str, muted: str, grounds: tuple[str, str, str], signs: dict[str, str]
) -> Theme:
    background, surface, panel = grounds
    return Theme(
        name,
        dark=dark,
        primary=signs["primary"],
        secondary=signs["secondary"],
        accent=signs["accent"],
        warning=signs["warning"],
        error=signs["error"],
        success=signs["success"],
        foreground=text,
        background=background,
        surface=surface,
        panel=panel,
        boost=surface,
        variables={
            # Textual's own are translucent or mixed, and so fall below 7:1.
            "text": text,
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            **{f"text-{sign}": colour for sign, colour in signs.items()},
            "block-cursor-foreground": text,
            "block-cursor-background": panel,
            "block-cursor-blurred-foreground": text,
            "block-cursor-blurred-background": panel,
            "block-hover-background": panel,
            "input-selection-background": text,
            "input-selection-foreground": background,
            "footer-key-foreground": signs["accent"],
            "footer-background": panel,
            "link-color": text,
            "link-color-hover": text,
            "link-background-hover": panel,
            "border": signs["primary"],
            "border-blurred": muted,
            "button-foreground": text,
            "button-color-foreground": background,
            "scrollbar": muted,
            "scrollbar-hover": text,
            "scrollbar-active": text,
            "scrollbar-background": panel,
        },
    )


THEMES = (
    _theme(
        DARK,
        dark=True,
        text="#f2f4f8",
        muted="#c3cad6",
        grounds=("#0b0f16", "#121824", "#232c3d"),
        signs={
            "primary": "#8fc1ff",
            "secondary": "#b9c7e6",
            "accent": "#ffd479",
            "warning": "#ffcc66",
            "error": "#ffb3ac",
            "success": "#8fe3a4",
        },
    ),
    _theme(
        LIGHT,
        dark=False,
        text="#10151d",
        muted="#343d4b",
        grounds=("#ffffff", "#f5f7fa", "#e3e8f0"),
        signs={
            "primary": "#0b3a75",
            "secondary": "#2b3d5e",
            "accent": "#5c3700",
            "warning": "#5f3800",
            "error": "#82100f",
            "success": "#0a4a22",
        },
    ),
)
