/** Closing a kindergarten: whom it touches, by what ground, and the signature (domain §6.6). */
import type { AuthMe } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Loaded, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { ClosedNotice } from '../../shared/closing/ClosedNotice'
import { Ground } from './Ground'
import { type Touched, touchedQuery } from './queries'
import { SignStep } from './SignStep'
import { closeTexts } from './texts'
import { Touches } from './Touches'

export default function ClosePage() {
  const t = useTexts(closeTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href={`/kindergartens/${id}`}>{t('back')}</BackLink>
      <ForAdministrator title={t('title')}>{(me) => <Closing key={id} id={id} me={me} />}</ForAdministrator>
    </>
  )
}

function Closing({ id, me }: { id: string; me: AuthMe }) {
  const t = useTexts(closeTexts)
  const language = useLanguage()
  const query = useQuery(touchedQuery(id))
  return (
    <Page narrow title={t('title')} lead={query.data?.kindergarten.name[language]}>
      <Loaded query={query}>{(touched) => <Whole touched={touched} me={me} />}</Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
      <Small>{t('logged')}</Small>
    </Page>
  )
}

function Whole({ touched, me }: { touched: Touched; me: AuthMe }) {
  const t = useTexts(closeTexts)
  const [ground, setGround] = useState('')
  const [signs, setSigns] = useState(false)
  const { closed, closing } = touched.kindergarten
  if (closed) {
    return (
      <>
        <Notice kind="info" title={t('closed')} live>
          {t('closedMore')}
        </Notice>
        {closing && <ClosedNotice closing={closing} />}
      </>
    )
  }
  const next = (typed: string) => {
    scrollTo(0, 0)
    setGround(typed)
    setSigns(true)
  }
  if (signs) return <SignStep touched={touched} ground={ground} language={me.language} onBack={() => setSigns(false)} />
  return (
    <>
      <p>{t('lead')}</p>
      <Touches touched={touched} />
      <Ground ground={ground} onNext={next} />
    </>
  )
}
