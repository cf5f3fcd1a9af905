"""The worker of kindergartens: `python -m kezek.kindergartens.main_worker`."""

from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.confirm_vacancy import ConfirmVacancy
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.platform.acts import Acts
from kezek.platform.signatures import Verifier
from kezek.platform.worker import Worker


def build_worker(settings: KindergartensSettings) -> Worker:
    """The worker, not yet running."""
    worker = Worker("kindergartens", settings, consumers)
    worker.add_jobs({ENROL_CHILD: enrol_child})
    verifier = Verifier.of(settings, worker.clock)
    worker.add_acts(Acts(worker.database, verifier, [ConfirmVacancy(worker.clock)], settings.act_lifetime_s))
    return worker


def main() -> None:
    build_worker(KindergartensSettings()).run()


if __name__ == "__main__":
    main()
