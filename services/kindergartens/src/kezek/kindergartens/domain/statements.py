"""What a worker signs when confirming free places, in the person's language (domain §2, §6.1)."""

from collections.abc import Sequence

from kezek.contracts.texts import GROUP_KIND_NAMES, LANGUAGE_NAMES, Text
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.domain.staff import StaffMember
from kezek.kindergartens.domain.vacancy import Offer

_CONFIRM = Text(
    kk="Бос орындарды растаймын және жариялаймын.",
    ru="Подтверждаю и публикую свободные места.",
    en="I confirm and publish free places.",
)
_KINDERGARTEN = Text(kk="Балабақша: {}.", ru="Детский сад: {}.", en="Kindergarten: {}.")
_ADDRESS = Text(kk="Мекенжайы: {}.", ru="Адрес: {}.", en="Address: {}.")
_GROUP = Text(
    kk="Топтың жылы: {year}; оқыту тілі: {language}; топтың түрі: {kind}.",
    ru="Год группы: {year}; язык обучения: {language}; вид группы: {kind}.",
    en="Group year: {year}; language of instruction: {language}; kind of group: {kind}.",
)
_PLACES = Text(kk="Орын саны: {}.", ru="Количество мест: {}.", en="Number of places: {}.")
_FINAL = Text(
    kk="Расталған деректерді өзгертуге болмайтынын білемін.",
    ru="Мне известно, что подтверждённые данные изменить нельзя.",
    en="I know that confirmed data cannot be edited.",
)


_STATE_GROUP = Text(
    kk="Топтағы орындардың нормасы мен бұрын қабылданған балалар санын мәлімдеймін.",
    ru="Заявляю норму мест группы и число детей, принятых ранее.",
    en="I state the group's norm and the number of children enrolled earlier.",
)
_NORM = Text(kk="Норма: {}.", ru="Норма: {}.", en="Norm: {}.")
_NO_NORM = Text(kk="Норма белгіленбейді.", ru="Норма не устанавливается.", en="No norm is set.")
_EARLIER = Text(
    kk="Жүйеге дейін қабылданған балалар саны: {}.",
    ru="Число детей, принятых до системы: {}.",
    en="Number of children enrolled before the system: {}.",
)


def state_group(
    name: Text, address: Text, group: Group, numbers: tuple[int | None, int], language: str
) -> tuple[str, ...]:
    """What a worker signs of a group: its norm, if there is one, and the children enrolled before the system."""
    norm, earlier = numbers
    words = _GROUP.in_(language).format(
        year=group.group_year,
        language=LANGUAGE_NAMES[group.language].in_(language),
        kind=GROUP_KIND_NAMES[group.kind].in_(language),
    )
    return (
        _STATE_GROUP.in_(language),
        _KINDERGARTEN.in_(language).format(name.in_(language)),
        _ADDRESS.in_(language).format(address.in_(language)),
        words,
        _NO_NORM.in_(language) if norm is None else _NORM.in_(language).format(norm),
        _EARLIER.in_(language).format(earlier),
    )


_CLOSE = Text(
    kk="Балабақшаны жабамын: {}, {}.", ru="Закрываю детский сад: {}, {}.", en="I close the kindergarten: {}, {}."
)
_CLOSE_PLACES = Text(
    kk="Бос және ұсынылған орындардың күші жойылады, бала әлі қабылданбаған жолдамалар жарамсыз болады; бұл балалар "
    "өтініш берілген уақыты бойынша кезекке қайтарылады.",
    ru="Свободные и предложенные места аннулируются, направления, по которым ребёнок ещё не зачислен, становятся "
    "недействительными; эти дети возвращаются в очередь по времени подачи заявления.",
    en="Free and offered places are annulled, referrals on which no child is enrolled yet become void; these children "
    "stand in the queue again by the time of their applications.",
)
_CLOSE_ROSTER = Text(
    kk="Тізімдегі балалар «балабақша жабылды» себебімен шығарылады, саны: {}.",
    ru="Дети из списка выбывают по причине «детский сад закрыт», их число: {}.",
    en="The children on the roster depart because the kindergarten was closed, their number: {}.",
)
_CLOSE_GROUND = Text(kk="Негіздеме: {}", ru="Основание: {}", en="Ground: {}")
_CLOSE_FINAL = Text(
    kk="Жабылған балабақша қайта ашылмайтынын білемін.",
    ru="Мне известно, что закрытый детский сад снова не открывается.",
    en="I know that a closed kindergarten is not opened again.",
)


def close_kindergarten(name: Text, address: Text, enrolled: int, ground: str, language: str) -> tuple[str, ...]:
    """What an administrator signs to close a kindergarten; `enrolled` children are on its roster."""
    return (
        _CLOSE.in_(language).format(name.in_(language), address.in_(language)),
        _CLOSE_PLACES.in_(language),
        _CLOSE_ROSTER.in_(language).format(enrolled),
        _CLOSE_GROUND.in_(language).format(ground),
        _CLOSE_FINAL.in_(language),
    )


def confirm_vacancy(name: str, address: str, offer: Offer, language: str) -> tuple[str, ...]:
    """The statement's sentences; `name` and `address` are already in that language."""
    group = _GROUP.in_(language).format(
        year=offer.group_year,
        language=LANGUAGE_NAMES[offer.language].in_(language),
        kind=GROUP_KIND_NAMES[offer.kind].in_(language),
    )
    return (
        _CONFIRM.in_(language),
        _KINDERGARTEN.in_(language).format(name),
        _ADDRESS.in_(language).format(address),
        group,
        _PLACES.in_(language).format(offer.places),
        _FINAL.in_(language),
    )


_CHANGE_STAFF = Text(
    kk="Балабақша қызметкерлерінің тізіміне енгіземін: {}.",
    ru="Вношу в список сотрудников детского сада: {}.",
    en="I enter into the kindergarten's staff list: {}.",
)
_STAFF_LINE = Text(
    kk="{number}. {name}, ЖСН {iin}, лауазымы: {position}; жұмыс кезеңі: {from_on} – {until_on}.",
    ru="{number}. {name}, ИИН {iin}, должность: {position}; период работы: {from_on} – {until_on}.",
    en="{number}. {name}, IIN {iin}, position: {position}; works: {from_on} – {until_on}.",
)
_STILL = Text(kk="қазіргі уақытқа дейін", ru="настоящее время", en="now")
_STAFF_ESCORT = Text(
    kk="{name} (ЖСН {iin}) осы балабақша балаларының еріп жүрушісі; енді балалар оған сеніп тапсырылмайды, "
    "ата-аналарға хабарланады.",
    ru="{name} (ИИН {iin}) — сопровождающий детей этого детского сада; больше дети ему не доверяются, родителям будет "
    "сообщено.",
    en="{name} (IIN {iin}) is an escort of children of this kindergarten; the children are entrusted to them no more, "
    "and the parents are told.",
)


def change_staff(
    kindergarten: Text, lines: Sequence[StaffMember], escorts: Sequence[str], language: str
) -> tuple[str, ...]:
    """What a worker signs of the staff list; `escorts` are those of them who are escorts of its children, by IIN."""
    names = {each.iin: each.name for each in lines}
    return (
        _CHANGE_STAFF.in_(language).format(kindergarten.in_(language)),
        *(_staff_line(number, each, language) for number, each in enumerate(lines, 1)),
        *(_STAFF_ESCORT.in_(language).format(name=names[iin], iin=iin) for iin in escorts),
    )


def _staff_line(number: int, line: StaffMember, language: str) -> str:
    until_on = f"{line.until_on:%d.%m.%Y}" if line.until_on else _STILL.in_(language)
    told = {"name": line.name, "iin": line.iin, "position": line.position}
    return _STAFF_LINE.in_(language).format(
        number=number, from_on=f"{line.from_on:%d.%m.%Y}", until_on=until_on, **told
    )
