import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Officers and administrators',
  lead: 'Who has which role. Workers of kindergartens stand on their kindergarten’s page.',
  caption: 'Roles that were given',
  name: 'Name',
  unnamed: 'Has not signed in yet',
  role: 'Role',
  where: 'Where',
  region: 'the whole region',
  since: 'Given',
  end: 'End',
  endOf: 'End the role of {who}',
  endTitle: 'End the role of {who}?',
  endText: 'From the next click on the role opens nothing. The person is told. It can be given again later.',
  ended: 'The role was ended.',
  own: 'this is you',
  more: 'Show more',
  give: 'Make somebody an officer',
  giveAbout:
    'Whoever signs in with the EDS key of this IIN is an officer of the chosen district. A person is one in one district only.',
  doGive: 'Give the role',
  giving: 'Giving…',
  given: 'The role was given: it holds from the next click.',
  empty: 'Nobody yet.',
  readNote: 'That you open this list stands in the reading log.',
} as const satisfies English<typeof kk>
