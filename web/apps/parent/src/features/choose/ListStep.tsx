import type { ApplicationsInformationView } from '@kezek/api'
import { afterTerm } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { type Place, placeTexts } from '@kezek/place-choice'
import { AsOf, BackLink, Deadline, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { MayDecline } from '../../shared/applications/MayDecline'
import { applicationQuery, placesQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { Nothing } from './Nothing'
import { isRefused, NotNow } from './NotNow'
import { OwnOffers } from './OwnOffers'
import { chooseTexts } from './texts'

/** Others choose meanwhile: so often the list asks what is left. */
const REFRESH_MS = 15_000

export function ListStep({ id }: { id: string }) {
  const t = useTexts(chooseTexts)
  const words = useTexts(applicationTexts)
  const application = useQuery(applicationQuery(id))
  const child = application.data?.information.child
  const lead = child && t('lead', { name: child.given_name, year: String(application.data?.information.group_year) })
  return (
    <>
      <BackLink href="/cabinet">{words('children')}</BackLink>
      <Page narrow title={t('title')} lead={lead}>
        <Loaded query={application}>{({ information }) => <Places application={information} />}</Loaded>
      </Page>
    </>
  )
}

function Places({ application }: { application: ApplicationsInformationView }) {
  const query = useQuery({ ...placesQuery(application.application_id), refetchInterval: REFRESH_MS })
  if (query.error && isRefused(query.error)) return <NotNow application={application} error={query.error} />
  return (
    <Loaded query={query}>
      {(places) => (
        <>
          {places.length === 0 ? (
            <Nothing application={application} />
          ) : (
            <Choice application={application} places={places} />
          )}
          <MayDecline application={application.application_id} />
          <AsOf at={query.dataUpdatedAt} />
        </>
      )}
    </Loaded>
  )
}

interface ChoiceProps {
  application: ApplicationsInformationView
  places: readonly Place[]
}

function Choice({ application, places }: ChoiceProps) {
  const t = useTexts(chooseTexts)
  const say = useTexts(placeTexts)
  const words = useTexts(applicationTexts)
  const name = application.child.given_name
  const until = places.find(({ held_until }) => held_until !== null)?.held_until
  return (
    <>
      {until != null && (
        <Deadline action={t('until')} at={until}>
          {words(afterTerm('choose', application), { name })}
        </Deadline>
      )}
      {application.turn?.by_round === true && <Notice kind="info">{t('byRound')}</Notice>}
      <Notice title={say('attention')}>{t('mind')}</Notice>
      <OwnOffers application={application} places={places} />
    </>
  )
}
