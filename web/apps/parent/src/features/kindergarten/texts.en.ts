import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'List of kindergartens',
  title: 'Kindergarten',
  vacancies: 'Free places',
  none: 'There are no free places now.',
  noneMore: 'When a place comes free, the family whose turn has come gets an SMS and a letter.',
  group: 'Group of {year}, in {language}, {kind}',
  free: { one: '{n} free place', other: '{n} free places' },
  inFreeChoice: { one: '{n} of them in free choice', other: '{n} of them in free choice' },
  all: 'All free places of the district',
  closed: 'This kindergarten is closed: it takes no children any more.',
  notFound: 'There is no such kindergarten.',
  notFoundMore: 'The address may be wrong.',
} as const satisfies English<typeof kk>
