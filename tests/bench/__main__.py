"""`python -m tests.bench [NAME…]`: medians and ratios, for a person to read; never a test."""

import argparse

from tests.bench.actions import actions
from tests.bench.figures import figures
from tests.bench.history import history
from tests.bench.intake import intake
from tests.bench.measure import HEAD, say
from tests.bench.repeats import repeats
from tests.bench.screens import screens
from tests.bench.search import search
from tests.bench.seen import seen

BENCHES = {
    "screens": screens,
    "actions": actions,
    "history": history,
    "repeats": repeats,
    "search": search,
    "intake": intake,
    "seen": seen,
    "figures": figures,
}

parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHES)}; all without a name")
names = parser.parse_args().names or list(BENCHES)
if unknown := [name for name in names if name not in BENCHES]:
    parser.error(f"no bench is called {unknown[0]}: {', '.join(BENCHES)}")
say(HEAD)
for name in names:
    for figure in BENCHES[name]():
        say(figure.line())
