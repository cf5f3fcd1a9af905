import { useLanguage, useTexts } from '@kezek/i18n'
import { Deadline, LinkButton } from '@kezek/ui'

import type { Application, Turn } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { cabinetTexts } from './texts'

/** The turn runs: choose until then. */
export function Choose({ application, turn }: { application: Application; turn: Turn }) {
  const t = useTexts(cabinetTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { application_id: id, child } = application
  return (
    <>
      <Deadline action={t('chooseAction')} at={turn.deadline_at}>
        {t('chooseAfter', { name: child.given_name })}
      </Deadline>
      <LinkButton href={`/choose/${id}`}>{words('chooseState')}</LinkButton>
      {turn.kindergarten && <p>{t('offered', { garden: turn.kindergarten.name[language] })}</p>}
    </>
  )
}
