import type { Kazakh } from '@kezek/i18n'

export default {
  email: 'Электрондық пошта',
  emailHint: 'Мысалы: aigul@example.kz',
  phone: 'Телефон нөмірі',
  phoneHint: 'Мысалы: +7\u00a0799\u00a0123\u00a045\u00a067',
  send: 'Код жіберу',
  sending: 'Код жіберілуде…',
  sentEmail: '{contact} мекенжайына код жіберілді.',
  sentEmailAdvice: 'Хат бірнеше минут кешігуі мүмкін. Көрінбесе, «Спам» қалтасын қараңыз.',
  sentPhone: '{contact} нөміріне код жіберілді.',
  sentPhoneAdvice: 'SMS бірнеше минут кешігуі мүмкін.',
  codeOfEmail: 'Хаттағы код',
  codeOfPhone: 'SMS-тегі код',
  digits: '{digits} цифр',
  confirm: 'Растау',
  confirming: 'Расталуда…',
  otherEmail: 'Мекенжайды өзгерту',
  otherPhone: 'Нөмірді өзгерту',
} as const satisfies Kazakh
