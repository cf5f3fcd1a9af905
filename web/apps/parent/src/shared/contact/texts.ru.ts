import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  email: 'Электронная почта',
  emailHint: 'Например: aigul@example.kz',
  phone: 'Номер телефона',
  phoneHint: 'Например: +7\u00a0799\u00a0123\u00a045\u00a067',
  send: 'Отправить код',
  sending: 'Отправляем код…',
  sentEmail: 'Код отправлен на адрес {contact}.',
  sentEmailAdvice: 'Письмо может идти несколько минут. Если его не видно, загляните в папку «Спам».',
  sentPhone: 'Код отправлен на номер {contact}.',
  sentPhoneAdvice: 'SMS может идти несколько минут.',
  codeOfEmail: 'Код из письма',
  codeOfPhone: 'Код из SMS',
  digits: '{digits} цифр',
  confirm: 'Подтвердить',
  confirming: 'Подтверждаем…',
  otherEmail: 'Изменить адрес',
  otherPhone: 'Изменить номер',
} as const satisfies Russian<typeof kk>
