import type { Kazakh } from '../dictionary'

export default {
  state: 'мемлекеттік (МББ)',
  private: 'жекеменшік (ЖББ)',
  mini_centre: 'шағын орталық',
  general: 'жалпы',
  correctional: 'түзету (арнайы)',
  in_kk: 'қазақ',
  in_ru: 'орыс',
  in_en: 'ағылшын',
  address: 'Мекенжайы',
  phone: 'Телефоны',
  kind: 'Түрі',
  website: 'Сайты',
  closed: 'Жабылған',
} as const satisfies Kazakh
