/** What a parent fills in, step by step, and what of it is still missing: pure. */
import type { ApplicationsInstructionLanguage, ApplicationsSubmitBody, AuthMe } from '@kezek/api'
import { formatPhone, newId, plainEmail, plainIin, plainPhone } from '@kezek/domain'

export const STEPS = ['start', 'applicant', 'child', 'check'] as const
export type Step = (typeof STEPS)[number]

export const WISHES = [0, 1, 2] as const
export const LANGUAGES = ['kk', 'ru', 'en'] as const satisfies readonly ApplicationsInstructionLanguage[]

/** A scan that was handed in: documents' receipt goes with the application. */
export interface Scan {
  id: string
  name: string
  receipt: string
}

/** What papers can show; the names of the groups of scans. */
export const PAPERS = ['registration', 'representation', 'benefit', 'needs'] as const
export type Papers = (typeof PAPERS)[number]

/** The most children that are applied for together, the first one not counted. */
export const MOST_TWINS = 4

export interface Form {
  dataKept: boolean
  algorithmRead: boolean
  /** The version of both texts that was shown. */
  textsVersion: string
  phone: string
  email: string
  /** The IIN of one of the register's children, `OTHER` for one that is typed in, or nothing yet. */
  child: string
  otherIin: string
  /** A child that is not the applicant's by the register, as in its papers. */
  surname: string
  givenName: string
  patronymic: string
  born: string
  nonResident: boolean
  representative: boolean
  district: string
  settlement: string
  /** In order of wish; an empty one is none. */
  wishes: (ApplicationsInstructionLanguage | '')[]
  hasBenefit: boolean
  benefit: string
  hasTwins: boolean
  twins: string[]
  separate: boolean
  hasNeeds: boolean
  needs: 'correctional' | 'general' | ''
  /** Under which the scans of this form are counted together. */
  filesDraft: string
  scans: Record<Papers, Scan[]>
}

export const OTHER = 'other'

const NO_SCANS: Form['scans'] = { registration: [], representation: [], benefit: [], needs: [] }

/** The contacts of the account are offered. */
export function emptyForm({ phone, email }: Pick<AuthMe, 'phone' | 'email'>, district: string): Form {
  return {
    ...{ dataKept: false, algorithmRead: false, textsVersion: '' },
    ...{ phone: phone ? formatPhone(phone) : '', email: email ?? '' },
    ...{ child: '', otherIin: '', surname: '', givenName: '', patronymic: '', born: '' },
    ...{ nonResident: false, representative: false, district, settlement: '', wishes: ['', '', ''] },
    ...{ hasBenefit: false, benefit: '', hasTwins: false, twins: [''], separate: false, hasNeeds: false, needs: '' },
    ...{ filesDraft: newId(), scans: NO_SCANS },
  }
}

/** A draft of this release, or of the one before, which asked less; null for anything else. */
export function asForm(found: unknown): Form | null {
  if (typeof found !== 'object' || found === null) return null
  const form = { ...emptyForm({ phone: null, email: null }, ''), ...(found as Form) }
  const texts = [form.phone, form.email, form.child, form.otherIin, form.district, form.settlement, form.benefit]
  const lists = [form.wishes, form.twins, ...PAPERS.map((papers) => form.scans[papers])]
  const whole = texts.every((text) => typeof text === 'string') && lists.every(Array.isArray)
  return whole && 'phone' in found && form.wishes.length === WISHES.length ? form : null
}

/** Whether the child's names and birth date are typed: papers are to show whose it is. */
export function isTyped({ child, nonResident, representative }: Form): boolean {
  return child === OTHER && (nonResident || representative)
}

/** The other children's IINs, as far as they are right. */
export function twinIins({ hasTwins, twins }: Form): string[] {
  return hasTwins ? twins.map(plainIin).filter((iin) => iin !== null) : []
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
  const languages = languagesOf(form)
  if (!child_iin || !phone || !email || !form.district || languages.length === 0) return null
  if (papersMissing(form, proofLater).length > 0 || !choicesMade(form)) return null
  const papers = (group: Papers) => ({ files: form.scans[group].map(({ receipt }) => receipt) })
  return {
    ...{ child_iin, district: form.district, languages, phone, email, data_kept_current: true, algorithm_read: true },
    texts_version: form.textsVersion,
    settlement: form.settlement.trim() || null,
    twins: twinIins(form),
    separate_places: form.hasTwins && form.separate,
    typed: isTyped(form) ? [typedOf(form, child_iin)] : [],
    non_resident: form.nonResident ? papers('registration') : null,
    representation: isTyped(form) && form.representative ? papers('representation') : null,
    benefits: form.hasBenefit ? [{ code: form.benefit, ...papers('benefit') }] : [],
    special_needs:
      form.hasNeeds && form.needs !== '' ? { queue: form.needs, child_iin: null, ...papers('needs') } : null,
    draft: 'apply',
  }
}

function typedOf(form: Form, iin: string): ApplicationsSubmitBody['typed'][number] {
  const { surname, givenName, patronymic, born } = form
  return { iin, surname, given_name: givenName, patronymic: patronymic.trim() || null, birth_date: born }
}

/** The groups of scans that are empty and must not be. */
export function papersMissing(form: Form, proofLater: boolean): Papers[] {
  const needed: Record<Papers, boolean> = {
    registration: form.nonResident,
    representation: isTyped(form) && form.representative,
    benefit: form.hasBenefit && !proofLater,
    needs: form.hasNeeds,
  }
  return PAPERS.filter((papers) => needed[papers] && form.scans[papers].length === 0)
}

function choicesMade(form: Form): boolean {
  const named = [form.surname, form.givenName, form.born].every((text) => text.trim() !== '')
  const twins = !form.hasTwins || (twinIins(form).length > 0 && twinIins(form).length === filled(form.twins).length)
  const chosen = (!form.hasBenefit || form.benefit !== '') && (!form.hasNeeds || form.needs !== '')
  return (!isTyped(form) || named) && twins && chosen
}

/** The fields of twins in which something stands. */
export function filled(twins: string[]): string[] {
  return twins.filter((iin) => iin.trim() !== '')
}
