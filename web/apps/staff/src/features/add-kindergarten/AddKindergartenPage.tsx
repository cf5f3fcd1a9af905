/** A kindergarten that has not asked for an account itself. */
import { useTexts } from '@kezek/i18n'
import { BackLink, Page } from '@kezek/ui'
import { Link } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { AddForm } from './AddForm'
import { addKindergartenTexts } from './texts'

export default function AddKindergartenPage() {
  const t = useTexts(addKindergartenTexts)
  return (
    <>
      <BackLink href="/kindergartens">{t('back')}</BackLink>
      <ForAdministrator title={t('title')}>
        {() => (
          <Page narrow title={t('title')} lead={t('lead')}>
            <p>
              <Link href="/requests">{t('requests')}</Link>
            </p>
            <AddForm />
          </Page>
        )}
      </ForAdministrator>
    </>
  )
}
