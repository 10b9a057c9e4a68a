"""The standard lists of SPEC section 9: what a new database starts with; a unit edits all of it.

Housing associations and charities are placeholders to be renamed.
"""

from dataclasses import dataclass

from csu_tui.domain.words import Family


@dataclass(frozen=True, slots=True)
class StandardAgency:
    """A partner; `digit` 1 to 9 for the most used, `own` for the unit's own."""

    name: str
    short: str
    digit: int | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class StandardCategory:
    """What a report may be about."""

    name: str
    asb: bool = False
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class StandardKind:
    """A kind of action; exactly one is the `default` of a digit key; a contact kind is named as its `Means`."""

    name: str
    family: Family
    topic: str = ""
    default: bool = False


AGENCIES: tuple[StandardAgency, ...] = (
    StandardAgency("Police CSU", "Police CSU", 1),
    StandardAgency("District Council Community Safety", "DC Safety", 2, own=True),
    StandardAgency("District Council Anti-Social Behaviour", "DC ASB", 3),
    StandardAgency("County Council Community Wardens", "Wardens", 4),
    StandardAgency("District Council Environmental Health", "DC Env Health", 5),
    StandardAgency("Police Community Policing Team", "Police CPT", 6),
    StandardAgency("Housing Association (first, rename)", "HA 1", 7),
    StandardAgency("Fire & Rescue", "Fire", 8),
    StandardAgency("District Council CCTV", "DC CCTV", 9),
    StandardAgency("District Council Licensing", "DC Licensing"),
    StandardAgency("District Council Planning Enforcement", "DC Planning"),
    StandardAgency("District Council Housing", "DC Housing"),
    StandardAgency("County Council Adult Services", "CC Adults"),
    StandardAgency("County Council Children's Services", "CC Children"),
    StandardAgency("County Council Trading Standards", "CC Trading"),
    StandardAgency("County Council Youth", "CC Youth"),
    StandardAgency("Probation", "Probation"),
    StandardAgency("Youth Offending Service", "YOS"),
    StandardAgency("Mental Health Services", "Mental Health"),
    StandardAgency("Housing Association (second, rename)", "HA 2"),
    StandardAgency("Housing Association (third, rename)", "HA 3"),
    StandardAgency("Business Crime Reduction Partnership", "BCRP"),
    StandardAgency("Domestic-Abuse Service", "DA Service"),
    StandardAgency("Substance-Misuse Services", "Substance"),
    StandardAgency("Town and Parish Councils", "Town & Parish"),
)

CATEGORIES: tuple[StandardCategory, ...] = (
    StandardCategory("Vehicle Abandoned", asb=True),
    StandardCategory("Vehicle Nuisance or Inappropriate Use", asb=True),
    StandardCategory("Rowdy or Inconsiderate Behaviour", asb=True),
    StandardCategory("Rowdy or Nuisance Neighbours", asb=True),
    StandardCategory("Littering or Drug Paraphernalia", asb=True),
    StandardCategory("Animal Problems", asb=True),
    StandardCategory("Trespass", asb=True),
    StandardCategory("Malicious or Nuisance Communications", asb=True),
    StandardCategory("Street Drinking", asb=True),
    StandardCategory("Prostitution-Related Activity", asb=True),
    StandardCategory("Noise", asb=True),
    StandardCategory("Begging or Vagrancy", asb=True),
    StandardCategory("Fireworks", asb=True),
    StandardCategory("Neighbour Dispute", asb=True),
    StandardCategory("Nuisance Bikes", asb=True),
    StandardCategory("Fly-tipping", asb=True),
    StandardCategory("Criminal Damage"),
    StandardCategory("Burglary"),
    StandardCategory("Vehicle Crime"),
    StandardCategory("Shoplifting"),
    StandardCategory("Harassment or Stalking", sensitive=True),
    StandardCategory("Domestic Abuse", sensitive=True),
    StandardCategory("Hate Incident", sensitive=True),
    StandardCategory("Drugs or County Lines"),
    StandardCategory("Mental Health Concern", sensitive=True),
    StandardCategory("Vulnerable Adult or Self-neglect", sensitive=True),
    StandardCategory("Child Safeguarding or CSE", sensitive=True),
    StandardCategory("Prevent", sensitive=True),
    StandardCategory("Modern Slavery", sensitive=True),
    StandardCategory("Rogue Trader or Scam"),
    StandardCategory("Unauthorised Encampment"),
    StandardCategory("Licensed Premises"),
    StandardCategory("Parking"),
    StandardCategory("Missing Person", sensitive=True),
    StandardCategory("Other Concern"),
)

KINDS: tuple[StandardKind, ...] = (
    StandardKind("visit", Family.CONTACT),
    StandardKind("call", Family.CONTACT),
    StandardKind("letter", Family.CONTACT),
    StandardKind("e-mail", Family.CONTACT),
    StandardKind("contact and report back", Family.WORK, default=True),
    StandardKind("patrol", Family.WORK),
    StandardKind("joint visit", Family.WORK),
    StandardKind("site visit", Family.WORK),
    StandardKind("letter drop", Family.WORK),
    StandardKind("CCTV review", Family.WORK),
    StandardKind("CCTV deployment", Family.WORK),
    StandardKind("clean-up", Family.WORK),
    StandardKind("research", Family.WORK),
    StandardKind("mediation", Family.WORK),
    StandardKind("other", Family.WORK),
    StandardKind("warning letter", Family.INTERVENTION, topic="ASB"),
    StandardKind("warning letter", Family.INTERVENTION, topic="noise"),
    StandardKind("warning letter", Family.INTERVENTION, topic="vehicle"),
    StandardKind("ABA", Family.INTERVENTION),
    StandardKind("ABA breach letter", Family.INTERVENTION),
    StandardKind("CPW", Family.INTERVENTION),
    StandardKind("CPN", Family.INTERVENTION),
    StandardKind("CPN breach", Family.INTERVENTION),
    StandardKind("civil injunction", Family.INTERVENTION),
    StandardKind("CBO", Family.INTERVENTION),
    StandardKind("dispersal", Family.INTERVENTION),
    StandardKind("PSPO", Family.INTERVENTION),
    StandardKind("closure notice", Family.INTERVENTION),
    StandardKind("closure order", Family.INTERVENTION),
    StandardKind("vehicle warning or seizure (s.59)", Family.INTERVENTION),
    StandardKind("possession or eviction", Family.INTERVENTION),
    StandardKind("exclusion order", Family.INTERVENTION),
    StandardKind("prohibition order", Family.INTERVENTION),
    StandardKind("fixed penalty", Family.INTERVENTION),
    StandardKind("prosecution", Family.INTERVENTION),
    StandardKind("Community MARAC", Family.REFERRAL),
    StandardKind("domestic-abuse MARAC", Family.REFERRAL),
    StandardKind("adult safeguarding", Family.REFERRAL),
    StandardKind("children's safeguarding", Family.REFERRAL),
    StandardKind("Prevent", Family.REFERRAL),
    StandardKind("modern slavery", Family.REFERRAL),
    StandardKind("mental health", Family.REFERRAL),
    StandardKind("substance misuse", Family.REFERRAL),
    StandardKind("domestic-abuse service", Family.REFERRAL),
    StandardKind("Victim Support", Family.REFERRAL),
    StandardKind("fire home safety", Family.REFERRAL),
    StandardKind("Environmental Health", Family.REFERRAL),
    StandardKind("Planning Enforcement", Family.REFERRAL),
    StandardKind("Licensing", Family.REFERRAL),
    StandardKind("Trading Standards", Family.REFERRAL),
    StandardKind("PACT panel", Family.REFERRAL),
    StandardKind("serious crime group", Family.REFERRAL),
)

REASONS: dict[str, tuple[str, ...]] = {
    "no further action": (
        "advice given",
        "no offence or ASB",
        "already dealt with",
        "owner elsewhere",
        "insufficient information",
        "duplicate of older report",
    ),
    "hold over": ("not reached", "officer absent", "more information awaited"),
    "not appropriate": (
        "contact would put somebody at risk",
        "the person complained of lives at the same address",
        "safeguarding enquiry under way",
        "criminal investigation under way",
        "legal proceedings under way",
        "advised by the police not to contact",
        "reporter has died",
    ),
    "done": (
        "reporter visited and advised",
        "reporter spoken to and advised",
        "visited, nothing found",
        "patrolled, all quiet",
        "person spoken to and warned",
        "letter sent",
        "checked, no further concern",
        "cleared",
        "referral made and accepted",
    ),
    "not possible": (
        "person has moved away",
        "nobody can be identified",
        "no footage kept",
        "reporter withdrew the complaint",
        "vehicle or item already gone",
        "no legal power in this case",
        "premises closed or empty",
    ),
    "not undertaken": (
        "no officer available",
        "higher priorities",
        "not passed to the officer",
        "agency declined the task",
        "overlooked",
    ),
    "carry over": (
        "officer absent",
        "tried, not reached yet",
        "awaiting a reply",
        "awaiting another agency",
        "visit booked",
        "evidence still being gathered",
        "apologies from the agency",
    ),
    "hand over": (
        "not this agency's area",
        "another agency already involved",
        "officer has moved on",
        "agreed between the agencies",
    ),
    "contact": (
        "told what was done",
        "told what happens next",
        "advice given",
        "no answer, message left",
        "no answer, no message left",
        "nobody in, card left",
        "asked to keep a diary",
        "asked to be called back",
        "satisfied, nothing more wanted",
    ),
    "wish changed": (
        "reporter asked to be told",
        "reporter asked not to be told",
        "reporter gave their name and asked to be told",
    ),
    "undecided": ("not reached",),
}
"""Frequent phrases of each dialog, by what is asked for; at most nine, so that a digit picks one."""

SOURCES = (
    "Police",
    "Council contact centre",
    "Community Wardens",
    "Housing association",
    "Resident, direct to the unit",
    "Councillor",
    "Town or parish council",
    "FixMyStreet",
    "Fire & Rescue",
)
"""Where reports usually come from, offered when one is raised on the day."""

SETTINGS: dict[str, str | int] = {
    "unit": "Community Safety Unit",
    "marking": "OFFICIAL-SENSITIVE",
    "redacted_marking": "OFFICIAL",
    "confidentiality": (
        "What is shared in this meeting is personal and often sensitive: it is shared under the Crime and Disorder Act "
        "1998 and the data protection law, only to prevent crime and disorder and to keep people safe. Use it for that "
        "alone, keep it secure, and pass it on to nobody outside the agencies present without the consent of the "
        "agency that gave it."
    ),
    "default_due_days": 2,
    "feedback_days_high": 1,
    "feedback_days": 3,
    "retention_years": 6,
    "case_review_months": 6,
    "case_review_explain": 2,
    "case_review_met": 3,
    "case_review_behaviour_months": 1,
    "case_review_people": 5,
    "hotspot_reports": 5,
    "hotspot_days": 28,
    "minutes_folder": "",
}
"""The unit's settings and their first values; days of due dates and feedback are working days."""
