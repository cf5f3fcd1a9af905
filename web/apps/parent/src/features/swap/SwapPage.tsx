/** «Орын алмасу»: an enrolled child's family proposes a swap, joins one by its code, sees how it goes, cancels it (domain §7.swap). */
import type { ApplicationsInformationView, AuthMe, KindergartensOwnEnrolmentView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, EmptyState, Facts, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { calledName, fullName } from '../../shared/applications/model'
import { applicationQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { Begin } from './Begin'
import { Last } from './Last'
import { ownEnrolmentsQuery } from './queries'
import { Standing } from './Standing'
import { swapTexts } from './texts'

export default function SwapPage() {
  const { id = '' } = useParams()
  return <SignedIn>{(me) => <Asked id={id} me={me} />}</SignedIn>
}

function Asked({ id, me }: { id: string; me: AuthMe }) {
  const t = useTexts(swapTexts)
  const words = useTexts(applicationTexts)
  const application = useQuery(applicationQuery(id))
  const enrolments = useQuery(ownEnrolmentsQuery)
  return (
    <>
      <BackLink href="/cabinet">{words('children')}</BackLink>
      <Page narrow title={t('title')} lead={t('lead')}>
        <Loaded query={application}>
          {({ information }) => (
            <Loaded query={enrolments}>
              {(items) => (
                <Known
                  me={me}
                  application={information}
                  enrolment={items.find((each) => each.application_id === id) ?? null}
                />
              )}
            </Loaded>
          )}
        </Loaded>
        {enrolments.data && <AsOf at={enrolments.dataUpdatedAt} />}
      </Page>
    </>
  )
}

interface KnownProps {
  me: AuthMe
  application: ApplicationsInformationView
  enrolment: KindergartensOwnEnrolmentView | null
}

function Known({ me, application, enrolment }: KnownProps) {
  const t = useTexts(swapTexts)
  if (enrolment === null) return <EmptyState title={t('notEnrolled')}>{t('notEnrolledMore')}</EmptyState>
  const { swap } = enrolment
  const name = calledName(application.child)
  return (
    <>
      <Which application={application} enrolment={enrolment} />
      {swap?.open && <Standing key={swap.swap_id} me={me} swap={swap} />}
      {swap && !swap.open && <Last swap={swap} name={name} />}
      {!swap?.open && <Begin me={me} district={application.district.code} enrolment={enrolment} />}
    </>
  )
}

function Which({
  application,
  enrolment,
}: Pick<KnownProps, 'application'> & { enrolment: KindergartensOwnEnrolmentView }) {
  const t = useTexts(swapTexts)
  const words = useTexts(applicationTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { kindergarten, group_year, language: taught, kind } = enrolment
  return (
    <Card labelledBy="which">
      <h2 id="which">{t('which')}</h2>
      <Facts
        items={[
          { name: words('child'), value: fullName(application.child) },
          { name: t('now'), value: kindergarten.name[language] },
          { name: t('group'), value: [group_year, word(`in_${taught}`), word(kind)].join(', ') },
        ]}
      />
    </Card>
  )
}
