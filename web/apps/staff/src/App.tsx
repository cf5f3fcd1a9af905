import { signInPageQuery } from '@kezek/api'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Frame, Routes } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { pages } from './pages'

export function App() {
  const { data } = useQuery(signInPageQuery(useLanguage()))
  return (
    <Frame wide support={data?.support} nav={<Nav />}>
      <Routes pages={pages} />
    </Frame>
  )
}

/** The manuals and the home page stand in the other app. */
function Nav() {
  const t = useTexts(commonTexts)
  return (
    <>
      <a href="/manuals">{t('manuals')}</a>
      <a href="/">{t('home')}</a>
    </>
  )
}
