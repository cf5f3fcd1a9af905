/** A manual: its contents, its sections with an address each, made to be printed too. */
import { useKnownRules } from '@kezek/api'
import { POLICY } from '@kezek/domain'
import { useLocalised, useTexts } from '@kezek/i18n'
import { Button, Card, Notice, Page } from '@kezek/ui'
import { useEffect } from 'react'
import { Link } from 'wouter'

import { useDistrict } from '../../shared/district'
import { DistrictSelect } from '../../shared/DistrictSelect'
import { Blocks } from './Blocks'
import css from './DocumentPage.module.css'
import { documents } from './documents'
import { RulesTold } from './inline'
import { labels } from './labels'
import { type DocumentId, type Section, textsOf } from './model'

export function DocumentPage({ id }: { id: DocumentId }) {
  const t = useTexts(labels)
  const { sections } = useLocalised(documents[id])
  const [district, chooseDistrict] = useDistrict()
  const rules = useKnownRules(district)
  useEffect(goToHash, [id])
  return (
    <Page title={t(id)} lead={t(`${id}For`)}>
      {sections.some(saysNumbers) && (
        <Whose district={district} known={rules !== undefined} onChoose={chooseDistrict} />
      )}
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
        <RulesTold value={rules ?? POLICY}>
          <div className={css.text}>
            {sections.map((section) => (
              <Chapter key={section.id} section={section} />
            ))}
          </div>
        </RulesTold>
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

function saysNumbers({ blocks }: Section): boolean {
  return blocks.flatMap(textsOf).some((text) => /\{\w+\}/.test(text))
}

interface WhoseProps {
  district: string | null
  /** The policy has come. */
  known: boolean
  onChoose: (district: string) => void
}

/** By whose policy the numbers are; a district may have its own. */
function Whose({ district, known, onChoose }: WhoseProps) {
  const t = useTexts(labels)
  return (
    <div className={css.whose}>
      <Notice kind="info" title={t(district !== null && known ? 'numbersOf' : 'numbersOfRegion')}>
        <DistrictSelect label={t('district')} none={t('noDistrict')} value={district ?? ''} onChoose={onChoose} />
      </Notice>
    </div>
  )
}

/** The browser looked for the anchor before the text was there. */
function goToHash(): void {
  if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus()
}
