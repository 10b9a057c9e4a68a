"""What a digit meant when it was pressed, seen over the writes still queued."""

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, StepId


class Intents:
    """For each step and agency: whether it will own the report once the queue is empty."""

    def __init__(self) -> None:
        self._owned: dict[tuple[StepId, AgencyId], bool] = {}
        self._decided: set[StepId] = set()
        self._settled: set[StepId] = set()
        self._undoing = 0

    def owned(self, step: StepId, agency: AgencyId, *, shown: bool) -> bool:
        """Say whether an agency will own a report; `shown` is what the screen says without the queued keys.

        Raises RuleError while an undo is on its way, which may change just that.
        """
        if self._undoing:
            raise RuleError("The undo is still being saved: press the digit again.")
        return self._owned.get((step, agency), shown and step not in self._decided)

    def intend(self, step: StepId, agency: AgencyId, *, owned: bool) -> None:
        """Remember what a key meant."""
        self._owned[step, agency] = owned

    def forget(self, step: StepId, agency: AgencyId) -> None:
        """Forget one: it was refused, and what is read is right."""
        self._owned.pop((step, agency), None)

    def decide(self, step: StepId) -> None:
        """Remember a decision that withdraws the actions of a step."""
        for known in [key for key in self._owned if key[0] == step]:
            del self._owned[known]
        self._decided.add(step)

    def undecide(self, step: StepId) -> None:
        """Forget a decision: it was refused."""
        self._decided.discard(step)
        self._settled.discard(step)

    def settle(self, step: StepId) -> None:
        """Remember a decision that keeps the actions of a step."""
        self._settled.add(step)

    def settling(self) -> frozenset[StepId]:
        """Return the steps that a queued key settles."""
        return frozenset(self._settled | self._decided | {step for (step, _), owned in self._owned.items() if owned})

    def undo(self) -> None:
        """Remember that an undo is on its way: until it is drawn nobody knows what it takes back."""
        self._undoing += 1

    def clear(self) -> None:
        """Forget all: everything queued was written and read again, or refused."""
        self._owned.clear()
        self._decided.clear()
        self._settled.clear()
        self._undoing = 0
