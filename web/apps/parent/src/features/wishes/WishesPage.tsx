/** Languages in the order of wish, and the switch of twins: changed at any time, without a signature (domain §2, §5.4). */
import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { isOver } from '../../shared/applications/model'
import { applicationQuery } from '../../shared/applications/queries'
import { wishesTexts } from './texts'
import { WishesForm } from './WishesForm'

export default function WishesPage() {
  return <SignedIn>{() => <Wishes />}</SignedIn>
}

function Wishes() {
  const t = useTexts(wishesTexts)
  const { id = '' } = useParams()
  const query = useQuery(applicationQuery(id))
  return (
    <>
      <BackLink href={`/journal/${id}`}>{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Loaded query={query}>{({ information }) => <Known application={information} />}</Loaded>
      </Page>
    </>
  )
}

function Known({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(wishesTexts)
  if (isOver(application.state.code) || application.state.code === 'enrolled') return <Notice title={t('over')} />
  return <WishesForm application={application} />
}
