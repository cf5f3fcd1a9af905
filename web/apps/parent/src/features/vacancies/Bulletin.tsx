import type { KindergartensBulletinView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, Card, EmptyState, LinkButton, Loaded } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { useDistrictName } from '../../shared/DistrictSelect'
import { vacanciesQuery } from '../../shared/kindergartens/queries'
import css from './Vacancies.module.css'
import { VacancyTable } from './VacancyTable'
import { vacanciesTexts } from './texts'

export function Bulletin({ district }: { district: string }) {
  const t = useTexts(vacanciesTexts)
  const name = useDistrictName(district) ?? ''
  const query = useQuery(vacanciesQuery({ district, sorted_in: useLanguage() }))
  const list = <Link href={`/kindergartens?district=${district}`}>{t('kindergartens')}</Link>
  return (
    <Loaded query={query}>
      {(bulletin) =>
        bulletin.items.length === 0 ? (
          <>
            <EmptyState title={t('empty', { district: name })} action={list}>
              {t('emptyMore')}
            </EmptyState>
            <AsOf at={bulletin.as_of} />
          </>
        ) : (
          <>
            <Sum bulletin={bulletin} district={name} />
            <VacancyTable rows={bulletin.items} />
            <Meaning />
            <p>{list}</p>
          </>
        )
      }
    </Loaded>
  )
}

/** The number first. */
function Sum({ bulletin, district }: { bulletin: KindergartensBulletinView; district: string }) {
  const t = useTexts(vacanciesTexts)
  const free = bulletin.items.reduce((sum, line) => sum + line.free, 0)
  const open = bulletin.items.reduce((sum, line) => sum + line.in_free_choice, 0)
  return (
    <Card labelledBy="sum">
      <h2 id="sum">{t('inDistrict', { district })}</h2>
      <p className={css.number}>{t('placesFree', { n: free })}</p>
      <p>
        {t('forQueue', { n: free - open })}, {t('inFreeChoice', { n: open })}.
      </p>
      <AsOf at={bulletin.as_of} />
    </Card>
  )
}

function Meaning() {
  const t = useTexts(vacanciesTexts)
  return (
    <Card>
      <p>{t('whatIsWaiting')}</p>
      <p>{t('whatIsFreeChoice')}</p>
      <LinkButton href="/cabinet">{t('toCabinet')}</LinkButton>
    </Card>
  )
}
