/** Signing in with an EDS key by NCALayer, which no phone has: there this way is folded. */
import { useTexts } from '@kezek/i18n'
import { EdsSignIn, OldNames, useEdsSignIn } from '@kezek/signing'
import { Fold, Notice } from '@kezek/ui'

import { useWayOn } from '../../shared/wayOn'
import { Important } from './Important'
import { signInTexts } from './texts'
import { useOnPhone } from './ways'

interface EdsWayProps {
  important: string | null
  keysFrom: string
}

export function EdsWay({ important, keysFrom }: EdsWayProps) {
  const t = useTexts(signInTexts)
  const onPhone = useOnPhone()
  const eds = useEdsSignIn(useWayOn())
  const way = (
    <>
      {important !== null && <Important>{important}</Important>}
      <Fold summary={t('edsGet')}>
        <p>{t('edsGetText')}</p>
        <p>
          <a href="https://ncl.pki.gov.kz/">ncl.pki.gov.kz</a>
        </p>
      </Fold>
      <EdsSignIn eds={eds} />
      <OldNames>
        <li>{t('oldNamesChoose')}</li>
      </OldNames>
    </>
  )
  return (
    <>
      <h2>{t('edsTitle')}</h2>
      <p>{t('edsAbout')}</p>
      {onPhone ? (
        <>
          <Notice title={t('edsOnPhone')}>{t('edsOnPhoneAdvice')}</Notice>
          <Fold summary={t('edsHere')}>{way}</Fold>
        </>
      ) : (
        way
      )}
      <p>{keysFrom}</p>
    </>
  )
}
