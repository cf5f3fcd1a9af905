/** What a parent fills in, step by step, and what of it is still missing: pure. */
import type { ApplicationsInstructionLanguage, ApplicationsSubmitBody, AuthMe } from '@kezek/api'
import { formatPhone, plainEmail, plainIin, plainPhone } from '@kezek/domain'

export const STEPS = ['start', 'applicant', 'child', 'check'] as const
export type Step = (typeof STEPS)[number]

export const WISHES = [0, 1, 2] as const
export const LANGUAGES = ['kk', 'ru', 'en'] as const satisfies readonly ApplicationsInstructionLanguage[]

export interface Form {
  dataKept: boolean
  algorithmRead: boolean
  phone: string
  email: string
  /** The IIN of one of the register's children, `OTHER` for one that is typed in, or nothing yet. */
  child: string
  otherIin: string
  district: string
  /** In order of wish; an empty one is none. */
  wishes: (ApplicationsInstructionLanguage | '')[]
}

export const OTHER = 'other'

/** The contacts of the account are offered. */
export function emptyForm({ phone, email }: Pick<AuthMe, 'phone' | 'email'>, district: string): Form {
  const contacts = { phone: phone ? formatPhone(phone) : '', email: email ?? '' }
  return { dataKept: false, algorithmRead: false, ...contacts, child: '', otherIin: '', district, wishes: ['', '', ''] }
}

/** A draft as this release writes it; null for anything else. */
export function asForm(found: unknown): Form | null {
  if (typeof found !== 'object' || found === null) return null
  const form = found as Form
  const texts = [form.phone, form.email, form.child, form.otherIin, form.district]
  const whole = texts.every((text) => typeof text === 'string') && Array.isArray(form.wishes)
  return whole && form.wishes.length === WISHES.length ? form : null
}

export function childIin({ child, otherIin }: Form): string | null {
  return child === OTHER ? plainIin(otherIin) : plainIin(child)
}

/** The languages that were wished for, best first. */
export function languagesOf({ wishes }: Form): ApplicationsInstructionLanguage[] {
  return wishes.filter((wish) => wish !== '')
}

/** Chooses the n-th wish; a language that was wished for before moves, and no gap is left. */
export function withWish(wishes: Form['wishes'], index: number, wish: Form['wishes'][number]): Form['wishes'] {
  const chosen = wishes.map((each, at) => (at === index ? wish : each === wish ? '' : each))
  const filled = chosen.filter((each) => each !== '')
  return WISHES.map((at) => filled[at] ?? '')
}

/** The first step that is not finished: no later one can be shown. */
export function reached(form: Form): Step {
  if (!form.dataKept || !form.algorithmRead) return 'start'
  if (!plainPhone(form.phone) || !plainEmail(form.email)) return 'applicant'
  return bodyOf(form) ? 'check' : 'child'
}

/** The wanted step, or the one that must be finished before. */
export function stepOf(wanted: string | null, form: Form): Step {
  const step = STEPS.find((each) => each === wanted) ?? 'start'
  const most = reached(form)
  return STEPS.indexOf(step) <= STEPS.indexOf(most) ? step : most
}

/** As the API takes it; null while something is missing. */
export function bodyOf(form: Form): ApplicationsSubmitBody | null {
  const [child_iin, phone, email] = [childIin(form), plainPhone(form.phone), plainEmail(form.email)]
  const languages = languagesOf(form)
  if (!child_iin || !phone || !email || !form.district || languages.length === 0) return null
  return {
    child_iin,
    district: form.district,
    languages,
    phone,
    email,
    data_kept_current: true,
    algorithm_read: true,
    texts_version: '',
    twins: [],
    separate_places: false,
    typed: [],
    benefits: [],
  }
}
