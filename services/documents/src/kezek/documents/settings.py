"""Settings of documents."""

from pydantic import Field

from kezek.platform.support import SupportSettings


class DocumentsSettings(SupportSettings):
    """Those of every service, where files are kept, and who helps."""

    store_url: str = Field(description="object store: file:///folder or s3://bucket")
