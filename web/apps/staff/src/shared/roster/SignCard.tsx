/** What is signed of children of the list, in full, and the ways back. */
import { useTexts } from '@kezek/i18n'
import { type Act, SignPanel } from '@kezek/signing'
import { Actions, Button, Card, LinkButton, Notice } from '@kezek/ui'
import { type ReactNode, useEffect, useRef } from 'react'

import { rosterSharedTexts } from './texts'

interface SignCardProps {
  act: Act<unknown>
  title: string
  onChange: () => void
  /** What happens afterwards. */
  children: ReactNode
}

export function SignCard({ act, title, onChange, children }: SignCardProps) {
  const t = useTexts(rosterSharedTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <SignPanel act={act} label={t('sign')} ofKindergarten>
        <Notice kind="info" title={t('after')}>
          {children}
        </Notice>
      </SignPanel>
      <Actions>
        <Button kind="second" onClick={onChange}>
          {t('change')}
        </Button>
        <LinkButton href="/roster" kind="second">
          {t('cancel')}
        </LinkButton>
      </Actions>
    </Card>
  )
}
