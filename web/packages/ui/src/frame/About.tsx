/** What one may want to know of the service, at the foot of every page. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { Link } from 'wouter'

import css from './Frame.module.css'

const PAGES = ['manuals', 'rules', 'privacy', 'accessibility'] as const

/** The pages stand in the parents' app, which is `elsewhere` for the other one. */
export function About({ elsewhere = false }: { elsewhere?: boolean }) {
  const t = useTexts(commonTexts)
  return (
    <ul className={css.about}>
      {PAGES.map((each) => (
        <li key={each}>{elsewhere ? <a href={`/${each}`}>{t(each)}</a> : <Link href={`/${each}`}>{t(each)}</Link>}</li>
      ))}
    </ul>
  )
}
