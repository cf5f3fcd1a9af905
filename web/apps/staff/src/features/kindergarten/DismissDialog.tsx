import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'

import { ConfirmDialog } from '../../shared/admin/ConfirmDialog'
import { changeTexts } from './texts'

interface DismissDialogProps {
  iin: string
  onCancel: () => void
  onDismiss: () => void
}

export function DismissDialog({ iin, onCancel, onDismiss }: DismissDialogProps) {
  const t = useTexts(changeTexts)
  const title = t('dismissTitle', { iin: formatIin(iin) })
  return (
    <ConfirmDialog title={title} act={t('dismiss')} onCancel={onCancel} onAct={onDismiss}>
      {t('dismissText')}
    </ConfirmDialog>
  )
}
