"""Settings of documents."""

from pathlib import Path

from pydantic import Field

from kezek.platform.settings import file_lacks
from kezek.platform.support import SupportSettings


class DocumentsSettings(SupportSettings):
    """Those of every service, where files are kept, who vouches for them, and who helps."""

    store_url: str = Field(description="object store: file:///folder or s3://bucket")
    file_receipt_key: Path | None = Field(default=None, description="PEM of the key that signs receipts of files")
    file_link_keys: Path | None = Field(
        default=None, description="folder of `<service>.pem`: public keys of those who sign links to files"
    )

    def lacking(self) -> list[str]:
        """The key of receipts, and whose links are believed."""
        wrong = [*super().lacking(), *file_lacks("file_receipt_key", self.file_receipt_key)]
        return wrong if self.file_link_keys else [*wrong, *self.unset("file_link_keys")]
