/** The kindergartens one works in, one of which is taken for this session (M1.58, M1.59). */
import type { KindergartensKindergartenView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Chip, EmptyState, Lines, Loaded, ProblemNotice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { useChooseWorkplace, workplacesQuery } from './queries'
import { workplaceTexts } from './texts'
import css from './Workplace.module.css'

interface ChooseWorkplaceProps {
  current: string | null
  onChosen?: () => void
}

export function ChooseWorkplace({ current, onChosen }: ChooseWorkplaceProps) {
  const t = useTexts(workplaceTexts)
  const query = useQuery(workplacesQuery)
  const choose = useChooseWorkplace()
  const take = (id: string) => {
    if (!choose.isPending) choose.mutate(id, { onSuccess: () => onChosen?.() })
  }
  return (
    <Loaded query={query}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneAdvice')}</EmptyState>
        ) : (
          <Card>
            {choose.error && <ProblemNotice error={choose.error} />}
            <Lines apart>
              {items.map((each) => (
                <Workplace
                  key={each.id}
                  kindergarten={each}
                  current={each.id === current}
                  busy={choose.isPending && choose.variables === each.id}
                  onTake={() => take(each.id)}
                />
              ))}
            </Lines>
          </Card>
        )
      }
    </Loaded>
  )
}

interface WorkplaceProps {
  kindergarten: KindergartensKindergartenView
  current: boolean
  busy: boolean
  onTake: () => void
}

function Workplace({ kindergarten: { name, address, ownership }, current, busy, onTake }: WorkplaceProps) {
  const t = useTexts(workplaceTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  return (
    <li>
      <div>
        <h2 className={css.name}>{name[language]}</h2>
        <p className={css.about}>
          {word(ownership)} · {address[language]}
        </p>
      </div>
      {current ? (
        <Chip kind="ok">{t('current')}</Chip>
      ) : (
        <Button small aria-disabled={busy} aria-label={t('takeThis', { name: name[language] })} onClick={onTake}>
          {busy ? t('taking') : t('take')}
        </Button>
      )}
    </li>
  )
}
