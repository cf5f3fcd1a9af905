import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Contacts of the application',
  about:
    'Messages about an application go to the contacts that stand in it. They are not those of your account at present.',
  which: 'In which applications are they to be replaced?',
  application: '{child}, No. {number}',
  phone: 'Phone number: {old} in the application, {own} in the account.',
  email: 'E-mail: {old} in the application, {own} in the account.',
  noEmail: 'not given',
  take: 'Replace by the contacts of the account',
  taking: 'Replacing…',
  none: 'Mark at least one application.',
  ask: 'Replace the contacts of the application?',
  askText: 'The application gets from the account: {contacts}. The contacts before are told about it.',
  smsStill: 'SMS still go to {phone}: add a number to your account.',
  yes: 'Replace',
  cancel: 'Cancel',
  done: 'The contacts were replaced. The application now has from the account: {contacts}.',
  stillDiffer: {
    one: '{n} more application still has others.',
    other: '{n} more applications still have others.',
  },
} as const satisfies English<typeof kk>
