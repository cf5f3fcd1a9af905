"""The people of the region: names, families, staff, kindergartens."""
