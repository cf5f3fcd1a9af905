/** My children: for each what is so, what comes next and until when; nothing to do is said, too. */
import { useTexts } from '@kezek/i18n'
import { AsOf, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import type { Application } from '../../shared/applications/model'
import { childrenQuery, journalQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { arrange } from './arrange'
import css from './Cabinet.module.css'
import { ChildCard } from './ChildCard'
import { Ended } from './Ended'
import { NoneYet, Sections } from './Sections'
import { WaitingLines } from './WaitingLines'
import { WithoutApplication } from './WithoutApplication'

export default function CabinetPage() {
  const t = useTexts(applicationTexts)
  return (
    <SignedIn>
      {() => (
        <Page title={t('children')}>
          <Cabinet />
        </Page>
      )}
    </SignedIn>
  )
}

function Cabinet() {
  const journal = useQuery(journalQuery)
  return (
    <Loaded query={journal}>
      {(applications) => (
        <>
          {applications.length === 0 && <NoneYet />}
          <Children applications={applications} />
          <Sections more={applications.length > 0} />
          <AsOf at={journal.dataUpdatedAt} />
        </>
      )}
    </Loaded>
  )
}

function Children({ applications }: { applications: readonly Application[] }) {
  const { data: children, error } = useQuery(childrenQuery)
  const { live, folded, ended, without } = arrange(applications, children)
  const waiting = folded ? live.filter(({ state }) => state.code === 'queued') : []
  return (
    <>
      <div className={css.cards}>
        {live
          .filter((each) => !waiting.includes(each))
          .map((each) => (
            <ChildCard key={each.application_id} application={each} />
          ))}
      </div>
      <WaitingLines applications={waiting} />
      <WithoutApplication items={without} silent={error !== null && children === undefined} />
      <Ended applications={ended} />
    </>
  )
}
