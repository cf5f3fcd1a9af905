/** «Келесі», and «Болдырмау», which asks what becomes of what was typed. */
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Dialog } from '@kezek/ui'
import { useState } from 'react'
import { useLocation } from 'wouter'

import type { StepProps } from './ApplyPage'
import { applyTexts } from './texts'

export function NextOrCancel({ draft }: Pick<StepProps, 'draft'>) {
  const t = useTexts(applyTexts)
  return (
    <Actions>
      <Button type="submit">{t('next')}</Button>
      <CancelButton draft={draft} />
    </Actions>
  )
}

export function CancelButton({ draft }: Pick<StepProps, 'draft'>) {
  const t = useTexts(applyTexts)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="second" onClick={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      {asking && <Asking draft={draft} onStay={() => setAsking(false)} />}
    </>
  )
}

function Asking({ draft, onStay }: Pick<StepProps, 'draft'> & { onStay: () => void }) {
  const t = useTexts(applyTexts)
  const [, navigate] = useLocation()
  const discard = () => {
    draft.discard()
    navigate('/cabinet')
  }
  const actions = (
    <>
      <Button onClick={() => navigate('/cabinet')}>{t('leaveKeep')}</Button>
      <Button kind="bad" onClick={discard}>
        {t('leaveDiscard')}
      </Button>
      <Button kind="second" onClick={onStay}>
        {t('leaveStay')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('leaveTitle')} onCancel={onStay} actions={actions}>
      <p>{t('leaveText')}</p>
    </Dialog>
  )
}
