"""The fictitious unit: Darent Vale's partners, their people, its name."""

from csu_tui.desk.desk import Desk

NAME = "Darent Vale Community Safety Unit"
NEW_NAMES = {
    "Fire & Rescue": ("Holmeshire Fire & Rescue", "Fire", 0),
    "Police CSU": ("Holmeshire Police, Darent Vale CSU", "Police CSU", None),
    "District Council Community Safety": ("Darent Vale Council Community Safety", "DVC Safety", None),
    "District Council Anti-Social Behaviour": ("Darent Vale Council ASB Team", "DVC ASB", None),
    "County Council Community Wardens": ("Holmeshire County Council Wardens", "Wardens", None),
    "District Council Environmental Health": ("Darent Vale Council Environmental Health", "Env Health", None),
    "Police Community Policing Team": ("Holmeshire Police Community Policing Team", "Police CPT", None),
    "Housing Association (first, rename)": ("Darent Vale Homes", "DV Homes", None),
    "Housing Association (second, rename)": ("Millrace Housing", "Millrace", 8),
    "District Council CCTV": ("Darent Vale Council CCTV", "CCTV", None),
    "District Council Licensing": ("Darent Vale Council Licensing", "Licensing", None),
    "District Council Planning Enforcement": ("Darent Vale Council Planning Enforcement", "Planning", None),
    "District Council Housing": ("Darent Vale Council Housing Options", "DVC Housing", None),
    "County Council Adult Services": ("Holmeshire County Council Adult Services", "Adult Care", None),
    "County Council Children's Services": ("Holmeshire County Council Children's Services", "Children", None),
    "County Council Trading Standards": ("Holmeshire County Council Trading Standards", "Trading Std", None),
    "County Council Youth": ("Holmeshire County Council Youth Service", "CC Youth", None),
    "Probation": ("Holmeshire Probation", "Probation", None),
    "Youth Offending Service": ("Holmeshire Youth Offending Service", "YOS", None),
    "Mental Health Services": ("Holmeshire Community Mental Health Team", "MH Team", None),
    "Housing Association (third, rename)": ("Lathwood Homes", "Lathwood", None),
    "Business Crime Reduction Partnership": ("Harrowmead Business Crime Partnership", "BCRP", None),
    "Domestic-Abuse Service": ("Larkfold Domestic Abuse Service", "Larkfold", None),
    "Substance-Misuse Services": ("Turnstone Recovery Service", "Turnstone", None),
    "Town and Parish Councils": ("Darent Vale Town and Parish Councils", "Parishes", None),
}
"""The standard placeholders by their new name, short name and digit (0: none, None: as it was)."""

OFFICERS = (
    ("Police CSU", "Sgt Helen Tranter", "htranter"),
    ("Police CSU", "PC Imran Sadiq", "isadiq"),
    ("DVC Safety", "Martin Oakes", "moakes"),
    ("DVC Safety", "Priya Nair", "pnair"),
    ("DVC ASB", "Claire Weston", "cweston"),
    ("DVC ASB", "Ben Adeyemi", "badeyemi"),
    ("Wardens", "Dawn Hollis", "dhollis"),
    ("Wardens", "Kofi Osei", "kosei"),
    ("Env Health", "Ruth Calloway", "rcalloway"),
    ("Police CPT", "PC Tom Brierley", "tbrierley"),
    ("Police CPT", "PCSO Aisha Rahman", "arahman"),
    ("DV Homes", "Nicola Frith", "nfrith"),
    ("Millrace", "Gareth Prosser", "gprosser"),
    ("CCTV", "Lee Catchpole", "lcatchpole"),
    ("Fire", "Sue Lampard", "slampard"),
    ("Licensing", "Karen Stubbs", "kstubbs"),
    ("Planning", "Oliver Munday", "omunday"),
    ("DVC Housing", "Grace Tibbs", "gtibbs"),
    ("Adult Care", "Janet Okoro", "jokoro"),
    ("Children", "Fiona Maskell", "fmaskell"),
    ("Trading Std", "Anil Desai", "adesai"),
    ("CC Youth", "Leon Marsh", "lmarsh"),
    ("Probation", "Wendy Sallow", "wsallow"),
    ("YOS", "Sam Whitlock", "swhitlock"),
    ("MH Team", "Peter Lyle", "plyle"),
    ("Lathwood", "Monica Fearn", "mfearn"),
    ("BCRP", "Colin Reeve", "creeve"),
    ("Larkfold", "Marie Duval", "mduval"),
    ("Turnstone", "Jo Hendry", "jhendry"),
    ("Rural Crime", "PC Bethan Rudge", "brudge"),
)
"""The short name of the agency, the officer, and their login; the first of an agency acts for it."""

CHAIR, DEPUTY, MINUTES = "htranter", "moakes", "pnair"
USUAL = ("Police CSU", "DVC Safety", "DVC ASB", "Wardens", "Env Health", "Police CPT", "DV Homes", "Millrace", "CCTV")
SOMETIMES = ("Fire", "Licensing", "DVC Housing", "Adult Care", "Children", "YOS", "MH Team", "Larkfold", "Turnstone")


def set_up(desk: Desk) -> None:
    """Make the standard lists the unit's own."""
    desk.set_setting("unit", NAME)
    agencies = {agency.name: agency for agency in desk.agencies()}
    for old, (name, short, digit) in NEW_NAMES.items():
        desk.edit_agency(agencies[old], name=name, short=short, digit=digit)
    desk.add_agency("Holmeshire Police Rural Crime Team", "Rural Crime")
    ids = {agency.short: agency.id for agency in desk.agencies()}
    for short, name, login in OFFICERS:
        desk.add_officer(ids[short], name, login)
