import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Settings',
  title: 'Where you are signed in',
  lead: 'Devices on which your account is signed in. If you do not know one, end its session and tell support.',
  here: 'This device',
  byEds: 'signed in with the EDS',
  byCode: 'signed in with a one-time code',
  byPassword: 'signed in with the password',
  byEscort: 'signed in as an escort with a one-time code',
  unknownDevice: 'Unknown device',
  address: 'Address in the network',
  began: 'Signed in at',
  used: 'Last used',
  end: 'End',
  endOf: 'End: {device}, signed in {began}',
  ended: 'The session was ended: that device must sign in again.',
  onlyHere: 'You are signed in nowhere else.',
  several: 'All sessions',
  endOthers: 'End all others',
  othersEnded: { one: '{n} other session was ended.', other: '{n} other sessions were ended.' },
  endAll: 'Sign out everywhere',
  endAllTitle: 'Sign out everywhere?',
  endAllText: 'The session on this device ends, too: you must sign in again. An unfinished draft here is deleted.',
  cancel: 'Cancel',
} as const satisfies English<typeof kk>
