import { signInPageQuery, useSession } from '@kezek/api'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { LivePages } from '@kezek/live'
import { About, Frame, Routes } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { pages } from './pages'
import { InboxLink } from './shared/inbox/InboxLink'

export function App() {
  const { data } = useQuery(signInPageQuery(useLanguage()))
  return (
    <Frame support={data?.support} nav={<Nav />} footer={<About />}>
      <LivePages />
      <Routes pages={pages} />
    </Frame>
  )
}

function Nav() {
  const t = useTexts(commonTexts)
  const { me } = useSession()
  return (
    <>
      <Link href="/manuals">{t('manuals')}</Link>
      {me ? (
        <>
          <Link href="/cabinet">{t('cabinet')}</Link>
          {me.complete && <InboxLink />}
          <Link href="/settings">{t('settings')}</Link>
        </>
      ) : (
        <Link href="/sign-in">{t('signIn')}</Link>
      )}
    </>
  )
}
