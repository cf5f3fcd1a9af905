/** What a parent fills in, step by step, and what of it is still missing: pure. */
import type { ApplicationsSubmitBody, AuthMe } from '@kezek/api'
import { asAsked, type Asked, bodyOfAsked, nothingAsked } from '@kezek/application-form'
import { formatPhone, plainEmail, plainIin, plainPhone } from '@kezek/domain'

export const STEPS = ['start', 'applicant', 'child', 'check'] as const
export type Step = (typeof STEPS)[number]

export interface Form extends Asked {
  dataKept: boolean
  algorithmRead: boolean
  /** The version of both texts that was shown. */
  textsVersion: string
  phone: string
  email: string
  /** The IIN of one of the register's children, `OTHER` for one that is typed in, or nothing yet. */
  child: string
  otherIin: string
  district: string
}

export const OTHER = 'other'

/** The contacts of the account are offered. */
export function emptyForm({ phone, email }: Pick<AuthMe, 'phone' | 'email'>, district: string): Form {
  return {
    ...{ dataKept: false, algorithmRead: false, textsVersion: '' },
    ...{ phone: phone ? formatPhone(phone) : '', email: email ?? '' },
    ...{ child: '', otherIin: '', district, ...nothingAsked() },
  }
}

/** A draft of this release, or of one before, which asked less; null for anything else. */
export function asForm(found: unknown): Form | null {
  if (typeof found !== 'object' || found === null) return null
  const form = { ...emptyForm({ phone: null, email: null }, ''), ...(found as Form) }
  const texts = [form.phone, form.email, form.child, form.otherIin, form.district, form.settlement, form.benefit]
  if (!texts.every((text) => typeof text === 'string') || !('phone' in found)) return null
  const asked = asAsked(form)
  return asked && { ...form, ...asked }
}

/** Whether the child is one of the register's children of the applicant. */
export function isOwn({ child }: Form): boolean {
  return child !== OTHER
}

export function childIin({ child, otherIin }: Form): string | null {
  return child === OTHER ? plainIin(otherIin) : plainIin(child)
}

/** The first step that is not finished: no later one can be shown. */
export function reached(form: Form): Step {
  if (!form.dataKept || !form.algorithmRead) return 'start'
  if (!plainPhone(form.phone) || !plainEmail(form.email)) return 'applicant'
  return bodyOf(form, true) ? 'check' : 'child'
}

/** The wanted step, or the one that must be finished before. */
export function stepOf(wanted: string | null, form: Form): Step {
  const step = STEPS.find((each) => each === wanted) ?? 'start'
  const most = reached(form)
  return STEPS.indexOf(step) <= STEPS.indexOf(most) ? step : most
}

/** As the API takes it; null while something is missing. `proofLater`: a benefit is proved at the call. */
export function bodyOf(form: Form, proofLater = false): ApplicationsSubmitBody | null {
  const [child_iin, phone, email] = [childIin(form), plainPhone(form.phone), plainEmail(form.email)]
  if (!child_iin || !phone || !email || !form.district) return null
  const asked = bodyOfAsked(form, child_iin, isOwn(form), proofLater)
  if (!asked) return null
  return {
    ...{ child_iin, district: form.district, phone, email, data_kept_current: true, algorithm_read: true },
    ...{ texts_version: form.textsVersion, draft: 'apply', ...asked },
  }
}
