/**
 * The code that was asked for in this tab. A phone may throw the page away while its owner reads the SMS, so it is kept
 * until the code has served: without IIN, and of the phone only enough to know it again.
 */
import { maskPhone } from '@kezek/domain'
import type { AuthAskedCode } from '@kezek/api'
import { useSearchParams } from 'wouter'

import { ATTENDANCE } from '../../shared/wayOn'

export interface AskedFor {
  codeId: string
  /** As +7 799 ••• •• 22. */
  phone: string
  /** By the clock of this device, in ms. */
  expiresAt: number
  resendAt: number
}

const KEY = 'kezek.code'
const SECOND_MS = 1000

export function askedFor(answer: AuthAskedCode, phone: string, lifetimeS: number): AskedFor {
  const now = Date.now()
  return {
    codeId: answer.code_id,
    phone: maskPhone(phone),
    expiresAt: now + lifetimeS * SECOND_MS,
    resendAt: now + answer.resend_after_s * SECOND_MS,
  }
}

/** Whoever came from the page of attendance: the phone that a parent gave counts first, and no e-mail is asked for. */
export function useAsEscort(): boolean {
  const [params] = useSearchParams()
  return params.get('next') === ATTENDANCE
}

export function keepAsked(asked: AskedFor | null): void {
  if (asked) sessionStorage.setItem(KEY, JSON.stringify(asked))
  else sessionStorage.removeItem(KEY)
}

/** The code that still can be handed in. */
export function keptAsked(): AskedFor | null {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as AskedFor | null
  return kept && kept.expiresAt > Date.now() ? kept : null
}
