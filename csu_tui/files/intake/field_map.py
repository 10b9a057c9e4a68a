"""Which column of a source's file holds what: a map."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DateOrder = Literal["dmy", "mdy"]

OWN_COLUMNS = (
    *("source", "reference", "received", "occurred", "category", "qualifier", "risk", "title", "text"),
    *("house", "street", "locality", "postcode"),
    *("reporter", "name", "phone", "email", "feedback_wanted", "route"),
)
"""csu-tui's own columns (SPEC 7)."""

FIELDS = (
    *OWN_COLUMNS,
    *("received_time", "occurred_time", "first_name", "last_name", "anonymous"),
    *("address", "unsplit", "status", "latitude", "longitude"),
)
"""Every field that a map may fill.

`address` is split where that is sure, `unsplit` never is; `received_time` and `occurred_time` hold the time of a date
whose own column has none; `anonymous` is a yes-or-no column.
"""


@dataclass(frozen=True, slots=True)
class FieldMap:
    """How one kind of file is read; header names are exact, case included.

    `columns` gives each field its headers in order of preference: the first that has a value in a row is taken.
    `recognise` are headers that together name this kind of file; `categories` the source's words, in lower case, in
    the unit's names.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    source: str = ""
    """The source's name where neither the command nor a row says it."""
    uk: bool = False
    """Unproved dates are read the British way."""
    date_order: DateOrder | None = None
    """How unproved dates are read, stated outright."""
    midnight_is_no_time: bool = False
    """A time of 00:00 (12:00 AM) says that only the day is known."""
    reference_tail: bool = False
    """The reference is a web address: only what follows its last slash counts."""
    names_reporter: bool = True
    """False where the source never says who reported it: the reporter is then "not stated"."""
    strip_prefix: Mapping[str, str] = field(default_factory=dict)
    """Words to take off the beginning of a field, as `On or near ` of a street."""
    no_value: tuple[str, ...] = ()
    """Cells that say nothing, as `No Location`."""
    recognise: tuple[str, ...] = ()
    categories: Mapping[str, str] = field(default_factory=dict)

    def fits(self, headers: tuple[str, ...]) -> bool:
        """Say whether a file with these headers is of this kind: all that name it are there, and a date received."""
        present = set(headers)
        dated = any(header in present for header in self.columns.get("received", ()))
        return dated and present.issuperset(self.recognise)

    def matches(self, headers: tuple[str, ...]) -> int:
        """Count the fields that these headers fill."""
        present = set(headers)
        return sum(any(header in present for header in wanted) for wanted in self.columns.values())
