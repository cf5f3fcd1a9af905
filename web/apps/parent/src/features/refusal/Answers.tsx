import { api, type ReferralsRefusalView, unwrap } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Lines, ProblemNotice, Small } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'

import css from './Refusal.module.css'
import { refusalPageTexts } from './texts'

interface AnswersProps {
  application: string
  refusal: ReferralsRefusalView
}

/** What one has answered, each scan opened by a link of a minute. */
export function Answers({ application, refusal: { answers } }: AnswersProps) {
  const t = useTexts(refusalPageTexts)
  const language = useLanguage()
  const open = useMutation({
    mutationFn: async (file_id: string) => {
      const asked = api.POST('/api/referrals/applications/{application_id}/refusal/files/{file_id}/links', {
        params: { path: { application_id: application, file_id } },
      })
      return (await unwrap(asked)).address
    },
    onSuccess: (address) => window.location.assign(address),
  })
  if (answers.length === 0) return null
  return (
    <Card labelledBy="answers">
      <h2 id="answers">{t('answers')}</h2>
      {open.error && <ProblemNotice error={open.error} />}
      <Lines>
        {answers.map(({ id: word, words, said_at: at, files }) => (
          <li key={word}>
            <p className={css.words}>{words}</p>
            {files.map(({ file_id: id, name }) => (
              <p key={id}>
                <Button
                  kind="second"
                  small
                  aria-disabled={open.isPending}
                  onClick={() => !open.isPending && open.mutate(id)}
                >
                  {name}
                </Button>
              </p>
            ))}
            <Small>{formatMoment(at, language)}</Small>
          </li>
        ))}
      </Lines>
    </Card>
  )
}
