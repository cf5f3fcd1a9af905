"""What the signed acts of swaps state and judge upon: the child of a family, both children of a kindergarten."""

from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters import kindergartens, roster
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.domain.swap import Side, Swap
from kezek.kindergartens.domain.swap_texts import FamilysAct, family_sentences, kindergarten_sentences
from kezek.kindergartens.usecases.regroup_children import StatedGroup
from kezek.platform.actors import Actor
from kezek.platform.acts import ActModel
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound


class SwapActed(ActModel):
    """What was signed of a swap has happened."""

    swap_id: UUID


class NamedKindergarten(ActModel):
    """A kindergarten as a statement names it."""

    kindergarten_id: UUID
    name: Text
    address: Text

    @classmethod
    def of(cls, kindergarten: Kindergarten) -> "NamedKindergarten":
        """As it is called now."""
        return cls(kindergarten_id=kindergarten.id, name=kindergarten.name, address=kindergarten.address)


class NamedChild(ActModel):
    """A child of a swap as a statement names it."""

    enrolment_id: UUID
    name: Text
    iin: str

    @classmethod
    def of(cls, child: EnrolledChild) -> "NamedChild":
        """As it is called now."""
        return cls(enrolment_id=child.enrolment.id, name=child.names, iin=child.child.iin)


class FamilyFacts(ActModel):
    """What a family states: its child, where it is and where it is to go, and the group of both children."""

    group: StatedGroup
    child: NamedChild
    present: NamedKindergarten
    future: NamedKindergarten

    def sentences(self, act: FamilysAct, language: Language) -> tuple[str, ...]:
        """The statement of an act, in the person's language."""
        said: dict[str, Text | str | int] = {
            "child": self.child.name,
            "iin": self.child.iin,
            "from_name": self.present.name,
            "from_address": self.present.address,
            "to_name": self.future.name,
            "to_address": self.future.address,
        }
        return family_sentences(act, said, self.group.words, language)


class KindergartenFacts(ActModel):
    """What a kindergarten states: who leaves it, who comes, and from where; the group of both children."""

    group: StatedGroup
    own: NamedKindergarten
    other: NamedKindergarten
    leaves: NamedChild
    comes: NamedChild

    def sentences(self, language: Language, remark: str | None = None) -> tuple[str, ...]:
        """The statement of an approval or, with a remark, of a refusal."""
        said: dict[str, Text | str | int] = {
            "own_name": self.own.name,
            "other_name": self.other.name,
            "leaves": self.leaves.name,
            "leaves_iin": self.leaves.iin,
            "comes": self.comes.name,
            "comes_iin": self.comes.iin,
        }
        return kindergarten_sentences(said, self.group.words, language, remark=remark)


async def family_facts(tx: ReadTx, child: EnrolledChild, future: UUID) -> FamilyFacts:
    """What its family states of a child that is to go to another kindergarten."""
    present = await kindergartens.load_kindergarten(tx, child.enrolment.kindergarten_id)
    to = await kindergartens.load_kindergarten(tx, future)
    return FamilyFacts(
        group=StatedGroup.of(child.enrolment.group),
        child=NamedChild.of(child),
        present=NamedKindergarten.of(present),
        future=NamedKindergarten.of(to),
    )


async def kindergarten_facts(tx: ReadTx, actor: Actor, swap: Swap, kindergarten_id: UUID) -> KindergartenFacts:
    """What a kindergarten states of a swap of its own.

    Raises:
        NotFound: `kindergarten_not_found`, also for somebody who does not work there; `swap_not_found`, also for what
            only one family has signed; `enrolment_not_found` for a child whose card was erased.
    """
    if not await kindergartens.works_there(tx, actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
    ours, theirs = both_sides(swap, kindergarten_id)
    own, other = [await kindergartens.load_kindergarten(tx, each.kindergarten_id) for each in (ours, theirs)]
    leaves, comes = [await roster.load_child(tx, each.kindergarten_id, each.enrolment_id) for each in (ours, theirs)]
    return KindergartenFacts(
        group=StatedGroup.of(swap.group),
        own=NamedKindergarten.of(own),
        other=NamedKindergarten.of(other),
        leaves=NamedChild.of(leaves),
        comes=NamedChild.of(comes),
    )


def both_sides(swap: Swap, kindergarten_id: UUID) -> tuple[Side, Side]:
    """A kindergarten's own side of a swap and the other one.

    Raises:
        NotFound: `swap_not_found`.
    """
    ours = swap.side_of(kindergarten_id)
    theirs = next((each for each in swap.sides if each is not ours), None)
    if ours is None or theirs is None:
        raise NotFound("swap_not_found")
    return ours, theirs
