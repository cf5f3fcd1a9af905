import { districtsQuery } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Select } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { useDistrict } from '../../shared/district'
import { homeTexts } from './texts'

export function DistrictChoice() {
  const t = useTexts(homeTexts)
  const language = useLanguage()
  const [chosen, choose] = useDistrict()
  const { data: districts = [] } = useQuery(districtsQuery)
  return (
    <Card marked>
      <Select
        label={t('chooseDistrict')}
        hint={t('kept')}
        value={chosen ?? ''}
        onChange={(event) => {
          choose(event.target.value)
        }}
      >
        <option value="">{t('notChosen')}</option>
        {districts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name[language]}
          </option>
        ))}
      </Select>
    </Card>
  )
}
