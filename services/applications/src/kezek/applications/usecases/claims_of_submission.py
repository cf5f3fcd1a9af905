"""The claims that come with an application: what is to be shown, by which scans, decided by when (domain §3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.applications.adapters import claims
from kezek.applications.adapters.benefits import load_benefits
from kezek.applications.domain.claim import Claim
from kezek.applications.usecases.decide_claim import review_ends_at
from kezek.applications.usecases.papers import kept_files
from kezek.applications.usecases.submission_facts import ClaimFacts, Papers, SubmitRequest
from kezek.contracts.benefits import Benefit
from kezek.contracts.ids import new_id
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ClaimKind, ClaimState, QueueClass
from kezek.platform.db import ReadTx
from kezek.platform.errors import Conflict

SPECIAL_NEEDS = "special_needs"


@dataclass(frozen=True)
class Asked:
    """One claim of the form; of special needs for one child, the others for all twins."""

    kind: ClaimKind
    papers: Papers
    benefit: Benefit | None = None
    correctional: bool = False
    child_iin: str | None = None

    def to_facts(self) -> ClaimFacts:
        """What the statement says of it."""
        return ClaimFacts(
            kind=self.kind,
            benefit=self.benefit.code if self.benefit and self.kind is ClaimKind.BENEFIT else None,
            queue=("correctional" if self.correctional else "general") if self.child_iin else None,
            child_iin=self.child_iin,
            files=tuple(each.sha256 for each in self.papers.files),
        )


async def load_asked(tx: ReadTx, body: SubmitRequest, policy: Policy) -> tuple[Asked, ...]:
    """What the form asks to be decided, by the list of benefits of now.

    Raises:
        Conflict: `benefit_unknown` or `benefit_given_twice` with its code, `papers_required` with the claim's kind,
            `file_used_already`.
    """
    asked = tuple(_asked(body, await load_benefits(tx)))
    await check_asked(tx, asked, policy)
    return asked


async def check_asked(tx: ReadTx, asked: Sequence[Asked], policy: Policy) -> None:
    """Refuse what could not be kept or decided: each paper shows one thing, and each thing is shown.

    Raises:
        Conflict: `benefit_given_twice` with its code, `papers_required` with the claim's kind, `file_used_already`.
    """
    await _check_once(tx, asked)
    for each in asked:
        proved_later = each.kind is ClaimKind.BENEFIT and policy.benefit_proved_at_call
        if not each.papers.files and not proved_later:
            raise Conflict("papers_required", claim=each.kind.value)


async def _check_once(tx: ReadTx, asked: Sequence[Asked]) -> None:
    """Refuse before anybody signs what could not be kept afterwards: each paper shows one thing."""
    codes = [each.benefit.code for each in asked if each.benefit and each.kind is ClaimKind.BENEFIT]
    for code in codes:
        if codes.count(code) > 1:
            raise Conflict("benefit_given_twice", benefit=code)
    files = [file.id for each in asked for file in each.papers.files]
    if len(set(files)) < len(files) or await claims.are_kept(tx, files):
        raise Conflict("file_used_already")


def _asked(body: SubmitRequest, benefits: Mapping[str, Benefit]) -> Iterator[Asked]:
    if body.non_resident is not None:
        yield Asked(ClaimKind.REGISTRATION, body.non_resident)
    if body.representation is not None:
        yield Asked(ClaimKind.REPRESENTATION, body.representation)
    for each in body.benefits:
        yield asked_benefit(each.code, each, benefits)
    if body.special_needs is not None:
        needs = body.special_needs
        yield asked_needs(needs.queue == "correctional", needs, benefits, needs.child_iin)


def asked_benefit(code: str, papers: Papers, benefits: Mapping[str, Benefit]) -> Asked:
    """A benefit by the list of now.

    Raises:
        Conflict: `benefit_unknown`.
    """
    if code not in benefits:
        raise Conflict("benefit_unknown", benefit=code)
    return Asked(ClaimKind.BENEFIT, papers, benefits[code])


def asked_needs(
    correctional: bool, papers: Papers, benefits: Mapping[str, Benefit], child_iin: str | None = None
) -> Asked:
    """Special needs: the correctional queue, or the general one with its benefit (domain §3.special)."""
    of_list = None if correctional else benefits.get(SPECIAL_NEEDS)
    return Asked(ClaimKind.SPECIAL_NEEDS, papers, of_list, correctional, child_iin)


async def claims_for(
    tx: ReadTx, asked: Sequence[Asked], iins: Sequence[str], policy: Policy, district: str, at: datetime
) -> list[list[Claim]]:
    """The claims of each child's application; of twins the first one's hold the files."""
    due_at = await review_ends_at(tx, district, at)
    made: list[list[Claim]] = [[] for _ in iins]
    for each in asked:
        head: UUID | None = None
        for iin, its in zip(iins, made, strict=True):
            if each.child_iin in {None, iin}:
                claim = claim_of(each, policy, at, due_at, head)
                head = head or claim.id
                its.append(claim)
    return made


def claim_of(asked: Asked, policy: Policy, at: datetime, due_at: datetime, head: UUID | None) -> Claim:
    """A new claim; of twins `head` is the one that holds the papers of all."""
    provisional = asked.kind is ClaimKind.BENEFIT and policy.benefit_proved_at_call
    files = kept_files(asked.papers.files, at)
    return Claim(
        id=new_id(),
        kind=asked.kind,
        state=ClaimState.WAITING if files else ClaimState.UNPROVED,
        submitted_at=at,
        benefit=asked.benefit.code if asked.benefit else None,
        queue_class=_gives(asked),
        correctional=asked.correctional,
        provisional=provisional,
        files=files,
        due_at=due_at if files else None,
        shared_with=head,
    )


def _gives(asked: Asked) -> QueueClass | None:
    return asked.benefit.queue_class if asked.benefit else None
