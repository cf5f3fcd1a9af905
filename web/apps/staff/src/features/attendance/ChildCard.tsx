/** A child's day: where it is, who brought and fetched it, and what the worker says of it. */
import type { KindergartensGroupChildView } from '@kezek/api'
import { formatHour } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, type ChipKind, Fold, ProblemNotice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { AbsenceForm } from './AbsenceForm'
import { HourForm } from './HourForm'
import { Marks } from './Marks'
import { type Presence, presenceOn } from './presence'
import { type Doing, perform } from './queries'
import { attendanceTexts } from './texts'
import { useWho } from './who'

interface ChildCardProps {
  child: KindergartensGroupChildView
  kindergarten: string
  day: string
}

const CHIPS: Readonly<Record<Presence, ChipKind>> = {
  awaited: 'wait',
  there: 'ok',
  notLeft: 'wait',
  gone: 'ended',
  absent: 'bad',
}

type Open = 'hour' | 'absence' | null

export function ChildCard({ child, kindergarten, day }: ChildCardProps) {
  const t = useTexts(attendanceTexts)
  const who = useWho()
  const client = useQueryClient()
  const [open, setOpen] = useState<Open>(null)
  const doing = useMutation({
    mutationFn: (what: Doing) => perform(kindergarten, what),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['kindergartens', 'attendance'] })
      setOpen(null)
    },
  })
  const { enrolment_id: enrolment } = child
  const name = `${child.surname} ${child.given_name}`
  const { presence, absence, arrival, leaving, marks } = child.day
  const shown = presenceOn(day, presence)
  const go = (what: Doing) => {
    if (!doing.isPending) doing.mutate(what)
  }
  return (
    <Card labelledBy={enrolment}>
      <h2 id={enrolment}>{name}</h2>
      <div role="status">
        <Chip kind={CHIPS[shown]}>{t(shown)}</Chip>
        {arrival && <p>{t('arrivedAt', { time: formatHour(arrival.at), who: who(arrival) })}</p>}
        {leaving && <p>{t('leftAt', { time: formatHour(leaving.at), who: who(leaving) })}</p>}
        {absence && (
          <p>
            {t(absence.reason)}
            {absence.remark !== '' && `: ${absence.remark}`}
          </p>
        )}
      </div>
      {open === 'hour' && (
        <HourForm
          first={presence === 'there' ? 'leaving' : 'arrival'}
          onMark={(kind, at) => go({ what: 'mark', enrolment, kind, day, at })}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === 'absence' && (
        <AbsenceForm
          said={absence}
          onSay={(reason, remark) => go({ what: 'absence', enrolment, day, reason, remark })}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === null && (
        <Actions>
          <Button small aria-label={t('markOf', { name })} onClick={() => setOpen('hour')}>
            {t('mark')}
          </Button>
          {marks.every((mark) => mark.struck_at !== null) && (
            <Button kind="second" small aria-label={t('absenceOf', { name })} onClick={() => setOpen('absence')}>
              {t('sayAbsence')}
            </Button>
          )}
        </Actions>
      )}
      {doing.error && <ProblemNotice error={doing.error} />}
      {marks.length > 0 && (
        <Fold summary={t('marksOf', { name, count: marks.length })}>
          <Marks marks={marks} onStrike={(mark, reason) => go({ what: 'strike', mark, reason })} />
        </Fold>
      )}
    </Card>
  )
}
