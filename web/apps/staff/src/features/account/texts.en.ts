import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Find a person by IIN',
  title: 'An account',
  unnamed: 'Name not known',
  roles: 'Roles',
  noRoles: 'not on staff',
  sessionsNow: 'Open sessions',
  logs: 'Logs',
  whoRead: 'Who opened this person’s data',
  whatRead: 'Whose data this person opened',
  events: 'What happened to the account',
  end: 'End all sessions',
  endAbout:
    'After a device was lost or a password became known. The person is signed out on all devices at once, and told. They can sign in again: roles and data stay as they are.',
  endTitle: 'End all sessions of {who}?',
  endOwn: 'This is you: you will be signed out, too.',
  ended: { one: '{n} session was ended.', other: '{n} sessions were ended.' },
  logged: 'That you opened this page stands in the reading log.',
} as const satisfies English<typeof kk>
