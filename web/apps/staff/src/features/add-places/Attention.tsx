import { useTexts } from '@kezek/i18n'
import { Button, Dialog } from '@kezek/ui'

import { OfferFacts, type OfferProps } from './OfferFacts'
import { addTexts } from './texts'

interface AttentionProps extends OfferProps {
  onConfirm: () => void
  onCancel: () => void
}

/** M1.52: the question in its words, with the data again and what comes next. */
export function Attention({ onConfirm, onCancel, ...offered }: AttentionProps) {
  const t = useTexts(addTexts)
  const actions = (
    <>
      <Button onClick={onConfirm}>{t('ok')}</Button>
      <Button kind="second" onClick={onCancel}>
        {t('cancelAsked')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('attention')} onCancel={onCancel} actions={actions}>
      <p>{t('sure')}</p>
      <OfferFacts {...offered} />
      <p>{t('next')}</p>
    </Dialog>
  )
}
