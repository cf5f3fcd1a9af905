"""The worker of documents: `python -m kezek.documents.main_worker`."""

from kezek.documents.adapters.files import open_files
from kezek.documents.entrypoints.consumers import consumers
from kezek.documents.settings import DocumentsSettings
from kezek.documents.usecases.keep_referral import REFERRAL_PDF
from kezek.documents.usecases.make_referral_paper import MakeReferralPaper
from kezek.platform.worker import Worker


def build_worker(settings: DocumentsSettings) -> Worker:
    """The worker, not yet running."""
    worker = Worker("documents", settings, consumers)
    files = open_files(settings.store_url)
    worker.add_jobs({REFERRAL_PDF: MakeReferralPaper(files, worker.clock, settings.public_url)})
    return worker


def main() -> None:
    build_worker(DocumentsSettings()).run()


if __name__ == "__main__":
    main()
