import { useTexts } from '@kezek/i18n'
import { Button } from '@kezek/ui'

import { Countdown } from './Countdown'
import { triesTexts } from './texts'

/** Another code may be asked for after a while. */
export function Resend({ at, onResend }: { at: number; onResend: () => void }) {
  const t = useTexts(triesTexts)
  const button = (
    <Button kind="second" small onClick={onResend}>
      {t('resend')}
    </Button>
  )
  return (
    <Countdown until={at} after={button}>
      {(span) => <p>{t('resendIn', { span })}</p>}
    </Countdown>
  )
}
