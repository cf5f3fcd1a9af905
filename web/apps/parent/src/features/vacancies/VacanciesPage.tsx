/** «БМҰ-дағы бос орындардың базасы»: the free places of a district, for everybody to see (domain §6.1, M1.33). */
import { useTexts } from '@kezek/i18n'
import { Card, EmptyState, Page } from '@kezek/ui'
import { useSearchParams } from 'wouter'

import { useDistrict } from '../../shared/district'
import { DistrictSelect } from '../../shared/DistrictSelect'
import { Bulletin } from './Bulletin'
import { vacanciesTexts } from './texts'

export default function VacanciesPage() {
  const t = useTexts(vacanciesTexts)
  const [district, choose] = useChosen()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Card marked>
        <DistrictSelect label={t('district')} none={t('notChosen')} value={district} onChoose={choose} />
      </Card>
      {district ? <Bulletin key={district} district={district} /> : <EmptyState title={t('chooseFirst')} />}
    </Page>
  )
}

/** The district of the address, so that a list can be shared; else the one that was chosen on this device. */
function useChosen(): [string, (code: string) => void] {
  const [kept, keep] = useDistrict()
  const [params, setParams] = useSearchParams()
  const asked = params.get('district')
  const choose = (code: string) => {
    keep(code)
    setParams(code ? { district: code } : {}, { replace: true })
  }
  return [asked !== null && /^\d{4}$/.test(asked) ? asked : (kept ?? ''), choose]
}
