import type { ReferralsPlaceView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Loaded, Notice, ProblemNotice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { Ahead } from '../../shared/applications/Ahead'
import type { Application } from '../../shared/applications/model'
import { Position } from '../../shared/applications/Position'
import { placesQuery, positionQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import css from './Cabinet.module.css'
import { cabinetTexts } from './texts'

/** The child waits: its number, who stands before, and what may be taken without waiting. */
export function Waiting({ application }: { application: Application }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  const { application_id: id, child } = application
  const query = useQuery(positionQuery(id))
  const number = query.data?.position ?? null
  return (
    <>
      <div className={query.isPending ? css.positionComes : undefined}>
        <Loaded query={query}>
          {(found) => number !== null && <Position position={number} of={found?.in_order ?? 0} />}
        </Loaded>
      </div>
      <Notice kind="info" title={t('nothing')}>
        <p>{query.data?.being_called ? t('wait_called', { name: child.given_name }) : t('wait_queued')}</p>
      </Notice>
      {number !== null && query.data?.ahead && (
        <>
          <h3>{words('whyPlace', { n: number })}</h3>
          <Ahead ahead={query.data.ahead} categories={query.data.categories} />
        </>
      )}
      {query.isPending && <div className={css.aheadComes} />}
      <FreeChoice application={application} />
      <p>
        <Link href={`/queue/${id}`}>{t('morePosition')}</Link>
      </p>
    </>
  )
}

/** Places that are open to all, or from when on the child may have one. */
export function FreeChoice({ application }: { application: Application }) {
  const t = useTexts(cabinetTexts)
  const language = useLanguage()
  const { application_id: id, child } = application
  const { data: places = [], error } = useQuery(placesQuery(id))
  if (error?.is('child_too_young')) {
    const from = formatDate(error.problem.params.from_day, language)
    return <p>{t('tooYoung', { from, name: child.given_name })}</p>
  }
  if (error && !error.is('choice_not_allowed', 'application_not_found')) return <ProblemNotice error={error} />
  const open = places.filter(isOpen).length
  if (open === 0) return null
  return (
    <p>
      <Link href={`/choose/${id}`}>{t('freeChoice', { n: open })}</Link>. {t('freeChoiceAbout')}
    </p>
  )
}

function isOpen({ free_choice }: ReferralsPlaceView): boolean {
  return free_choice
}
