/** What breaks inside is said on the page, with a way on: nothing is ever blank. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { Component, type ErrorInfo, type ReactNode } from 'react'

import { Button } from '../form/Button'
import { Page } from '../frame/Page'
import { NotFetchedError } from '../page'
import { Card } from '../text/Card'

export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    return error ? <Broken fetched={!(error instanceof NotFetchedError)} /> : this.props.children
  }
}

/** To fetch it again is to open it again: not every browser asks a second time for what it could not have. */
function Broken({ fetched }: { fetched: boolean }) {
  const t = useTexts(commonTexts)
  return (
    <Page title={t(fetched ? 'brokenTitle' : 'notFetchedTitle')}>
      <Card>
        <p>{t(fetched ? 'brokenText' : 'notFetchedText')}</p>
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
