/** What every form of an application asks, the family's own and the counter's, and what of it is missing: pure. */
import type { ApplicationsInstructionLanguage, ApplicationsSubmitBody, DocumentsFilePurpose } from '@kezek/api'
import { newId, plainIin } from '@kezek/domain'

export const WISHES = [0, 1, 2] as const
export const LANGUAGES = ['kk', 'ru', 'en'] as const satisfies readonly ApplicationsInstructionLanguage[]
export type Wish = ApplicationsInstructionLanguage | ''

/** A scan that was handed in: documents' receipt goes with the application; null until the file is checked. */
export interface Scan {
  id: string
  name: string
  receipt: string | null
}

/** What papers can show; the names of the groups of scans. */
export const PAPERS = ['registration', 'representation', 'benefit', 'needs'] as const
export type Papers = (typeof PAPERS)[number]

/** What documents calls the scans of a group. */
export const PURPOSES: Readonly<Record<Papers, DocumentsFilePurpose>> = {
  registration: 'registration',
  representation: 'representation',
  benefit: 'benefit_proof',
  needs: 'commission_conclusion',
}

/** The most children that are applied for together, the first one not counted. */
export const MOST_TWINS = 4

/** A child as its papers name it. */
export interface Named {
  surname: string
  givenName: string
  patronymic: string
  born: string
}

export interface Twin extends Named {
  iin: string
}

/** The first child's names stand beside the rest: they are typed only if it is not the applicant's by the register. */
export interface Asked extends Named {
  nonResident: boolean
  representative: boolean
  settlement: string
  /** In order of wish; an empty one is none. */
  wishes: Wish[]
  hasBenefit: boolean
  benefit: string
  hasTwins: boolean
  twins: Twin[]
  separate: boolean
  hasNeeds: boolean
  needs: 'correctional' | 'general' | ''
  /** Which of the children has them, from 0. */
  needsChild: number
  /** Under which the scans of this form are counted together. */
  filesDraft: string
  scans: Record<Papers, Scan[]>
}

const NOBODY: Named = { surname: '', givenName: '', patronymic: '', born: '' }
export const NO_TWIN: Twin = { iin: '', ...NOBODY }

export function nothingAsked(): Asked {
  return {
    ...NOBODY,
    ...{ nonResident: false, representative: false, settlement: '', wishes: ['', '', ''] },
    ...{ hasBenefit: false, benefit: '', hasTwins: false, twins: [NO_TWIN], separate: false },
    ...{ hasNeeds: false, needs: '', needsChild: 0, filesDraft: newId() },
    scans: { registration: [], representation: [], benefit: [], needs: [] },
  }
}

/** What a draft holds of it, of this release or of one before, in which a twin was its IIN; null for anything else. */
export function asAsked(found: Asked): Asked | null {
  const { wishes, twins, scans } = found
  const lists = [wishes, twins, ...PAPERS.map((papers) => scans[papers])]
  if (!lists.every(Array.isArray) || wishes.length !== WISHES.length) return null
  return { ...found, twins: twins.map((twin: Twin | string) => (typeof twin === 'string' ? asTwin(twin) : twin)) }
}

function asTwin(iin: string): Twin {
  return { ...NO_TWIN, iin }
}

/** Whether names and birth dates are typed: papers are to show whose a child is that by the register is another's. */
export function isTyped({ nonResident, representative }: Asked, own: boolean): boolean {
  return !own && (nonResident || representative)
}

/** The languages that were wished for, best first. */
export function languagesOf({ wishes }: { wishes: readonly Wish[] }): ApplicationsInstructionLanguage[] {
  return wishes.filter((wish) => wish !== '')
}

/** Chooses the n-th wish; a language that was wished for before moves, and no gap is left. */
export function withWish(wishes: readonly Wish[], index: number, wish: Wish): Wish[] {
  const chosen = wishes.map((each, at) => (at === index ? wish : each === wish ? '' : each))
  const filled = chosen.filter((each) => each !== '')
  return WISHES.map((at) => filled[at] ?? '')
}

/** The other children, as far as something is written of them. */
export function writtenTwins({ hasTwins, twins }: Asked): Twin[] {
  return hasTwins ? twins.filter(({ iin }) => iin.trim() !== '') : []
}

/** The other children's IINs, as far as they are right. */
export function twinIins(asked: Asked): string[] {
  return writtenTwins(asked).flatMap(({ iin }) => plainIin(iin) ?? [])
}

/** Groups of scans in which something is missing or not checked yet; a benefit may be proved at the call. */
export function papersMissing(asked: Asked, own: boolean, proofLater: boolean): Papers[] {
  const needed = neededPapers(asked, own)
  return PAPERS.filter((papers) => {
    if (!needed.includes(papers)) return false
    const scans = asked.scans[papers]
    const later = papers === 'benefit' && proofLater
    return (scans.length === 0 && !later) || scans.some(({ receipt }) => receipt === null)
  })
}

/** What is to be shown by papers, as it was ticked. */
export function neededPapers(asked: Asked, own: boolean): Papers[] {
  const needed: Record<Papers, boolean> = {
    registration: asked.nonResident,
    representation: !own && asked.representative,
    benefit: asked.hasBenefit,
    needs: asked.hasNeeds,
  }
  return PAPERS.filter((papers) => needed[papers])
}

export type AskedBody = Pick<
  ApplicationsSubmitBody,
  | ('languages' | 'settlement' | 'twins' | 'separate_places' | 'typed')
  | ('non_resident' | 'representation' | 'benefits' | 'special_needs')
>

/** As the API takes it; null while something is missing. `own`: by the register the child is the applicant's. */
export function bodyOfAsked(asked: Asked, childIin: string, own: boolean, proofLater = false): AskedBody | null {
  const languages = languagesOf(asked)
  if (languages.length === 0 || papersMissing(asked, own, proofLater).length > 0 || !choicesMade(asked, own))
    return null
  const papers = (group: Papers) => ({ files: asked.scans[group].flatMap(({ receipt }) => receipt ?? []) })
  const { hasTwins, separate, nonResident, hasBenefit, benefit, hasNeeds, needs } = asked
  const typed = isTyped(asked, own) ? [typedOf(asked, childIin), ...writtenTwins(asked).map(typedTwin)] : []
  return {
    ...{ languages, settlement: asked.settlement.trim() || null, twins: twinIins(asked), typed },
    separate_places: hasTwins && separate,
    non_resident: nonResident ? papers('registration') : null,
    representation: isTyped(asked, own) && asked.representative ? papers('representation') : null,
    benefits: hasBenefit ? [{ code: benefit, ...papers('benefit') }] : [],
    special_needs: hasNeeds && needs !== '' ? { queue: needs, child_iin: needyIin(asked), ...papers('needs') } : null,
  }
}

/** Null for the first child. */
function needyIin(asked: Asked): string | null {
  return twinIins(asked)[asked.needsChild - 1] ?? null
}

function typedTwin(twin: Twin): AskedBody['typed'][number] {
  return typedOf(twin, plainIin(twin.iin) ?? twin.iin)
}

function typedOf({ surname, givenName, patronymic, born }: Named, iin: string): AskedBody['typed'][number] {
  return { iin, surname, given_name: givenName, patronymic: patronymic.trim() || null, birth_date: born }
}

/** What a child is called by, by the names of the fields. */
export const NAMES = ['surname', 'given-name', 'born'] as const
export type Name = (typeof NAMES)[number]

/** Which of a child's names are not written. */
export function unnamed({ surname, givenName, born }: Named): Name[] {
  const fields = { surname, 'given-name': givenName, born }
  return NAMES.filter((name) => fields[name].trim() === '')
}

function choicesMade(asked: Asked, own: boolean): boolean {
  const written = writtenTwins(asked)
  const named = !isTyped(asked, own) || [asked, ...written].every((child) => unnamed(child).length === 0)
  const twins = !asked.hasTwins || (written.length > 0 && twinIins(asked).length === written.length)
  return named && twins && (!asked.hasBenefit || asked.benefit !== '') && (!asked.hasNeeds || asked.needs !== '')
}
