import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { EmptyState, LinkButton } from '@kezek/ui'

import { chooseTexts } from './texts'

/** No place may be taken now: what will change that. */
export function Nothing({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(chooseTexts)
  const { application_id: id, child } = application
  const way = (
    <LinkButton href={`/queue/${id}`} kind="second">
      {t('position')}
    </LinkButton>
  )
  return (
    <EmptyState title={t('nothing')} action={way}>
      {t('nothingAbout', { name: child.given_name })}
    </EmptyState>
  )
}
