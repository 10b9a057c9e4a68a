"""What officers write where the stories leave it to them."""

OUTCOMES = {
    "contact": ("reporter spoken to and advised", "Seen at the door, content with what is being done"),
    "patrol": ("patrolled, all quiet", "Patrolled twice, nobody about", "Patrolled, two groups spoken to, all polite"),
    "clean-up": ("cleared", "Cleared and swept"),
    "research": ("checked, no further concern", "Records checked, result passed to the unit"),
    "CCTV review": ("Footage viewed and saved", "Viewed, nothing of use on the camera"),
    "referral": ("referral made and accepted",),
    "warning letter": ("letter sent",),
    "": ("reporter spoken to and advised", "visited, nothing found", "Enquiries made, report sent to the unit"),
}
CARRIED = ("visit booked", "awaiting a reply", "tried, not reached yet", "awaiting another agency")
NOT_POSSIBLE = ("nobody can be identified", "person has moved away", "premises closed or empty")
NOT_UNDERTAKEN = ("no officer available", "higher priorities")


def outcomes(kind: str, family: str) -> tuple[str, ...]:
    """Return fitting outcomes of an action of this kind."""
    return OUTCOMES.get(kind) or OUTCOMES.get(family) or OUTCOMES[""]
