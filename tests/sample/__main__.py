"""Rebuild the sample: `python -m tests.sample` from the project's top level."""

import argparse
from pathlib import Path

from tests.sample.build import build

parser = argparse.ArgumentParser(description="Rebuild sample.db, the fictitious unit's two years.")
parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parents[2] / "sample.db", metavar="PATH")
build(parser.parse_args().output)
