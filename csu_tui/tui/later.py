"""What the function keys of screens that do not exist yet say."""

LATER = {
    "f5": "F5 Search comes later; meanwhile: csu-tui show R1.",
}
"""The screens of later issues, and which command does it meanwhile."""
