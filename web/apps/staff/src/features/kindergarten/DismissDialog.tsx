import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Button, Dialog } from '@kezek/ui'

import { adminTexts } from '../../shared/admin/texts'
import { changeTexts } from './texts'

interface DismissDialogProps {
  iin: string
  onCancel: () => void
  onDismiss: () => void
}

export function DismissDialog({ iin, onCancel, onDismiss }: DismissDialogProps) {
  const t = useTexts(changeTexts)
  const shared = useTexts(adminTexts)
  return (
    <Dialog
      title={t('dismissTitle', { iin: formatIin(iin) })}
      onCancel={onCancel}
      actions={
        <>
          <Button kind="bad" onClick={onDismiss}>
            {t('dismiss')}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {shared('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('dismissText')}</p>
    </Dialog>
  )
}
