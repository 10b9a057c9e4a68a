"""Keys by which the same place is found again (SPEC 3.6), however its address was written."""

import re

from csu_tui.domain.place import Place
from csu_tui.domain.streets import POSTCODE, Named, read_address

_WHOLE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
_DIGIT = {"O": "0", "I": "1", "L": "1"}
"""Letters typed for the digit that an inward half begins with, where no letter can stand."""
_PSEUDO = "ZZ"
"""The area of postcodes that stand for no place: no fixed abode, abroad, unknown."""


def place_key(place: Place) -> str:
    """Return the key under which reports of one place meet: the postcode, else street and locality; empty for nowhere.

    Neither a street alone makes a key nor a locality alone: there is a Mill Lane in every village, and a ward is no
    place where something happens again and again.
    """
    return postcode_key(place) or (street_key(place) if address(place).certain else "")


def postcode_key(place: Place) -> str:
    """Return the postcode without its blank, or an empty text; of an address kept whole only where it has just one."""
    if code := _code(place.postcode):
        return code
    found = {code for pair in POSTCODE.findall(f"{place.street} {place.unsplit}") if (code := _code("".join(pair)))}
    return found.pop() if len(found) == 1 else ""


def street_key(place: Place) -> str:
    """Return the street and its locality, whatever the postcode, for what is near; empty where no street is known."""
    named = address(place)
    return f"{named.street}|{named.locality}" if named.street else ""


def address(place: Place) -> Named:
    """Return house, street and locality as they are compared."""
    return read_address(place.street or place.unsplit, place.locality)


def is_postcode(key: str) -> bool:
    """Say whether a place's key is a postcode."""
    return "|" not in key and bool(_WHOLE.fullmatch(key))


def _code(text: str) -> str:
    compact = "".join(re.findall(r"[A-Z0-9]", text.upper()))
    if len(compact) > 3:  # noqa: PLR2004  an inward half is three signs
        compact = compact[:-3] + _DIGIT.get(compact[-3], compact[-3]) + compact[-2:]
    return compact if _WHOLE.fullmatch(compact) and not compact.startswith(_PSEUDO) else ""
