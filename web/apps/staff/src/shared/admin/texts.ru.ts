import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  notYours: 'Эта страница для администратора',
  notYoursAdvice: 'Если вы администратор, войдите по ЭЦП: при другом способе входа эти разделы не открываются.',
  signInByKey: 'Войти по ЭЦП',
  cancel: 'Отменить',
  save: 'Сохранить',
  saving: 'Сохраняется…',
  saved: 'Сохранено.',
  inKk: 'на казахском',
  inRu: 'на русском',
  inEn: 'на английском',
  iin: 'ИИН',
  district: 'Район или город',
  notChosen: 'Не выбран',
  chooseDistrict: 'Выберите район',
  worker: 'сотрудник детского сада',
  officer: 'уполномоченное лицо',
  administrator: 'администратор',
  parent: 'родитель',
  escort: 'сопровождающий',
} as const satisfies Russian<typeof kk>
