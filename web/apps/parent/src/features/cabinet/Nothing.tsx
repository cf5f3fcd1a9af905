import { formatDeadline } from '@kezek/domain'
import { type Say, useLanguage, useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'
import { Link } from 'wouter'

import type { Application } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { cabinetTexts } from './texts'

type T = Say<NonNullable<(typeof cabinetTexts)['base']>>

/** There is nothing to do, and what happens by itself. */
export function Nothing({ application }: { application: Application }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { misses, referral, swapped_to: swapped, stop_listed_until: until, child } = application
  const garden = (swapped ?? referral?.kindergarten)?.name[language] ?? words('gardenUnknown')
  const known = { name: child.given_name, garden, until: until ? formatDeadline(until, language) : '' }
  const after = whatHappens(application, t, known)
  return (
    <>
      <Notice kind="info" title={t('nothing')}>
        {after !== undefined && <p>{after}</p>}
      </Notice>
      {application.state.code === 'enrolled' && referral && (
        <p>
          <Link href={`/referral/${application.application_id}`}>{words('openReferral')}</Link> ·{' '}
          <Link href={`/swap/${application.application_id}`}>{t('swap')}</Link> ·{' '}
          <Link href="/escorts">{t('escorts')}</Link>
        </p>
      )}
      {misses > 0 && <p>{t('misses', { n: misses })}</p>}
    </>
  )
}

interface Known {
  name: string
  garden: string
  until: string
}

function whatHappens({ state }: Application, t: T, { name, garden, until }: Known): string | undefined {
  switch (state.code) {
    case 'submitted':
    case 'notified':
    case 'referred':
      return t('wait_submitted')
    case 'under_review':
    case 'papers_submitted':
    case 'refusal_review':
      return t(`wait_${state.code}`)
    case 'stop_listed':
      return t('wait_stop_listed', { name, until })
    case 'enrolled':
      return t('wait_enrolled', { garden })
    default:
      return undefined
  }
}
