import { useSession } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, LinkButton, Page } from '@kezek/ui'
import { Tile, Tiles } from '@kezek/ui/tiles'

import { DistrictChoice } from './DistrictChoice'
import css from './HomePage.module.css'
import { homeTexts } from './texts'

export default function HomePage() {
  const t = useTexts(homeTexts)
  const { me } = useSession()
  return (
    <Page title={t('title')} lead={t('region')}>
      <DistrictChoice />
      <Card>
        <div className={css.first}>
          <Tile icon="house" href="/cabinet" name={t('queue')} about={t('queueAbout')} />
          <LinkButton href={me ? '/cabinet' : '/sign-in'}>{me ? t('cabinet') : t('enter')}</LinkButton>
        </div>
      </Card>
      <Tiles>
        <Card>
          <Tile icon="check" href="/attendance" name={t('attendance')} about={t('attendanceAbout')} />
        </Card>
        <Card>
          <Tile icon="table" href="/vacancies" name={t('vacancies')} about={t('vacanciesAbout')} />
        </Card>
        <Card>
          <Tile icon="list" href="/bulletin" name={t('figures')} about={t('figuresAbout')} />
        </Card>
        <Card>
          <Tile icon="eye" href="/place" name={t('place')} about={t('placeAbout')} />
        </Card>
        <Card>
          <Tile icon="garden" href="/kindergartens" name={t('kindergartens')} about={t('kindergartensAbout')} />
        </Card>
        <Card>
          <Tile icon="case" href="/staff" elsewhere name={t('staff')} about={t('staffAbout')} />
        </Card>
        <Card>
          <Tile icon="book" href="/manuals" name={t('manuals')} about={t('manualsAbout')} />
        </Card>
        <Card>
          <Tile icon="paper" href="/check" name={t('check')} about={t('checkAbout')} />
        </Card>
        <Card>
          <Tile icon="person" href="/account-request" name={t('account')} about={t('accountAbout')} />
        </Card>
      </Tiles>
    </Page>
  )
}
