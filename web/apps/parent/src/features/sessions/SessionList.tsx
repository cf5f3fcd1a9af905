import { api, type AuthSessionView, unwrap } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Chip, Facts, Notice, ProblemNotice } from '@kezek/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'

import { sessionsQuery } from './queries'
import { sessionsTexts } from './texts'

export function SessionList({ sessions }: { sessions: readonly AuthSessionView[] }) {
  const t = useTexts(sessionsTexts)
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: (session_id: string) =>
      unwrap(api.DELETE('/api/auth/sessions/{session_id}', { params: { path: { session_id } } })),
    onSettled: () => client.invalidateQueries(sessionsQuery),
  })
  return (
    <>
      {end.isSuccess && (
        <Notice kind="ok" live focused="ifLost">
          {t('ended')}
        </Notice>
      )}
      {end.error && <ProblemNotice error={end.error} />}
      {sessions.map((session) => (
        <Session
          key={session.id}
          session={session}
          busy={end.isPending}
          onEnd={() => {
            if (!end.isPending) end.mutate(session.id)
          }}
        />
      ))}
    </>
  )
}

interface SessionProps {
  session: AuthSessionView
  busy: boolean
  onEnd: () => void
}

function Session({ session, busy, onEnd }: SessionProps) {
  const t = useTexts(sessionsTexts)
  const language = useLanguage()
  const ways = { eds: t('byEds'), code: t('byCode'), password: t('byPassword'), escort: t('byEscort') }
  const device = session.device || t('unknownDevice')
  const began = formatMoment(session.began_at, language)
  return (
    <Card labelledBy={session.id}>
      <h2 id={session.id}>{device}</h2>
      {session.current && <Chip kind="ok">{t('here')}</Chip>}
      <p>{ways[session.method]}</p>
      <Facts
        items={[
          { name: t('began'), value: began },
          { name: t('used'), value: formatMoment(session.used_at, language) },
          { name: t('address'), value: session.address },
        ]}
      />
      {!session.current && (
        <Button kind="bad" small aria-disabled={busy} aria-label={t('endOf', { device, began })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </Card>
  )
}
