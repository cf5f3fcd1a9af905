/** Who gets which place, in the order of the round: applications by their numbers, nobody's name. */
import type { QueueSeatView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, type Column, EmptyState, Table } from '@kezek/ui'

import { roundsTexts } from './texts'

interface SeatsProps {
  caption: string
  seats: readonly QueueSeatView[]
  total: number
  /** Whether the families have been offered their places by now. */
  held?: boolean
  onAll: () => void
}

export function Seats({ caption, seats, total, held = false, onAll }: SeatsProps) {
  const t = useTexts(roundsTexts)
  const columns = useColumns()
  const turn = useTurn()
  return (
    <>
      <Table<QueueSeatView>
        caption={caption}
        rows={seats}
        total={total}
        keyOf={({ number }) => number}
        empty={<EmptyState title={t('noSeats')} />}
        columns={held ? [...columns, turn] : columns}
      />
      {seats.length < total && (
        <Actions>
          <Button kind="second" onClick={onAll}>
            {t('all', { n: total })}
          </Button>
        </Actions>
      )}
    </>
  )
}

function useColumns(): Column<QueueSeatView>[] {
  const t = useTexts(roundsTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  return [
    { key: 'number', title: t('application'), value: ({ number }) => number },
    { key: 'category', title: t('category'), value: ({ category }) => category, numeric: true },
    { key: 'queue', title: t('queue'), value: ({ queue }) => `${String(queue.group_year)}, ${word(queue.kind)}` },
    { key: 'kindergarten', title: t('kindergarten'), value: ({ kindergarten }) => kindergarten[language] },
    { key: 'wish', title: t('wish'), value: ({ wish }) => wish, numeric: true },
  ]
}

function useTurn(): Column<QueueSeatView> {
  const t = useTexts(roundsTexts)
  const said = (begun: boolean | null) => t(begun === null ? 'unanswered' : begun ? 'begun' : 'unmade')
  return { key: 'turn', title: t('turn'), value: ({ begun }) => said(begun) }
}
