/** Who on staff has opened one's data (domain §1). */
import { api, type AuthOwnReading, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { BackLink, Log, LogLine, Page, SignedIn } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { readingsTexts } from './texts'

export default function ReadingsPage() {
  const t = useTexts(readingsTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/settings">{t('settings')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            <Readings />
            <p>{t('strange')}</p>
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Readings() {
  const t = useTexts(readingsTexts)
  const language = useLanguage()
  const query = useInfiniteQuery({
    queryKey: ['auth', 'readings', language],
    queryFn: ({ pageParam: before, signal }) =>
      unwrap(api.GET('/api/auth/me/readings', { params: { query: { language, ...(before && { before }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Log query={query} keyOf={(line) => line.reading_id} empty={t('empty')} emptyMore={t('emptyMore')}>
      {(line) => <Line line={line} />}
    </Log>
  )
}

function Line({ line: { read_at, who, what, why, application_id } }: { line: AuthOwnReading }) {
  const t = useTexts(readingsTexts)
  return (
    <LogLine at={read_at} what={who}>
      <p>{what}</p>
      <p>
        {t('why')}: {why}
      </p>
      {application_id !== null && <Link href={`/queue/${application_id}`}>{t('application')}</Link>}
    </LogLine>
  )
}
