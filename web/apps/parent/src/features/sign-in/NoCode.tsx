import { useTexts } from '@kezek/i18n'
import { Fold } from '@kezek/ui'
import { Link } from 'wouter'

import { signInTexts } from './texts'
import { useWayAddress } from './ways'

/** The answer never tells who has no code to wait for, so everybody reads why none may come. */
export function NoCode() {
  const t = useTexts(signInTexts)
  const addressOf = useWayAddress()
  return (
    <Fold summary={t('noCode')}>
      <p>{t('noCodeWait')}</p>
      <p>{t('noCodeRegister')}</p>
      <p>
        <Link href={addressOf('eds')}>{t('noCodeEds')}</Link>
      </p>
    </Fold>
  )
}
