/** What happened to people's access: for an investigation (domain §2). */
import { api, type AuthEvents, type AuthEventView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Facts, Fold, Log, LogLine, Page, Select } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { usePaused } from '../../shared/usePaused'
import { Conditions } from '../../shared/logs/Conditions'
import { Export } from '../../shared/logs/Export'
import { LogTabs } from '../../shared/logs/LogTabs'
import { periodOf } from '../../shared/logs/period'
import { PersonLink } from '../../shared/logs/PersonLink'
import { logTexts } from '../../shared/logs/texts'
import { useWanted, type Wanted } from '../../shared/logs/useWanted'
import { detailsOf } from './details'
import { KINDS } from './kinds'
import { eventsTexts } from './texts'

export default function EventsPage() {
  const t = useTexts(eventsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <LogTabs current="events" />
          <Events />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Events() {
  const t = useTexts(eventsTexts)
  const log = useTexts(logTexts)
  const [wanted, change] = useWanted()
  const query = useInfiniteQuery(eventsQuery(usePaused(JSON.stringify(wanted))))
  return (
    <>
      <Conditions wanted={wanted} onChange={change}>
        <Select label={t('kind')} value={wanted.kind} onChange={(event) => change({ kind: event.target.value })}>
          <option value="">{t('allKinds')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(kind)}
            </option>
          ))}
        </Select>
      </Conditions>
      <Export of="security-events" period={periodOf(wanted)} same={{ person_id: wanted.person, kind: wanted.kind }} />
      <Log query={query} keyOf={({ id }) => id} empty={log('empty')} emptyMore={log('emptyMore')}>
        {(line) => <Event line={line} />}
      </Log>
    </>
  )
}

/** Each look is logged: nothing is asked again by itself. */
const eventsQuery = (wanted: string) => {
  const { person, kind, ...days } = JSON.parse(wanted) as Wanted
  const same = { ...(person && { person_id: person }), ...(kind && { kind }) }
  return {
    queryKey: ['auth', 'all-events', wanted],
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
      const query = { ...periodOf(days), ...same, ...(pageParam && { before: pageParam }) }
      return unwrap(api.GET('/api/auth/security-events', { params: { query }, signal }))
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: AuthEvents) => next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  }
}

function Event({ line: { happened_at, kind, person_id, code, details } }: { line: AuthEventView }) {
  const t = useTexts(eventsTexts)
  const log = useTexts(logTexts)
  return (
    <LogLine
      at={happened_at}
      what={t(kind as 'signed_in')} // a code that came after these words is its own text
      facts={[
        { name: log('person'), value: <PersonLink id={person_id} /> },
        ...(code ? [{ name: t('code'), value: code }] : []),
      ]}
    >
      <Fold summary={t('details')}>
        <Facts items={detailsOf(details)} />
      </Fold>
    </LogLine>
  )
}
