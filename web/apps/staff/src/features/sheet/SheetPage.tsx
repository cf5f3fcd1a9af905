/** A month of the groups as a sheet: what it comes to, closed with a signature, its paper (domain §8.sheet). */
import { isoDay, momentOf } from '@kezek/domain'
import { askedMonth, earlierMonth, formatMonth, laterMonth } from '@kezek/domain/months'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, AsOf, BackLink, Button, EmptyState, Loaded, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { GroupMonth } from './GroupMonth'
import { monthQuery, type ToSign } from './queries'
import { SignSheet } from './SignSheet'
import { sheetTexts } from './texts'

export default function SheetPage() {
  const t = useTexts(sheetTexts)
  return (
    <>
      <BackLink href="/attendance">{t('back')}</BackLink>
      <AtWork title={t('title')}>{(work) => <Sheets key={work.kindergarten.id} {...work} />}</AtWork>
    </>
  )
}

function Sheets(work: Work) {
  const t = useTexts(sheetTexts)
  const language = useLanguage()
  const [params, setParams] = useSearchParams()
  const [toSign, sign] = useState<ToSign | null>(null)
  const [done, setDone] = useState<ToSign['what'] | null>(null)
  const thisMonth = isoDay(momentOf(new Date())).slice(0, 7)
  const month = askedMonth(params.get('month'), thisMonth)
  const query = useQuery(monthQuery(work.kindergarten.id, month))
  const go = (next: string) => {
    setDone(null)
    setParams({ month: next }, { replace: true })
  }
  if (toSign) {
    const finish = () => {
      setDone(toSign.what)
      sign(null)
    }
    return <SignSheet {...work} toSign={toSign} onBack={() => sign(null)} onDone={finish} />
  }
  return (
    <Page title={t('title')} lead={work.kindergarten.name[language]}>
      {done && <Notice kind="ok" title={t(done === 'close' ? 'doneClose' : 'doneReopen')} live focused="ifLost" />}
      <Actions>
        <Button kind="second" small onClick={() => go(earlierMonth(month))}>
          {t('earlier')}
        </Button>
        {month < thisMonth && (
          <Button kind="second" small onClick={() => go(laterMonth(month))}>
            {t('later')}
          </Button>
        )}
      </Actions>
      <p role="status">
        <strong>{formatMonth(month, language)}</strong>
      </p>
      <Loaded query={query}>
        {({ items, over }) =>
          items.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
          ) : (
            items.map((group) => (
              <GroupMonth
                key={[month, group.group_year, group.language, group.kind].join('-')}
                group={group}
                kindergarten={work.kindergarten.id}
                month={month}
                over={over}
                onSign={(next) => {
                  scrollTo(0, 0)
                  sign(next)
                }}
              />
            ))
          )
        }
      </Loaded>
      <AsOf at={query.dataUpdatedAt} />
      <Small>{t('logged')}</Small>
    </Page>
  )
}
