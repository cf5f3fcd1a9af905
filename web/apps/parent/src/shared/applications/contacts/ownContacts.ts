import type { ApplicationsDifferingContactsView } from '@kezek/api'
import { formatPhone } from '@kezek/domain'

/** What of the account comes into these applications, each once. */
export function ownContacts(taken: readonly ApplicationsDifferingContactsView[]): string {
  const own = taken.flatMap(({ account_phone, account_email }) => [
    account_phone && formatPhone(account_phone),
    account_email,
  ])
  return [...new Set(own.filter(Boolean))].join(', ')
}
