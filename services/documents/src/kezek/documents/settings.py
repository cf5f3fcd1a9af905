"""Settings of documents."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr

from kezek.documents.domain.upload import ReceiptTerms
from kezek.documents.usecases.begin_upload import PersonLimits
from kezek.documents.usecases.sweep_uploads import SweepTerms
from kezek.platform.file_limits import MEGABYTE
from kezek.platform.settings import file_lacks
from kezek.platform.support import SupportSettings


class DocumentsSettings(SupportSettings):
    """Those of every service, where files are kept, who vouches for them, and who helps."""

    store_url: str = Field(description="object store: file:///folder or s3://bucket")
    file_receipt_key: Path | None = Field(default=None, description="PEM of the key that signs receipts of files")
    file_link_keys: Path | None = Field(
        default=None, description="folder of `<service>.pem`: public keys of those who sign links to files"
    )

    file_keys: SecretStr = Field(
        default=SecretStr(""),
        description="what seals files at rest: id:base64 of 32 bytes, by commas; the first seals, all open",
    )
    clamd: str = Field(
        default="", description="the virus scanner: tcp://host:port or unix:///path; unset: no file passes"
    )
    clamd_timeout_s: float = Field(default=15.0, description="then a file is scanned again later")
    uploads_an_hour: int = Field(default=60, description="that one person may begin")
    uploads_waiting_mb: int = Field(default=100, description="of one person's files that nobody keeps yet")
    upload_unfinished_hours: int = Field(default=24, description="then a file that is not finished is given up")
    file_receipt_hours: int = Field(default=24, description="how long a receipt is good")
    file_unused_days: int = Field(default=7, description="how long a file that nobody keeps gets new receipts")
    file_grace_days: int = Field(default=7, description="how long it stays after the last of them")

    @property
    def signing_key(self) -> Path:
        """The key of receipts.

        Raises:
            ValueError: when it is not set.
        """
        if self.file_receipt_key is None:
            raise ValueError("KEZEK_FILE_RECEIPT_KEY is not set")
        return self.file_receipt_key

    @property
    def receipt_terms(self) -> ReceiptTerms:
        """How long receipts and unused files live."""
        return ReceiptTerms(
            receipt=timedelta(hours=self.file_receipt_hours),
            unused=timedelta(days=self.file_unused_days),
            grace=timedelta(days=self.file_grace_days),
        )

    @property
    def sweep_terms(self) -> SweepTerms:
        """How long what nobody goes on with stays."""
        return SweepTerms(timedelta(hours=self.upload_unfinished_hours), self.receipt_terms)

    @property
    def person_limits(self) -> PersonLimits:
        """What one person may begin."""
        return PersonLimits(self.uploads_an_hour, self.uploads_waiting_mb * MEGABYTE)

    def lacking(self) -> list[str]:
        """The keys of files and receipts, whose links are believed, and the scanner."""
        wrong = [*super().lacking(), *file_lacks("file_receipt_key", self.file_receipt_key)]
        return [*wrong, *self.unset("file_link_keys", "file_keys", "clamd")]
