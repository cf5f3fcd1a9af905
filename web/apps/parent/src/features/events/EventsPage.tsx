/** What happened to the own account: sign-ins, refusals, changes (domain §2). */
import { api, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { BackLink, Log, LogLine, Notice, Page, SignedIn } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { eventsTexts } from './texts'

export default function EventsPage() {
  const t = useTexts(eventsTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/settings">{t('settings')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            <Notice>
              {t('strange')} <Link href="/settings/sessions">{t('sessions')}</Link>
            </Notice>
            <Events />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Events() {
  const t = useTexts(eventsTexts)
  const language = useLanguage()
  const query = useInfiniteQuery({
    queryKey: ['auth', 'events', language],
    queryFn: ({ pageParam: before, signal }) =>
      unwrap(
        api.GET('/api/auth/me/security-events', { params: { query: { language, ...(before && { before }) } }, signal }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Log query={query} keyOf={(event) => event.id} empty={t('empty')} emptyMore={t('emptyMore')}>
      {(event) => <LogLine at={event.happened_at} what={event.text} />}
    </Log>
  )
}
