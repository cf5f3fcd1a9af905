/** A month of the groups. Every look is recorded, so it is asked for when it is looked at, and when something changes. */
import { api, type KindergartensGroupMonthView, unwrap } from '@kezek/api'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { queryOptions } from '@tanstack/react-query'

import { sheetTexts } from './texts'

export type Group = Pick<KindergartensGroupMonthView, 'group_year' | 'language' | 'kind'>

export const monthQuery = (kindergarten_id: string, month: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'attendance', kindergarten_id, month],
    queryFn: async ({ signal }) => {
      const params = { path: { kindergarten_id }, query: { month } }
      return await unwrap(
        api.GET('/api/kindergartens/kindergartens/{kindergarten_id}/attendance/sheets', { params, signal }),
      )
    },
    refetchOnWindowFocus: false,
  })

/** What is to be signed: that a month is closed, or why it is opened again. */
export type ToSign =
  { what: 'close'; month: string; group: Group } | { what: 'reopen'; sheet: string; reason: string; group: Group }

export function prepare(kindergarten_id: string, toSign: ToSign) {
  const root = '/api/kindergartens/kindergartens/{kindergarten_id}/attendance/sheets'
  if (toSign.what === 'close') {
    const { group_year, language, kind } = toSign.group
    const body = { month: toSign.month, group_year, language, kind }
    return unwrap(api.POST(`${root}/acts`, { params: { path: { kindergarten_id } }, body }))
  }
  const path = { kindergarten_id, sheet_id: toSign.sheet }
  return unwrap(api.POST(`${root}/{sheet_id}/reopening/acts`, { params: { path }, body: { reason: toSign.reason } }))
}

/** What a group is called. */
export function useGroupName(): (group: Group) => string {
  const t = useTexts(sheetTexts)
  const word = useTexts(kindergartenTexts)
  return ({ group_year, language, kind }) =>
    t('groupOf', { year: String(group_year), language: word(`in_${language}`), kind: word(kind) })
}

/** The paper of a closed month, as a PDF. */
export async function paperOf(sheet_id: string, language: 'kk' | 'ru'): Promise<Blob> {
  const params = { path: { sheet_id }, query: { language } }
  const paper: unknown = await unwrap(api.GET('/api/documents/sheets/{sheet_id}/paper', { params, parseAs: 'blob' }))
  return paper as Blob
}
