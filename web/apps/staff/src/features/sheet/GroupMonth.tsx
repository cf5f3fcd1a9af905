/** A group's month: each child's days, those that nobody has marked, and whether it is closed. */
import type { KindergartensClosedSheetView, KindergartensGroupMonthView, KindergartensMonthChildView } from '@kezek/api'
import { formatDay, formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, type Column, Fold, Lines, Small, Table } from '@kezek/ui'
import { useState } from 'react'

import { Answers } from './Answers'
import { Papers } from './Papers'
import { type ToSign, useGroupName } from './queries'
import { ReasonForm } from './ReasonForm'
import { sheetTexts } from './texts'

interface GroupMonthProps {
  group: KindergartensGroupMonthView
  kindergarten: string
  month: string
  over: boolean
  onSign: (toSign: ToSign) => void
}

export function GroupMonth({ group, kindergarten, month, over, onSign }: GroupMonthProps) {
  const t = useTexts(sheetTexts)
  const name = useGroupName()(group)
  const { closed } = group
  // of a sheet that was reopened only what was said: nobody is waited for
  const asked = closed ? group.children : group.children.filter(({ answer }) => answer)
  const key = [group.group_year, group.language, group.kind].join('-')
  return (
    <Card labelledBy={key}>
      <h2 id={key}>{name}</h2>
      <Chip kind={closed ? 'ok' : 'wait'}>{t(closed ? 'closed' : 'open')}</Chip>
      {closed ? <Closed {...closed} /> : <p>{t(over ? 'mayClose' : 'notOver')}</p>}
      {(closed?.asks_parents ?? asked.length > 0) && <Answers rows={asked} />}
      <Unmarked rows={group.children} open={!closed} />
      <Children rows={group.children} caption={`${t('children')}: ${name}`} />
      {group.reopened.length > 0 && <Reopened sheets={group.reopened} />}
      <Papers group={group} kindergarten={kindergarten} month={month}>
        {over && (
          <Button aria-label={t('closeOf', { group: name })} onClick={() => onSign({ what: 'close', month, group })}>
            {t('close')}
          </Button>
        )}
      </Papers>
      {closed && (
        <Reopen name={name} onReason={(reason) => onSign({ what: 'reopen', sheet: closed.id, reason, group })} />
      )}
    </Card>
  )
}

function Closed({ number, closed_at, closed_by_name }: KindergartensClosedSheetView) {
  const t = useTexts(sheetTexts)
  const language = useLanguage()
  return (
    <>
      <p>{t('closedMore', { number, time: formatMoment(closed_at, language), who: closed_by_name })}</p>
      <Small>{t('closedNote')}</Small>
    </>
  )
}

function Reopen({ name, onReason }: { name: string; onReason: (reason: string) => void }) {
  const t = useTexts(sheetTexts)
  const [asked, ask] = useState(false)
  if (asked) return <ReasonForm onReason={onReason} onCancel={() => ask(false)} />
  return (
    <Actions>
      <Button kind="second" small aria-label={t('reopenOf', { group: name })} onClick={() => ask(true)}>
        {t('reopen')}
      </Button>
    </Actions>
  )
}

function Reopened({ sheets }: { sheets: readonly KindergartensClosedSheetView[] }) {
  const t = useTexts(sheetTexts)
  const language = useLanguage()
  return (
    <Lines>
      {sheets.map(({ id, number, reopened_at, reopened_by_name, reopened_because }) => (
        <li key={id}>
          {t('reopenedLine', {
            number,
            time: formatMoment(reopened_at ?? '', language),
            who: reopened_by_name ?? '',
            reason: reopened_because ?? '',
          })}
        </li>
      ))}
    </Lines>
  )
}

/** Which working days lack a mark, child by child. */
function Unmarked({ rows, open }: { rows: readonly KindergartensMonthChildView[]; open: boolean }) {
  const t = useTexts(sheetTexts)
  const language = useLanguage()
  const lacking = rows.filter(({ unmarked }) => unmarked.length > 0)
  if (lacking.length === 0) return <p>{t('complete')}</p>
  const count = lacking.reduce((sum, { unmarked }) => sum + unmarked.length, 0)
  return (
    <Fold summary={t('unmarkedOf', { count })}>
      {open && <p>{t('unmarkedMore')}</p>}
      <Lines>
        {lacking.map(({ enrolment_id, surname, given_name, unmarked }) => (
          <li key={enrolment_id}>
            {surname} {given_name}: {unmarked.map((day) => formatDay(day, language)).join(', ')}
          </li>
        ))}
      </Lines>
    </Fold>
  )
}

function Children({ rows, caption }: { rows: readonly KindergartensMonthChildView[]; caption: string }) {
  const t = useTexts(sheetTexts)
  const counted = (['present', 'illness', 'leave', 'other'] as const).map(
    (key): Column<KindergartensMonthChildView> => ({ key, title: t(key), value: (row) => row[key] }),
  )
  return (
    <Table<KindergartensMonthChildView>
      caption={caption}
      rows={rows}
      keyOf={({ enrolment_id }) => enrolment_id}
      empty={null}
      columns={[
        { key: 'child', title: t('child'), value: ({ surname, given_name }) => `${surname} ${given_name}` },
        ...counted,
        { key: 'unmarked', title: t('unmarked'), value: ({ unmarked }) => unmarked.length },
      ]}
    />
  )
}
