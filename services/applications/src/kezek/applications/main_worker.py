"""The worker process of applications: consumers, relay, acts left by a crash, proofs that end, the register."""

from kezek.applications.adapters.register import Register
from kezek.applications.entrypoints.acts import ACTS
from kezek.applications.entrypoints.consumers import consumers
from kezek.applications.settings import ApplicationsSettings
from kezek.applications.usecases.check_register import works
from kezek.applications.usecases.claim_terms import fire_due
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.worker import Worker


def build_worker(settings: ApplicationsSettings) -> Worker:
    """The worker."""
    worker = Worker("applications", settings, consumers, acts=ACTS)
    worker.add_timers(fire_due)

    async def ask_register() -> None:
        async with Register.open(settings.register_url, settings.register_timeout_s) as register:
            await JobRunner(worker.database, dict(works(register))).run()

    worker.add_background(ask_register)
    return worker


def main() -> None:
    build_worker(ApplicationsSettings()).run()


if __name__ == "__main__":
    main()
