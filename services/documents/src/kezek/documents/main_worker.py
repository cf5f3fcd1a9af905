"""The worker of documents: `python -m kezek.documents.main_worker`."""

from kezek.documents.adapters.examiner import examine
from kezek.documents.adapters.files import open_files
from kezek.documents.adapters.scanner import Scanner
from kezek.documents.adapters.vault import open_vault
from kezek.documents.entrypoints.acts import ACTS
from kezek.documents.entrypoints.consumers import consumers
from kezek.documents.entrypoints.sweeping import Sweeping
from kezek.documents.settings import DocumentsSettings
from kezek.documents.usecases.examine_upload import EXAMINE, ExamineUpload
from kezek.documents.usecases.forget_bytes import FORGET_FILE, FORGET_PARTS, ForgetBytes
from kezek.documents.usecases.keep_ending import ENDING_PDF
from kezek.documents.usecases.keep_referral import REFERRAL_PDF
from kezek.documents.usecases.keep_sheet import SHEET_PDF
from kezek.documents.usecases.make_ending_paper import MakeEndingPaper
from kezek.documents.usecases.make_referral_paper import MakeReferralPaper
from kezek.documents.usecases.make_sheet_paper import MakeSheetPaper
from kezek.platform.worker import Worker

EXAMINED_AT_ONCE = 2


def build_worker(settings: DocumentsSettings) -> Worker:
    """The worker, not yet running."""
    worker = Worker("documents", settings, consumers, acts=ACTS)
    files = open_files(settings.store_url)
    worker.add_jobs(
        {
            REFERRAL_PDF: MakeReferralPaper(files, worker.clock, settings.public_url),
            ENDING_PDF: MakeEndingPaper(files, worker.clock, settings.public_url),
            SHEET_PDF: MakeSheetPaper(files, worker.clock, settings.public_url),
        }
    )
    if settings.file_keys.get_secret_value():
        _take_files_in(worker, settings)
    return worker


def _take_files_in(worker: Worker, settings: DocumentsSettings) -> None:
    """Runners of their own: a file that takes long to examine keeps no paper waiting."""
    vault = open_vault(settings.store_url, settings.file_keys.get_secret_value())
    examining = ExamineUpload(vault, Scanner(settings.clamd, settings.clamd_timeout_s), examine)
    for _ in range(EXAMINED_AT_ONCE):
        worker.add_jobs({EXAMINE: examining})
    forgetting = ForgetBytes(vault)
    worker.add_jobs({FORGET_PARTS: forgetting.parts, FORGET_FILE: forgetting.file})
    worker.add_background(Sweeping(worker.database, settings.sweep_terms).run)


def main() -> None:
    build_worker(DocumentsSettings()).run()


if __name__ == "__main__":
    main()
