import type { KindergartensKindergartenView } from '@kezek/api'
import { formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Facts } from '@kezek/ui'

/** How a kindergarten is found and called. */
export function KindergartenFacts({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(kindergartenTexts)
  const language = useLanguage()
  const { address, phone, ownership, website, website_url } = kindergarten
  const site = website_url && (
    <a href={website_url} rel="noreferrer">
      {website}
    </a>
  )
  return (
    <Facts
      items={[
        { name: t('kind'), value: t(ownership) },
        { name: t('address'), value: address[language] },
        { name: t('phone'), value: <a href={phoneLink(phone)}>{formatPhone(phone)}</a> },
        ...(site ? [{ name: t('website'), value: site }] : []),
      ]}
    />
  )
}
