import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Security events',
  lead: 'Sign-ins, refused attempts, changes of roles and contacts.',
  kind: 'Kind of event',
  allKinds: 'All kinds',
  details: 'Details',
  code: 'Reason',
  signed_in: 'Signed in',
  sign_in_refused: 'A sign-in was refused',
  sign_in_refusals_counted: 'Many sign-ins were refused',
  signed_out: 'Signed out',
  session_ended: 'A session was ended',
  grant_made: 'A role was given',
  grant_ended: 'A role was ended',
  email_confirmed: 'An e-mail address was confirmed',
  phone_confirmed: 'A phone was confirmed',
  password_set: 'A password was set',
  password_removed: 'A password was removed',
  security_events_exported: 'Security events were exported',
  readings_exported: 'The reading log was exported',
} as const satisfies English<typeof kk>
