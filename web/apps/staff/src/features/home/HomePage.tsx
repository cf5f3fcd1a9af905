/** The workroom's first page: what one may do here, by role. */
import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Page, SignedIn } from '@kezek/ui'
import { Tile, Tiles } from '@kezek/ui/tiles'

import { sectionsOf } from '../../shared/sections/sections'
import { sectionTexts } from '../../shared/sections/texts'
import { NoWorker } from '../../shared/workplace/AtWork'
import { ChooseWorkplace } from '../../shared/workplace/ChooseWorkplace'
import { workplaceTexts } from '../../shared/workplace/texts'
import { homeTexts } from './texts'
import { titleOf } from './titles'

export default function HomePage() {
  const t = useTexts(homeTexts)
  return (
    <SignedIn>
      {(me) => (
        // once it is chosen, the page begins anew at its heading
        <Page key={String(me.must_choose_workplace)} title={t(titleOf(me))}>
          {me.must_choose_workplace && <FirstChoice />}
          <Sections me={me} />
        </Page>
      )}
    </SignedIn>
  )
}

/** M1.58: before anything else who works in several kindergartens says in which. */
function FirstChoice() {
  const t = useTexts(workplaceTexts)
  return (
    <>
      <Card marked="act">
        <h2>{t('title')}</h2>
        <p>{t('oldName')}</p>
      </Card>
      <ChooseWorkplace current={null} />
    </>
  )
}

function Sections({ me }: { me: AuthMe }) {
  const t = useTexts(sectionTexts)
  const sections = sectionsOf(me)
  if (sections.length === 0) return <NoWorker me={me} />
  return (
    <Tiles>
      {sections.map(({ href, name, icon }) => (
        <Card key={href}>
          <Tile icon={icon} href={href} name={t(name)} about={t(`${name}About`)} />
        </Card>
      ))}
      {me.roles.includes('worker') && (
        <Card>
          <Tile icon="shield" elsewhere href="/settings/password" name={t('password')} about={t('passwordAbout')} />
        </Card>
      )}
      <Card>
        <Tile icon="gear" elsewhere href="/settings" name={t('settings')} about={t('settingsAbout')} />
      </Card>
    </Tiles>
  )
}
