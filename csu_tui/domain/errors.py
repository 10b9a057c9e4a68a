"""The one error that a rule raises."""


class RuleError(Exception):
    """A refusal in one sentence that a person can act on; nothing was changed."""
