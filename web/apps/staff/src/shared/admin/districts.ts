/** The districts as a table's choice, and their names. */
import { districtsQuery } from '@kezek/api'
import { sortedBy } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import type { TableChoice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

export function useDistrictChoices(): readonly TableChoice[] {
  const language = useLanguage()
  const { data = [] } = useQuery(districtsQuery)
  return sortedBy(data, ({ name }) => name[language]).map(({ code, name }) => ({ value: code, label: name[language] }))
}

/** Of a code that is not known yet, the code. */
export function useDistrictNames(): (code: string) => string {
  const language = useLanguage()
  const { data = [] } = useQuery(districtsQuery)
  return (code) => data.find((each) => each.code === code)?.name[language] ?? code
}
