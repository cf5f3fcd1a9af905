import { useTexts } from '@kezek/i18n'
import { type PreparedAct, SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Actions, Button } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'

import { swapTexts } from './texts'

interface SignSwapProps {
  type: 'kindergartens.propose-swap' | 'kindergartens.join-swap' | 'kindergartens.cancel-swap'
  /** The act's own name, so that one begun before is gone on with. */
  name: string
  label: string
  /** In which the statement is written. */
  language: string
  back: string
  onBack: () => void
  prepare: () => Promise<PreparedAct>
}

/** The statement and its signature; then the page shows how the swap stands. */
export function SignSwap({ type, name, label, language, back, onBack, prepare }: SignSwapProps) {
  const t = useTexts(swapTexts)
  const client = useQueryClient()
  const act = useAct({
    type,
    name,
    prepare,
    onDone: () => {
      for (const service of ['kindergartens', 'applications']) void client.invalidateQueries({ queryKey: [service] })
    },
  })
  useStatementIn(language, act)
  return (
    <>
      <h3>{t('signTitle')}</h3>
      <SignPanel act={act} label={label} />
      {act.state.at !== 'done' && (
        <Actions>
          <Button kind="second" onClick={onBack}>
            {back}
          </Button>
        </Actions>
      )}
    </>
  )
}
