"""The worker process of applications."""

from kezek.applications.entrypoints.consumers import consumers
from kezek.applications.settings import ApplicationsSettings
from kezek.applications.usecases.submit_application import SubmitApplication
from kezek.eds import TrustList
from kezek.platform.acts import Acts
from kezek.platform.worker import Worker


def build_worker(settings: ApplicationsSettings) -> Worker:
    """The worker."""
    if settings.trust_list is None:
        raise ValueError("KEZEK_TRUST_LIST is needed to verify signatures")
    worker = Worker("applications", settings, consumers)
    trust = TrustList.from_pem(settings.trust_list)
    worker.add_acts(Acts(worker.database, trust, [SubmitApplication(worker.clock)], settings.act_lifetime_s))
    return worker


def main() -> None:
    build_worker(ApplicationsSettings()).run()


if __name__ == "__main__":
    main()
