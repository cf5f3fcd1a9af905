import type { English } from '../dictionary'

import type kk from './kk'

export default {
  state: 'state (МББ)',
  private: 'private (ЖББ)',
  mini_centre: 'mini-centre',
  general: 'general',
  correctional: 'correctional (special)',
  in_kk: 'Kazakh',
  in_ru: 'Russian',
  in_en: 'English',
  address: 'Address',
  phone: 'Phone',
  kind: 'Kind',
  website: 'Web site',
  closed: 'Closed',
} as const satisfies English<typeof kk>
