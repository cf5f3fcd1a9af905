"""Somebody begins to hand a file in (domain §8.papers)."""

from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.lines import shown
from kezek.documents.adapters import uploads
from kezek.documents.domain.upload import Upload, clean_name, expected_type, may_begin
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.errors import Invalid, TooMany, rules_hold
from kezek.platform.workdays import local_day

_HOUR_S = 3600


@dataclass(frozen=True)
class Announced:
    """What the sender says of the file."""

    purpose: FilePurpose
    draft_id: UUID
    name: str
    size: int
    sha256: str | None
    district: str | None


@dataclass(frozen=True)
class PersonLimits:
    """What one person may begin in an hour, and how many bytes may wait that nobody keeps yet."""

    an_hour: int
    waiting_bytes: int


async def begin_upload(tx: Tx, owner: UUID, announced: Announced, limits: PersonLimits) -> Upload:
    """A file of which nothing has come yet.

    Raises:
        Invalid: `file_name_not_taken`, by its ending.
        Conflict: `too_many_files`, `files_too_large`, by the policy of the district.
        TooMany: `too_many_uploads`.
    """
    name = clean_name(shown(announced.name))
    if expected_type(name) is None:
        raise Invalid("file_name_not_taken")
    await uploads.alone(tx, owner)
    policy = await policies.load(tx, announced.district, local_day(tx.now()))
    others = await uploads.of_form(tx, owner, announced.purpose, announced.draft_id)
    with rules_hold():
        may_begin(announced.size, others, policy.paper_files, policy.paper_megabytes)
    begun = await uploads.begun_by(tx, owner)
    if begun.lately >= limits.an_hour or begun.waiting + announced.size > limits.waiting_bytes:
        raise TooMany("too_many_uploads", retry_after_s=_HOUR_S)
    upload = Upload(
        id=new_id(),
        owner_id=owner,
        purpose=announced.purpose,
        draft_id=announced.draft_id,
        name=name,
        size=announced.size,
        sha256=announced.sha256,
        created_at=await uploads.now(tx),
    )
    await uploads.insert(tx, upload)
    return upload
