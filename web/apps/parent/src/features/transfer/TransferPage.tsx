/** Asking to move an enrolled child to another kindergarten: what follows is said before it is signed (domain §7). */
import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, LinkButton, Notice } from '@kezek/ui'
import { useState } from 'react'

import { applicationTexts } from '../../shared/applications/texts'
import { type Leaving, LeavingPage } from '../../shared/leaving/LeavingPage'
import { SignLeaving } from '../../shared/leaving/SignLeaving'
import { Follows } from './Follows'
import { transferTexts } from './texts'
import { type Wanted, What } from './What'

export default function TransferPage() {
  const t = useTexts(transferTexts)
  return (
    <LeavingPage
      title={t('title')}
      may={(status) => status === 'enrolled'}
      way={(leaving) => (leaving.application.transfer_id ? <Runs {...leaving} /> : <Way {...leaving} />)}
      notNow={(leaving) => <NotNow {...leaving} />}
    />
  )
}

function Way({ application, me }: Leaving) {
  const t = useTexts(transferTexts)
  const [wanted, setWanted] = useState<Wanted>({
    district: application.district.code,
    languages: application.languages,
  })
  const [asked, setAsked] = useState(false)
  const id = application.application_id
  return (
    <>
      {asked ? (
        <>
          <Follows application={application} wanted={wanted} />
          <Sign id={id} wanted={wanted} language={me.language} />
        </>
      ) : (
        <What
          wanted={wanted}
          onWanted={(found) => {
            setWanted(found)
            setAsked(true)
          }}
        />
      )}
      <Actions>
        {asked && (
          <Button kind="second" onClick={() => setAsked(false)}>
            {t('change')}
          </Button>
        )}
        <LinkButton href={`/journal/${id}`} kind="second">
          {t('stay')}
        </LinkButton>
      </Actions>
    </>
  )
}

interface SignProps {
  id: string
  wanted: Wanted
  language: string
}

/** Afterwards the enrolment's application leads to the new one. */
function Sign({ id, wanted, language }: SignProps) {
  const t = useTexts(transferTexts)
  const prepare = () =>
    unwrap(
      api.POST('/api/applications/applications/{application_id}/transfer/acts', {
        params: { path: { application_id: id } },
        body: { district: wanted.district, languages: [...wanted.languages] },
      }),
    )
  const name = [id, wanted.district, ...wanted.languages].join('.')
  return (
    <SignLeaving
      type="applications.transfer"
      name={name}
      prepare={prepare}
      id={id}
      label={t('sign')}
      language={language}
    />
  )
}

function Runs({ application: { transfer_id: asked } }: Leaving) {
  const t = useTexts(transferTexts)
  return (
    <>
      <Notice title={t('runs')} />
      <Actions>
        <LinkButton href={`/journal/${asked ?? ''}`}>{t('open')}</LinkButton>
      </Actions>
    </>
  )
}

function NotNow({ application: { state } }: Leaving) {
  const t = useTexts(transferTexts)
  const words = useTexts(applicationTexts)
  return (
    <Notice title={t('notNow')}>
      <p>{t('notNowAbout', { state: words(`state_${state.code}`) })}</p>
    </Notice>
  )
}
