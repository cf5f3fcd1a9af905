"""`make web-pictures`: every page, in two languages and two widths, and with letters twice as large."""

import os
import sys

from tests.e2e.web.looking import look

if __name__ == "__main__":
    only = ["-g", os.environ["ONLY"]] if "ONLY" in os.environ else []
    sys.exit(look("playwright", "test", "-c", "e2e/pictures.config.ts", *only))
