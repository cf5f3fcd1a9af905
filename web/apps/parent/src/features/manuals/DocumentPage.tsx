/** A manual: its contents, its sections with an address each, made to be printed too. */
import { useLocalised, useTexts } from '@kezek/i18n'
import { Button, Card, Page } from '@kezek/ui'
import { useEffect } from 'react'
import { Link } from 'wouter'

import { Blocks } from './Blocks'
import css from './DocumentPage.module.css'
import { documents } from './documents'
import { labels } from './labels'
import type { DocumentId, Section } from './model'

export function DocumentPage({ id }: { id: DocumentId }) {
  const t = useTexts(labels)
  const { sections } = useLocalised(documents[id])
  useEffect(goToHash, [id])
  return (
    <Page title={t(id)} lead={t(`${id}For`)}>
      <div className={css.columns}>
        <nav id="contents" className={css.contents} aria-labelledby="contents-title">
          <Card>
            <h2 id="contents-title">{t('contents')}</h2>
            <ul>
              {sections.map(({ id: anchor, title }) => (
                <li key={anchor}>
                  <a href={`#${anchor}`}>{title}</a>
                </li>
              ))}
            </ul>
            <p>
              <Link href="/manuals">{t('all')}</Link>
            </p>
            <Button
              kind="second"
              onClick={() => {
                window.print()
              }}
            >
              {t('print')}
            </Button>
          </Card>
        </nav>
        <div className={css.text}>
          {sections.map((section) => (
            <Chapter key={section.id} section={section} />
          ))}
        </div>
      </div>
    </Page>
  )
}

function Chapter({ section }: { section: Section }) {
  const t = useTexts(labels)
  return (
    <Card labelledBy={section.id}>
      <h2 id={section.id} className={css.title} tabIndex={-1}>
        {section.title}
      </h2>
      <Blocks blocks={section.blocks} />
      <p className={css.up}>
        <a href="#contents">{t('toContents')}</a>
      </p>
    </Card>
  )
}

/** The browser looked for the anchor before the text was there. */
function goToHash(): void {
  if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus()
}
