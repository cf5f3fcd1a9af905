"""The queue's worker as a process: it keeps the order and makes the calls."""

from kezek.platform.settings import Settings
from kezek.platform.worker import Worker
from kezek.queue.entrypoints.consumers import consumers


def build_worker(settings: Settings) -> Worker:
    """The worker with these settings."""
    return Worker("queue", settings, consumers)


def main() -> None:
    build_worker(Settings()).run()


if __name__ == "__main__":
    main()
