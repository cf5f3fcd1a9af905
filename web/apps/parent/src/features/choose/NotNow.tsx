/** The API lets nobody choose for this child now: why not, and where one goes on. */
import type { ApiError, ApplicationsInformationView, ProblemCode } from '@kezek/api'
import { formatDate, formatDeadline } from '@kezek/domain'
import { type Say, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Notice } from '@kezek/ui'

import { applicationTexts } from '../../shared/applications/texts'
import { chooseTexts } from './texts'

const REFUSALS = [
  'open_referral_exists',
  'choice_not_allowed',
  'child_too_young',
  'child_too_old',
  'application_not_found',
] as const satisfies ProblemCode[]

export function isRefused(error: ApiError): boolean {
  return error.is(...REFUSALS)
}

interface NotNowProps {
  application: ApplicationsInformationView
  error: ApiError
}

export function NotNow({ application, error }: NotNowProps) {
  const t = useTexts(chooseTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { application_id: id, child, state, stop_listed_until: until } = application
  const name = child.given_name
  const { title, lines } = why()
  return (
    <>
      <Notice title={title} live>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
      <WayOn id={id} way={wayOn(error, state.code)} t={t} words={words} />
    </>
  )

  function why(): { title: string; lines: string[] } {
    if (error.is('open_referral_exists')) return { title: t('referred', { name }), lines: [t('referredAbout')] }
    if (error.is('child_too_young')) {
      const from = formatDate(error.problem.params.from_day, language)
      return { title: t('tooYoung', { name, from }), lines: [t('tooYoungAbout')] }
    }
    if (error.is('child_too_old')) return { title: t('tooOld', { name }), lines: [t('tooOldAbout')] }
    if (error.is('application_not_found')) return { title: t('coming'), lines: [t('comingAbout')] }
    const held = until === null ? [] : [t('stopListed', { until: formatDeadline(until, language), name })]
    return { title: t('notNow'), lines: [t('stateIs', { state: words(`state_${state.code}`) }), ...held] }
  }
}

type Way = 'referral' | 'restore' | 'queue'

function wayOn(error: ApiError, status: ApplicationsInformationView['state']['code']): Way {
  if (error.is('open_referral_exists')) return 'referral'
  return status === 'inactive' ? 'restore' : 'queue'
}

interface WayOnProps {
  id: string
  way: Way
  t: Say<NonNullable<(typeof chooseTexts)['base']>>
  words: Say<NonNullable<(typeof applicationTexts)['base']>>
}

function WayOn({ id, way, t, words }: WayOnProps) {
  const labels = { referral: words('openReferral'), restore: words('restore'), queue: t('position') }
  return (
    <Actions>
      <LinkButton href={`/${way}/${id}`}>{labels[way]}</LinkButton>
      <LinkButton href="/cabinet" kind="second">
        {words('children')}
      </LinkButton>
    </Actions>
  )
}
