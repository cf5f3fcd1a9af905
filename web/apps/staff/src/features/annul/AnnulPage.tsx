/** One vacancy before an officer: its places, which of them are annulled and why, and the signature (domain §6.1, §6.6). */
import type { AuthMe, ReferralsVacancyPlacesView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, Facts, Loaded, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { Annulments } from '../../shared/annulments/Annulments'
import { annulmentTexts } from '../../shared/annulments/texts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { Choose } from './Choose'
import type { Chosen } from './chosen'
import { vacancyQuery } from './queries'
import { SignStep } from './SignStep'
import { annulTexts } from './texts'

export default function AnnulPage() {
  const t = useTexts(annulTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/published">{t('back')}</BackLink>
      <ForOfficer title={t('title')}>{({ me }) => <Vacancy key={id} id={id} me={me} />}</ForOfficer>
    </>
  )
}

function Vacancy({ id, me }: { id: string; me: AuthMe }) {
  const t = useTexts(annulTexts)
  const query = useQuery(vacancyQuery(id))
  return (
    <Page narrow title={t('title')}>
      <Loaded query={query}>{(vacancy) => <Places vacancy={vacancy} me={me} />}</Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
      <Small>{t('logged')}</Small>
    </Page>
  )
}

function Places({ vacancy, me }: { vacancy: ReferralsVacancyPlacesView; me: AuthMe }) {
  const t = useTexts(annulTexts)
  const words = useTexts(annulmentTexts)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [done, setDone] = useState(false)
  return (
    <>
      {done && (
        <Notice kind="ok" title={t('done')} live>
          {t('doneMore')}
        </Notice>
      )}
      <About vacancy={vacancy} />
      {chosen === null ? (
        <Choose
          vacancy={vacancy}
          onChosen={(made) => {
            scrollTo(0, 0)
            setDone(false)
            setChosen(made)
          }}
        />
      ) : (
        <SignStep
          vacancy={vacancy}
          chosen={chosen}
          language={me.language}
          onBack={() => setChosen(null)}
          onDone={() => {
            setChosen(null)
            setDone(true)
          }}
        />
      )}
      {vacancy.annulments.length > 0 && (
        <Card labelledBy="annulments">
          <h2 id="annulments">{words('annulments')}</h2>
          <Annulments items={vacancy.annulments} />
        </Card>
      )}
    </>
  )
}

function About({ vacancy }: { vacancy: ReferralsVacancyPlacesView }) {
  const t = useTexts(annulTexts)
  const word = useTexts(kindergartenTexts)
  const shown = useLanguage()
  const count = (...of: string[]) => vacancy.places.filter(({ status }) => of.includes(status)).length
  return (
    <Card>
      <Facts
        items={[
          { name: t('kindergarten'), value: vacancy.kindergarten_name?.[shown] ?? '' },
          { name: t('groupYear'), value: vacancy.group_year },
          { name: t('language'), value: word(`in_${vacancy.language}`) },
          { name: t('kind'), value: word(vacancy.kind) },
          { name: t('total'), value: vacancy.places.length },
          { name: t('free'), value: count('offered', 'opening', 'open') },
          { name: t('held'), value: count('held') },
          { name: t('taken'), value: count('taken') },
          { name: t('annulled'), value: count('annulled') },
        ]}
      />
    </Card>
  )
}
