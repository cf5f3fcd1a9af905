import type { KindergartensEntrustedChildView, KindergartensMarkKind } from '@kezek/api'
import { newId } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { AsOf, EmptyState, Fold, Loaded, useToday } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { ChildCard } from './ChildCard'
import { presenceOf } from './presence'
import { entrustedQuery } from './queries'
import { saveSnapshot, type Snapshot } from './snapshot'
import { attendanceTexts } from './texts'
import { Unsent } from './Unsent'
import { useSender } from './useSender'

interface EntrustedProps {
  personId: string
  /** What was shown to the same person last. */
  snapshot: Snapshot | null
}

export function Entrusted({ personId, snapshot }: EntrustedProps) {
  const t = useTexts(attendanceTexts)
  const query = useQuery(entrustedQuery)
  const outbox = useSender(personId)
  const { data, dataUpdatedAt } = query
  useEffect(() => {
    if (data) saveSnapshot({ ...data, person_id: personId, saved_at: dataUpdatedAt })
  }, [data, dataUpdatedAt, personId])
  const shown = data ?? snapshot ?? undefined
  const toldAt = dataUpdatedAt || (snapshot?.saved_at ?? 0)
  const today = useToday()
  const mark = (child: KindergartensEntrustedChildView) => async (kind: KindergartensMarkKind) => {
    const { application_id } = child
    await outbox.add({ id: newId(), person_id: personId, application_id, kind, at: new Date().toISOString() })
  }
  return (
    <>
      <Unsent {...outbox} items={shown?.items ?? []} />
      <Loaded query={{ ...query, data: shown, dataUpdatedAt: toldAt }}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('nobody')}>{t('nobodyMore')}</EmptyState>
          ) : (
            items.map((child) => (
              <ChildCard
                key={child.application_id}
                child={child}
                shown={presenceOf(child, toldAt, outbox.marks, today)}
                onMark={mark(child)}
              />
            ))
          )
        }
      </Loaded>
      {data && <AsOf at={dataUpdatedAt} />}
      <Fold summary={t('help')}>
        <ul>
          <li>{t('helpOffline')}</li>
          <li>{t('helpWrong')}</li>
          <li>{t('helpInstall')}</li>
        </ul>
      </Fold>
    </>
  )
}
