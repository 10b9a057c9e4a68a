"""Keys by which the same place and the same reporter are found again (SPEC 3.6), and addresses split when sure."""

import re
import unicodedata

from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind

POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})\b", re.IGNORECASE | re.ASCII)
_NOT_SURE = re.compile(r"^(on or near|near|opposite|outside|behind|junction of|corner of|o/s|opp|jct)\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"^(on or near|near|no location)\b\s*", re.IGNORECASE)
_HOUSE = re.compile(
    r"^((?:flat|unit|apartment|apt)\s+\w+\s*[,/]?\s*)?\d+\s?[a-z]?(?:\s?[-–/]\s?\d+\s?[a-z]?)?[,\s]+(?=\D)",
    re.IGNORECASE,
)
_LONG = {
    **{"st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "dr": "drive"},
    **{"cl": "close", "ct": "court", "cres": "crescent", "gdns": "gardens", "gdn": "garden", "gr": "grove"},
    **{"pl": "place", "sq": "square", "ter": "terrace", "terr": "terrace", "pk": "park", "hse": "house"},
    **{"bldgs": "buildings", "wy": "way", "grn": "green", "est": "estate", "mt": "mount"},
}
_STREET_WORDS = frozenset(_LONG.values()) | {"hill", "mews", "row", "walk", "parade", "broadway", "rise", "way", "view"}
_MIN_DIGITS, _MAX_DIGITS = 7, 15
_PARTS = 2


def place_key(place: Place) -> str:
    """Return the key under which reports of one place meet: the postcode, else street and locality; empty for nowhere.

    A street alone makes a key, a locality alone never: a ward is no place where something happens again and again.
    An unsplit address is compared by its postcode or as a whole.
    """
    found = POSTCODE.fullmatch(place.postcode.strip()) or POSTCODE.search(place.unsplit)
    if found:
        return (found[1] + found[2]).upper()
    return street_key(place)


def street_key(place: Place) -> str:
    """Return the key of the street in its locality, whatever the postcode; empty where no street is known."""
    street = _HOUSE.sub("", _SAYS_NOTHING.sub("", (place.street or place.unsplit).strip()))
    parts = (_smooth(street), _smooth(place.locality))
    return "|".join(parts) if parts[0] else ""


def _smooth(text: str) -> str:
    """Leave the words of a name only: no case, accents, punctuation; `St` at the end is a street, before it a saint."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("'", "").replace("’", "")
    words = re.findall(r"\w+", plain)
    if not words:
        return ""
    *before, last = words
    before = [word if word == "st" else _LONG.get(word, word) for word in before]
    return " ".join((*before, _LONG.get(last, last)))


def phone_key(phone: str) -> str:
    """Return a UK number as `+44…` digits, another country's as it is dialled; empty for no number."""
    written = phone.replace("(0)", "")
    digits = "".join(re.findall(r"[0-9]", written))
    if written.strip().startswith("+"):
        digits = "00" + digits
    if digits.startswith("0044"):
        digits = "0" + digits[4:].lstrip("0")
    if not _MIN_DIGITS <= len(digits) <= _MAX_DIGITS:
        return ""
    return "+" + digits[2:] if digits.startswith("00") else "+44" + digits.removeprefix("0")


def reporter_keys(reporter: Reporter, place: Place) -> tuple[str, ...]:
    """Return the keys by which one reporter is known again: phone, e-mail, name with address; none for anonymous.

    `place` is where they live as far as is known: a name counts only with a house and a street or postcode.
    """
    if reporter.kind in {ReporterKind.ANONYMOUS, ReporterKind.NOT_STATED}:
        return ()
    keys = []
    if phone := phone_key(reporter.phone):
        keys.append("phone:" + phone)
    email = reporter.email.strip().lower()
    if "@" in email.strip("@"):
        keys.append("email:" + email)
    name, house, where = _smooth(reporter.name), _smooth(place.house), place_key(place)
    if name and house and where and (place.street or place.postcode):
        keys.append(f"name:{name}|{house}|{where}")
    return tuple(keys)


def split_address(text: str) -> Place:
    """Split `12 High Street, Swanley, BR8 7AE` into its parts when sure; otherwise keep it whole and unsplit.

    Sure means: a house number, a street named by a street word, one locality; a postcode may follow. The postcode of
    an unsplit address is still set, since only its outward half is ever public.
    """
    whole = " ".join(text.split())
    codes = POSTCODE.findall(whole)
    postcode = f"{codes[0][0]} {codes[0][1]}".upper() if len(codes) == 1 else ""
    parts = [part.strip(" .") for part in (POSTCODE.sub("", whole) if postcode else whole).split(",")]
    parts = [part for part in parts if part]
    house = _HOUSE.match(parts[0] + " ") if parts else None
    if len(parts) == _PARTS and house and not _NOT_SURE.match(parts[0]):
        street, locality = parts[0][house.end() :].strip(), parts[1]
        named = _smooth(street).split()[-1:]
        if named and named[0] in _STREET_WORDS and not re.search(r"\d", street + locality):
            return Place(house[0].strip(" ,"), street, locality, postcode)
    return Place(postcode=postcode, unsplit=whole)
