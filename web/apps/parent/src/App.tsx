import { signInPageQuery, useSession } from '@kezek/api'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Frame, Routes } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import css from './App.module.css'
import { pages } from './pages'

export function App() {
  const { data } = useQuery(signInPageQuery(useLanguage()))
  return (
    <Frame support={data?.support} nav={<Nav />} footer={<About />}>
      <Routes pages={pages} />
    </Frame>
  )
}

/** What one may want to know of the service, on every page. */
function About() {
  const t = useTexts(commonTexts)
  return (
    <ul className={css.about}>
      {(['manuals', 'rules', 'privacy', 'accessibility'] as const).map((each) => (
        <li key={each}>
          <Link href={`/${each}`}>{t(each)}</Link>
        </li>
      ))}
    </ul>
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
          <Link href="/settings">{t('settings')}</Link>
        </>
      ) : (
        <Link href="/sign-in">{t('signIn')}</Link>
      )}
    </>
  )
}
