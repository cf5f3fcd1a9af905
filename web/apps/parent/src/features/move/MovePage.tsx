/** Moving a child to another district's queue: checked by the register, then signed (domain §4). */
import { api, type ApplicationsMoveCheckView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, LinkButton, Notice } from '@kezek/ui'
import { useState } from 'react'

import { applicationTexts } from '../../shared/applications/texts'
import { type Leaving, LeavingPage } from '../../shared/leaving/LeavingPage'
import { SignLeaving } from '../../shared/leaving/SignLeaving'
import { Follows } from './Follows'
import { mayMove } from './mayMove'
import { moveTexts } from './texts'
import { Where } from './Where'

export default function MovePage() {
  const t = useTexts(moveTexts)
  return (
    <LeavingPage
      title={t('title')}
      may={mayMove}
      way={(leaving) => <Way {...leaving} />}
      notNow={(leaving) => <NotNow {...leaving} />}
    />
  )
}

function Way({ application, twins, me }: Leaving) {
  const t = useTexts(moveTexts)
  const [check, setCheck] = useState<ApplicationsMoveCheckView | null>(null)
  const id = application.application_id
  const along = twins.filter(({ state }) => mayMove(state.code))
  return (
    <>
      {check === null ? (
        <Where id={id} from={application.district.code} twins={along} onChecked={setCheck} />
      ) : (
        <>
          <Follows application={application} twins={twins} check={check} />
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

interface SignProps {
  id: string
  check: ApplicationsMoveCheckView
  language: string
}

/** The former application then leads to the new one. */
function Sign({ id, check, language }: SignProps) {
  const t = useTexts(moveTexts)
  const prepare = () =>
    unwrap(
      api.POST('/api/referrals/applications/{application_id}/move/acts', {
        params: { path: { application_id: id } },
        body: { check: check.check },
      }),
    )
  const name = [id, check.district, ...check.twins].join('.')
  return (
    <SignLeaving type="referrals.move" name={name} prepare={prepare} id={id} label={t('sign')} language={language} />
  )
}

function NotNow({ application: { state } }: Leaving) {
  const t = useTexts(moveTexts)
  const words = useTexts(applicationTexts)
  return (
    <Notice title={t('notNow')}>
      <p>{t('notNowAbout', { state: words(`state_${state.code}`) })}</p>
    </Notice>
  )
}
