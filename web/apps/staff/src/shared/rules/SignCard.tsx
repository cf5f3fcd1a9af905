/** The signature under a change of the rules: what follows from it, and the way back. */
import { SignPanel } from '@kezek/signing'
import { Actions, Button, Card, Notice } from '@kezek/ui'
import type { ComponentProps } from 'react'

interface SignCardProps {
  act: ComponentProps<typeof SignPanel>['act']
  after: string
  afterMore: string
  back: string
  onBack: () => void
}

export function SignCard({ act, after, afterMore, back, onBack }: SignCardProps) {
  return (
    <Card>
      <SignPanel act={act}>
        <Notice kind="info" title={after}>
          {afterMore}
        </Notice>
      </SignPanel>
      <Actions>
        <Button kind="second" onClick={onBack}>
          {back}
        </Button>
      </Actions>
    </Card>
  )
}
