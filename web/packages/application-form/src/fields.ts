/** The fields of the form, and what is wrong with them, in words. */
import type { Say } from '@kezek/i18n'

import {
  type Asked,
  isTyped,
  languagesOf,
  type Name,
  type Papers,
  PAPERS,
  papersMissing,
  twinIins,
  unnamed,
  writtenTwins,
} from './asked'
import type { formTexts } from './texts'

/** A twin's field has its number before it: `2-surname` is the second child's. */
export type FormField =
  | 'wish-1'
  | 'non-resident'
  | 'representative'
  | Name
  | `${number}-${Name}`
  | 'benefit'
  | 'twin-1'
  | 'needs'
  | `scans-${Papers}`

export type FormSay = Say<NonNullable<(typeof formTexts)['base']>>

export interface PartProps {
  asked: Asked
  /** A part, or what makes one of what stands there now. */
  change: (part: Partial<Asked> | ((now: Asked) => Partial<Asked>)) => void
  errorOf: (field: FormField) => string | undefined
  /** By the register the child is the applicant's. */
  own: boolean
  /** Whose policy counts; empty while none is chosen. */
  district: string
}

/** The words for each group of scans. */
export const SCANS = {
  registration: 'nonResidentScans',
  representation: 'representativeScans',
  benefit: 'benefitScans',
  needs: 'needsScans',
} as const satisfies Record<Papers, string>

const NAME_MISSING = {
  surname: 'surnameMissing',
  'given-name': 'givenNameMissing',
  born: 'bornMissing',
} as const satisfies Record<Name, string>

/** What is wrong, by field, in the order of the form. */
export function checksOf(
  asked: Asked,
  own: boolean,
  proofLater: boolean,
  t: FormSay,
): Partial<Record<FormField, string | false>> {
  return {
    'wish-1': languagesOf(asked).length === 0 && t('wishMissing'),
    ...scansWrong(asked, own, proofLater, t),
    ...namesWrong(asked, own, t),
    benefit: asked.hasBenefit && asked.benefit === '' && t('benefitMissing'),
    'twin-1': asked.hasTwins && twinsWrong(asked) && t('twinWrong'),
    needs: asked.hasNeeds && asked.needs === '' && t('needsMissing'),
  }
}

function scansWrong(asked: Asked, own: boolean, proofLater: boolean, t: FormSay) {
  const missing = papersMissing(asked, own, proofLater)
  const wrong = PAPERS.filter((papers) => missing.includes(papers)).map((papers) => {
    const text = asked.scans[papers].length === 0 ? 'scansMissing' : 'scansWait'
    return [`scans-${papers}`, t(text, { what: t(SCANS[papers]) })]
  })
  return Object.fromEntries(wrong) as Partial<Record<FormField, string>>
}

function namesWrong(asked: Asked, own: boolean, t: FormSay) {
  if (!isTyped(asked, own)) return {}
  const fields = [asked, ...writtenTwins(asked)].flatMap((child, index) =>
    unnamed(child).map((name) => [index === 0 ? name : `${index + 1}-${name}`, t(NAME_MISSING[name])]),
  )
  return Object.fromEntries(fields) as Partial<Record<FormField, string>>
}

/** Every field of a child's names, whichever child it is. */
export function nameField(child: number, name: Name): FormField {
  return child === 0 ? name : `${child + 1}-${name}`
}

function twinsWrong(asked: Asked): boolean {
  const written = writtenTwins(asked)
  return written.length === 0 || twinIins(asked).length !== written.length
}
