/** For tests: an administrator, and the region's districts. */
import { type Answers, ME } from '@kezek/ui/testing'

export const ADMINISTRATOR: Answers = {
  '/auth/me': { ...ME, iin: '800101300017', method: 'eds', roles: ['administrator'] },
  '/kindergartens/districts': { items: [{ code: '1116', name: { kk: 'Үлгі ауданы', ru: 'Үлгі ауданы', en: 'Ulgi' } }] },
}
