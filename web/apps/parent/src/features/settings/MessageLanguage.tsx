import { api, type AuthLanguage, type AuthMe, meQuery, unwrap } from '@kezek/api'
import { LANGUAGE_NAMES, LANGUAGES, useTexts } from '@kezek/i18n'
import { Card, ProblemNotice, RadioGroup } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { settingsTexts } from './texts'

/** Changed at once; where that failed the choice stands as it was. */
export function MessageLanguage({ me }: { me: AuthMe }) {
  const t = useTexts(settingsTexts)
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (language: AuthLanguage) => unwrap(api.PATCH('/api/auth/me', { body: { message_language: language } })),
    onSuccess: (changed) => client.setQueryData(meQuery.queryKey, changed),
  })
  return (
    <Card>
      <RadioGroup
        legend={t('language')}
        hint={t('languageAbout')}
        value={change.isPending ? change.variables : me.message_language}
        choices={LANGUAGES.map((each) => ({
          value: each,
          label: <span lang={each}>{LANGUAGE_NAMES[each].full}</span>,
        }))}
        onChange={(language) => change.mutate(language)}
        pills
      />
      <p role="status">{change.isPending ? t('saving') : change.isSuccess ? t('languageSaved') : ''}</p>
      {change.error && <ProblemNotice error={change.error} />}
    </Card>
  )
}
