/** A kindergarten as an administrator changes it: its name, and who works in the system for it. */
import type { KindergartensKindergartenView } from '@kezek/api'
import { formatPhone, phoneLink } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { BackLink, Card, Facts, LinkButton, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { adminTexts } from '../../shared/admin/texts'
import { ClosedNotice } from '../../shared/closing/ClosedNotice'
import { closingQuery, kindergartenQuery } from './queries'
import { EnterBin } from './EnterBin'
import { Locate } from './Locate'
import { Rename } from './Rename'
import { changeTexts } from './texts'
import { Workers } from './Workers'

export default function KindergartenPage() {
  const t = useTexts(changeTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/kindergartens">{t('back')}</BackLink>
      <ForAdministrator title={t('title')}>{() => <Kindergarten key={id} id={id} />}</ForAdministrator>
    </>
  )
}

function Kindergarten({ id }: { id: string }) {
  const t = useTexts(changeTexts)
  const language = useLanguage()
  const query = useQuery(kindergartenQuery(id))
  return (
    <Loaded query={query}>
      {(kindergarten) => (
        <Page narrow title={kindergarten.name[language]}>
          {kindergarten.closed && <Closed id={kindergarten.id} />}
          <About kindergarten={kindergarten} />
          <Workers kindergartenId={kindergarten.id} />
          <Locate kindergarten={kindergarten} />
          <EnterBin kindergarten={kindergarten} />
          <Rename kindergarten={kindergarten} />
          {!kindergarten.closed && (
            <LinkButton href={`/kindergartens/${kindergarten.id}/close`} kind="second">
              {t('close')}
            </LinkButton>
          )}
        </Page>
      )}
    </Loaded>
  )
}

/** Which children were there when it was closed is not asked for: nobody is any more. */
function Closed({ id }: { id: string }) {
  const { data } = useQuery(closingQuery(id))
  return data?.kindergarten.closing ? <ClosedNotice closing={data.kindergarten.closing} /> : null
}

function About({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(kindergartenTexts)
  const shared = useTexts(adminTexts)
  const language = useLanguage()
  const nameOf = useDistrictNames()
  const { district, ownership, address, phone, website, bin } = kindergarten
  const change = useTexts(changeTexts)
  return (
    <Card>
      <Facts
        items={[
          { name: shared('district'), value: nameOf(district) },
          { name: t('kind'), value: t(ownership) },
          { name: t('address'), value: address[language] },
          { name: t('phone'), value: <a href={phoneLink(phone)}>{formatPhone(phone)}</a> },
          ...(bin ? [{ name: change('bin'), value: bin }] : []),
          ...(website ? [{ name: t('website'), value: website }] : []),
        ]}
      />
    </Card>
  )
}
