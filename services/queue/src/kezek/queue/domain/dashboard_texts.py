"""The heads and names of the tables that staff downloads (domain §1)."""

from collections.abc import Mapping

from kezek.contracts.policy import Profile
from kezek.contracts.texts import Text

INFORMATION = Text("Мәлімет", "Сведения", "Information")
QUEUES = Text("Кезектер", "Очереди", "Queues")
WAITS = Text("Күту уақыты", "Время ожидания", "Waiting times")
DISTRICTS = Text("Аудандар", "Районы", "Districts")
RULES = Text("Күнтізбе, жеңілдіктер", "Календарь, льготы", "Calendar, benefits")

NAME = Text("Атауы", "Наименование", "Name")
VALUE = Text("Мәні", "Значение", "Value")
DISTRICT = Text("Аудан", "Район", "District")
CODE = Text("Аудан коды", "Код района", "District code")
REGION = Text("Бүкіл облыс", "Вся область", "The whole region")
AS_OF = Text("Деректер уақыты", "По состоянию на", "As of")
FIRST_DAY = Text("Кезеңнің бірінші күні", "Первый день периода", "First day of the period")
LAST_DAY = Text("Кезеңнің соңғы күні", "Последний день периода", "Last day of the period")

KIND = Text("Топ түрі", "Вид группы", "Kind of group")
GROUP_YEAR = Text("Топ жылы", "Год группы", "Group year")
CLASS = Text("Санаты", "Очерёдность", "Class")
ALL = Text("барлығы", "все", "all")
WAITING = Text("Күтеді", "Ждут", "Waiting")
EXTRAORDINARY = Text("Кезектен тыс", "Вне очереди", "Extraordinary")
PRIORITY = Text("Бірінші кезекте", "В первую очередь", "Priority")
GENERAL = Text("Жалпы негізде", "На общих основаниях", "General")
TRANSFER = Text("Ауыстыру", "Перевод", "Transfer")
CALLED = Text("Орын таңдап жатыр", "Выбирают место", "Choosing a place")
FREE = Text("Бос орын", "Свободно мест", "Free places")
FREE_CHOICE = Text("Оның ішінде еркін таңдауда", "Из них в свободном выборе", "Of them in free choice")

FIRST_CALLED = Text(
    "Кезеңде бірінші рет шақырылған бала саны", "Впервые вызвано за период", "First called in the period"
)
AVERAGE = Text("Шақырылғанға дейін орта есеппен, күн", "В среднем до вызова, дней", "Average until called, days")
MEDIAN = Text("Шақырылғанға дейін медиана, күн", "Медиана до вызова, дней", "Median until called, days")
SO_FAR = Text("Қазір күткендер орта есеппен, күн", "Ждущие сейчас в среднем, дней", "Waiting now, average days")
LONGEST = Text("Қазір ең ұзақ күткен, күн", "Дольше всех ждёт сейчас, дней", "Waiting now, longest days")

PROFILE = Text("Саясат бейіні", "Профиль политики", "Profile of the policy")
PROFILES: Mapping[Profile, Text] = {
    Profile.REFERRAL: Text("жолдама", "направление", "referral"),
    Profile.VOUCHER: Text("ваучер", "ваучер", "voucher"),
}
WHOSE = Text("Кімдікі", "Чья", "Whose")
OWN = Text("ауданның өз саясаты", "собственная политика района", "the district's own")
REGIONS = Text("облыс саясаты", "политика области", "the region's")
VERSION = Text("Нұсқасы", "Версия", "Version")
IN_FORCE_FROM = Text("Күшіне енген күні", "Действует с", "In force from")
COMING_FROM = Text("Келесі нұсқа күшіне енеді", "Следующая версия с", "Next version from")

CALENDAR_OF = Text("{year} жылғы күнтізбе", "Календарь {year} года", "Calendar of {year}")
BENEFITS = Text("Жеңілдіктер тізімі", "Перечень льгот", "List of benefits")
WHAT = Text("Не туралы", "О чём", "What")
PUBLISHED_AT = Text("Жарияланған уақыты", "Опубликовано", "Published at")
SIGNED_BY = Text("Қол қойған", "Подписал", "Signed by")
CONFIRMED = Text("Ауыстырылған күндері расталған ба", "Переносы подтверждены", "Moved days confirmed")
YES = Text("иә", "да", "yes")
NO = Text("жоқ", "нет", "no")
HOLIDAYS = Text("Мереке күндері", "Праздничные дни", "Holidays")
WORKED = Text("Жұмыс істейтін демалыс күндері", "Рабочие выходные", "Weekend days worked")
FREE_DAYS = Text("Қосымша демалыс күндері", "Дополнительные выходные", "Further days off")
ITEMS = Text("Жеңілдік саны", "Число льгот", "Number of benefits")
