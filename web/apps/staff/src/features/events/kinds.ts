/** The kinds that have words; of others the code is shown. */
export const KINDS = [
  'signed_in',
  'sign_in_refused',
  'sign_in_refusals_counted',
  'signed_out',
  'session_ended',
  'grant_made',
  'grant_ended',
  'email_confirmed',
  'phone_confirmed',
  'password_set',
  'password_removed',
  'security_events_exported',
  'readings_exported',
] as const
