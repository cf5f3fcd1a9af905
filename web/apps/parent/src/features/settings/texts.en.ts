import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Settings',
  account: 'Account',
  name: 'Name',
  iin: 'IIN',
  enteredBy: 'Signed in by',
  byEds: 'EDS',
  byCode: 'one-time code',
  byPassword: 'password',
  byEscort: 'one-time code of an escort',

  contacts: 'Contacts',
  contactsAbout:
    'When a place is offered, the message comes here and to the contacts of the application. Other messages go to those of the application only: you can replace them on this page, too.',
  email: 'E-mail',
  phone: 'Phone number',
  none: 'Not given',
  changeEmail: 'Change the e-mail',
  changePhone: 'Change the number',
  addPhone: 'Add a number',
  cancel: 'Cancel',
  emailChanged: 'The e-mail address was changed. A letter about it went to the one before.',
  phoneChanged: 'The phone number was saved.',

  language: 'Language of messages',
  languageAbout: 'Letters and SMS come in this language. The language of the pages is changed above.',
  languageSaved: 'Saved.',
  saving: 'Saving…',

  more: 'Security and messages',
  password: 'Password',
  passwordAbout: 'To sign in by IIN as a worker of a kindergarten',
  sessions: 'Where you are signed in',
  sessionsAbout: 'All sessions, and how to end them',
  readings: 'Who saw my data',
  readingsAbout: 'Who on staff opened them, when and why',
  events: 'What happened to my account',
  eventsAbout: 'Sign-ins, failed attempts, changes',
  messages: 'Messages I was sent',
  messagesAbout: 'SMS and letters about your applications',

  signOut: 'Sign out',
  signOutAbout: 'If other people use this device, always sign out.',
} as const satisfies English<typeof kk>
