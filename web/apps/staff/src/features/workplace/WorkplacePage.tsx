/** Changing the kindergarten one works in; then back to where one was. */
import { useTexts } from '@kezek/i18n'
import { Page, SignedIn } from '@kezek/ui'
import { useLocation } from 'wouter'

import { ChooseWorkplace } from '../../shared/workplace/ChooseWorkplace'
import { workplaceTexts } from '../../shared/workplace/texts'

export default function WorkplacePage() {
  const t = useTexts(workplaceTexts)
  const [, navigate] = useLocation()
  return (
    <SignedIn>
      {({ works_at }) => (
        <Page narrow title={t('title')} lead={t('oldName')}>
          <ChooseWorkplace current={works_at} onChosen={() => navigate('/')} />
        </Page>
      )}
    </SignedIn>
  )
}
