/** What an administrator changes of a kindergarten: folded, and told once it is saved. */
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Fold, FormBox, Notice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { adminTexts } from '../../shared/admin/texts'

/** Every list that tells of kindergartens is asked for anew. */
export function useSaving<Value>(put: (value: Value) => Promise<unknown>, onError: (error: unknown) => void) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['kindergartens'] })
  return useMutation({ mutationFn: put, onError, onSuccess })
}

interface SavedFormProps {
  summary: string
  note: string
  /** What is wrong, with links to the fields. */
  complaints: ReactNode
  save: { isPending: boolean; isSuccess: boolean }
  onSubmit: () => void
  children: ReactNode
}

export function SavedForm({ summary, note, complaints, save, onSubmit, children }: SavedFormProps) {
  const t = useTexts(adminTexts)
  return (
    <Fold summary={summary}>
      <FormBox onSubmit={onSubmit}>
        {complaints}
        {save.isSuccess && (
          <Notice kind="ok" live>
            {t('saved')}
          </Notice>
        )}
        <p>{note}</p>
        {children}
        <Actions>
          <Button type="submit" aria-disabled={save.isPending}>
            {save.isPending ? t('saving') : t('save')}
          </Button>
        </Actions>
      </FormBox>
    </Fold>
  )
}
