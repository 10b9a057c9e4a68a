"""The unit's lists and settings: what each may hold."""

from pathlib import PurePath

from csu_tui.domain.errors import RuleError
from csu_tui.domain.standard import SETTINGS
from csu_tui.domain.text import clean, shorten

BOUNDS: dict[str, tuple[int, int]] = {
    "default_due_days": (0, 60),
    "feedback_days_high": (0, 60),
    "feedback_days": (0, 60),
    "retention_years": (1, 100),
    "case_review_months": (1, 24),
    "case_review_explain": (1, 50),
    "case_review_met": (1, 50),
    "case_review_behaviour_months": (1, 24),
    "case_review_people": (2, 50),
    "hotspot_reports": (2, 100),
    "hotspot_days": (1, 365),
}
"""The least and the most of each number, both allowed."""
LONGEST = 2_000
"""Signs of a setting in words, where nothing shorter is said below."""
SHORTER = {"unit": 80, "marking": 60, "redacted_marking": 60}
"""Signs of what has a line of a paper to itself."""
MAY_BE_EMPTY = frozenset({"minutes_folder"})
NAME, SHORT, PHRASE = 80, 20, 200
"""Signs that a name, a short name and a phrase have at most."""


def one_line(text: str, what: str, longest: int) -> str:
    """Return a name as it is kept, without blanks around it; refused empty, too long or of several lines."""
    kept = text.strip()
    if not kept:
        raise RuleError(f"{what} needs a name.")
    if len(kept) > longest:
        raise RuleError(f"{what} of {len(kept)} signs is too long: at most {longest}.")
    if len(kept.splitlines()) > 1:
        raise RuleError(f"{what} is one line.")
    return kept


def checked(key: str, value: str | int) -> str | int:
    """Return the value as it is kept; raises RuleError where the setting cannot take it."""
    if key not in SETTINGS:
        known = ", ".join(sorted(SETTINGS))
        raise RuleError(f"There is no setting “{shorten(clean(key), 30)}”: choose one of {known}.")
    words = isinstance(SETTINGS[key], str)
    if isinstance(value, bool) or isinstance(value, str) != words:
        raise RuleError(f"The setting {key} takes {'words' if words else 'a whole number'}.")
    if isinstance(value, str):
        kept = value.strip()
        if not kept and key not in MAY_BE_EMPTY:
            raise RuleError("This cannot be empty.")
        longest = SHORTER.get(key, LONGEST)
        if len(kept) > longest:
            raise RuleError(f"{len(kept)} signs are too long: at most {longest}.")
        if key == "minutes_folder" and kept and not (kept.startswith(("~/", "~\\")) or PurePath(kept).is_absolute()):
            raise RuleError("Write the folder in full, from the root or from ~.")
        return kept
    least, most = BOUNDS[key]
    if not least <= value <= most:
        raise RuleError(f"Write a whole number from {least} to {most}.")
    return value
