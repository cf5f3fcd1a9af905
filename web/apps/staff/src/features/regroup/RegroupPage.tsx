/** Children of one group go over to another one, in the month for it, by one signature (domain §7.roster). */
import type { KindergartensRosterGroupsView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { BackLink, EmptyState, LinkButton, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { FormStep, type Move } from './FormStep'
import { groupsQuery } from './queries'
import { SignStep } from './SignStep'
import { regroupTexts } from './texts'

export default function RegroupPage() {
  const t = useTexts(regroupTexts)
  const shared = useTexts(rosterSharedTexts)
  return (
    <>
      <BackLink href="/roster">{shared('list')}</BackLink>
      <AtWork title={t('title')}>{(work) => <Regroup {...work} />}</AtWork>
    </>
  )
}

function Regroup(work: Work) {
  const t = useTexts(regroupTexts)
  const query = useQuery(groupsQuery(work.kindergarten.id))
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <Loaded query={query}>{(groups) => <Steps {...work} groups={groups} />}</Loaded>
    </Page>
  )
}

/** Who is chosen stands in no address. */
function Steps({ groups, ...work }: Work & { groups: KindergartensRosterGroupsView }) {
  const t = useTexts(regroupTexts)
  const [move, setMove] = useState<Move | null>(null)
  const [done, setDone] = useState<number | null>(null)
  if (done !== null)
    return (
      <Notice kind="ok" title={t('done', { n: done })} live focused="ifLost">
        <LinkButton href="/roster" kind="second">
          {t('toList')}
        </LinkButton>
      </Notice>
    )
  if (!groups.open)
    return (
      <Notice title={t('closed')}>
        {groups.first_day !== null &&
          groups.last_day !== null &&
          t('closedMore', { from: formatNumeric(groups.first_day), to: formatNumeric(groups.last_day) })}
      </Notice>
    )
  if (groups.items.length === 0) return <EmptyState title={t('empty')} />
  if (move) return <SignStep {...work} move={move} onDone={setDone} onChange={() => setMove(null)} />
  return <FormStep kindergartenId={work.kindergarten.id} groups={groups.items} onNext={setMove} />
}
