/** Moving a child to another district's queue: checked by the register, then signed (domain §4). */
import type { ApplicationsInformationView, ApplicationsMoveCheckView, AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, BackLink, Button, Card, Facts, LinkButton, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { fullName } from '../../shared/applications/model'
import { applicationQuery } from '../../shared/applications/queries'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import { Follows } from './Follows'
import { Sign } from './Sign'
import { moveTexts } from './texts'
import { Where } from './Where'

const MOVABLE = ['queued', 'notified', 'stop_listed']

export default function MovePage() {
  return <SignedIn>{(me) => <Move me={me} />}</SignedIn>
}

function Move({ me }: { me: AuthMe }) {
  const t = useTexts(moveTexts)
  const { id = '' } = useParams()
  const query = useQuery(applicationQuery(id))
  return (
    <>
      <BackLink href={`/journal/${id}`}>{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Loaded query={query}>{({ information }) => <Known application={information} me={me} />}</Loaded>
      </Page>
    </>
  )
}

/** While it is signed the state becomes another by that very signature: what was agreed to stays. */
function Known({ application, me }: { application: ApplicationsInformationView; me: AuthMe }) {
  const t = useTexts(moveTexts)
  const words = useTexts(applicationTexts)
  const { state } = application
  const [may] = useState(MOVABLE.includes(state.code))
  return (
    <>
      <Card labelledBy="which">
        <h2 id="which">{t('which')}</h2>
        <StateChip status={state.code} />
        <Facts
          items={[
            { name: words('number'), value: <ApplicationNumber>{application.number}</ApplicationNumber> },
            { name: words('child'), value: fullName(application.child) },
          ]}
        />
      </Card>
      {may ? (
        <Way application={application} me={me} />
      ) : (
        <Notice title={t('notNow')}>
          <p>{t('notNowAbout', { state: words(`state_${state.code}`) })}</p>
        </Notice>
      )}
    </>
  )
}

function Way({ application, me }: { application: ApplicationsInformationView; me: AuthMe }) {
  const t = useTexts(moveTexts)
  const [check, setCheck] = useState<ApplicationsMoveCheckView | null>(null)
  const id = application.application_id
  return (
    <>
      {check === null ? (
        <Where id={id} from={application.district.code} onChecked={setCheck} />
      ) : (
        <>
          <Follows application={application} to={check.district} />
          <Sign id={id} check={check} language={me.language} />
        </>
      )}
      <Actions>
        {check !== null && (
          <Button kind="second" onClick={() => setCheck(null)}>
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
