/** In the head: the kindergarten one works in, and the way to another. */
import type { AuthMe } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { workplacesQuery } from './queries'
import { workplaceTexts } from './texts'
import css from './Workplace.module.css'

export function Here({ me: { works_at, must_choose_workplace } }: { me: AuthMe }) {
  const t = useTexts(workplaceTexts)
  const language = useLanguage()
  const { data } = useQuery({ ...workplacesQuery, enabled: works_at !== null })
  const here = data?.find(({ id }) => id === works_at)
  if (must_choose_workplace)
    return (
      <p className={css.here}>
        <Link href="/workplace">{t('choose')}</Link>
      </p>
    )
  if (!here) return null
  return (
    <p className={css.here}>
      {t('worksAt')} <b>{here.name[language]}</b>
      {data && data.length > 1 && (
        <Link href="/workplace" aria-label={t('changeTitle')}>
          {t('change')}
        </Link>
      )}
    </p>
  )
}
