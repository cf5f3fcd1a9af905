/** Who on staff opened whose data, when, what and why: for an investigation (domain §1). */
import { api, type AuthReadings, type AuthReadingView, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Log, LogLine, Page } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { adminTexts } from '../../shared/admin/texts'
import { usePaused } from '../../shared/usePaused'
import { Conditions } from '../../shared/logs/Conditions'
import { Export } from '../../shared/logs/Export'
import { LogTabs } from '../../shared/logs/LogTabs'
import { periodOf } from '../../shared/logs/period'
import { PersonLink } from '../../shared/logs/PersonLink'
import { logTexts } from '../../shared/logs/texts'
import { useWanted, type Wanted } from '../../shared/logs/useWanted'
import { readingsTexts } from './texts'

export default function ReadingsPage() {
  const t = useTexts(readingsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <LogTabs current="readings" />
          <Readings />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Readings() {
  const log = useTexts(logTexts)
  const [wanted, change] = useWanted()
  const query = useInfiniteQuery(readingsQuery(usePaused(JSON.stringify(wanted))))
  return (
    <>
      <Conditions wanted={wanted} onChange={change} />
      <Export of="readings" period={periodOf(wanted)} same={{ person_id: wanted.person, reader_id: wanted.reader }} />
      <Log query={query} keyOf={({ id }) => id} empty={log('empty')} emptyMore={log('emptyMore')}>
        {(line) => <Reading line={line} />}
      </Log>
    </>
  )
}

/** Each look is logged: nothing is asked again by itself. */
const readingsQuery = (wanted: string) => {
  const { person, reader, ...days } = JSON.parse(wanted) as Wanted
  const same = { ...(person && { person_id: person }), ...(reader && { reader_id: reader }) }
  return {
    queryKey: ['auth', 'all-readings', wanted],
    queryFn: ({ pageParam, signal }: { pageParam: string; signal: AbortSignal }) => {
      const query = { ...periodOf(days), ...same, ...(pageParam && { before: pageParam }) }
      return unwrap(api.GET('/api/auth/readings', { params: { query }, signal }))
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: AuthReadings) => next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  }
}

function Reading({ line }: { line: AuthReadingView }) {
  const t = useTexts(readingsTexts)
  const shared = useTexts(adminTexts)
  const language = useLanguage()
  const { read_at, what, why, role, organisation, reader_id, person_id, application_id } = line
  const whose = organisation ? `, ${organisation[language]}` : ''
  const reader = (
    <>
      {`${shared(role as 'worker')}${whose}, `}
      <PersonLink id={reader_id} />
    </>
  )
  return (
    <LogLine
      at={read_at}
      what={t(what as 'referrals:search')} // a code that came after these words is its own text
      facts={[
        { name: t('reader'), value: reader },
        { name: t('whose'), value: <PersonLink id={person_id} /> },
        { name: t('why'), value: t(why as 'search') },
        ...(application_id ? [{ name: t('application'), value: application_id }] : []),
      ]}
    />
  )
}
