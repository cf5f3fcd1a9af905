/** Before a district is sorted the persons register may be asked once more about everybody who waits. */
import { api, type QueueDistrictSortingView, unwrap } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Facts, ProblemNotice, Small } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { sortingTexts } from './texts'

export function Refresh({ sorting: { district, refresh } }: { sorting: QueueDistrictSortingView }) {
  const t = useTexts(sortingTexts)
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: () => unwrap(api.POST('/api/queue/sortings/{district}/refreshes', { params: { path: { district } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['queue', 'sorting', district] }),
  })
  const runs = refresh !== null && refresh.finished_at === null
  return (
    <Card labelledBy="refresh">
      <h2 id="refresh">{t('refresh')}</h2>
      <p>{t('refreshAbout')}</p>
      {refresh === null ? <p>{t('refreshNever')}</p> : <Progress refresh={refresh} />}
      {ask.error && <ProblemNotice error={ask.error} />}
      {runs ? (
        <Small>{t('refreshRuns')}</Small>
      ) : (
        <Actions>
          <Button kind="second" disabled={ask.isPending} onClick={() => ask.mutate()}>
            {t('refreshStart')}
          </Button>
        </Actions>
      )}
    </Card>
  )
}

function Progress({ refresh }: { refresh: NonNullable<QueueDistrictSortingView['refresh']> }) {
  const t = useTexts(sortingTexts)
  const { asked, total, silent, changed, finished_at: finished } = refresh
  return (
    <Facts
      items={[
        { name: t('refreshAskedAt'), value: formatNumeric(refresh.asked_at) },
        ...(finished === null ? [] : [{ name: t('refreshFinished'), value: formatNumeric(finished) }]),
        { name: t('refreshAsked'), value: total === null ? t('refreshCounting') : t('ofAll', { asked, total }) },
        { name: t('refreshSilent'), value: String(silent) },
        { name: t('refreshChanged'), value: String(changed) },
      ]}
    />
  )
}
