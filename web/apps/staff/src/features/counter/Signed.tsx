import { useTexts } from '@kezek/i18n'
import { Card, Checkbox } from '@kezek/ui'
import { type Files, FilesField } from '@kezek/ui/files'

import { counterTexts } from './texts'

interface SignedProps {
  files: Files
  undertaking: boolean
  errorOf: (field: 'scan' | 'undertaking') => string | undefined
  onUndertaking: (given: boolean) => void
}

/** The paper itself comes first: without it nothing is entered. */
export function Signed({ files, undertaking, errorOf, onUndertaking }: SignedProps) {
  const t = useTexts(counterTexts)
  return (
    <Card labelledBy="signed" marked="act">
      <h2 id="signed">{t('signedPaper')}</h2>
      <FilesField id="scan" files={files} legend={t('scan')} hint={t('scanHint')} error={errorOf('scan')} />
      <Checkbox
        id="undertaking"
        label={t('undertaking')}
        error={errorOf('undertaking')}
        checked={undertaking}
        onChange={({ target }) => onUndertaking(target.checked)}
      />
    </Card>
  )
}
