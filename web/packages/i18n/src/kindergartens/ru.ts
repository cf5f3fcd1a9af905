import type { Russian } from '../dictionary'

import type kk from './kk'

export default {
  state: 'государственный (МББ)',
  private: 'частный (ЖББ)',
  mini_centre: 'мини-центр',
  general: 'общая',
  correctional: 'коррекционная (специальная)',
  in_kk: 'казахский',
  in_ru: 'русский',
  in_en: 'английский',
  address: 'Адрес',
  phone: 'Телефон',
  kind: 'Вид',
  website: 'Сайт',
  closed: 'Закрыт',
} as const satisfies Russian<typeof kk>
