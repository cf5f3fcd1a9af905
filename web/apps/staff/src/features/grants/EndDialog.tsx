import { useTexts } from '@kezek/i18n'
import { Button, Dialog } from '@kezek/ui'

import { adminTexts } from '../../shared/admin/texts'
import { grantsTexts } from './texts'

interface EndDialogProps {
  who: string
  onCancel: () => void
  onEnd: () => void
}

export function EndDialog({ who, onCancel, onEnd }: EndDialogProps) {
  const t = useTexts(grantsTexts)
  const shared = useTexts(adminTexts)
  return (
    <Dialog
      title={t('endTitle', { who })}
      onCancel={onCancel}
      actions={
        <>
          <Button kind="bad" onClick={onEnd}>
            {t('end')}
          </Button>
          <Button kind="second" onClick={onCancel}>
            {shared('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('endText')}</p>
    </Dialog>
  )
}
