"""Where the chair is on the agenda; moves at once, without waiting for any write."""

from csu_tui.domain.agenda import Step
from csu_tui.domain.ids import StepId
from csu_tui.domain.words import StepKind


class Walk:
    """The steps in their order, and the one on screen."""

    def __init__(self) -> None:
        self.steps: tuple[Step, ...] = ()
        self.at = 0
        """Index of the step on screen."""

    @property
    def step(self) -> Step | None:
        """The step on screen, as it was last read."""
        return self.steps[self.at] if self.steps else None

    @property
    def number(self) -> int:
        """Its number, from 1; 0 where the agenda is empty."""
        return self.steps[self.at].number if self.steps else 0

    def take(self, steps: tuple[Step, ...]) -> None:
        """Take the agenda as read anew; the step on screen stays."""
        here = self.steps[self.at].id if self.steps else None
        self.steps = steps
        self.at = next((at for at, step in enumerate(steps) if step.id == here), min(self.at, max(len(steps) - 1, 0)))

    def to_number(self, number: int) -> None:
        """Go to the step of this number, or the nearest before it."""
        found = [at for at, step in enumerate(self.steps) if step.number <= number]
        self.at = found[-1] if found else 0

    def to_step(self, step: StepId) -> bool:
        """Go to a step; False where the agenda has none such."""
        for at, one in enumerate(self.steps):
            if one.id == step:
                self.at = at
                return True
        return False

    def move(self, by: int) -> bool:
        """Go on or back; False at the end."""
        at = self.at + by
        if not 0 <= at < len(self.steps):
            return False
        self.at = at
        return True

    def next_undecided(self, settling: frozenset[StepId] = frozenset()) -> bool:
        """Go to the next step that is neither settled nor about to be, from the start again after the end.

        False where none is left.
        """
        order = [*range(self.at + 1, len(self.steps)), *range(min(self.at + 1, len(self.steps)))]
        for at in order:
            step = self.steps[at]
            if not step.settled and not step.gone and step.id not in settling:
                if at == self.at:
                    return False
                self.at = at
                return True
        return False

    def next_agency(self, by: int) -> bool:
        """Go to the first action of the next or previous agency; after the last come the reports."""
        starts = [at for at in range(len(self.steps)) if at == 0 or self._group(at) != self._group(at - 1)]
        if by > 0:
            found = next((at for at in starts if at > self.at), None)
        else:
            found = next((at for at in reversed(starts) if at < self.at), None)
        if found is None:
            return False
        self.at = found
        return True

    def _group(self, at: int) -> str:
        step = self.steps[at]
        return "report" if step.kind is StepKind.REPORT else "".join(("due ", step.agency))
