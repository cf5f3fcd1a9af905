"""What follows from a term that is let pass: a sentence of its own in messages on it (domain §6.4, §7, §9.profiles)."""

from collections.abc import Mapping

from kezek.contracts.texts import Text
from kezek.notifications.domain.notice import Otherwise

OTHERWISE: Mapping[Otherwise, Text] = {
    Otherwise.FREE_CHOICE: Text(
        "Таңдамасаңыз, орын еркін таңдауға ашылады, балаңыз кезектегі орнын сақтайды.",
        "Если не выбрать, место откроется для свободного выбора, а ребёнок сохранит своё место в очереди.",
        "Without a choice the place opens to free choice, and your child keeps its position.",
    ),
    Otherwise.STOP_LIST: Text(
        "Үлгермесеңіз, жолдама жарамсыз болады да, балаңыз стоп-тізімге енгізіледі, ал рұқсат етілген соңғы келмеуден "
        "кейін кезектен алынады.",
        "Если не успеть, направление станет недействительным, и ребёнка ждёт стоп-лист, а после последней допустимой "
        "неявки – снятие с очереди.",
        "Otherwise the referral becomes void and your child goes to the stop list, or after the last miss that is "
        "allowed is removed from the queue.",
    ),
    Otherwise.TURN_INACTIVE: Text(
        "Таңдамасаңыз, орын басқа балаға беріледі, ал өтініш белсенді емес болып қалады. Оны белгілі мерзімде бір рет "
        "қана қалпына келтіруге болады, әйтпесе балаңыз кезектен алынады.",
        "Если не выбрать, место получит другой ребёнок, а заявление станет неактивным. Восстановить его можно "
        "только один раз и в срок, иначе ребёнка снимут с очереди.",
        "Without a choice the place goes to another child, and the application becomes inactive. It can be restored "
        "once only, within a term, or your child is removed from the queue.",
    ),
    Otherwise.TURN_REMOVED: Text(
        "Таңдамасаңыз, орын басқа балаға беріледі, ал балаңыз кезектен алынады: өтініш бұрын бір рет қалпына "
        "келтірілген.",
        "Если не выбрать, место получит другой ребёнок, а вашего снимут с очереди: заявление уже один раз "
        "восстанавливали.",
        "Without a choice the place goes to another child, and yours is removed from the queue: the application was "
        "restored once already.",
    ),
    Otherwise.REFERRAL_INACTIVE: Text(
        "Осы мерзімде қабылдау құжаттарын тапсырып, шартқа қол қою керек. Үлгермесеңіз, жолдама жарамсыз болады, ал "
        "өтініш белсенді емес болып қалады. Оны белгілі мерзімде бір рет қана қалпына келтіруге болады, әйтпесе "
        "балаңыз кезектен алынады.",
        "В этот срок нужно сдать документы для зачисления и подписать договор. Если не успеть, направление станет "
        "недействительным, а заявление – неактивным. Восстановить его можно только один раз и в срок, иначе ребёнка "
        "снимут с очереди.",
        "In this time the papers for enrolment are to be handed in and the contract signed. Otherwise the referral "
        "becomes void and the application inactive. It can be restored once only, within a term, or your child is "
        "removed from the queue.",
    ),
    Otherwise.REFERRAL_REMOVED: Text(
        "Осы мерзімде қабылдау құжаттарын тапсырып, шартқа қол қою керек. Үлгермесеңіз, жолдама жарамсыз болады, ал "
        "балаңыз кезектен алынады: өтініш бұрын бір рет қалпына келтірілген.",
        "В этот срок нужно сдать документы для зачисления и подписать договор. Если не успеть, направление станет "
        "недействительным, а ребёнка снимут с очереди: заявление уже один раз восстанавливали.",
        "In this time the papers for enrolment are to be handed in and the contract signed. Otherwise the referral "
        "becomes void, and your child is removed from the queue: the application was restored once already.",
    ),
}
