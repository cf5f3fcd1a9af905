"""What each number and switch of a policy is called, as an administrator reads it before signing (domain §9.policy)."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from kezek.contracts.policy import Policy, Profile
from kezek.contracts.texts import Text

NAMES: Mapping[str, Text] = {
    "profile": Text("Бөлу режимі", "Режим распределения", "Regime"),
    "review_working_days": Text(
        "Уәкілетті тұлғаның құжаттар бойынша шешім қабылдау мерзімі, жұмыс күні",
        "Срок решения уполномоченного лица по документам, рабочих дней",
        "Working days in which an officer decides on papers",
    ),
    "benefit_proved_at_call": Text(
        "Жеңілдік бала шақырылғанда расталады",
        "Льгота подтверждается при вызове ребёнка",
        "A benefit is proved when the child is called",
    ),
    "benefit_proof_working_days": Text(
        "Шақырылғаннан кейін жеңілдікті растау мерзімі, жұмыс күні",
        "Срок подтверждения льготы после вызова, рабочих дней",
        "Working days to prove a benefit after the call",
    ),
    "benefit_end_told_before_days": Text(
        "Жеңілдік құжатының мерзімі бітетіні неше күн бұрын хабарланады",
        "За сколько дней предупреждают об истечении документа о льготе",
        "Days before a proof runs out that the family is told",
    ),
    "old_time_kept_on_move": Text(
        "Басқа ауданға ауысқанда кезекке тұрған уақыт сақталады",
        "При переходе в другой район время постановки сохраняется",
        "Who moves to another district keeps the time",
    ),
    "ageing_told_before_days": Text(
        "Бала жасы бойынша кезектен шығатыны неше күн бұрын хабарланады",
        "За сколько дней предупреждают о выбытии из очереди по возрасту",
        "Days before a child grows too old that the family is told",
    ),
    "generals_per_priority": Text(
        "Бірінші кезектегі бір баладан кейін жалпы кезектен шақырылатын балалар",
        "Детей общей очереди после одного первоочередного",
        "General children called after a priority one",
    ),
    "numbered_categories": Text(
        "Үш кезектің орнына нөмірленген санаттар",
        "Нумерованные категории вместо трёх очередей",
        "Numbered categories instead of three classes",
    ),
    "sorted_anew_on": Text(
        "Жыл сайын қайта сұрыптау күні (ай-күн)",
        "День ежегодной пересортировки (месяц-день)",
        "Day of the yearly sorting (month-day)",
    ),
    "called_from_months": Text(
        "Бала неше айдан бастап шақырылады", "С какого возраста вызывают, месяцев", "Called from this age, months"
    ),
    "called_below_months": Text(
        "Бала неше айға толғанша шақырылады", "До какого возраста вызывают, месяцев", "Called below this age, months"
    ),
    "figures_hidden_below": Text(
        "Ашық көрсеткіштерде осы саннан аз балалар саны жазылмайды",
        "В открытых данных не показывается число детей меньше этого",
        "Public figures do not tell smaller numbers of children",
    ),
    "max_places": Text(
        "Бір жолда жарияланатын орындардың ең көп саны",
        "Мест, публикуемых за один раз, не более",
        "Places published at once, at most",
    ),
    "choice_working_days": Text(
        "Орын таңдау мерзімі, жұмыс күні", "Срок выбора места, рабочих дней", "Working days to choose a place"
    ),
    "reminded_before_working_days": Text(
        "Мерзімнің соңғы күніне дейін неше жұмыс күні бұрын еске салынады",
        "За сколько рабочих дней до последнего дня срока напоминают",
        "Working days before a term's last day on which it is called to mind",
    ),
    "quiet_from_hour": Text(
        "Түнгі тыныштық басталатын сағат", "Час начала ночной тишины", "Hour from which notices wait"
    ),
    "quiet_until_hour": Text(
        "Түнгі тыныштық аяқталатын сағат", "Час окончания ночной тишины", "Hour at which notices leave"
    ),
    "free_choice_hour": Text(
        "Орындар еркін таңдауға ашылатын сағат",
        "Час, в который места открываются для свободного выбора",
        "Hour at which places open to free choice",
    ),
    "unfinished_receipt_seconds": Text(
        "Тексерілуі бітпеген қолтаңба орынды ұстап тұратын уақыт, секунд",
        "Сколько секунд место ждёт незавершённой проверки подписи",
        "Seconds for which an unfinished signature holds a place",
    ),
    "old_time_kept_on_closing": Text(
        "Балабақша жабылса, балалар кезекке бұрынғы уақытымен тұра алады",
        "При закрытии детского сада дети могут встать в очередь с прежним временем",
        "Children of a closed kindergarten may queue at their old time",
    ),
    "restorable_calendar_days": Text(
        "Растамаған отбасыны кезекке қайтару мерзімі, күнтізбелік күн",
        "Срок восстановления не подтвердивших, календарных дней",
        "Calendar days in which who did not confirm is restored",
    ),
    "distribution_in_rounds": Text(
        "Орындар бүкіл аудан бойынша кезең-кезеңмен бөлінеді",
        "Распределение этапами по всему району",
        "Places are given in rounds over the district",
    ),
    "most_wishes": Text(
        "Отбасы бөлу кезеңіне таңдайтын балабақшалардың ең көп саны",
        "Желаемых детских садов для распределения, не более",
        "Kindergartens that a family wishes for a round, at most",
    ),
    "waiting_list": Text("Күту парағы жүргізіледі", "Ведётся лист ожидания", "A waiting list is kept"),
    "referral_working_days": Text(
        "Жолдаманың жарамдылық мерзімі, жұмыс күні",
        "Срок действия направления, рабочих дней",
        "Working days for which a referral is valid",
    ),
    "stop_list_working_days": Text(
        "Стоп-тізім мерзімі, жұмыс күні", "Срок стоп-листа, рабочих дней", "Working days of the stop list"
    ),
    "misses_until_removal": Text(
        "Неше рет келмегенде кезектен алынады",
        "После скольких неявок ребёнок снимается с очереди",
        "Misses that remove from the queue",
    ),
    "extension_by_officer": Text(
        "Уәкілетті тұлға жолдама мерзімін бір рет ұзарта алады",
        "Уполномоченное лицо может один раз продлить направление",
        "An officer may extend a referral once",
    ),
    "extension_working_days": Text(
        "Ұзарту мерзімі, жұмыс күні", "Срок продления, рабочих дней", "Working days of the extension"
    ),
    "cancel_hours": Text(
        "Ата-ана жолдаманы жоя алатын уақыт, сағат",
        "Сколько часов родитель может отменить направление",
        "Hours in which a parent may cancel a referral",
    ),
    "papers_before_acceptance": Text(
        "Қабылдау алдында құжаттар тапсырылады",
        "Документы сдаются до зачисления",
        "Admission papers come before acceptance",
    ),
    "refusing_annuls_position": Text(
        "Бас тартқан отбасы кезектегі орнын жоғалтады",
        "Отказавшаяся семья теряет место в очереди",
        "A family that refuses loses its place in the queue",
    ),
    "departed_published_at_once": Text(
        "Кеткен баланың орны өздігінен жарияланады",
        "Место выбывшего ребёнка публикуется автоматически",
        "A departed child's place is published by itself",
    ),
    "groups_moved_in_month": Text(
        "Балалар басқа топқа ауысатын ай, нөмірі",
        "Месяц перевода детей из группы в группу, номер",
        "Month in which children go over to another group, by its number",
    ),
    "swap_calendar_days": Text(
        "Орын алмасуды келісу мерзімі, күнтізбелік күн",
        "Срок согласования обмена местами, календарных дней",
        "Term for agreeing on a swap, calendar days",
    ),
    "paper_files": Text("Құжат файлдарының ең көп саны", "Файлов документов, не более", "Files of papers, at most"),
    "admission_code": Text(
        "Қабылдау өтінішінің нөмірі басталатын қызмет коды",
        "Код услуги, с которого начинается номер заявления на зачисление",
        "Code with which numbers of admission applications begin",
    ),
    "paper_megabytes": Text(
        "Құжат файлдарының жалпы көлемі, МБ", "Общий размер файлов, МБ", "Size of all files together, MB"
    ),
    "escorts_per_child": Text(
        "Бір баланың еріп жүрушілерінің ең көп саны",
        "Сопровождающих на ребёнка, не более",
        "Escorts of a child, at most",
    ),
    "children_per_escort": Text(
        "Бір еріп жүрушіге тапсырылатын балалардың ең көп саны",
        "Детей у одного сопровождающего, не более",
        "Children of an escort, at most",
    ),
    "escort_from_years": Text(
        "Еріп жүрушінің ең кіші жасы", "Сопровождающему не менее, лет", "Youngest age of an escort, years"
    ),
    "sheet_approved_by_parents": Text(
        "Баланың жабылған айын ата-анасы бекітеді",
        "Закрытый месяц ребёнка утверждает родитель",
        "Parents approve their child's closed month",
    ),
}
_PROFILES: Mapping[Profile, Text] = {
    Profile.REFERRAL: Text("жолдама", "направление", "referral"),
    Profile.VOUCHER: Text("ваучер", "ваучер", "voucher"),
}
_YES, _NO = Text("иә", "да", "yes"), Text("жоқ", "нет", "no")
_OFF = Text("белгіленбеген", "не установлено", "not set")


def changed_words(before: Policy, after: Policy, language: str) -> Iterator[str]:
    """A sentence for each number and switch that differs, in the order of the policy."""
    for each in fields(Policy):
        was, becomes = getattr(before, each.name), getattr(after, each.name)
        if each.name != "id" and was != becomes:
            yield f"{NAMES[each.name].in_(language)}: {_value(was, language)} → {_value(becomes, language)}."


def _value(value: object, language: str) -> str:
    match value:
        case None:
            return _OFF.in_(language)
        case bool():
            return (_YES if value else _NO).in_(language)
        case Profile():
            return _PROFILES[value].in_(language)
        case _:
            return str(value)
