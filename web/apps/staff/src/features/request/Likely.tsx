import type { KindergartensRequestView, KindergartensSign } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Lines, Small } from '@kezek/ui'
import { Link } from 'wouter'

import { requestTexts } from './texts'

/** What may be the same already, the likeliest first, each with its signs. */
export function Likely({ request }: { request: KindergartensRequestView }) {
  const t = useTexts(requestTexts)
  const language = useLanguage()
  const { like_kindergartens: kindergartens, like_requests: requests } = request
  const formLanguage = language === 'kk' ? 'kk' : 'ru'
  return (
    <Card labelledBy="likely" marked={kindergartens.length + requests.length > 0 && 'act'}>
      <h2 id="likely">{t('likely')}</h2>
      {kindergartens.length + requests.length === 0 && <p>{t('noLikely')}</p>}
      {kindergartens.length > 0 && <h3>{t('likeKindergartens')}</h3>}
      <Lines>
        {kindergartens.map(({ kindergarten, alike, signs }) => (
          <li key={kindergarten.id}>
            <Link href={`/kindergartens/${kindergarten.id}`}>{kindergarten.name[language]}</Link>
            <p>{kindergarten.address[language]}</p>
            <Signs alike={alike} signs={signs} />
          </li>
        ))}
      </Lines>
      {requests.length > 0 && <h3>{t('likeRequests')}</h3>}
      <Lines>
        {requests.map(({ id, number, state, name, alike, signs }) => (
          <li key={id}>
            <Link href={`/requests/${id}`}>{`№ ${number}: ${name[formLanguage]}`}</Link>
            <p>{t(state)}</p>
            <Signs alike={alike} signs={signs} />
          </li>
        ))}
      </Lines>
    </Card>
  )
}

function Signs({ alike, signs }: { alike: number; signs: readonly KindergartensSign[] }) {
  const t = useTexts(requestTexts)
  const words = signs.map((sign) =>
    sign === 'name' ? t('alike', { percent: Math.round(alike * 100) }) : t(`sign_${sign}`),
  )
  return <Small>{words.join('; ')}</Small>
}
