/** One request: who asks, what may be the same already, and the decision (domain §2.account). */
import type { KindergartensRequestView } from '@kezek/api'
import { formatIin, formatMoment, formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, LANGUAGE_NAMES, useLanguage, useTexts } from '@kezek/i18n'
import { BackLink, Card, Facts, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { adminTexts } from '../../shared/admin/texts'
import { useDistrictNames } from '../../shared/admin/districts'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Decision } from './Decision'
import { Likely } from './Likely'
import { requestQuery } from './queries'
import { requestTexts } from './texts'

export default function RequestPage() {
  const t = useTexts(requestTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/requests">{t('back')}</BackLink>
      <ForAdministrator title={t('pageTitle')}>{() => <Request key={id} id={id} />}</ForAdministrator>
    </>
  )
}

function Request({ id }: { id: string }) {
  const t = useTexts(requestTexts)
  const query = useQuery(requestQuery(id))
  return (
    <Loaded query={query}>
      {(request) => (
        <Page narrow title={t('title', { number: request.number })}>
          <Kindergarten request={request} />
          <Owner request={request} />
          <Likely request={request} />
          <Decision request={request} />
        </Page>
      )}
    </Loaded>
  )
}

function Kindergarten({ request }: { request: KindergartensRequestView }) {
  const t = useTexts(requestTexts)
  const shared = useTexts(adminTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { name, address, phone, website, ownership, district, submitted_at } = request
  const nameOf = useDistrictNames()
  return (
    <Card labelledBy="kindergarten">
      <h2 id="kindergarten">{t('kindergarten')}</h2>
      <Facts
        items={[
          { name: t('nameKk'), value: <span lang="kk">{name.kk}</span> },
          { name: t('nameRu'), value: <span lang="ru">{name.ru}</span> },
          { name: t('addressKk'), value: <span lang="kk">{address.kk}</span> },
          { name: t('addressRu'), value: <span lang="ru">{address.ru}</span> },
          { name: shared('district'), value: nameOf(district) },
          { name: word('kind'), value: word(ownership) },
          { name: t('phone'), value: <a href={phoneLink(phone)}>{formatPhone(phone)}</a> },
          ...(website ? [{ name: word('website'), value: website }] : []),
          { name: t('submitted'), value: formatMoment(submitted_at, language) },
        ]}
      />
    </Card>
  )
}

function Owner({ request: { owner } }: { request: KindergartensRequestView }) {
  const t = useTexts(requestTexts)
  const shared = useTexts(adminTexts)
  return (
    <Card labelledBy="owner">
      <h2 id="owner">{t('owner')}</h2>
      <Facts
        items={[
          { name: shared('iin'), value: formatIin(owner.iin) },
          { name: t('phone'), value: <a href={phoneLink(owner.phone)}>{formatPhone(owner.phone)}</a> },
          { name: t('email'), value: <a href={`mailto:${owner.email}`}>{owner.email}</a> },
          { name: t('language'), value: <span lang={owner.language}>{LANGUAGE_NAMES[owner.language].full}</span> },
        ]}
      />
      <p>{t('ownerNote')}</p>
    </Card>
  )
}
