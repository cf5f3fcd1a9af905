/** Signing in with an EDS key: choose, see whose key it is, and only then enter. */
import { useTexts } from '@kezek/i18n'
import { Button, Hidden, Notice, Small } from '@kezek/ui'

import type { Trouble } from '../act/state'
import type { EdsState } from '../eds/EdsFlow'
import type { Eds } from '../eds/useEdsSignIn'
import { NcalayerError } from '../ncalayer/failure'
import { signingTexts } from '../texts'
import css from './faces.module.css'
import { KeyOwner } from './KeyOwner'
import { TroubleNotice } from './TroubleNotice'
import { useLate } from './useLate'

export function EdsSignIn({ eds }: { eds: Eds }) {
  const { state } = eds
  const owner = 'owner' in state ? state.owner : undefined
  return (
    <div className={css.panel}>
      {!owner && <Choose eds={eds} />}
      {owner && <KeyOwner owner={owner} />}
      {owner && (owner.owner === 'individual' ? <Enter eds={eds} /> : <OfOrganisation eds={eds} />)}
      <Going eds={eds} />
      <Failed eds={eds} />
    </div>
  )
}

function Choose({ eds }: { eds: Eds }) {
  const t = useTexts(signingTexts)
  const { state } = eds
  const failed = state.at === 'start' && state.trouble !== undefined
  return (
    <>
      <Button aria-disabled={state.at !== 'start'} onClick={() => eds.choose()}>
        {failed ? t('again') : t('choose')}
      </Button>
      <Small>{failed ? t('againOldName') : t('words')}</Small>
    </>
  )
}

/** M1: whose key it must be stands right above the button. */
function Enter({ eds }: { eds: Eds }) {
  const t = useTexts(signingTexts)
  return (
    <>
      <Small>{t('staffKey')}</Small>
      <Button aria-disabled={eds.state.at !== 'chosen'} onClick={eds.enter}>
        {t('enter')}
      </Button>
      <Another eds={eds} />
    </>
  )
}

function OfOrganisation({ eds }: { eds: Eds }) {
  const t = useTexts(signingTexts)
  return (
    <Notice kind="bad" live title={t('ofOrganisation')}>
      <p>{t('ofOrganisationAdvice')}</p>
      <p>{t('staffKey')}</p>
      <Another eds={eds} />
    </Notice>
  )
}

function Another({ eds }: { eds: Eds }) {
  const t = useTexts(signingTexts)
  return (
    <p className={css.another}>
      <span>{t('notYou')}</span>
      <Button kind="second" small onClick={() => eds.choose()}>
        {t('another')}
      </Button>
    </p>
  )
}

/** What is going on, spoken as it changes. */
function Going({ eds }: { eds: Eds }) {
  const t = useTexts(signingTexts)
  const { state } = eds
  const late = useLate(state.at)
  return (
    <>
      <div role="status">{text(state)}</div>
      {late && state.at === 'signing' && (
        <Button kind="second" small onClick={eds.cancel}>
          {t('cancel')}
        </Button>
      )}
    </>
  )

  function text(state: EdsState) {
    switch (state.at) {
      case 'signing':
        if (state.browserAsks) return t('browserAsks')
        return late ? t('stillSigning') : t('signing')
      case 'looking':
        return t('looking')
      case 'chosen':
        return <Hidden>{`${t('chosenOwner')}: ${state.owner.name}`}</Hidden>
      case 'entering':
        return t('entering')
      default:
        return null
    }
  }
}

function Failed({ eds }: { eds: Eds }) {
  const t = useTexts(signingTexts)
  const trouble = 'trouble' in eds.state ? eds.state.trouble : undefined
  if (!trouble) return null
  return (
    <TroubleNotice trouble={trouble} nothing={t('notIn')}>
      {isWrongPurpose(trouble) && (
        <Button kind="second" small onClick={() => eds.choose('login')}>
          {t('onlyLogin')}
        </Button>
      )}
    </TroubleNotice>
  )
}

/** All keys were offered, for a GOST key does not say that it is for login; with RSA one may take the other file. */
function isWrongPurpose(trouble: Trouble): boolean {
  return !(trouble instanceof NcalayerError) && trouble.is('certificate_wrong_purpose')
}
