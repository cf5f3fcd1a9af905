import { commonTexts, useTexts } from '@kezek/i18n'

import { LinkButton } from '../form/Button'
import { Card } from '../text/Card'
import { Page } from './Page'

export default function NotFoundPage() {
  const t = useTexts(commonTexts)
  return (
    <Page title={t('notFoundTitle')}>
      <Card>
        <p>{t('notFoundText')}</p>
        <LinkButton href="/">{t('home')}</LinkButton>
      </Card>
    </Page>
  )
}
