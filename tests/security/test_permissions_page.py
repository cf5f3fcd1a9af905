"""docs/permissions.md says what the services' tables say."""

from dataclasses import replace

from tests.security.permissions_page import PAGE, described, page


def test_the_page_is_what_the_tables_say() -> None:
    assert PAGE.read_text() == page(described()), "run python -m tests.security.permissions_page"


def test_a_widened_permission_changes_the_page() -> None:
    operations = described()
    widened = [replace(each, roles=frozenset()) if each.id == "auth.get_grants" else each for each in operations]
    assert page(widened) != page(operations)
