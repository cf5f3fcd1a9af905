/** A code that was given: who fetches the child, what became of it, and the way to take it back. */
import {
  api,
  type KindergartensEscortedChildView,
  type KindergartensPickupState,
  type KindergartensPickupView,
  unwrap,
} from '@kezek/api'
import { formatDay, formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, type ChipKind, Dialog, Facts, ProblemNotice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { pickupsQuery } from './queries'
import { pickupsTexts } from './texts'

interface PickupCardProps {
  pickup: KindergartensPickupView
  child: KindergartensEscortedChildView | undefined
  onWithdrawn: () => void
}

const CHIPS: Readonly<Record<KindergartensPickupState, ChipKind>> = {
  waiting: 'wait',
  used: 'ok',
  withdrawn: 'bad',
  lapsed: 'ended',
}

export function PickupCard({ pickup, child, onWithdrawn }: PickupCardProps) {
  const t = useTexts(pickupsTexts)
  const language = useLanguage()
  const [asks, ask] = useState(false)
  const { pickup_id: id, name, day, state, used_at: usedAt, used_by_name: usedBy } = pickup
  return (
    <Card labelledBy={id} marked={state === 'waiting'}>
      <h3 id={id}>{name}</h3>
      <Chip kind={CHIPS[state]}>{t(state)}</Chip>
      <Facts
        items={[
          ...(child ? [{ name: t('child'), value: `${child.given_name} ${child.surname}` }] : []),
          { name: t('when'), value: formatDay(day, language) },
          ...(usedAt
            ? [
                { name: t('usedAt'), value: formatMoment(usedAt, language) },
                { name: t('by'), value: usedBy ?? t('worker') },
              ]
            : []),
        ]}
      />
      {state === 'waiting' && (
        <Actions>
          <Button kind="second" small aria-label={t('withdrawOf', { name })} onClick={() => ask(true)}>
            {t('withdraw')}
          </Button>
        </Actions>
      )}
      {asks && <Withdraw pickup={pickup} onCancel={() => ask(false)} onDone={onWithdrawn} />}
    </Card>
  )
}

interface WithdrawProps {
  pickup: KindergartensPickupView
  onCancel: () => void
  onDone: () => void
}

function Withdraw({ pickup: { pickup_id, name }, onCancel, onDone }: WithdrawProps) {
  const t = useTexts(pickupsTexts)
  const client = useQueryClient()
  const withdrawal = useMutation({
    mutationFn: () =>
      unwrap(api.DELETE('/api/kindergartens/me/pickups/{pickup_id}', { params: { path: { pickup_id } } })),
    onSuccess: async () => {
      onCancel()
      onDone()
      await client.invalidateQueries({ queryKey: pickupsQuery.queryKey })
    },
  })
  return (
    <Dialog
      title={t('withdrawTitle', { name })}
      onCancel={onCancel}
      actions={
        <>
          <Button aria-disabled={withdrawal.isPending} onClick={() => withdrawal.mutate()}>
            {t('withdraw')}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('withdrawMore')}</p>
      {withdrawal.error && <ProblemNotice error={withdrawal.error} />}
    </Dialog>
  )
}
