"""Routes of the form: its texts and lists, and drafts of it."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from kezek.applications.adapters import drafts
from kezek.applications.adapters.benefits import load_benefits
from kezek.applications.domain.undertaking import current_by
from kezek.applications.entrypoints import permissions
from kezek.applications.entrypoints.form_schemas import (
    BenefitView,
    DraftBody,
    DraftName,
    DraftView,
    FormBody,
    FormView,
    PapersBody,
)
from kezek.applications.usecases.submission_facts import Papers, SpecialNeedsPapers, SubmitRequest
from kezek.contracts.files import FilePurpose
from kezek.contracts.policy import Policy
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.errors import Conflict
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.given_files import GivenFile, given_files
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import ClockDep, Reading, Transaction
from kezek.platform.workdays import local_day

router = APIRouter()
Filler = Annotated[Actor, require(permissions.SUBMIT)]


@router.get("/form")
async def read_form(
    tx: Reading, clock: ClockDep, actor: Filler, district: Annotated[str | None, Query(pattern="^[0-9]{4}$")] = None
) -> FormView:
    """What the form of an application shows, in the person's language, by the policy of the district."""
    policy = await policies.load(tx, district, local_day(clock.now()))
    language, numbers, texts = actor.language, asdict(policy), current_by(policy)
    return FormView(
        texts_version=texts.version,
        data_kept_current=texts.data_kept_current.in_(language),
        algorithm=[text.in_(language, numbers) for text in texts.algorithm],
        benefits=[
            BenefitView(
                code=each.code,
                name=each.name.in_(language),
                queue_class=each.queue_class,
                proof=each.proof.in_(language),
                proof_months=each.proof_months,
            )
            for each in (await load_benefits(tx)).values()
        ],
        benefit_proved_at_call=policy.benefit_proved_at_call,
        review_working_days=policy.review_working_days,
        files=policy.paper_files,
        megabytes=policy.paper_megabytes,
    )


@router.get("/drafts/{name}")
async def read_draft(name: DraftName, tx: Reading, actor: Filler) -> DraftView:
    """What the signed-in person typed into a form and has not sent; it is kept for a month."""
    found = await drafts.find_draft(tx, actor.person_id, name)
    return DraftView(sealed=found.sealed if found else None, saved_at=found.saved_at if found else None)


@router.put("/drafts/{name}")
async def keep_draft(name: DraftName, body: DraftBody, tx: Transaction, actor: Filler) -> DraftView:
    """Keep what was typed in place of what was kept before."""
    return DraftView(**vars(await drafts.keep_draft(tx, actor.person_id, name, body.sealed)))


@router.delete("/drafts/{name}", status_code=204)
async def erase_draft(name: DraftName, tx: Transaction, actor: Filler) -> None:
    """Erase what was typed."""
    await drafts.erase_draft(tx, actor.person_id, name)


def submit_request(body: FormBody, receipts: ReceiptReader, owner: UUID, policy: Policy) -> SubmitRequest:
    """The request with its scans as their receipts say.

    Raises:
        Invalid: `file_receipt_invalid` and its like.
        Conflict: `too_many_files`, `files_too_large`, `child_given_twice`.
    """

    def papers(given: PapersBody | None, purpose: FilePurpose) -> tuple[GivenFile, ...]:
        return given_files(given.files if given else [], receipts, owner, purpose, policy)

    iins = [body.child_iin, *body.twins]
    if len(set(iins)) < len(iins):
        raise Conflict("child_given_twice")
    papers_of = {"benefits", "special_needs", "non_resident", "representation"}
    said = body.model_dump(exclude=papers_of | {"data_kept_current", "algorithm_read"})
    needs = body.special_needs
    if needs is not None and needs.child_iin not in {None, *iins}:
        raise Conflict("child_not_of_application")
    return SubmitRequest.model_validate(
        {
            **said,
            "email": said["email"] or "",  # at the counter a family may have none
            "non_resident": body.non_resident and Papers(files=papers(body.non_resident, FilePurpose.REGISTRATION)),
            "representation": body.representation
            and Papers(files=papers(body.representation, FilePurpose.REPRESENTATION)),
            "benefits": [
                {"code": each.code, "files": papers(each, FilePurpose.BENEFIT_PROOF)} for each in body.benefits
            ],
            "special_needs": needs
            and SpecialNeedsPapers(
                child_iin=needs.child_iin or body.child_iin,
                queue=needs.queue,
                files=papers(needs, FilePurpose.COMMISSION_CONCLUSION),
            ),
        }
    )
