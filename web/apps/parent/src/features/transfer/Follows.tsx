import type { ApplicationsInformationView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'

import { applicationTexts } from '../../shared/applications/texts'
import { useDistrictName } from '../../shared/DistrictSelect'
import { What as Said } from '../../shared/leaving/What'
import { transferTexts } from './texts'
import type { Wanted } from './What'

interface FollowsProps {
  application: ApplicationsInformationView
  wanted: Wanted
}

/** What follows from asking for another kindergarten. */
export function Follows({ application: { child, referral, swapped_to }, wanted }: FollowsProps) {
  const t = useTexts(transferTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const district = useDistrictName(wanted.district) ?? wanted.district
  // by a swap it is in another one than that of its referral
  const garden = (swapped_to ?? referral?.kindergarten)?.name[language] ?? words('gardenUnknown')
  const languages = wanted.languages.map((each) => words(`language_${each}`)).join(', ')
  const lines = [
    t('stays', { name: child.given_name, garden }),
    t('where', { district, languages }),
    t('behind'),
    t('never'),
    t('then'),
    t('leaves'),
    t('ends'),
  ]
  return <Said lines={lines} />
}
