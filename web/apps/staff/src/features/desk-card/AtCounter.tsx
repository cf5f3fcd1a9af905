import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, LinkButton } from '@kezek/ui'

import { deskCardTexts } from './texts'

interface AtCounterProps {
  information: ApplicationsInformationView
  mayAct: boolean
}

const WAIT: ReadonlySet<ApplicationsInformationView['state']['code']> = new Set(['queued', 'notified'])

/** A family that has no EDS chooses on paper: the way to where that is entered (domain §6.counter). */
export function AtCounter({ information, mayAct }: AtCounterProps) {
  const t = useTexts(deskCardTexts)
  if (!mayAct || !WAIT.has(information.state.code)) return null
  return (
    <Card labelledBy="at-counter">
      <h2 id="at-counter">{t('atCounter')}</h2>
      <p>{t('atCounterAbout')}</p>
      <LinkButton href={`/desk/${information.application_id}/choose`} kind="second">
        {t('atCounterOpen')}
      </LinkButton>
    </Card>
  )
}
