"""Who reported it, in a source's words; who asked not to be named is not kept (SPEC 7)."""

import re
from functools import lru_cache

from csu_tui.domain.report import Reporter
from csu_tui.domain.words import Qualifier, ReporterKind, Risk

_ANONYMOUS_NAME = re.compile(r"[(\[]?\s*(?:anonymous|anon)\b\.?\s*\w*\s*[)\]]?", re.IGNORECASE)


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.split(","))


_KINDS = {
    ReporterKind.RESIDENT: _words(
        "resident, member of public, member of the public, public, neighbour, victim, tenant, leaseholder, householder,"
        "customer, citizen, witness, complainant, individual, private individual, homeowner, occupier, mop"
    ),
    ReporterKind.BUSINESS: _words(
        "business, shop, retailer, company, trader, licensee, shopkeeper, store, local business"
    ),
    ReporterKind.COUNCILLOR: _words(
        "councillor, cllr, member, ward member, ward councillor, county councillor, district councillor,"
        "parish councillor, town councillor, elected member, mp"
    ),
    ReporterKind.ORGANISATION: _words(
        "organisation, organization, body, housing association, registered provider, landlord, charity, school,"
        "partner agency, agency, town council, parish council, residents association, community group"
    ),
    ReporterKind.PARTNER_OFFICER: _words(
        "partner officer, partner_officer, officer, police, police officer, pcso, warden, community warden, staff,"
        "staff member, member of staff, council officer, housing officer, partner, professional"
    ),
    ReporterKind.ANONYMOUS: _words(
        "anonymous, anonymous_user, anonymous user, anonymous caller, anonymous report, anon, crimestoppers, withheld"
    ),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_NO = _words(
    "no, n, false, 0, none, declined, decline, refused, not wanted, not required, not requested, no feedback,"
    "no contact, do not contact, no thanks, no thank you, opted out, does not want feedback"
)
_YES = _words("yes, y, true, 1, wanted, required, requested, please, yes please, wants feedback, t")
_RISKS = {
    Risk.STANDARD: _words("standard, low, normal, green, minor, low risk, standard risk, s, l"),
    Risk.MEDIUM: _words("medium, moderate, amber, med, medium risk, m"),
    Risk.HIGH: _words("high, red, critical, severe, very high, extreme, urgent, high risk, h"),
}
_RISK_OF = {word: risk for risk, words in _RISKS.items() for word in words}
_QUALIFIERS = {
    Qualifier.PERSONAL: _words("personal, p, targeted, asb personal, personal asb"),
    Qualifier.NUISANCE: _words("nuisance, n, community, asb nuisance, nuisance asb"),
    Qualifier.ENVIRONMENTAL: _words("environmental, e, environment, asb environmental, environmental asb"),
}
_QUALIFIER_OF = {word: qualifier for qualifier, words in _QUALIFIERS.items() for word in words}


@lru_cache(maxsize=5_000)
def _key(text: str) -> str:
    return " ".join(text.replace("-", " ").split()).casefold()


def risk_of(text: str) -> Risk | None:
    """Read a risk; None where it is blank or not a word we know."""
    return _RISK_OF.get(_key(text))


def qualifier_of(text: str) -> Qualifier | None:
    """Read an ASB qualifier; None where it is blank or not a word we know."""
    return _QUALIFIER_OF.get(_key(text))


def wish_of(text: str) -> bool | None:
    """Read whether feedback is wanted; None where it is not stated or cannot be told."""
    key = _key(text).rstrip(".!")
    return False if key in _NO else True if key in _YES else None


def kind_of(text: str) -> ReporterKind:
    """Read the kind of reporter; a word that we do not know states nothing."""
    return _KIND_OF.get(_key(text), ReporterKind.NOT_STATED)


def says_anonymous(name: str) -> bool:
    """Say whether a name cell means that the person must not be shown: `(anonymous)`, `(anonymous 12345)`."""
    return _ANONYMOUS_NAME.fullmatch(name.strip()) is not None


@lru_cache(maxsize=10_000)
def reporter_of(
    kind: str, names: tuple[str, ...], phone: str, email: str, wish: str, route: str, *, flagged: bool, named: bool
) -> Reporter:
    """Build the reporter from a row's cells; `names` are all cells that may hold the name, the first one counts.

    `flagged` is a yes in an "anonymous" column, `named` whether this source says who reported at all. Who is anonymous
    by any of these keeps nothing but that: no name, phone, e-mail or route, even where another column gives them.
    """
    wanted = wish_of(wish)
    stated = kind_of(kind)
    name = next((name for name in names if name), "")
    if stated is ReporterKind.NOT_STATED and kind_of(name) is not ReporterKind.NOT_STATED:
        stated, name = kind_of(name), ""  # "Reported by: Councillor" names nobody
    if flagged or stated is ReporterKind.ANONYMOUS or any(map(says_anonymous, (*names, kind))):
        return Reporter(kind=ReporterKind.ANONYMOUS, feedback_wanted=wanted)
    if stated is ReporterKind.NOT_STATED and named and (name or phone or email) and _key(kind) != "not stated":
        stated = ReporterKind.RESIDENT
    return Reporter(stated, name, phone, email, wanted, route)
