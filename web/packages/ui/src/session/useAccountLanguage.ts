import { api, type AuthMe, meQuery, refreshPrivate, unwrap } from '@kezek/api'
import { useLanguage } from '@kezek/i18n'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/**
 * The account follows the language of the page: the API writes names, histories and what is signed in the account's.
 * Where that fails, it stays as it was until the next page.
 */
export function useAccountLanguage(me: AuthMe | null | undefined): void {
  const client = useQueryClient()
  const language = useLanguage()
  const differs = me?.complete === true && me.language !== language
  useEffect(() => {
    if (!differs) return
    const follow = async () => {
      const changed = await unwrap(api.PATCH('/api/auth/me', { body: { language } }))
      client.setQueryData(meQuery.queryKey, changed)
      await refreshPrivate(client) // the API may have written in the language before
    }
    follow().catch(() => undefined)
  }, [differs, language, client])
}
