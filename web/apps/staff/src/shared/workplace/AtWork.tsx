/** What only a kindergarten's worker sees, of the kindergarten they work in now; others are told why not, and the way on. */
import type { AuthMe, KindergartensOwnKindergartenView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { EmptyState, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { ClosedNotice } from '../closing/ClosedNotice'
import { ChooseWorkplace } from './ChooseWorkplace'
import { workplacesQuery } from './queries'
import { workplaceTexts } from './texts'

export interface Work {
  me: AuthMe
  kindergarten: KindergartensOwnKindergartenView
}

interface AtWorkProps {
  title: string
  children: (work: Work) => ReactNode
}

export function AtWork({ title, children }: AtWorkProps) {
  return (
    <SignedIn>
      {(me) => {
        if (me.must_choose_workplace) return <MustChoose />
        return me.works_at === null ? (
          <Page narrow title={title}>
            <NoWorker me={me} />
          </Page>
        ) : (
          <Working key={me.works_at} me={me}>
            {children}
          </Working>
        )
      }}
    </SignedIn>
  )
}

/** The choice stands in place of the page, which then comes by itself. */
function MustChoose() {
  const t = useTexts(workplaceTexts)
  return (
    <Page narrow title={t('title')} lead={t('oldName')}>
      <ChooseWorkplace current={null} />
    </Page>
  )
}

function Working({ me, children }: { me: AuthMe; children: AtWorkProps['children'] }) {
  const t = useTexts(workplaceTexts)
  const query = useQuery(workplacesQuery)
  return (
    <Loaded query={query}>
      {(items) => {
        const kindergarten = items.find(({ id }) => id === me.works_at)
        if (!kindergarten) return <EmptyState title={t('none')}>{t('noneAdvice')}</EmptyState>
        return (
          <>
            {kindergarten.closing && <ClosedNotice closing={kindergarten.closing} />}
            {children({ me, kindergarten })}
          </>
        )
      }}
    </Loaded>
  )
}

/** Who has a staff role that this session does not open signs in otherwise; who has none asks for an account. */
export function NoWorker({ me: { grants, method } }: { me: AuthMe }) {
  const t = useTexts(workplaceTexts)
  if (grants.length > 0 && method === 'code')
    return (
      <EmptyState title={t('byKey')} action={<a href="/sign-in?next=%2Fstaff&again=1&way=eds">{t('signInByKey')}</a>}>
        {t('byKeyAdvice')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('notWorker')} action={<a href="/account-request">{t('ask')}</a>}>
      {t('notWorkerAdvice')}
    </EmptyState>
  )
}
