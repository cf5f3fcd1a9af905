import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Settings',
  title: 'Messages I was sent',
  lead: 'SMS and letters about your applications, the newest on top.',
  noApplications: 'You have no application, so there are no messages.',
  noApplicationsMore: 'Once you have applied, messages are collected here.',
  apply: 'Apply',
  application: 'Application {number}: {child}',
  empty: 'No message has been sent about this application yet.',
  bySms: 'SMS',
  byEmail: 'Letter',
  pending: 'To be sent',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Not delivered',
  overtaken: 'Not sent: out of date',
  failedAdvice: 'Check your contacts: ',
  contacts: 'Settings',
  freeChoice: 'No messages are sent about places in free choice.',
} as const satisfies English<typeof kk>
