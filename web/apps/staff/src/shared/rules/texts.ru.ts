import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  tabs: 'Правила',
  policyTab: 'Политика',
  calendarTab: 'Рабочий календарь',
  benefitsTab: 'Льготы',
  whole: 'Область (районы без своей политики)',
  whose: 'Чья политика',
  yes: 'да',
  no: 'нет',
  off: 'не установлено',
  referral: 'направление',
  voucher: 'ваучер',
  clause: '§{clause}',
  bounds: '{least}–{most}',
  history: 'История изменений',
  historyEmpty: 'Изменений ещё не было.',
  historyEmptyMore: 'Здесь будет каждое подписанное изменение.',
  shipped: 'Версия {version}, поставлена с системой',
  signed: 'Версия {version}',
  signedBy: 'Подписал(а)',
  holdsFrom: 'Действует с',
  statement: 'Подписанный текст',
  signTitle: 'Подписать',
  change: 'Изменить',
  next: 'Далее',
  back: 'Назад',
  cancel: 'Отменить',
  done: 'Подписано.',
  doneMore: 'Изменение разослано всем частям системы.',
} as const satisfies Russian<typeof kk>
