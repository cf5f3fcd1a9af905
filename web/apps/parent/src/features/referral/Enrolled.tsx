import type { ApplicationsInformationView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, LinkButton } from '@kezek/ui'

import { referralTexts } from './texts'

/** Where an enrolled child is after a swap, and the way to one (domain §7.swap). */
export function Enrolled({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(referralTexts)
  const language = useLanguage()
  const { application_id: id, swapped_to: garden, child } = application
  return (
    <Card labelledBy="swap">
      <h2 id="swap">{t('swap')}</h2>
      {garden && <p>{t('swapped', { name: child.given_name, garden: garden.name[language] })}</p>}
      <p>{t('swapAbout')}</p>
      <LinkButton href={`/swap/${id}`} kind="second">
        {t('swap')}
      </LinkButton>
    </Card>
  )
}
