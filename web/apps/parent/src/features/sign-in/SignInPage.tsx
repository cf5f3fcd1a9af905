/** Signing in, three ways (domain §2): by EDS, by a one-time code, and by password for workers of kindergartens. */
import { districtsQuery, signInPageQuery, useSession } from '@kezek/api'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { BackLink, Loaded, Notice, Page, Spinner } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'

import { useDistrict } from '../../shared/district'
import { AlreadyIn } from './AlreadyIn'
import { signInTexts } from './texts'
import { Ways } from './Ways'

export default function SignInPage() {
  const t = useTexts(signInTexts)
  const common = useTexts(commonTexts)
  const [params] = useSearchParams()
  return (
    <>
      <BackLink href="/">{common('home')}</BackLink>
      <Page narrow title={t('title')} lead={<Lead />}>
        {params.has('over') && (
          <Notice title={t('over')} live>
            {t('overAdvice')}
          </Notice>
        )}
        <InOrOut again={params.has('again')} />
      </Page>
    </>
  )
}

/** Who is in already when the page opens need not sign in, unless the session is too old for what they want; who signs in on it is led on by the way they took. */
function InOrOut({ again }: { again: boolean }) {
  const { me, error } = useSession()
  const query = useQuery(signInPageQuery(useLanguage()))
  const [outside, setOutside] = useState(me === null || again)
  if (!outside && me) return <AlreadyIn me={me} />
  if (!outside && me === undefined && !error) return <Spinner />
  if (!outside) setOutside(true)
  return <Loaded query={query}>{(page) => <Ways page={page} />}</Loaded>
}

/** M1.7: the service and the district one has chosen. */
function Lead() {
  const t = useTexts(signInTexts)
  const language = useLanguage()
  const [code] = useDistrict()
  const { data: districts = [] } = useQuery(districtsQuery)
  const district = districts.find((each) => each.code === code)
  return (
    <>
      {t('service')} {district && `${district.name[language]} · `}
      <Link href="/">{district ? t('changeDistrict') : t('chooseDistrict')}</Link>
    </>
  )
}
