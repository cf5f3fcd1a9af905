"""`make web-budget`: how light and how fast the pages are on a cheap phone, held to their budget."""

import sys

from tests.e2e.web.looking import look

if __name__ == "__main__":
    sys.exit(look("node", "e2e/budget/budget.ts"))
