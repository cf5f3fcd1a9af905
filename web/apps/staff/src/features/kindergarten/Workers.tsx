/** Who works in the system for it, by IIN: put there, and dismissed (domain §1). */
import { api, unwrap } from '@kezek/api'
import { formatIin, plainIin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, EmptyState, FormBox, Lines, Loaded, Notice, ProblemNotice, useForm } from '@kezek/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { IinField } from '../../shared/admin/IinField'
import { DismissDialog } from './DismissDialog'
import { workersQuery } from './queries'
import { changeTexts } from './texts'

export function Workers({ kindergartenId }: { kindergartenId: string }) {
  const t = useTexts(changeTexts)
  const query = useQuery(workersQuery(kindergartenId))
  const [done, setDone] = useState<'added' | 'dismissed' | null>(null)
  const parts = { kindergartenId, onDone: setDone }
  return (
    <Card labelledBy="workers" marked>
      <h2 id="workers">{t('workers')}</h2>
      <p>{t('workersNote')}</p>
      {done && (
        <Notice kind="ok" live focused={done === 'dismissed'}>
          {t(done)}
        </Notice>
      )}
      <Loaded query={query}>
        {(workers) =>
          workers.length === 0 ? (
            <EmptyState title={t('noWorkers')}>{t('noWorkersMore')}</EmptyState>
          ) : (
            <List {...parts} iins={workers.map(({ iin }) => iin)} />
          )
        }
      </Loaded>
      <AddWorker {...parts} />
    </Card>
  )
}

interface PartProps {
  kindergartenId: string
  /** Says what was done last, or that something is being done. */
  onDone: (done: 'added' | 'dismissed' | null) => void
}

function List({ kindergartenId, onDone, iins }: PartProps & { iins: readonly string[] }) {
  const t = useTexts(changeTexts)
  const client = useQueryClient()
  const [asking, setAsking] = useState<string | null>(null)
  const params = { path: { kindergarten_id: kindergartenId } }
  const dismiss = useMutation({
    mutationFn: (iin: string) =>
      unwrap(
        api.POST('/api/kindergartens/kindergartens/{kindergarten_id}/workers/dismissals', { params, body: { iin } }),
      ),
    onMutate: () => onDone(null),
    onSuccess: () => onDone('dismissed'),
    onSettled: () => client.invalidateQueries(workersQuery(kindergartenId)),
  })
  return (
    <>
      {dismiss.error && <ProblemNotice key={dismiss.submittedAt} error={dismiss.error} focused />}
      <Lines apart>
        {iins.map((iin) => (
          <li key={iin}>
            <span>{formatIin(iin)}</span>
            <Button
              kind="second"
              small
              aria-label={t('dismissOf', { iin: formatIin(iin) })}
              onClick={() => setAsking(iin)}
            >
              {t('dismiss')}
            </Button>
          </li>
        ))}
      </Lines>
      {asking !== null && (
        <DismissDialog
          iin={asking}
          onCancel={() => setAsking(null)}
          onDismiss={() => {
            setAsking(null)
            if (!dismiss.isPending) dismiss.mutate(asking)
          }}
        />
      )}
    </>
  )
}

function AddWorker({ kindergartenId, onDone }: PartProps) {
  const t = useTexts(changeTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<'iin'>()
  const client = useQueryClient()
  const [iin, setIin] = useState('')
  const params = { path: { kindergarten_id: kindergartenId } }
  const add = useMutation({
    mutationFn: (iin: string) =>
      unwrap(
        api.PUT('/api/kindergartens/kindergartens/{kindergarten_id}/workers', {
          params,
          body: { iin },
        }),
      ),
    onMutate: () => onDone(null),
    onError: form.fail,
    onSuccess: () => {
      setIin('')
      onDone('added')
      return client.invalidateQueries(workersQuery(kindergartenId))
    },
  })
  return (
    <FormBox
      onSubmit={() => {
        const plain = plainIin(iin)
        if (form.check({ iin: plain === null && field('iin_invalid') }) && plain && !add.isPending) add.mutate(plain)
      }}
    >
      <h3>{t('addWorker')}</h3>
      {form.summary}
      <IinField hint={t('addWorkerHint')} error={form.errorOf('iin')} value={iin} onType={setIin} />
      <Actions>
        <Button type="submit" kind="second" aria-disabled={add.isPending}>
          {add.isPending ? t('adding') : t('add')}
        </Button>
      </Actions>
    </FormBox>
  )
}
