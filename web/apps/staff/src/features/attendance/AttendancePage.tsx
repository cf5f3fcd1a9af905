/** A day of the groups: who is there, who is not and why, who brought and fetched (domain §8.attendance). */
import type { KindergartensGroupChildView, KindergartensPresence } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import {
  Actions,
  AsOf,
  Button,
  DayField,
  EmptyState,
  Facts,
  LinkButton,
  Loaded,
  Notice,
  Page,
  Select,
  useToday,
} from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { ByCode } from './ByCode'
import { ChildCard } from './ChildCard'
import { presenceOn } from './presence'
import { dayQuery } from './queries'
import { attendanceTexts } from './texts'

export default function AttendancePage() {
  const t = useTexts(attendanceTexts)
  return <AtWork title={t('title')}>{(work) => <Day key={work.kindergarten.id} {...work} />}</AtWork>
}

type Child = KindergartensGroupChildView
const PRESENCES: readonly KindergartensPresence[] = ['there', 'gone', 'absent', 'awaited']

function Day({ kindergarten }: Work) {
  const t = useTexts(attendanceTexts)
  const language = useLanguage()
  const today = useToday()
  // null is today, whichever day that is by now: the page stays open overnight
  const [chosen, choose] = useState<string | null>(null)
  const day = chosen ?? today
  const query = useQuery(dayQuery(kindergarten.id, day))
  return (
    <Page title={t('title')} lead={kindergarten.name[language]}>
      <AtTheDoor kindergarten={kindergarten.id} />
      <DayField
        label={t('day')}
        value={day}
        onChoose={(next) => {
          if (next !== '') choose(next === today ? null : next)
        }}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
          ) : (
            <Groups items={items} kindergarten={kindergarten.id} day={day} />
          )
        }
      </Loaded>
      <AsOf at={query.dataUpdatedAt} />
      <Actions>
        <LinkButton kind="second" href={`/attendance/sheet?month=${day.slice(0, 7)}`}>
          {t('sheet')}
        </LinkButton>
      </Actions>
    </Page>
  )
}

/** Somebody has come with a pick-up code. */
function AtTheDoor({ kindergarten }: { kindergarten: string }) {
  const t = useTexts(attendanceTexts)
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState<string | null>(null)
  if (open)
    return (
      <ByCode
        kindergarten={kindergarten}
        onCancel={() => setOpen(false)}
        onGiven={(name) => {
          setOpen(false)
          setGiven(name)
        }}
      />
    )
  return (
    <>
      {given !== null && <Notice kind="ok" title={t('given', { name: given })} live focused />}
      <Actions>
        <Button
          onClick={() => {
            setGiven(null)
            setOpen(true)
          }}
        >
          {t('byCode')}
        </Button>
      </Actions>
    </>
  )
}

interface GroupsProps {
  items: readonly Child[]
  kindergarten: string
  day: string
}

function Groups({ items, kindergarten, day }: GroupsProps) {
  const t = useTexts(attendanceTexts)
  const word = useTexts(kindergartenTexts)
  const [chosen, choose] = useState('')
  const groups = new Map(items.map((child) => [keyOf(child), child]))
  const shown = items.filter((child) => !groups.has(chosen) || keyOf(child) === chosen)
  return (
    <>
      {groups.size > 1 && (
        <Select label={t('group')} value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">{t('allGroups')}</option>
          {[...groups].map(([key, { group_year, language, kind }]) => (
            <option key={key} value={key}>
              {t('groupOf', { year: String(group_year), language: word(`in_${language}`), kind: word(kind) })}
            </option>
          ))}
        </Select>
      )}
      <Facts
        items={PRESENCES.map((presence) => ({
          name: t(presenceOn(day, presence)),
          value: shown.filter((child) => child.day.presence === presence).length,
        }))}
      />
      {shown.map((child) => (
        <ChildCard key={`${child.enrolment_id}.${day}`} child={child} kindergarten={kindergarten} day={day} />
      ))}
    </>
  )
}

function keyOf({ group_year, language, kind }: Child): string {
  return [group_year, language, kind].join('.')
}
