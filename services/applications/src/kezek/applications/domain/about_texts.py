"""What a message that was sent was about, by the kind that notifications names, in words for the journal."""

from collections.abc import Mapping

from kezek.contracts.texts import Text

ABOUT: Mapping[str, Text] = {
    "contacts_changed": Text(
        "байланыс деректері өзгертілді", "контакты заявления изменены", "the application's contacts were changed"
    ),
    "to_check": Text("деректер кейін тексеріледі", "данные проверят позже", "the data are checked later"),
    "under_review": Text("өтініш қаралуда", "заявление на рассмотрении", "the application is under review"),
    "queued": Text("бала кезекке қойылды", "ребёнок поставлен в очередь", "the child is in the queue"),
    "rejected": Text("өтініштен бас тартылды", "в заявлении отказано", "the application was rejected"),
    "better_copy_asked": Text("құжаттың басқа көшірмесі керек", "нужна другая копия", "another copy is needed"),
    "claim_confirmed": Text("құжаттар расталды", "документы подтверждены", "the papers were confirmed"),
    "claim_rejected": Text("құжат расталмады", "документ отклонён", "a paper was rejected"),
    "proof_ends_soon": Text(
        "жеңілдік құжатының мерзімі аяқталады", "истекает срок документа о льготе", "the benefit's proof runs out"
    ),
    "proof_expired": Text("жеңілдік мерзімі өтті", "срок льготы истёк", "the benefit ran out"),
    "proof_due": Text("жеңілдікті растау керек", "нужно подтвердить льготу", "the benefit is to be proved"),
    "turn_started": Text("кезек келді", "подошла очередь", "the turn has come"),
    "place_by_round": Text("бөлу кезеңінде орын берілді", "дано место", "a place was given by a round"),
    "place_by_round_moved": Text(
        "орынды растау мерзімі ұзартылды", "срок подтверждения места продлён", "the term to confirm is longer"
    ),
    "place_by_round_ends_soon": Text(
        "орынды растау мерзімі аяқталады", "срок подтверждения места истекает", "the term to confirm ends soon"
    ),
    "round_gave_none": Text("бөлу кезеңінде орын шықпады", "места не нашлось", "the round had no place"),
    "referral_issued": Text("жолдама берілді", "выдано направление", "referral issued"),
    "turn_moved": Text("таңдау мерзімі ұзартылды", "срок выбора продлён", "the term for choosing is longer"),
    "referral_moved": Text("жолдама мерзімі ұзартылды", "срок направления продлён", "the referral is valid longer"),
    "stop_list_moved": Text("стоп-тізім мерзімі ұзарды", "срок стоп-листа продлён", "the stop list is longer"),
    "referral_accepted": Text("бала қабылданды", "ребёнок зачислен", "the child is enrolled"),
    "inactive": Text("өтініш белсенді емес", "заявление неактивно", "the application is inactive"),
    "restoring_ends_soon": Text(
        "қалпына келтіру мерзімі аяқталады", "срок восстановления истекает", "the time to restore it ends soon"
    ),
    "restored": Text("өтініш қалпына келтірілді", "заявление восстановлено", "the application was restored"),
    "not_restored": Text("бала кезектен алынды", "ребёнок снят с очереди", "the child was removed from the queue"),
    "restored_before": Text("бала кезектен алынды", "ребёнок снят с очереди", "the child was removed from the queue"),
    "declined": Text("орыннан бас тартылды", "отказ от места", "the place was declined"),
    "stop_listed": Text("жолдаманың мерзімі өтті", "срок направления истёк", "the referral ran out"),
    "returned": Text("бала қайтадан кезекте", "ребёнок снова в очереди", "the child is in the queue again"),
    "closed": Text("бала кезектен алынды", "ребёнок снят с очереди", "the child was removed from the queue"),
    "withdrawn": Text("өтініш қайтарып алынды", "заявление отозвано", "the application was withdrawn"),
    "moved": Text("бала басқа ауданға ауысты", "ребёнок перешёл в другой район", "the child moved to another district"),
    "turn_ends_soon": Text("таңдау мерзімі аяқталады", "срок выбора истекает", "the term for choosing ends soon"),
    "turn_lapsed": Text("таңдау мерзімі өтті", "срок выбора истёк", "the term for choosing is over"),
    "turn_annulled": Text("сақталған орын жойылды", "место аннулировано", "the held place was annulled"),
    "turn_closed": Text("балабақша жабылды", "детский сад закрыт", "the kindergarten closed"),
    "chosen_at_counter": Text(
        "орын білім бөлімінде таңдалды",
        "место выбрано в отделе образования",
        "a place was chosen at the education department",
    ),
    "referral_extended": Text("жолдама ұзартылды", "направление продлено", "the referral was extended"),
    "referral_ends_soon": Text("жолдама мерзімі аяқталады", "срок направления истекает", "the referral runs out soon"),
    "referral_cancelled": Text("жолдама жойылды", "направление отменено", "the referral was cancelled"),
    "referral_voided": Text("жолдама күшін жойды", "направление аннулировано", "the referral is void"),
    "arrived": Text("отбасының келгені белгіленді", "отмечен приход семьи", "the family came"),
    "papers_submitted": Text("құжаттар тапсырылды", "документы сданы", "the papers are handed in"),
    "papers_returned": Text("құжаттар қайтарылды", "документы возвращены", "the papers were returned"),
    "papers_returned_without_term": Text("құжаттар қайтарылды", "документы возвращены", "the papers were returned"),
    "referral_refused": Text("балабақша бас тартты", "детский сад отказал", "the kindergarten refused"),
    "refusal_upheld": Text("бас тарту расталды", "отказ подтверждён", "the refusal stands"),
    "refusal_overruled": Text("бас тарту жойылды", "отказ отменён", "the refusal was overruled"),
    "ages_out_soon": Text("бала жасынан асады", "ребёнок выйдет из возраста", "the child will be too old"),
    "ageing_moved": Text(
        "балабақша жасынан асатын күн", "день выхода из возраста", "the day on which the child is too old"
    ),
    "aged_out": Text("бала жасынан асты", "ребёнок вышел из возраста", "the child is too old"),
    "too_many_misses": Text("бала кезектен алынды", "ребёнок снят с очереди", "the child was removed from the queue"),
    "departed": Text("бала кетті", "ребёнок выбыл", "the child has left"),
    "departed_by_transfer": Text(
        "бала бұрынғы балабақшадан шығарылды",
        "ребёнок выбыл из прежнего сада",
        "the child has left its former kindergarten",
    ),
    "transfer_over": Text("ауыстыру аяқталды", "перевод завершён", "the transfer is over"),
    "departed_by_closing": Text("балабақша жабылды", "детский сад закрыт", "the kindergarten closed"),
    "departed_keeping_time": Text("балабақша жабылды", "детский сад закрыт", "the kindergarten closed"),
    "swap_proposed": Text("орын алмасу ұсынылды", "предложен обмен местами", "a swap was proposed"),
    "swap_joined": Text("екі отбасы да қол қойды", "подписали обе семьи", "both families have signed"),
    "swap_approved": Text("бір балабақша келісті", "согласился один детский сад", "one kindergarten approved"),
    "swap_done": Text("балалар орын ауыстырды", "дети поменялись местами", "the children have changed places"),
    "swap_cancelled": Text("орын алмасудан бас тартылды", "от обмена отказались", "the swap was cancelled"),
    "swap_declined": Text("балабақша келіспеді", "детский сад не согласился", "a kindergarten declined"),
    "swap_ends_soon": Text("орын алмасу мерзімі аяқталады", "срок обмена истекает", "the swap's term ends soon"),
    "swap_expired": Text("орын алмасу мерзімі өтті", "срок обмена истёк", "the swap's term is over"),
    "swap_voided": Text("орын алмасу күшін жойды", "обмен утратил силу", "the swap is void"),
}
