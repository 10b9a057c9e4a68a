"""A map for a file that no map knows, from its headers and some of its values."""

import re
from collections.abc import Callable, Sequence

from csu_tui.files.intake.addresses import postcode
from csu_tui.files.intake.dates import looks_like_date, stated
from csu_tui.files.intake.field_map import FieldMap
from csu_tui.files.intake.header_words import SYNONYMS, occurred_rank, plain, received_rank

_MOSTLY = 0.5
_MIDNIGHT = re.compile(r".*\b12:00(?::00)? ?AM", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SAYS_SOMETHING = ("category", "title", "text", "street", "postcode", "address")

Rows = Sequence[Sequence[str]]


def propose(headers: Sequence[str], sample: Rows) -> FieldMap:
    """Guess which column is what; `sample` are some rows under these headers.

    A column is taken for a date only where most of its values are dates; where none could be the date received,
    `columns` lacks it, and the map reads nothing.
    """
    columns: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for field, header in _dates(headers, sample):
        columns[field] = (header,)
        taken.add(header)
    for field, words in SYNONYMS.items():
        if field.endswith("_time") and field.removesuffix("_time") not in columns:
            continue
        found = [h for word in words for h in headers if h not in taken and plain(h) == word]
        fitting = next((h for h in found if _FITS.get(field, _any)(_values(headers, sample, h))), None)
        if fitting:
            columns[field] = (fitting,)
            taken.add(fitting)
    dates = _values(headers, sample, *columns.get("received", ()))
    return FieldMap(
        name="proposed", columns=columns, midnight_is_no_time=any(_MIDNIGHT.fullmatch(value) for value in dates)
    )


def _dates(headers: Sequence[str], sample: Rows) -> list[tuple[str, str]]:
    """Return the columns of the date received and of the behaviour; one alone is the date received."""
    dated = [h for h in headers if _mostly(looks_like_date, _values(headers, sample, h))]
    received = _best(dated, received_rank)
    occurred = _best([h for h in dated if h != received], occurred_rank)
    if not received:
        return [("received", occurred)] if occurred else []
    return [("received", received), *([("occurred", occurred)] if occurred else [])]


def _best(headers: Sequence[str], rank: Callable[[str], int | None]) -> str | None:
    ranked = [(place, at, h) for at, h in enumerate(headers) if (place := rank(h)) is not None]
    return min(ranked)[2] if ranked else None


def _values(headers: Sequence[str], sample: Rows, *wanted: str) -> list[str]:
    at = [list(headers).index(header) for header in wanted]
    return [row[i].strip() for row in sample for i in at if i < len(row) and row[i].strip()]


def _mostly(test: Callable[[str], object], values: Sequence[str]) -> bool:
    return bool(values) and sum(bool(test(value)) for value in values) > len(values) * _MOSTLY


def _any(values: Sequence[str]) -> bool:
    return not _mostly(looks_like_date, values)


def _words(values: Sequence[str]) -> bool:
    return not _mostly(_NUMBER.fullmatch, values) and not _mostly(looks_like_date, values)


def _degrees(values: Sequence[str]) -> bool:
    return not values or _mostly(_NUMBER.fullmatch, values)


def _clock(values: Sequence[str]) -> bool:
    return _mostly(lambda value: stated(f"2000-01-01 {value.split()[-1]}", 2000) or stated(value, 2000), values)


def _postcodes(values: Sequence[str]) -> bool:
    return not values or any(postcode(value, outward=True) for value in values)


_FITS: dict[str, Callable[[Sequence[str]], bool]] = {
    **dict.fromkeys(("category", "title", "text", "street", "locality", "address", "name"), _words),
    **dict.fromkeys(("latitude", "longitude"), _degrees),
    **dict.fromkeys(("received_time", "occurred_time"), _clock),
    "postcode": _postcodes,
}
