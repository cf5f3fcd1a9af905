"""The worker process of applications."""

from kezek.applications.entrypoints.consumers import consumers
from kezek.applications.settings import ApplicationsSettings
from kezek.applications.usecases.submit_application import SubmitApplication
from kezek.platform.acts import Acts
from kezek.platform.signatures import Verifier
from kezek.platform.worker import Worker


def build_worker(settings: ApplicationsSettings) -> Worker:
    """The worker."""
    worker = Worker("applications", settings, consumers)
    verifier = Verifier.of(settings, worker.clock)
    worker.add_acts(Acts(worker.database, verifier, [SubmitApplication(worker.clock)], settings.act_lifetime_s))
    return worker


def main() -> None:
    build_worker(ApplicationsSettings()).run()


if __name__ == "__main__":
    main()
