"""What the headers of unknown files are likely to mean."""

import re

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

SYNONYMS: dict[str, tuple[str, ...]] = {
    field: tuple(word.strip() for word in words.split(","))
    for field, words in {
        "reference": "reference, ref, reference number, ref no, ref number, our ref, case reference, case ref, "
        "case number, case no, case id, incident number, incident no, incident ref, incident reference, incident id, "
        "crime number, crime ref, crime reference, crime id, cad, cad number, cad ref, log number, report id, "
        "report number, report reference, request id, request number, service request number, service request id, "
        "sr number, job number, enquiry number, complaint number, complaint id, ticket number, unique id, urn, id",
        "category": "category, incident category, asb category, incident type, asb type, type of asb, type of incident,"
        "request type, sr type, service request type, complaint type, report type, case type, crime type, call type,"
        "issue type, problem type, issue, problem, service name, service, nature, kind, type, subcategory",
        "qualifier": "qualifier, asb qualifier",
        "risk": "risk, risk level, risk rating, risk assessment, harm level",
        "title": "title, summary, subject, headline, short description, brief description",
        "text": "text, description, desc, details, detail, full description, incident details, incident description,"
        "narrative, report details, complaint details, description of incident, what happened, circumstances, notes,"
        "comments, comment, log text, message, nature of complaint, long description",
        "house": "house, house number, house name, property, property number, building number, house no",
        "street": "street, street name, road, road name, thoroughfare",
        "locality": "locality, town, village, ward, ward name, parish, district, neighbourhood, area, beat, city,"
        "estate, post town",
        "postcode": "postcode, post code, postal code, incident postcode, location postcode, zip",
        "address": "address, full address, incident address, location address, site address, address of incident,"
        "incident location, location of incident, location, location cache, where, place",
        "name": "name, reporter name, complainant, complainant name, caller, caller name, name of caller, customer,"
        "customer name, full name, contact name, informant, informant name, resident name, reported by, reporter,"
        "user name, name of complainant, requester, requester name",
        "first_name": "first name, forename",
        "last_name": "last name, surname, family name",
        "phone": "phone, telephone, phone number, telephone number, tel, tel no, mobile, mobile number, mobile phone,"
        "contact number, contact telephone, user phone, reporter phone, caller phone, complainant phone",
        "email": "email, e mail, email address, e mail address, user email, reporter email, contact email,"
        "complainant email",
        "feedback_wanted": "feedback wanted, feedback, wants feedback, feedback required, feedback requested,"
        "update requested, update wanted, update required, wants update, callback, call back, callback requested,"
        "contact requested",
        "route": "route, best method, preferred contact, contact preference, preferred contact method, contact method",
        "reporter": "reporter type, reporter kind, reported by type, customer type, caller type, reporter category,"
        "reported as, type of reporter, complainant type, reporter",
        "anonymous": "anonymous, is anonymous, anon, anonymity, reported anonymously",
        "status": "status, sr status, state, case status, current status, report status",
        "latitude": "latitude, lat",
        "longitude": "longitude, long, lng, lon",
        "received_time": "time received, received time, time reported, reported time, time of report, report time,"
        "time logged, time created, time",
        "occurred_time": "incident time, time of incident, time occurred, occurred time, start time",
    }.items()
}

_RECEIVED = ("received", "reported", "logged", "recorded", "raised", "submitted", "requested", "created", "opened")
_OCCURRED = ("occurred", "occurrence", "incident", "event", "offence", "happened", "behaviour", "start", "from")
_PLAIN = ("date", "datetime", "timestamp", "time", "when")
_FILLERS = frozenset(
    (
        *("at", "on", "of", "the", "and", "to", "by", "in", "was", "made", "first", "utc", "local"),
        *("report", "request", "complaint", "case", "call", "entry"),
    )
)


def plain(header: str) -> str:
    """Write a header as plain words: `ReceivedDate` and `received_date` are `received date`."""
    words = _CAMEL.sub(" ", header).replace("_", " ")
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def received_rank(header: str) -> int | None:
    """Say how well a header names the date received, 0 best; None where it has a word that dates no report."""
    return _rank(header, _RECEIVED)


def occurred_rank(header: str) -> int | None:
    """Say how well a header names the date of the behaviour, 0 best; None where it does not."""
    return _rank(header, _OCCURRED)


def _rank(header: str, named: tuple[str, ...]) -> int | None:
    words = [word for word in plain(header).replace("date time", "datetime").split() if word]
    known = {*named, *_PLAIN, *_FILLERS}
    if not words or not all(word in known for word in words):
        return None
    ranks = [named.index(word) for word in words if word in named]
    if ranks:
        return min(ranks)
    if named is _RECEIVED and any(word in {"date", "datetime", "timestamp", "when"} for word in words):
        report = any(word in {"report", "request", "complaint", "call", "case", "entry"} for word in words)
        return len(named) + (0 if report else 1)
    return None
