"""The errors that a person reads."""


class RuleError(Exception):
    """A refusal in one sentence that a person can act on; nothing was changed."""


class BusyError(RuleError):
    """Somebody else is writing at this moment; a reader keeps its last picture and asks again."""


class StaleError(RuleError):
    """Somebody else changed the same thing since the person saw it; names them and what they changed."""
