import { useTexts } from '@kezek/i18n'

import { ConfirmDialog } from '../../shared/admin/ConfirmDialog'
import { grantsTexts } from './texts'

interface EndDialogProps {
  who: string
  onCancel: () => void
  onEnd: () => void
}

export function EndDialog({ who, onCancel, onEnd }: EndDialogProps) {
  const t = useTexts(grantsTexts)
  return (
    <ConfirmDialog title={t('endTitle', { who })} act={t('end')} onCancel={onCancel} onAct={onEnd}>
      {t('endText')}
    </ConfirmDialog>
  )
}
