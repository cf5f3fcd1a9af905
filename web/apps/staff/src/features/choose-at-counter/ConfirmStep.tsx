import type { ApplicationsOpenedView, ReferralsChosen } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { ChosenPlace, type Place } from '@kezek/place-choice'
import { Actions, LinkButton, Loaded, Notice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Office } from '../../shared/officer/ForOfficer'
import { Term } from './ListStep'
import { Paper } from './Paper'
import { counterPlacesQuery } from './queries'
import { chooseAtCounterTexts } from './texts'

interface ConfirmProps {
  opened: ApplicationsOpenedView
  placeId: string
  office: Office
  onDone: (chosen: ReferralsChosen) => void
}

/** While it is signed the place leaves the list by that very signature: what was found stays. */
export function ConfirmStep({ opened, placeId, ...rest }: ConfirmProps) {
  const id = opened.information.application_id
  const query = useQuery(counterPlacesQuery(id))
  const found = query.data?.items.find(({ place_id }) => place_id === placeId)
  const [place, setPlace] = useState(found)
  if (found && !place) setPlace(found)
  if (place) return <Known opened={opened} place={place} {...rest} />
  return <Loaded query={query}>{() => <Gone opened={opened} />}</Loaded>
}

function Known({ opened, place, ...rest }: Omit<ConfirmProps, 'placeId'> & { place: Place }) {
  const t = useTexts(chooseAtCounterTexts)
  const application = opened.information
  return (
    <>
      <h2>{t('confirmTitle')}</h2>
      <ChosenPlace application={application} place={place} noUndo={t('noUndo')}>
        <Term application={application} places={[place]} />
      </ChosenPlace>
      <Paper opened={opened} place={place} {...rest} />
      <Another id={application.application_id} />
    </>
  )
}

function Gone({ opened: { information } }: Pick<ConfirmProps, 'opened'>) {
  const t = useTexts(chooseAtCounterTexts)
  return (
    <>
      <Notice kind="bad" title={t('gone')} live>
        <p>{t('goneAbout', { name: information.child.given_name })}</p>
      </Notice>
      <Another id={information.application_id} />
    </>
  )
}

export function Another({ id }: { id: string }) {
  const t = useTexts(chooseAtCounterTexts)
  return (
    <Actions>
      <LinkButton href={`/desk/${id}/choose`} kind="second">
        {t('another')}
      </LinkButton>
    </Actions>
  )
}
