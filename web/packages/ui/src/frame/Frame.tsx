/** What surrounds every page: the mark, the languages, who helps, the manuals, and the way in or out. */
import { formatPhone, phoneLink } from '@kezek/domain'
import { commonTexts, LANGUAGE_NAMES, LANGUAGES, switchLanguage, useLanguage, useTexts } from '@kezek/i18n'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { classes } from '../classes'
import css from './Frame.module.css'
import { Mark } from './Mark'
import { OfflineBanner } from './OfflineBanner'

export interface Support {
  phone: string | null
  email: string | null
}

interface FrameProps {
  children: ReactNode
  support: Support | undefined
  /** Ways on at the right below the head: the manuals, signing in and out. */
  nav: ReactNode
  /** The parts of the app, in a line of their own below that. */
  sections?: ReactNode
  footer?: ReactNode
  wide?: boolean
}

export function Frame({ children, support, nav, sections, footer, wide = false }: FrameProps) {
  const t = useTexts(commonTexts)
  return (
    <div className={wide ? css.wide : undefined}>
      <a className={css.skip} href="#main">
        {t('skip')}
      </a>
      <header>
        <div className={css.top}>
          <div className={css.inside}>
            <Link href="/" className={css.home}>
              <Mark />
              <span className={css.brand}>
                KEZEK <small>{t('brand')}</small>
              </span>
            </Link>
            <LanguageSwitch />
          </div>
        </div>
        <div className={css.ornament} />
        <div className={css.bar}>
          <div className={css.inside}>
            <SupportLinks support={support} />
            <nav className={css.right}>{nav}</nav>
          </div>
        </div>
        {sections !== undefined && (
          <div className={classes(css.bar, css.sections)}>
            <div className={css.inside}>{sections}</div>
          </div>
        )}
        <OfflineBanner />
      </header>
      <main id="main" className={css.main} tabIndex={-1}>
        <div className={css.inside}>{children}</div>
      </main>
      <footer className={css.footer}>
        <div className={css.inside}>
          <div>
            <h2 className={css.help}>{t('help')}</h2>
            <SupportLinks support={support} />
          </div>
          {footer}
        </div>
      </footer>
    </div>
  )
}

function LanguageSwitch() {
  const t = useTexts(commonTexts)
  const current = useLanguage()
  return (
    <div className={css.languages} role="group" aria-label={t('language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${LANGUAGE_NAMES[language].short}: ${LANGUAGE_NAMES[language].full}`}
          aria-pressed={language === current}
          onClick={() => void switchLanguage(language)}
        >
          {LANGUAGE_NAMES[language].short}
        </button>
      ))}
    </div>
  )
}

function SupportLinks({ support }: { support: Support | undefined }) {
  const t = useTexts(commonTexts)
  return (
    <p className={css.support}>
      <span>{t('support')}:</span>
      {support?.phone && <a href={phoneLink(support.phone)}>{formatPhone(support.phone)}</a>}
      {support?.email && <a href={`mailto:${support.email}`}>{support.email}</a>}
    </p>
  )
}
