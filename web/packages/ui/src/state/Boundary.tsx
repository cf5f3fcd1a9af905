/** What breaks inside is said on the page, with a way on: nothing is ever blank. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { Component, type ErrorInfo, type ReactNode } from 'react'

import { Button } from '../form/Button'
import { Page } from '../frame/Page'
import { Card } from '../text/Card'

export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useTexts(commonTexts)
  return (
    <Page title={t('brokenTitle')}>
      <Card>
        <p>{t('brokenText')}</p>
        <Button
          onClick={() => {
            location.reload()
          }}
        >
          {t('reload')}
        </Button>
      </Card>
    </Page>
  )
}
