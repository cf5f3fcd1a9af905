/** The chosen place once more, and the signature that takes it. */
import type { ApplicationsInformationView, AuthMe } from '@kezek/api'
import { afterTerm } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { ChosenPlace, type Place, Together, type TwinWishes } from '@kezek/place-choice'
import { Actions, BackLink, Deadline, LinkButton, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { applicationQuery, placesQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { gardenHref } from './hrefs'
import { isRefused, NotNow } from './NotNow'
import { Sign } from './Sign'
import { chooseTexts } from './texts'
import { useTwins } from './useTwins'

interface ConfirmProps {
  id: string
  placeId: string
  me: AuthMe
}

export default function ConfirmStep({ id, placeId, me }: ConfirmProps) {
  const t = useTexts(chooseTexts)
  const application = useQuery(applicationQuery(id))
  return (
    <>
      <BackLink href={`/choose/${id}`}>{t('another')}</BackLink>
      <Page narrow title={t('confirmTitle')}>
        <Loaded query={application}>
          {({ information }) => <Chosen application={information} placeId={placeId} me={me} />}
        </Loaded>
      </Page>
    </>
  )
}

interface ChosenProps extends Pick<ConfirmProps, 'placeId' | 'me'> {
  application: ApplicationsInformationView
}

/** While it is signed the place leaves the list by that very signature: what was found stays. */
function Chosen({ application, placeId, me }: ChosenProps) {
  const query = useQuery(placesQuery(application.application_id))
  const found = query.data?.find(({ place_id }) => place_id === placeId)
  const [place, setPlace] = useState(found)
  if (found && !place) setPlace(found)
  if (place) return <Known application={application} place={place} me={me} />
  if (query.error && isRefused(query.error)) return <NotNow application={application} error={query.error} />
  return <Loaded query={query}>{() => <Gone application={application} />}</Loaded>
}

function Known({ application, place, me }: { application: ApplicationsInformationView; place: Place; me: AuthMe }) {
  const t = useTexts(chooseTexts)
  const words = useTexts(applicationTexts)
  const together = useTwins(application.application_id)
  const [twins, setTwins] = useState<TwinWishes>({})
  return (
    <>
      <ChosenPlace application={application} place={place} gardenHref={gardenHref}>
        {place.held_until !== null && (
          <Deadline action={t('until')} at={place.held_until}>
            {words(afterTerm('choose', application), { name: application.child.given_name })}
          </Deadline>
        )}
      </ChosenPlace>
      <Together twins={together} place={place.place_id} wishes={twins} onWish={setTwins} />
      <Sign
        key={Object.values(twins).join()}
        application={application.application_id}
        place={place.place_id}
        twins={twins}
        language={me.language}
      />
    </>
  )
}

function Gone({ application }: { application: ApplicationsInformationView }) {
  const t = useTexts(chooseTexts)
  return (
    <>
      <Notice kind="bad" title={t('gone')} live>
        <p>{t('goneAbout', { name: application.child.given_name })}</p>
      </Notice>
      <Actions>
        <LinkButton href={`/choose/${application.application_id}`}>{t('another')}</LinkButton>
      </Actions>
    </>
  )
}
