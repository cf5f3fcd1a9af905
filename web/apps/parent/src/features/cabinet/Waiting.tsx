import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Loaded, Notice, ProblemNotice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { Ahead } from '../../shared/applications/Ahead'
import type { Application } from '../../shared/applications/model'
import { Position } from '../../shared/applications/Position'
import { positionQuery, prospectsQuery } from '../../shared/applications/queries'
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

/** That a place is open to all, or from when on the child may have one: one question for all children. */
export function FreeChoice({ application }: { application: Application }) {
  const t = useTexts(cabinetTexts)
  const language = useLanguage()
  const { application_id: id, child } = application
  const { data = [], error } = useQuery(prospectsQuery)
  if (error) return <ProblemNotice error={error} />
  const prospect = data.find((each) => each.application_id === id)
  if (prospect?.missing === 'too_young' && prospect.from_day !== null) {
    return <p>{t('tooYoung', { from: formatDate(prospect.from_day, language), name: child.given_name })}</p>
  }
  if (!prospect?.possible) return null
  return (
    <p>
      <Link href={`/choose/${id}`}>{t('freeChoice')}</Link>. {t('freeChoiceAbout')}
    </p>
  )
}
