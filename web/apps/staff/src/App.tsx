import { type AuthMe, signInPageQuery, useSession } from '@kezek/api'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { LivePages } from '@kezek/live'
import { About, Frame, Routes, SignOutButton, Tabs } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useLocation } from 'wouter'

import css from './App.module.css'
import { pages } from './pages'
import { sectionsOf } from './shared/sections/sections'
import { sectionTexts } from './shared/sections/texts'
import { Here } from './shared/workplace/Here'

export function App() {
  const { data } = useQuery(signInPageQuery(useLanguage()))
  const { me } = useSession()
  return (
    <Frame
      wide
      support={data?.support}
      nav={<Nav me={me} />}
      sections={me?.complete && sectionsOf(me).length > 0 ? <Sections me={me} /> : undefined}
      footer={<About elsewhere />}
    >
      <LivePages />
      <Routes pages={pages} />
    </Frame>
  )
}

/** The manuals, the settings and the home page stand in the other app. */
function Nav({ me }: { me: AuthMe | null | undefined }) {
  const t = useTexts(commonTexts)
  return (
    <>
      <a href="/manuals">{t('manuals')}</a>
      <a href="/">{t('home')}</a>
      {me ? (
        <>
          {me.name && <span className={css.name}>{me.name}</span>}
          <a href="/settings">{t('settings')}</a>
          <Suspense>
            <SignOutButton small>{t('signOut')}</SignOutButton>
          </Suspense>
        </>
      ) : (
        <a href="/sign-in?next=%2Fstaff">{t('signIn')}</a>
      )}
    </>
  )
}

/** What one may do here, and where one works. */
function Sections({ me }: { me: AuthMe }) {
  return (
    <Suspense>
      <div className={css.sections}>
        <SectionTabs me={me} />
        <Here me={me} />
      </div>
    </Suspense>
  )
}

function SectionTabs({ me }: { me: AuthMe }) {
  const t = useTexts(sectionTexts)
  const [location] = useLocation()
  const items = sectionsOf(me).map(({ href, name }) => ({
    href,
    label: t(`${name}Short`),
    current: location === href || location.startsWith(`${href}/`),
  }))
  return <Tabs label={t('sections')} items={items} />
}
