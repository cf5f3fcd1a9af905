/** An officer chooses a place from a paper that the family has signed: the list, the place with the scan, the signature. */
import type { ApplicationsOpenedView, ReferralsChosen } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'wouter'

import { openedQuery } from '../../shared/officer/claims'
import { ForOfficer, type Office } from '../../shared/officer/ForOfficer'
import { ConfirmStep } from './ConfirmStep'
import { Done } from './Done'
import { ListStep } from './ListStep'
import { chooseAtCounterTexts } from './texts'

export default function ChooseAtCounterPage() {
  const t = useTexts(chooseAtCounterTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href={`/desk/${id}`}>{t('back')}</BackLink>
      <ForOfficer title={t('title')}>{(office) => <Opened key={id} id={id} office={office} />}</ForOfficer>
    </>
  )
}

function Opened({ id, office }: { id: string; office: Office }) {
  const t = useTexts(chooseAtCounterTexts)
  const query = useQuery(openedQuery(id))
  const information = query.data?.information
  const lead =
    information &&
    t('lead', {
      number: information.number,
      name: information.child.given_name,
      year: String(information.group_year),
    })
  return (
    <Page narrow title={t('title')} lead={lead}>
      <Loaded query={query}>
        {(opened) => (opened.own ? <Notice>{t('own')}</Notice> : <Choice opened={opened} office={office} />)}
      </Loaded>
    </Page>
  )
}

function Choice({ opened, office }: { opened: ApplicationsOpenedView; office: Office }) {
  const [params] = useSearchParams()
  const [done, setDone] = useState<ReferralsChosen | null>(null)
  const place = params.get('place')
  if (done) return <Done chosen={done} />
  if (place === null) return <ListStep application={opened.information} />
  return <ConfirmStep key={place} opened={opened} placeId={place} office={office} onDone={setDone} />
}
