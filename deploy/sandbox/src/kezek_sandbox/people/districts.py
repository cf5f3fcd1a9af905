"""The districts and cities of the region (domain §10), and streets that any of them may have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class District:
    """A district or city: the prefix of its KATO code and its names."""

    code: str
    kk: str
    ru: str
    en: str

    @property
    def kato(self) -> str:
        """The full KATO code."""
        return f"{self.code}00000"


DISTRICTS = (
    District("1110", "Көкшетау қаласы", "город Кокшетау", "Kokshetau city"),
    District("1116", "Қосшы қаласы", "город Косшы", "Kosshy city"),
    District("1118", "Степногорск қаласы", "город Степногорск", "Stepnogorsk city"),
    District("1132", "Ақкөл ауданы", "Аккольский район", "Akkol district"),
    District("1134", "Аршалы ауданы", "Аршалынский район", "Arshaly district"),
    District("1136", "Астрахан ауданы", "Астраханский район", "Astrakhan district"),
    District("1138", "Атбасар ауданы", "Атбасарский район", "Atbasar district"),
    District("1140", "Бұланды ауданы", "Буландынский район", "Bulandy district"),
    District("1144", "Егіндікөл ауданы", "Егиндыкольский район", "Yegindykol district"),
    District("1145", "Біржан сал ауданы", "район Биржан сал", "Birzhan Sal district"),
    District("1146", "Ерейментау ауданы", "Ерейментауский район", "Ereymentau district"),
    District("1148", "Есіл ауданы", "Есильский район", "Yesil district"),
    District("1152", "Жақсы ауданы", "Жаксынский район", "Zhaksy district"),
    District("1154", "Жарқайың ауданы", "Жаркаинский район", "Zharkain district"),
    District("1156", "Зеренді ауданы", "Зерендинский район", "Zerendi district"),
    District("1160", "Қорғалжын ауданы", "Коргалжынский район", "Korgalzhyn district"),
    District("1164", "Сандықтау ауданы", "Сандыктауский район", "Sandyktau district"),
    District("1166", "Целиноград ауданы", "Целиноградский район", "Tselinograd district"),
    District("1168", "Шортанды ауданы", "Шортандинский район", "Shortandy district"),
    District("1170", "Бурабай ауданы", "Бурабайский район", "Burabay district"),
)


@dataclass(frozen=True, slots=True)
class Street:
    """A street's name as an address carries it."""

    kk: str
    ru: str
    en: str


STREETS = (
    Street("Абай көшесі", "улица Абая", "Abai street"),
    Street("Әуезов көшесі", "улица Ауэзова", "Auezov street"),
    Street("Бейбітшілік көшесі", "улица Бейбитшилик", "Beibitshilik street"),
    Street("Достық көшесі", "улица Достык", "Dostyk street"),
    Street("Көктем көшесі", "улица Коктем", "Koktem street"),
    Street("Қайың көшесі", "улица Кайын", "Kaiyn street"),
    Street("Наурыз көшесі", "улица Наурыз", "Nauryz street"),
    Street("Самал көшесі", "улица Самал", "Samal street"),
    Street("Тәуелсіздік көшесі", "улица Тауелсиздик", "Tauelsizdik street"),
    Street("Үміт көшесі", "улица Умит", "Umit street"),
    Street("Шұғыла көшесі", "улица Шугыла", "Shugyla street"),
    Street("Ынтымақ көшесі", "улица Ынтымак", "Yntymaq street"),
)
