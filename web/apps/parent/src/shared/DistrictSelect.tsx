/** One district of the region, in the order of the page's alphabet; the choice stays on this device. */
import { districtsQuery } from '@kezek/api'
import { sortedBy } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'
import { Select } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'

type DistrictSelectProps = Omit<ComponentProps<typeof Select>, 'children' | 'onChange' | 'value'> & {
  value: string
  onChoose: (code: string) => void
  /** What stands first, for no district. */
  none: string
}

export function DistrictSelect({ value, onChoose, none, ...rest }: DistrictSelectProps) {
  const language = useLanguage()
  const { data: districts = [] } = useQuery(districtsQuery)
  return (
    <Select {...rest} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{none}</option>
      {sortedBy(districts, ({ name }) => name[language]).map(({ code, name }) => (
        <option key={code} value={code}>
          {name[language]}
        </option>
      ))}
    </Select>
  )
}

/** The name of a district in the language of the page. */
export function useDistrictName(code: string | null): string | undefined {
  const language = useLanguage()
  const { data: districts = [] } = useQuery(districtsQuery)
  return districts.find((each) => each.code === code)?.name[language]
}
