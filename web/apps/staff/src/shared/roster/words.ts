/** How a child of the roster is called, and what can be said of its leaving. */
import type { KindergartensDepartureReason, KindergartensEnrolledChildView } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'

export const REASONS: readonly KindergartensDepartureReason[] = [
  'moved_away',
  'to_school',
  'other_kindergarten',
  'familys_wish',
  'long_absence',
  'other',
]

type Named = Pick<KindergartensEnrolledChildView, 'surname' | 'given_name' | 'patronymic'>

export function nameOf({ surname, given_name, patronymic }: Named): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ')
}

type Grouped = Pick<KindergartensEnrolledChildView, 'group_year' | 'language' | 'kind'>

/** A group in a line: «2023, қазақ, жалпы». */
export function useGroupName(): (group: Grouped) => string {
  const word = useTexts(kindergartenTexts)
  return ({ group_year, language, kind }) => [group_year, word(`in_${language}`), word(kind)].join(', ')
}
