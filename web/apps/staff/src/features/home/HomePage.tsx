import { useTexts } from '@kezek/i18n'
import { Card, LinkButton, Page } from '@kezek/ui'

import { homeTexts } from './texts'

export default function HomePage() {
  const t = useTexts(homeTexts)
  return (
    <Page title={t('title')}>
      <Card>
        <p>{t('about')}</p>
        <LinkButton href="/sign-in">{t('enter')}</LinkButton>
      </Card>
    </Page>
  )
}
