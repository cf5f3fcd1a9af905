import { type ApiError, signInAddress } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { LinkButton } from '@kezek/ui'

import { triesTexts } from './texts'

/** The way on where only a young session may: signing in again, and back here. */
export function SignInAgain({ refusal }: { refusal: ApiError | null }) {
  const t = useTexts(triesTexts)
  if (!refusal?.is('session_too_old')) return null
  const address = `${signInAddress(location.pathname + location.search)}&again=1`
  return <LinkButton href={address}>{t('signInAgain')}</LinkButton>
}
