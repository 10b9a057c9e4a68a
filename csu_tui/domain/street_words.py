"""The words of street names: how they are shortened and misspelt, and what says nothing of where."""

LONG = {
    **{"st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "dr": "drive"},
    **{
        "drv": "drive",
        "dve": "drive",
        "cl": "close",
        "clo": "close",
        "ct": "court",
        "crt": "court",
        "cres": "crescent",
    },
    **{"cresc": "crescent", "crs": "crescent", "gdns": "gardens", "gds": "gardens", "gdn": "garden", "gr": "grove"},
    **{
        "gro": "grove",
        "pl": "place",
        "sq": "square",
        "ter": "terrace",
        "terr": "terrace",
        "pk": "park",
        "hse": "house",
    },
    **{"bldgs": "buildings", "wy": "way", "grn": "green", "est": "estate", "mt": "mount", "wlk": "walk", "wk": "walk"},
    **{"pde": "parade", "bdwy": "broadway", "bway": "broadway", "blvd": "boulevard", "bvd": "boulevard", "hl": "hill"},
    **{"cotts": "cottages", "pass": "passage", "rdbt": "roundabout", "yd": "yard", "vw": "view", "la": "lane"},
}
MISSPELT = {
    **dict.fromkeys(("streeet", "stret", "steet", "sreet", "strret", "srteet", "stereet"), "street"),
    **dict.fromkeys(("raod", "roda", "roead", "raoad"), "road"),
    **dict.fromkeys(("avanue", "avenu", "aveneue", "avenua", "aveune", "avnue"), "avenue"),
    **dict.fromkeys(("laen", "lnae", "lanne"), "lane"),
    **dict.fromkeys(("crecent", "cresent", "cressent", "crescant", "cresecent", "crescnet"), "crescent"),
    **dict.fromkeys(("cloes", "clsoe", "colse"), "close"),
    **dict.fromkeys(("gardans", "gardnes", "garderns"), "gardens"),
    **dict.fromkeys(("drvie", "dirve"), "drive"),
    **dict.fromkeys(("terace", "terrance", "terrase", "terrece"), "terrace"),
    **dict.fromkeys(("sqaure", "squre"), "square"),
    **dict.fromkeys(("palce",), "place"),
    **dict.fromkeys(("hihg", "hgih"), "high"),
    **dict.fromkeys(("chruch", "curch"), "church"),
    **dict.fromkeys(("statoin", "staton", "stn", "sation"), "station"),
    **dict.fromkeys(("lodnon", "londn"), "london"),
}
FIRST = {
    **{"gt": "great", "lt": "little", "ltl": "little", "upr": "upper", "lwr": "lower", "nth": "north", "sth": "south"},
    **{"saint": "st", "sainte": "st", "doctor": "dr", "mt": "mount"},
}
STAY = frozenset({"st", "dr", "la", "pass", "gr", "pl", "ct", "cl", "av"})
"""Short for a street only at its end; before, a saint, a doctor, a name."""
COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
SIDES = frozenset({*COMPASS.values(), "upper", "lower", "extension"})
_KINDS = """
hill mews row rise view bank bridge common croft field fields gate garth heath meadow meadows mead alley approach
path quay ridge vale wharf bypass drove twitten chase loke wynd lea leas reach mall arcade cross circus crossing
underpass subway causeway esplanade embankment ride end
"""
STREET_WORDS = frozenset(LONG.values()) | frozenset(_KINDS.split())
STREET_WORDS -= {"house", "estate", "buildings", "cottages", "court"}
"""With one of these at its end a name is a street's; a court or a house as often is a building."""
_SAYS_NOTHING = """
on or near | near | opposite | outside | behind | rear | no location | unknown | not known | not given | not stated
| n a | na | none | nil | tbc | various | various locations | address unknown | unknown location | unknown address |
no fixed abode | nfa | district wide | throughout | location unknown | no address | withheld
"""
_GENERIC = """
supermarket | parking area | car park | shopping area | petrol station | sports recreation area | pedestrian subway
| nightclub | park open space | police station | hospital | theatre concert hall | conference exhibition centre |
bus coach station | bus stop | further higher educational building | prison | airport airfield | race track |
motorway service area | public toilet | road | street | lane | alleyway | alley | footpath | layby | lay by |
woods | field | park
"""
"""What data.police.uk writes where there is no street: thousands of places share each of these words."""
_COUNTIES = """
kent | surrey | essex | sussex | east sussex | west sussex | greater london | hampshire | hertfordshire | herts |
berkshire | bucks | buckinghamshire | bedfordshire | beds | cambridgeshire | cambs | norfolk | suffolk | devon |
cornwall | dorset | somerset | wiltshire | wilts | gloucestershire | glos | oxfordshire | oxon | northamptonshire |
northants | leicestershire | leics | lincolnshire | lincs | nottinghamshire | notts | derbyshire | staffordshire |
staffs | shropshire | worcestershire | worcs | warwickshire | herefordshire | cheshire | lancashire | lancs |
cumbria | yorkshire | north yorkshire | south yorkshire | west yorkshire | greater manchester | merseyside | tyne
and wear | county durham | co durham | northumberland | west midlands | middx | middlesex | powys | dyfed | gwynedd
| clwyd | gwent | south glamorgan | mid glamorgan | west glamorgan | uk | united kingdom | england | wales | great
britain | gb
"""


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(part.split()) for part in text.split("|"))


NOWHERE = _listed(_SAYS_NOTHING) | _listed(_GENERIC)
"""What is written for a street and names none."""
COUNTIES = _listed(_COUNTIES)
"""What may follow a village or town and says nothing more."""
