"""The rules alone and the whole stack say the same of one life: the simulator's lines against the public API.

`make played` plays more lives, and longer ones (`PLAYED_SEEDS=20 PLAYED_STEPS=40`).
"""

import os
from pathlib import Path

import pytest
from tests.e2e.played_lines import simulated, standings_of, told_by_rules
from tests.e2e.playing import Life
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]
SEEDS = range(int(os.environ.get("PLAYED_SEEDS", "2")))


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_life_through_the_stack_is_that_of_the_rules(world: World, seed: int, tmp_path: Path) -> None:
    lived = await Life(world, seed).live()

    lines = simulated(lived.scenario(), tmp_path)

    assert lived.kinds >= {"change", "choose_together", "papers", "return_papers"}
    assert any("with" in step.get("apply", {}) for done in lived.steps for step in done)
    for step, stack, rules in zip(lived.steps, lived.standings, standings_of(lines), strict=True):
        assert stack == rules, step
    assert lived.told == {name: told_by_rules(lines, name) for name in lived.told}
