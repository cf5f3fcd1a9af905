"""What an officer signs when deciding on a claim, in kk, ru and en (domain §3)."""

from collections.abc import Mapping

from kezek.applications.domain.claim import Verdict
from kezek.contracts.texts import CLAIM_KIND_NAMES, CLAIM_REASONS, Text
from kezek.contracts.vocabulary import ClaimKind, ClaimVerdict, Language

_OUTCOMES: Mapping[ClaimVerdict, Text] = {
    ClaimVerdict.CONFIRM: Text("Растаймын: {claim}.", "Подтверждаю: {claim}.", "I confirm: {claim}."),
    ClaimVerdict.REJECT: Text("Қабылдамаймын: {claim}.", "Отклоняю: {claim}.", "I reject: {claim}."),
    ClaimVerdict.ASK_BETTER_COPY: Text(
        "Құжаттың жақсырақ көшірмесін сұраймын: {claim}.",
        "Прошу лучшую копию документа: {claim}.",
        "I ask for a better copy: {claim}.",
    ),
}
_ABOUT = Text(
    "№ {number} өтініш. Бала: {child}.",
    "Заявление № {number}. Ребёнок: {child}.",
    "Application No. {number}. Child: {child}.",
)
_WHY = Text("Себебі: {reason}.", "Причина: {reason}.", "Reason: {reason}.")
_REMARK = Text("Түсіндірме: {remark}", "Пояснение: {remark}", "Explanation: {remark}")
_UNTIL = Text(
    "Құжаттың соңғы жарамды күні: {day}.", "Последний день действия документа: {day}.", "The proof's last day: {day}."
)


def decision_sentences(
    number: str, child: Text, kind: ClaimKind, verdict: Verdict, language: Language
) -> tuple[str, ...]:
    """The statement, in the officer's language; the officer's own words stand in it as they are."""
    said = [
        _ABOUT.in_(language, {"number": number, "child": child.in_(language)}),
        _OUTCOMES[verdict.outcome].in_(language, {"claim": CLAIM_KIND_NAMES[kind].in_(language)}),
    ]
    if verdict.valid_until is not None:
        said.append(_UNTIL.in_(language, {"day": f"{verdict.valid_until:%d.%m.%Y}"}))
    if verdict.reason is not None:
        said.append(_WHY.in_(language, {"reason": CLAIM_REASONS[verdict.reason].in_(language)}))
    if verdict.remark:
        said.append(_REMARK.in_(language, {"remark": verdict.remark}))
    return tuple(said)
