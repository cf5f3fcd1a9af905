import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Бөлу саясаты',
  lead: 'Кезек пен жолдаманың барлық саны мен қосқышы: не күшінде, не күтілуде, кім өзгерткен.',
  inForce: 'Қазір күшінде',
  since: '{day} бастап',
  ownPolicy: 'Ауданның өз саясаты.',
  regionsPolicy: 'Ауданның өз саясаты жоқ: облыстың саясаты қолданылады.',
  changePolicy: 'Саясатты өзгерту',
  coming: 'Күшіне енеді',
  from: '{day} бастап',
  notComing: 'Алдағы өзгеріс жоқ.',
} as const satisfies Kazakh
