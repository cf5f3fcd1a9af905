"""Settings of documents."""

from pydantic import Field

from kezek.platform.settings import Settings


class DocumentsSettings(Settings):
    """Those of every service, and where files are kept."""

    store_url: str = Field(description="object store: file:///folder or s3://bucket")
