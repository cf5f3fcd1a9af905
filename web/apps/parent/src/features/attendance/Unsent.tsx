/** What is on this device only, and what was not taken. */
import { ApiError, type KindergartensEntrustedChildView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Notice, ProblemNotice } from '@kezek/ui'

import type { Mark } from './outbox'
import { attendanceTexts } from './texts'
import type { Outbox } from './useSender'

interface UnsentProps extends Outbox {
  items: readonly KindergartensEntrustedChildView[]
}

export function Unsent({ marks, sending, flush, dismiss, items }: UnsentProps) {
  const t = useTexts(attendanceTexts)
  const language = useLanguage()
  const unsent = marks.filter(({ refused }) => refused === undefined)
  const nameOf = (mark: Mark) =>
    items.find(({ application_id }) => application_id === mark.application_id)?.given_name ?? t('someChild')
  return (
    <>
      <div role="status">
        {unsent.length > 0 && (
          <Notice title={t('unsent', { count: unsent.length })}>
            <p>{sending ? t('sending') : t('unsentMore')}</p>
            <Button kind="second" small aria-disabled={sending} onClick={flush}>
              {t('sendNow')}
            </Button>
          </Notice>
        )}
      </div>
      {marks.map(
        (mark) =>
          mark.refused !== undefined && (
            <ProblemNotice key={mark.id} error={problemOf(mark.refused)}>
              <p>
                {nameOf(mark)}: {t(mark.kind)}, {formatMoment(mark.at, language)}
              </p>
              <Button kind="second" small onClick={() => void dismiss(mark.id)}>
                {t('read')}
              </Button>
            </ProblemNotice>
          ),
      )}
    </>
  )
}

/** A code as the server would have answered it. */
function problemOf(code: string): ApiError {
  return new ApiError({ code, status: 409, params: {} } as ConstructorParameters<typeof ApiError>[0])
}
