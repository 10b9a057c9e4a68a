"""What the function keys of screens that do not exist yet say."""

LATER = {
    "f3": 'F3 Actions comes later; meanwhile: csu-tui actions --overdue, csu-tui done A1 "outcome".',
    "f4": "F4 Feedback comes later; meanwhile: csu-tui feedback --owed, csu-tui contact R1 call.",
    "f5": "F5 Search comes later; meanwhile: csu-tui show R1.",
    "f6": "F6 Figures comes later; meanwhile the minutes count each meeting: csu-tui minutes.",
    "f9": "F9 Set-up comes later; meanwhile: csu-tui agency list, csu-tui officer list.",
}
"""The screens of later issues, and which command does it meanwhile."""
