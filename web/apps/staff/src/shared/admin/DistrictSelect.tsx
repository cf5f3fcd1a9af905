import { Select } from '@kezek/ui'
import type { ComponentProps } from 'react'

import { useDistrictChoices } from './districts'

type DistrictSelectProps = Omit<ComponentProps<typeof Select>, 'children' | 'onChange' | 'value'> & {
  value: string
  onChoose: (code: string) => void
  /** What stands first, for no district. */
  none: string
}

export function DistrictSelect({ value, onChoose, none, ...rest }: DistrictSelectProps) {
  return (
    <Select {...rest} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{none}</option>
      {useDistrictChoices().map((each) => (
        <option key={each.value} value={each.value}>
          {each.label}
        </option>
      ))}
    </Select>
  )
}
