"""`kezek-simulate SCENARIO.json`: what happens, one JSON object a line; a file that cannot be read: code 2."""

import argparse
import io
import sys
from pathlib import Path

from kezek.simulate.play import play
from kezek.simulate.reading import ReadingError, read_file

UNREADABLE = 2


def main() -> None:
    """Play the scenario of the command line."""
    parser = argparse.ArgumentParser(prog="kezek-simulate", description=__doc__)
    parser.add_argument("scenario", type=Path, help="the file, as tools/simulate/README.md describes it")
    try:
        lines = play(read_file(parser.parse_args().scenario))
    except ReadingError as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        sys.exit(UNREADABLE)
    # whatever the locale: names are of all letters
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    main()
