"""The worker process of applications."""

from kezek.applications.entrypoints.acts import ACTS
from kezek.applications.entrypoints.consumers import consumers
from kezek.applications.settings import ApplicationsSettings
from kezek.platform.worker import Worker


def build_worker(settings: ApplicationsSettings) -> Worker:
    """The worker."""
    return Worker("applications", settings, consumers, acts=ACTS)


def main() -> None:
    build_worker(ApplicationsSettings()).run()


if __name__ == "__main__":
    main()
