/** What the applicant types of itself, and the scans of one child's referral: pure. */
import type { ApiError, ReferralsAwaitedView, ReferralsPaperForm, ReferralsPapersBody } from '@kezek/api'

export const FORMS: readonly ReferralsPaperForm[] = ['065', '027', '052-2']

export interface Typed {
  number: string
  issuedBy: string
  validUntil: string
  address: string
  email: string
  phone: string
}

/** The fields of step 1 as the API names them. */
export const FIELDS = {
  number: 'identity.number',
  issuedBy: 'identity.issued_by',
  validUntil: 'identity.valid_until',
  address: 'address',
  email: 'email',
  phone: 'phone',
} as const satisfies Record<keyof Typed, string>

export type ApplicantField = (typeof FIELDS)[keyof Typed]

/** Whether what was refused can be mended in step 1. */
export function isOfApplicant(refusal: ApiError): boolean {
  if (refusal.is('identity_card_expired')) return true
  if (!refusal.is('request_invalid')) return false
  const own: readonly string[] = Object.values(FIELDS)
  return refusal.problem.params.fields.some(({ field }) => own.includes(field.replace(/^body\./, '')))
}

/** What was typed for another child, or the last time, need not be typed again. */
export function firstTyped(children: readonly ReferralsAwaitedView[], address: string | null): Typed {
  const known = (children.find(({ applicant }) => applicant.identity !== null) ?? children[0])?.applicant
  return {
    number: known?.identity?.number ?? '',
    issuedBy: known?.identity?.issued_by ?? '',
    validUntil: known?.identity?.valid_until ?? '',
    address: known?.address ?? address ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
  }
}

const FORM_CODES: Readonly<Record<ReferralsPaperForm, string>> = { '065': '0065', '027': '0027', '052-2': '0522' }
const HEX = 16

/**
 * The form that a scan is handed in with, the same after a reload and on another device of the person; another one once
 * papers were returned.
 */
export function draftOf(child: ReferralsAwaitedView, form: ReferralsPaperForm): string {
  const since = Math.floor(Date.parse(child.returned?.at ?? child.issued_at) / 1000)
  const last = since.toString(HEX).slice(-8).padStart(8, '0')
  return `${child.referral_id.slice(0, 24)}${FORM_CODES[form]}${last}`
}

/** So many files of one form at most: together as many as the policy lets, each of the others one. */
export function mostOf(child: ReferralsAwaitedView): number {
  return Math.max(1, child.files - FORMS.length + 1)
}

const [FNV_START, FNV_STEP] = [0x811c9dc5, 0x01000193]

/** What tells one body from another in the name of its act, which the browser keeps: nothing can be read from it. */
export function fingerprint(body: ReferralsPapersBody): string {
  let hash = FNV_START
  for (const letter of JSON.stringify(body)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_STEP)
  return (hash >>> 0).toString(HEX)
}
