"""UK postcodes, and addresses split only where that is sure.

What a room may read is street and locality, so nothing that could hold a house may stay in either: what is not sure
goes to `Place.unsplit`, which a room never reads (SPEC 2).
"""

import re
from functools import lru_cache

from csu_tui.domain.place import Place

# Any two letters end it: a slip in the last half must not cost the street that stands beside it.
_POSTCODE = r"(?:GIR ?0AA|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2})"
_WHOLE = re.compile(_POSTCODE, re.IGNORECASE | re.ASCII)
_OUTWARD = re.compile(r"[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNP-Y]?", re.IGNORECASE | re.ASCII)
_LAST = re.compile(rf"[\s,]*\b({_POSTCODE})\s*\.?$", re.IGNORECASE | re.ASCII)
_STREET_WORDS = (
    "street st road rd lane ln avenue ave close drive dr way court crescent gardens grove hill place square terrace "
    "walk green park rise row mews parade broadway mead meadow meadows view vale path alley approach bank bridge "
    "common croft field fields gate garth heath mount passage quay ridge spinney strand wharf yard bypass highway"
)
_STREET = re.compile(rf"[^\d,]*[^\d,\s] (?:{_STREET_WORDS.replace(' ', '|')})\.?", re.IGNORECASE)
_NUMBER = r"\d+[a-z]?(?:\s?[-/&]\s?\d+[a-z]?)?"
_NUMBERED = re.compile(rf"({_NUMBER})\s+(\D.*)", re.IGNORECASE)
_ONLY_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_FLAT = re.compile(r"(?:flat|apartment|apt|unit|room|maisonette)\.? [a-z0-9]{1,4}", re.IGNORECASE)
_BUILDING = re.compile(
    r"\bc/o\b|\b(?:house|cottage|flats?|block|tower|lodge|farm|villas?|hall|court|apartments?|bungalow|barn|hostel|caravan"
    r"|point|heights|mansions?|chambers|manor|unit|room)(?: \w{1,3})?$",
    re.IGNORECASE,
)
_ROAD_NUMBER = re.compile(r"\b(?:[ABM]\d{1,4}(?:\(M\))?|J\d{1,2}A?|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
_AREA_CODE = re.compile(r"[A-Z]\d{8}")
_POINT = re.compile(r"\(?\s*(-?\d{1,3}\.\d+)\s*[, ]\s*(-?\d{1,3}\.\d+)\s*\)?")
_MOST_LOCALITIES = 2


def postcode(text: str, *, outward: bool = False) -> str:
    """Return a UK postcode in its usual form (`BR8 7AA`), or an empty text; with `outward` its first half alone too."""
    compact = "".join(text.split()).upper()
    if _WHOLE.fullmatch(compact):
        return f"{compact[:-3]} {compact[-3:]}"
    return compact if outward and _OUTWARD.fullmatch(compact) else ""


def point(text: str) -> tuple[str, str] | None:
    """Read `(51.37, -2.40)` as latitude and longitude."""
    found = _POINT.fullmatch(text.strip())
    return (found[1], found[2]) if found else None


@lru_cache(maxsize=20_000)
def place_of(house: str, street: str, locality: str, code: str, address: str, unsplit: str) -> Place:
    """Build a place from a source's cells, each of which may hold more or less than its name says."""
    known = postcode(code, outward=True)
    doubtful = [unsplit] if unsplit and not postcode(unsplit) and not point(unsplit) else []
    if code and not known:
        doubtful.append(code)
    locality, found, left = _checked_locality(locality)
    doubtful += left
    if not house and not street and address and not point(address):
        split = split_address(address)
        known = known or split.postcode
        if split.unsplit:
            doubtful.append(split.unsplit)
        else:
            house, street, locality = split.house, split.street, locality or split.locality
    else:
        house, street, left = _checked_street(house, street)
        doubtful += left
    return Place(house, street, locality, known or found, ", ".join(dict.fromkeys(doubtful)))


def split_address(address: str) -> Place:
    """Split the plain forms of a UK address; any other stays whole in `unsplit`, its postcode apart."""
    text = " ".join(address.replace("\n", ", ").split())
    found = _LAST.search(text)
    code = postcode(found[1]) if found else ""
    rest = text[: found.start()] if found else text
    parts = [part.strip(" .") for part in rest.split(",") if part.strip(" .")]
    house, street, after = _house_and_street(parts)
    sure = street and len(after) <= _MOST_LOCALITIES
    if sure and not any(_BUILDING.search(part) or any(c.isdigit() for c in part) for part in after):
        return Place(house, street, ", ".join(after), code)
    return Place(postcode=code, unsplit=rest.strip(" ,"))


def _house_and_street(parts: list[str]) -> tuple[str, str, list[str]]:
    """Return house, street and what follows; an empty street where it is not sure."""
    flat = ""
    if len(parts) > 1 and _FLAT.fullmatch(parts[0]):
        flat, parts = parts[0], parts[1:]
    if not parts:
        return "", "", []
    numbered = _NUMBERED.fullmatch(parts[0])
    if numbered and _STREET.fullmatch(numbered[2]):
        return ", ".join(filter(None, (flat, numbered[1]))), numbered[2], parts[1:]
    if len(parts) > 1 and _ONLY_NUMBER.fullmatch(parts[0]) and _STREET.fullmatch(parts[1]):
        return ", ".join(filter(None, (flat, parts[0]))), parts[1], parts[2:]
    if not flat and _STREET.fullmatch(parts[0]) and not _BUILDING.search(parts[0]):
        return "", parts[0], parts[1:]
    return "", "", []


def _checked_street(house: str, street: str) -> tuple[str, str, list[str]]:
    """Take a house number out of a street; a street with other figures or several parts is not shown."""
    if not any(c.isdigit() for c in _ROAD_NUMBER.sub("", street)) and "," not in street:
        return house, street, []
    split = split_address(street)
    if split.unsplit or (house and split.house) or split.locality:
        return house, "", [street]
    return house or split.house, split.street, []


def _checked_locality(locality: str) -> tuple[str, str, list[str]]:
    """Take a postcode out of a locality; one with figures is not shown, an area's code says nothing to people."""
    found = _LAST.search(locality)
    code = postcode(found[1]) if found else ""
    name = locality[: found.start()].strip(" ,") if found else locality
    if _AREA_CODE.fullmatch(name):
        return "", code, []
    return ("", code, [name]) if any(c.isdigit() for c in name) else (name, code, [])
