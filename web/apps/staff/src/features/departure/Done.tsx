import type { KindergartensDeparted, KindergartensEnrolledChildView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Notice, Page } from '@kezek/ui'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { nameOf } from '../../shared/roster/words'
import { departureTexts } from './texts'

const WHY = {
  group_year_not_offered: 'notOfferedYear',
  number_of_places_not_allowed: 'notOfferedNumber',
  more_places_than_free: 'notOfferedNorm',
  kindergarten_closed: 'notOfferedClosed',
} as const

interface DoneProps {
  child: KindergartensEnrolledChildView
  result: KindergartensDeparted
}

/** M1.100: the free place is entered now; the form stands filled in. */
export function Done({ child, result }: DoneProps) {
  const t = useTexts(departureTexts)
  const shared = useTexts(rosterSharedTexts)
  return (
    <Page narrow title={t('title')}>
      <Notice kind="ok" title={t('done', { name: nameOf(child) })} live focused="ifLost" />
      <Place child={child} result={result} />
      <Actions>
        <LinkButton href="/roster" kind="second">
          {shared('list')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

function Place({ child, result }: DoneProps) {
  const t = useTexts(departureTexts)
  if (result.vacancy_id !== null)
    return (
      <Notice kind="info" title={t('published')}>
        <p>{t('publishedMore')}</p>
        <LinkButton href="/vacancies" kind="second">
          {t('toVacancies')}
        </LinkButton>
      </Notice>
    )
  if (!result.may_publish) return <Notice kind="info" title={t(WHY[result.not_offered ?? 'group_year_not_offered'])} />
  return (
    <Notice title={t('place')}>
      <p>{t('placeMore')}</p>
      <LinkButton href={`/vacancies/add?${offerOf(child)}`}>{t('publish')}</LinkButton>
    </Notice>
  )
}

/** The one place that has become free, as the form of free places takes it. */
function offerOf({ language, group_year, kind }: KindergartensEnrolledChildView): string {
  return new URLSearchParams({ language, group_year: String(group_year), kind, places: '1' }).toString()
}
