"""Keys by which the same reporter is known again (SPEC 3.6): phone, e-mail, name with address; anonymous never."""

import re
from functools import lru_cache

from csu_tui.domain.place import Place
from csu_tui.domain.places import address, postcode_key
from csu_tui.domain.report import Reporter
from csu_tui.domain.streets import plain
from csu_tui.domain.words import ReporterKind

_NAMELESS = frozenset({ReporterKind.ANONYMOUS, ReporterKind.NOT_STATED})
_EMAIL = re.compile(r"[^\s<>,;:\"()@]+@[^\s<>,;:\"()@.]+(?:\.[^\s<>,;:\"()@.]+)+")
_NO_REPLY = re.compile(r"(?:no|do)[-_.]?not[-_.]?reply|no[-_.]?reply|none|unknown|na|anon(?:ymous)?")
_TITLES = """
mr mrs miss ms mx dr prof professor rev revd reverend sir dame lady lord cllr councillor sgt sergeant pc pcso ps
insp inspector master messrs
"""
TITLES = frozenset(_TITLES.split())
_NOBODY = """
unknown anonymous anon resident residents occupier occupant tenant owner neighbour neighbours caller informant
member public withheld none given stated known manager reception various male female
"""
NOBODY = frozenset(_NOBODY.split())
"""Words of which none belongs to a name that says who somebody is."""
_JOINED = frozenset({"and", "or", "family", "co"})
_LEAST_NUMBER = 7
"""Digits below which nothing written beside a number is a second one."""
_LEAST_DIFFERENT = 3
"""How many different digits a number has that was not typed because the form asked for one."""
_BRITISH = re.compile(r"(?:(?:\+|00)44 ?|0)([1-9][0-9 ]{9,13})", re.ASCII)
"""A number as nearly all are written; the library, which takes 50 times as long, would say the same."""
_SIGNIFICANT = 10
"""Digits of a British number after its 0, but for a few old ones."""
_ASIDE = re.compile(r"\([^)\d]*\)|\b(?!ext)[a-z]{3,}\b", re.IGNORECASE)
"""What is said beside a number: whose it is, when to call; only an extension is part of it."""
_COUNTED = ("1234567890", "0123456789", "1234567891")


def reporter_keys(reporter: Reporter, place: Place) -> tuple[str, ...]:
    """Return the keys by which one reporter is known again; none for anonymous.

    `place` is where they live as far as is known: a name counts only with a house, and a postcode or a street in a
    locality. With both of these it has a key for each, so that a report without the postcode is found too.
    """
    if reporter.kind in _NAMELESS:
        return ()
    keys = [f"phone:{number}" for number in phone_keys(reporter.phone)]
    if email := email_key(reporter.email):
        keys.append(f"email:{email}")
    named = address(place)
    name, house = name_key(reporter.name), house_key(place.house or named.house)
    if name and house:
        code = postcode_key(place)
        keys += [f"name:{name}|{house}|{code}"] if code else []
        keys += [f"name:{name}|{house}|{named.street}|{named.locality}"] if named.street and named.locality else []
    return tuple(dict.fromkeys(keys))


def phone_keys(phone: str) -> tuple[str, ...]:
    """Return each number of a cell that may hold several, a UK one where it does not say otherwise: `+44…`."""
    if not any(sign.isdecimal() for sign in phone):
        return ()
    parts = re.split(r"[;,/|\n]|\bor\b|\band\b", phone)
    whole = [part for part in parts if sum(sign.isdecimal() for sign in part) >= _LEAST_NUMBER]
    return tuple(dict.fromkeys(key for part in whole if (key := phone_key(part))))


@lru_cache(maxsize=20_000)
def phone_key(phone: str) -> str:
    """Return one number in its international form, with its extension; empty for what can be no whole number."""
    if found := _BRITISH.fullmatch(phone.strip()):
        digits = "".join(filter(str.isdigit, found[1]))
        if len(digits) == _SIGNIFICANT:
            return "" if _made_up(digits) else f"+44{digits}"
    import phonenumbers

    try:
        number = phonenumbers.parse(_ASIDE.sub(" ", phone), "GB")
    except phonenumbers.NumberParseException:
        return ""
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    if _made_up(str(number.national_number)):
        return ""
    key = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{key};{number.extension}" if number.extension else key


def _made_up(digits: str) -> bool:
    """Say whether a number was typed because the form asked for one."""
    return len(set(digits)) < _LEAST_DIFFERENT or digits in _COUNTED


def email_key(email: str) -> str:
    """Return an address in lower case; empty for none, for more than one, and for one that nobody reads."""
    found = set(_EMAIL.findall(email.lower().replace("mailto:", " ").strip(" .")))
    if len(found) != 1:
        return ""
    address_ = found.pop()
    return "" if _NO_REPLY.fullmatch(address_.partition("@")[0]) else address_


def name_key(name: str) -> str:
    """Return given name and surname without titles; empty where they do not say who it is.

    A surname alone is a household's. With initials only the title stays: Mr J and Mrs J Smith are two people.
    """
    surname, comma, given = plain(name).partition(",")
    words = re.findall(r"\w+", f"{given} {surname}" if comma else surname)
    titles = [word for word in words if word in TITLES]
    words = [word for word in words if word not in TITLES]
    joined = "&" in name or "/" in name or not _JOINED.isdisjoint(words)
    if len(words) < 2 or joined or not NOBODY.isdisjoint(words):  # noqa: PLR2004  a given name and a surname
        return ""
    initials = all(len(word) == 1 for word in words[:-1])
    return " ".join((*titles[:1], *words) if initials else words)


def house_key(house: str) -> str:
    """Return a house's number or name, its flat last: `Flat 3, 12a` and `12A flat 3` are one."""
    text = plain(house)
    flat = re.search(r"\b(?:flat|apartment|apt|unit|room|maisonette|studio)\b\.?\s*(?:no\.?\s*)?(\w+)\b", text)
    if flat:
        text = text[: flat.start()] + " " + text[flat.end() :]
    text = re.sub(r"\b(?:nos?|numbers?|house number)\b\.?\s*(?=\d)", " ", text)
    words = re.findall(r"\w+", re.sub(r"(\d)\s+([a-z])\b", r"\1\2", text))
    return " ".join((*words, *(("flat", flat[1]) if flat else ())))
