/** The sections of the cabinet under the names that the manual gives them. */
import { useTexts } from '@kezek/i18n'
import { Card, EmptyState, Lines, LinkButton } from '@kezek/ui'
import { Link } from 'wouter'

import css from './Cabinet.module.css'
import { cabinetTexts } from './texts'

export function NoneYet() {
  const t = useTexts(cabinetTexts)
  return (
    <EmptyState title={t('none')} action={<LinkButton href="/apply">{t('apply')}</LinkButton>}>
      {t('noneAbout')}
    </EmptyState>
  )
}

/** `more`: there are applications already. */
export function Sections({ more }: { more: boolean }) {
  const t = useTexts(cabinetTexts)
  return (
    <Card labelledBy="sections">
      <h2 id="sections">{t('sections')}</h2>
      <Lines>
        <Section href="/apply" name={t('applyForm')} about={more ? t('applyMore') : t('applyAbout')} />
        <Section href="/journal" name={t('journal')} about={t('journalAbout')} />
        {more && <Section href="/papers" name={t('papers')} about={t('papersAbout')} />}
        {more && <Section href="/admissions" name={t('admissions')} about={t('admissionsAbout')} />}
        {more && <Section href="/escorts" name={t('escorts')} about={t('escortsAbout')} />}
        {more && <Section href="/pickups" name={t('pickups')} about={t('pickupsAbout')} />}
      </Lines>
    </Card>
  )
}

function Section({ href, name, about }: { href: string; name: string; about: string }) {
  return (
    <li className={css.section}>
      <Link href={href}>{name}</Link>
      <p>{about}</p>
    </li>
  )
}
