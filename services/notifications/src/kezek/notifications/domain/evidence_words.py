"""Words of the table of what a family was told."""

from collections.abc import Mapping

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Channel

EVIDENCE = Text("Хабарламалар", "Сообщения", "Messages")
HEADS = (
    Text("Болған уақыты", "Когда произошло", "Happened at"),
    Text("Жіберу жолы", "Канал", "Channel"),
    Text("Кімге", "Кому", "To"),
    Text("Тілі", "Язык", "Language"),
    Text("Тақырыбы", "Тема", "Subject"),
    Text("Мәтіні", "Текст", "Text"),
    Text("Күйі", "Состояние", "State"),
    Text("Жазылған уақыты", "Составлено", "Written at"),
    Text("Жіберілген немесе аяқталған уақыты", "Отправлено или завершено", "Sent or ended at"),
    Text("Талпыныс саны", "Число попыток", "Attempts"),
    Text("Сәтсіз талпыныстар", "Неудачные попытки", "Failed attempts"),
    Text("Провайдер жауабы", "Ответ провайдера", "The provider's answer"),
    Text("Жеткізілмеу себебі", "Причина недоставки", "Why it failed"),
    Text("Кабинетте оқылған уақыты", "Прочитано в кабинете", "Read in the cabinet at"),
)
CHANNELS: Mapping[Channel, Text] = {
    Channel.SMS: Text("SMS", "SMS", "SMS"),
    Channel.EMAIL: Text("Хат", "Письмо", "Letter"),
}
STATES: Mapping[str, Text] = {
    "pending": Text("Жіберіледі", "Будет отправлено", "To be sent"),
    "sending": Text("Жіберілуде", "Отправляется", "Being sent"),
    "sent": Text("Жіберілді", "Отправлено", "Sent"),
    "failed": Text("Жеткізілмеді", "Не доставлено", "Not delivered"),
    "overtaken": Text("Ескіргендіктен жіберілмеді", "Не отправлено: устарело", "Not sent: out of date"),
}
