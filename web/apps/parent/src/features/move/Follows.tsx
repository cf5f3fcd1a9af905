import type { ApplicationsInformationView, ApplicationsMoveCheckView, ApplicationsTwinView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'

import { applicationTexts } from '../../shared/applications/texts'
import { useDistrictName } from '../../shared/DistrictSelect'
import { What } from '../../shared/leaving/What'
import { moveTexts } from './texts'

interface FollowsProps {
  application: ApplicationsInformationView
  twins: readonly ApplicationsTwinView[]
  check: ApplicationsMoveCheckView
}

/** What follows from moving this application, and the twins who go along, as it stands now. */
export function Follows({ application, twins, check: { district: to, twins: along } }: FollowsProps) {
  const t = useTexts(moveTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const there = useDistrictName(to) ?? to
  const { child, district, turn, misses, stop_listed_until: until } = application
  const garden = turn?.kindergarten?.name[language] ?? words('gardenUnknown')
  const names = [child, ...twins.filter(({ application_id: id }) => along.includes(id)).map((twin) => twin.child)]
  const lines = [
    ...names.map(({ given_name: name }) => t('leaves', { name, from: district.name[language], to: there })),
    along.length > 0 && t('together'),
    along.length < twins.length && t('apart'),
    t('time'),
    turn && t('turn', { garden }),
    misses > 0 && t('misses', { n: misses }),
    until !== null && t('stopList', { until: formatDeadline(until, language) }),
    t('claims'),
  ]
  return <What lines={lines} />
}
