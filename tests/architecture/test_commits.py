"""The newest commit says its area first, in a line that every log shows whole (CONTRIBUTING)."""

import re
import subprocess

import pytest

from tests.architecture.guards import ROOT

MAX_LENGTH = 72
AREA = re.compile(r"[a-z][a-z0-9 ,-]*: \S|(Merge|Revert) ")


def test_the_newest_subject_has_an_area_and_fits() -> None:
    told = subprocess.run(["git", "log", "-1", "--format=%s"], cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.skip("no history here")
    subject = told.stdout.strip()
    assert AREA.match(subject), subject
    assert len(subject) <= MAX_LENGTH, subject
