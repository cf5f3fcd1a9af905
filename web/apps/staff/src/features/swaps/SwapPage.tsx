/** One swap before a kindergarten's worker: both children beside each other, and the decision (domain §7.swap). */
import type { KindergartensSwapChildView, KindergartensSwapView } from '@kezek/api'
import { formatDate, formatDeadline, formatIin } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, BackLink, Card, EmptyState, Facts, LinkButton, Loaded, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { nameOf, useGroupName } from '../../shared/roster/words'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { Decide } from './Decide'
import { swapsQuery } from './queries'
import css from './Swap.module.css'
import { swapsTexts } from './texts'

/** What came of the worker's own signature. */
export type Outcome = 'swapped' | 'approved' | 'declined'

export default function SwapPage() {
  const t = useTexts(swapsTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/swaps">{t('back')}</BackLink>
      <AtWork title={t('title')}>{(work) => <Asked key={id} {...work} id={id} />}</AtWork>
    </>
  )
}

/** Once it is decided it stands in the list no more: what came of it is told by what was seen before. */
function Asked({ id, ...work }: Work & { id: string }) {
  const t = useTexts(swapsTexts)
  const query = useQuery(swapsQuery(work.kindergarten.id))
  const [done, setDone] = useState<{ swap: KindergartensSwapView; outcome: Outcome } | null>(null)
  if (done) return <Done {...done} />
  return (
    <Page title={t('title')}>
      <Loaded query={query}>
        {(items) => {
          const swap = items.find(({ swap_id }) => swap_id === id)
          if (!swap) return <EmptyState title={t('gone')}>{t('goneMore')}</EmptyState>
          return <Whole {...work} swap={swap} onDone={(outcome) => setDone({ swap, outcome })} />
        }}
      </Loaded>
    </Page>
  )
}

interface WholeProps extends Work {
  swap: KindergartensSwapView
  onDone: (outcome: Outcome) => void
}

function Whole({ swap, onDone, ...work }: WholeProps) {
  const t = useTexts(swapsTexts)
  const language = useLanguage()
  const groupName = useGroupName()
  const given = (at: string | null) => t(at === null ? 'awaited' : 'given')
  return (
    <>
      <Small>{t('logged')}</Small>
      <Card>
        <Facts
          items={[
            { name: t('group'), value: groupName(swap) },
            { name: t('until'), value: formatDeadline(swap.expires_at, language) },
            { name: t('ours'), value: given(swap.leaves.approved_at) },
            { name: t('theirs'), value: given(swap.comes.approved_at) },
          ]}
        />
        {swap.leaves.approved_at !== null && (
          <Notice kind="info" title={t('agreed')}>
            <p>{t('agreedMore')}</p>
          </Notice>
        )}
      </Card>
      <div className={css.children}>
        <Child id="leaves" title={t('leaves')} child={swap.leaves} />
        <Child id="comes" title={t('comes')} child={swap.comes} />
      </div>
      <Decide {...work} swap={swap} onDone={onDone} />
    </>
  )
}

interface ChildProps {
  id: string
  title: string
  child: KindergartensSwapChildView
}

function Child({ id, title, child }: ChildProps) {
  const t = useTexts(swapsTexts)
  const language = useLanguage()
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{title}</h2>
      <Facts
        items={[
          { name: t('name'), value: nameOf(child) },
          { name: t('iin'), value: formatIin(child.iin) },
          { name: t('born'), value: formatDate(child.birth_date, language) },
          { name: t('application'), value: child.application_number },
          { name: t('kindergarten'), value: child.kindergarten.name[language] },
        ]}
      />
    </Card>
  )
}

function Done({ swap, outcome }: { swap: KindergartensSwapView; outcome: Outcome }) {
  const t = useTexts(swapsTexts)
  return (
    <Page narrow title={t('title')}>
      <Notice kind="ok" title={t(`done_${outcome}`)} live focused="ifLost">
        {outcome === 'swapped' && <p>{t('done_swappedMore', { name: nameOf(swap.comes) })}</p>}
      </Notice>
      <Actions>
        <LinkButton href="/swaps" kind="second">
          {t('back')}
        </LinkButton>
        <LinkButton href="/roster" kind="second">
          {t('toRoster')}
        </LinkButton>
      </Actions>
    </Page>
  )
}
