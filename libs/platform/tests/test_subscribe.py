"""What is committed and what is read again, when partitions come and go in the middle of a batch."""

from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import CommitFailedError

from kezek.platform.messaging.subscribe import _commit, _read_again

ONE, TWO = TopicPartition("one", 0), TopicPartition("two", 1)
RECORDS = [
    SimpleNamespace(topic=topic, partition=part, offset=at)
    for topic, part, at in (("one", 0, 7), ("two", 1, 3), ("one", 0, 8), ("two", 1, 4))
]


class Consumer:
    """What is asked of a consumer that has these partitions."""

    def __init__(self, *mine: TopicPartition, commits: bool = True) -> None:
        self._mine, self._commits = set(mine), commits
        self.committed: list[dict[TopicPartition, int]] = []
        self.sought: dict[TopicPartition, int] = {}

    def assignment(self) -> set[TopicPartition]:
        return self._mine

    async def commit(self, offsets: dict[TopicPartition, int]) -> None:
        self.committed.append(offsets)
        if not self._commits:
            raise CommitFailedError

    def seek(self, where: TopicPartition, offset: int) -> None:
        self.sought[where] = offset


@pytest.mark.parametrize(("mine", "committed"), [((ONE, TWO), [{ONE: 9, TWO: 5}]), ((TWO,), [{TWO: 5}]), ((), [])])
async def test_only_what_was_touched_and_is_still_ours_is_committed(mine: Any, committed: Any) -> None:
    consumer = Consumer(*mine)
    await _commit(consumer, RECORDS)
    assert consumer.committed == committed


async def test_a_commit_that_fails_is_left_to_whoever_reads_the_records_again() -> None:
    consumer = Consumer(ONE, TWO, commits=False)
    await _commit(consumer, RECORDS)
    assert consumer.committed
    assert not consumer.sought


def test_what_could_not_be_applied_is_read_again_from_its_first_record() -> None:
    consumer = Consumer(ONE)
    _read_again(consumer, RECORDS)
    assert consumer.sought == {ONE: 7}
