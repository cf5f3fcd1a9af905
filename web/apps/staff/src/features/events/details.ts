/** Ids, codes and digests of an event as names and values, as the log keeps them. */
import type { AuthEventView } from '@kezek/api'

export function detailsOf(details: AuthEventView['details']): { name: string; value: string }[] {
  return Object.entries(details).flatMap(([name, value]) => (value === null ? [] : [{ name, value: said(value) }]))
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
