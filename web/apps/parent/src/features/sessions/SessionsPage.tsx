/** Where one is signed in, and the end of it (domain §2). */
import { useTexts } from '@kezek/i18n'
import { BackLink, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { EndSeveral } from './EndSeveral'
import { sessionsQuery } from './queries'
import { SessionList } from './SessionList'
import { sessionsTexts } from './texts'

export default function SessionsPage() {
  const t = useTexts(sessionsTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/settings">{t('settings')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            <Sessions />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Sessions() {
  const query = useQuery(sessionsQuery)
  return (
    <Loaded query={query}>
      {(sessions) => (
        <>
          <SessionList sessions={sessions} />
          <EndSeveral others={sessions.filter(({ current }) => !current).length} />
        </>
      )}
    </Loaded>
  )
}
