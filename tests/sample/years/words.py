"""What reports of the two years say: one short sentence by category, without a name or an address in it."""

import random

TEXTS: dict[str, tuple[str, ...]] = {
    "Vehicle Abandoned": (
        "Small hatchback on flat tyres, no tax since the spring.",
        "Van left half on the kerb for a fortnight, windows steamed up and full of rubbish.",
        "Burnt-out moped on the verge, frame only.",
        "Car without plates in the visitors' bay, nobody in the block knows it.",
        "Trailer with a broken axle left in the turning circle.",
        "Estate car under a tarpaulin, leaking oil into the gutter.",
    ),
    "Vehicle Nuisance or Inappropriate Use": (
        "Two cars racing up and down after dark, exhausts popping.",
        "Car meet in the far car park, about fifteen vehicles, wheel spins and loud music.",
        "Same silver car doing handbrake turns by the shops.",
        "Delivery mopeds using the footway as a short cut.",
        "Drivers revving engines outside the takeaway until one in the morning.",
        "Quad bike on the public road, no plates, rider without a helmet.",
    ),
    "Rowdy or Inconsiderate Behaviour": (
        "Group of about ten young people shouting and throwing stones at passing cars.",
        "Youths on the roof of the garages, tiles dislodged.",
        "Eggs thrown at windows along the row, children laughing as they ran off.",
        "Large gathering by the shelter, music and broken glass left behind.",
        "Teenagers kicking a ball against the shutters and abusing the shopkeeper.",
        "Gang of lads knocking on doors and running away, an older resident is frightened.",
        "Swearing and fighting outside after closing time, nobody hurt.",
        "Young people climbing on the play equipment at night and snapping branches.",
    ),
    "Rowdy or Nuisance Neighbours": (
        "Shouting and door slamming next door at all hours.",
        "Neighbours' visitors urinate in the alley and leave cans on the wall.",
        "Parties in the garden most weekends, abuse when asked to stop.",
        "Threats over the fence after a complaint about rubbish.",
        "Tenant upstairs drags furniture about and bangs on the pipes.",
        "Family opposite let their visitors block the shared drive and swear at anybody who asks.",
    ),
    "Littering or Drug Paraphernalia": (
        "Needles and foil found behind the bin store.",
        "Nitrous oxide canisters and balloons all over the grass.",
        "Broken bottles in the sandpit.",
        "Takeaway boxes thrown from cars every evening.",
        "Small bags and burnt spoons in the stairwell.",
    ),
    "Animal Problems": (
        "Dog barking from early morning until the owner is home.",
        "Loose dog went for a smaller one on the path.",
        "Dog fouling along the whole way to school.",
        "Two horses tethered on the verge without water.",
        "Cockerel crowing from four each morning.",
        "Owner lets a large dog run at people and laughs about it.",
    ),
    "Trespass": (
        "Young people getting into the empty building through a back window.",
        "Somebody sleeping in the shed of the allotments.",
        "Anglers on private water, gate chain cut.",
        "Youths on the school field after hours, fence panel pushed in.",
    ),
    "Malicious or Nuisance Communications": (
        "Repeated silent calls at night from a withheld number.",
        "Abusive messages on a residents' page after a dispute about parking.",
        "Notes pushed through the door calling the household names.",
        "Unpleasant comments left on a shop's page every few days.",
    ),
    "Street Drinking": (
        "Five or six drinkers on the benches from mid-morning, shouting at shoppers.",
        "Man drinking in the bus shelter, children afraid to wait there.",
        "Group with cans by the war memorial, one asleep on the steps.",
        "Drinkers arguing outside the chemist's, glass on the pavement.",
    ),
    "Prostitution-Related Activity": (
        "Cars stopping for a woman at the corner several nights a week.",
        "Comings and goings at a holiday let at all hours, adverts seen on the internet.",
    ),
    "Noise": (
        "Loud bass until after two in the morning.",
        "Music from the flat below with the windows open all afternoon.",
        "Burglar alarm sounding since last night.",
        "Drilling and hammering late into the evening.",
        "Party with a sound system in the yard, could be heard three streets away.",
        "Shouting and karaoke from a back garden.",
        "Motor running and gates clanging at the yard from five.",
    ),
    "Begging or Vagrancy": (
        "Man asking for money at the cash machine, follows people when refused.",
        "Tent in the doorway of the empty shop, occupier polite.",
        "Woman begging outside the station, may be unwell.",
        "Two people sleeping in the multi-storey, bedding and needles beside them.",
    ),
    "Fireworks": (
        "Fireworks let off in the street at passing cars.",
        "Rockets aimed at the flats from the car park.",
        "Bangers put into litter bins by a group of boys.",
        "Loud fireworks after midnight, dogs and small children terrified.",
    ),
    "Neighbour Dispute": (
        "Argument over a boundary fence, both sides have rung.",
        "Dispute about a shared drive, bins moved back and forth.",
        "Camera pointing into a garden, words exchanged over the hedge.",
        "Quarrel about an overhanging tree has become personal.",
        "Row about parking in front of the gate, voices raised.",
    ),
    "Nuisance Bikes": (
        "Two off-road bikes on the field, riders without helmets.",
        "Moped going round the paths between the houses until dark.",
        "Electric scooters at speed through the precinct, an older lady nearly knocked down.",
        "Off-road bikes heading for the woods, fence wire cut.",
    ),
    "Fly-tipping": (
        "Mattress, two armchairs and a cooker left by the garages.",
        "Builders' rubble and plasterboard in the gateway.",
        "Fifteen black sacks of garden waste on the verge.",
        "Tyres dumped in the ditch.",
        "Rubbish piling up in a front garden, rats seen.",
        "White goods and carpet tipped in the layby overnight.",
    ),
    "Criminal Damage": (
        "Wing mirrors kicked off three parked cars.",
        "Window of the bus shelter broken again.",
        "Graffiti along the whole wall, fresh paint.",
        "Plants pulled up and a bench burnt.",
        "Fence panels kicked in overnight.",
    ),
    "Burglary": (
        "Shed broken into, tools taken.",
        "Attempt on the back door, nothing taken.",
        "Garage opened overnight, two bicycles gone.",
    ),
    "Vehicle Crime": (
        "Number plates taken from a parked car.",
        "Van broken into, power tools stolen.",
        "Catalytic converter cut off in daylight.",
        "Several cars tried along the road, two entered.",
    ),
    "Shoplifting": (
        "Man filled a bag with meat and walked out, known to staff.",
        "Two women distracted the assistant and took perfume.",
        "Young people grabbing drinks and running, daily now.",
        "Repeat offender threatened staff when challenged.",
    ),
    "Harassment or Stalking": (
        "Unwanted contact reported. Details with the officer in the case.",
        "Person followed on the way home. Reassurance asked for.",
        "Repeated unwanted messages. Crime recorded.",
    ),
    "Domestic Abuse": (
        "Disturbance reported, officers attended. Details with the officer in the case.",
        "Concern passed on by a third party. Safe contact only.",
        "Repeat call to the address. Risk assessment completed.",
    ),
    "Hate Incident": (
        "Abuse shouted in the street. Crime recorded, reassurance asked for.",
        "Offensive words reported. Details with the officer in the case.",
        "Targeted damage reported. Hate crime leaflet left.",
    ),
    "Drugs or County Lines": (
        "Smell of cannabis on the landing and visitors at all hours.",
        "Exchange seen from car windows by the garages most evenings.",
        "Young people with several phones waiting at the station.",
        "Dealing by the pay machine, traders will not give names.",
    ),
    "Mental Health Concern": (
        "Concern for a person in distress. Ambulance informed.",
        "Welfare concern, repeat caller. Agreed to a referral.",
        "Person known to services, not seen for some days.",
    ),
    "Vulnerable Adult or Self-neglect": (
        "Neighbour concerned for an older person living alone.",
        "Home in poor condition, occupier declines help.",
        "Possible exploitation of a vulnerable person at home.",
    ),
    "Child Safeguarding or CSE": (
        "Concern passed to the front door by telephone.",
        "Young person with older company. Details with children's services.",
    ),
    "Prevent": (
        "Concern raised by a partner. Details with the Prevent lead.",
        "Remarks of concern reported. For a decision on a referral.",
    ),
    "Modern Slavery": (
        "Concern about the workers at a business. Details with the police.",
        "Several adults living at one address and collected by van. Passed on.",
    ),
    "Rogue Trader or Scam": (
        "Men offering to clean gutters, asked for cash in advance.",
        "Telephone call from somebody pretending to be the bank.",
        "Doorstep seller would not leave until paid.",
        "Letter about a prize, a deposit was sent.",
    ),
    "Unauthorised Encampment": (
        "Four caravans arrived on the field overnight.",
        "Two vans and a horsebox on the verge, quiet so far.",
        "Six caravans on the car park, gate forced.",
    ),
    "Licensed Premises": (
        "Drinking outside after hours, door staff absent.",
        "Music from the beer garden after eleven.",
        "Fight in the yard, two people detained.",
        "Underage sale reported by a parent.",
    ),
    "Parking": (
        "Cars across drives at school time.",
        "Lorries parked overnight on the residential road.",
        "Pavement blocked, wheelchair user had to go into the road.",
        "Parking on the verge has made a mud bath of it.",
    ),
    "Missing Person": (
        "Young person late back, found safe and well.",
        "Adult missing from home, located by patrol.",
    ),
    "Other Concern": (
        "Street light out along the whole path, people afraid to walk there.",
        "Drone flown over back gardens.",
        "Overgrown alley used as a toilet.",
        "Door entry of the block broken for a week.",
    ),
}

MORE = (
    *("Has been going on for some weeks.", "Getting worse at weekends.", "A diary is being kept."),
    *("Would like somebody to come and see.", "Others in the road say the same.", "Asks not to be named to anybody."),
    *("Happens mostly in the evening.", "Photographs can be sent.", "Wants to know what will be done."),
)


def text(choice: random.Random, category: str) -> str:
    """Return one report's words."""
    words = choice.choice(TEXTS[category])
    return f"{words} {choice.choice(MORE)}" if choice.random() < 0.15 and category in OPEN else words


OPEN = frozenset(
    {
        *("Vehicle Nuisance or Inappropriate Use", "Rowdy or Inconsiderate Behaviour", "Rowdy or Nuisance Neighbours"),
        *("Animal Problems", "Street Drinking", "Noise", "Neighbour Dispute", "Nuisance Bikes", "Fly-tipping"),
        *("Begging or Vagrancy", "Drugs or County Lines", "Parking", "Littering or Drug Paraphernalia"),
    }
)
"""Categories in which a caller adds something."""

TITLES: dict[str, tuple[str, ...]] = {
    "Noise": ("Loud music", "Noise complaint"),
    "Rowdy or Inconsiderate Behaviour": ("Youths causing annoyance", "Disorderly group"),
    "Rowdy or Nuisance Neighbours": ("Nuisance neighbours", "Trouble next door"),
    "Nuisance Bikes": ("Off-road bikes", "Mopeds"),
    "Vehicle Nuisance or Inappropriate Use": ("Car meet", "Anti-social driving"),
    "Street Drinking": ("Drinkers",),
    "Criminal Damage": ("Damage",),
    "Fly-tipping": ("Rubbish dumped", "Waste on the verge"),
    "Shoplifting": ("Theft from shop",),
    "Drugs or County Lines": ("Suspected dealing",),
    "Neighbour Dispute": ("Dispute between neighbours",),
    "Fireworks": ("Fireworks in the street",),
}

DONE: dict[str, tuple[str, ...]] = {
    "visit": ("Reporter visited and advised", "Seen at home", "Visited, advice given", "Visited, diary sheets left"),
    "call": ("Reporter spoken to and advised", "Rang, advice given"),
    "letter": ("Letter sent",),
    "contact and report back": (
        *("Spoken to, advice given", "Person spoken to and warned", "Enquiries made, no further concern"),
        *("Landlord informed and acting", "Owner found and written to", "Resolved between the parties"),
    ),
    "patrol": ("Patrolled, all quiet", "Patrolled, group moved on", "Patrolled, names taken", "Two patrols, one stop"),
    "joint visit": ("Visited together, plan agreed", "Both agencies seen, work under way"),
    "site visit": ("Site seen, measures agreed", "Site seen, repairs ordered"),
    "letter drop": ("Letters delivered to the street",),
    "CCTV review": ("Viewed and saved", "Viewed, nothing of use", "Stills sent to the police"),
    "CCTV deployment": ("Camera in place for eight weeks",),
    "clean-up": ("Cleared", "Cleared and swept", "Removed by the contractor", "Cleared, evidence kept"),
    "research": ("Checked, no further concern", "Keeper traced", "Records passed to the unit"),
    "mediation": ("Both agreed to mediation", "Mediation held, agreement signed"),
    "other": ("Measures fitted", "Arranged"),
    "warning letter (ASB)": ("Letter served by hand", "Letter sent and explained to the parents"),
    "warning letter (noise)": ("Letter sent",),
    "warning letter (vehicle)": ("Letter sent to the keeper",),
    "ABA": ("Agreement signed for six months", "Agreement signed with parents"),
    "ABA breach letter": ("Breach letter served",),
    "CPW": ("Warning served", "Warning served by hand", "Warning posted and explained"),
    "CPN": ("Notice served", "Notice served with the police"),
    "CPN breach": ("File sent for prosecution",),
    "CBO": ("Order made for two years", "Order made for three years"),
    "closure order": ("Order granted for three months",),
    "Prevent": ("Referral made",),
    "Community MARAC": ("Heard at the panel, next step agreed",),
    "fixed penalty": ("Penalty issued",),
    "civil injunction": ("Injunction granted",),
    "dispersal": ("Authorised for 48 hours, twelve dispersed",),
    "vehicle warning or seizure (s.59)": ("Warnings served", "Vehicle seized"),
    "PSPO": ("Two warnings under the order", "Alcohol taken, warned"),
    "possession or eviction": ("Notice seeking possession served",),
}
REFERRED = ("Referral made and accepted", "Accepted, first visit arranged", "Accepted by the service")

NOT_POSSIBLE = ("Nobody can be identified", "Person has moved away", "Vehicle already gone", "No footage kept")
NOT_UNDERTAKEN = ("No officer available", "Higher priorities", "Not passed to the officer")
CARRIED = ("officer absent", "tried, not reached yet", "awaiting a reply", "visit booked")
"""Of the standard phrases, as an officer writes them."""

TOLD = ("told what was done", "told what happens next", "advice given", "satisfied, nothing more wanted", "")
NO_ANSWER = ("no answer, message left", "no answer, no message left", "nobody in, card left", "")
FOLLOWED = ("asked how things are now", "quiet since", "still happening at times, diary goes on", "content")


def outcome(choice: random.Random, kind: str, status: str) -> str:
    """Return the one line with which an action ended."""
    if status == "not possible":
        return choice.choice(NOT_POSSIBLE)
    if status == "not undertaken":
        return choice.choice(NOT_UNDERTAKEN)
    return choice.choice(DONE.get(kind, REFERRED))
