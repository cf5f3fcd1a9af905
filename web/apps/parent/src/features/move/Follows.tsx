import type { ApplicationsInformationView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'

import { applicationTexts } from '../../shared/applications/texts'
import { useDistrictName } from '../../shared/DistrictSelect'
import { What } from '../../shared/leaving/What'
import { moveTexts } from './texts'

/** What follows from moving this application, as it stands now. */
export function Follows({ application, to }: { application: ApplicationsInformationView; to: string }) {
  const t = useTexts(moveTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const there = useDistrictName(to) ?? to
  const { child, district, turn, misses, stop_listed_until: until } = application
  const garden = turn?.kindergarten?.name[language] ?? words('gardenUnknown')
  const lines = [
    t('leaves', { name: child.given_name, from: district.name[language], to: there }),
    t('time'),
    turn && t('turn', { garden }),
    misses > 0 && t('misses', { n: misses }),
    until !== null && t('stopList', { until: formatDeadline(until, language) }),
    t('claims'),
  ]
  return <What lines={lines} />
}
