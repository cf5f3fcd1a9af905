/** A benefit is asked for once more, answered and confirmed; an officer of another district sees nothing of it. */
import { expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import { goToDesk, officerOf } from '../helpers/officers.ts'
import { aScan } from '../helpers/scan.ts'
import { signInByKey } from '../helpers/signingIn.ts'

test.use(DESKTOP)

test('a benefit is asked for once more, answered and confirmed, and counts from then on', async ({
  page: officer,
  browser,
  sandbox,
  reader,
  look,
}) => {
  const [family = '', id = '', number = ''] = addressOf('KEZEK_CLAIM').split(':')
  const own = await officerOf(sandbox, (district) => district === addressOf('KEZEK_DISTRICT'))
  await goToDesk(officer, sandbox, reader, own)
  await officer.goto('/staff/desk')
  await expect(officer.getByRole('link', { name: `№ ${number} өтінішті ашу` })).toBeVisible()
  await look('staff-desk-kk-1280')
  await officer.getByRole('link', { name: `№ ${number} өтінішті ашу` }).click()
  await officer.getByRole('button', { name: /анықтама\.pdf/ }).click()
  await officer.getByRole('button', { name: 'Шешім шығару' }).click()
  await officer.getByText('Жақсырақ көшірме сұрау', { exact: true }).click()
  await officer.getByText('көшірме оқылмайды').click()
  await officer.getByLabel('Түсіндірме').fill('Екінші бетін де тіркеңіз')
  await look('staff-desk-card-kk-1280')
  await decide(officer, 'Жақсырақ көшірме сұралды')

  const parent = await browser.newPage({ ...PHONE, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  await parent.goto(`/sign-in?way=eds&next=${encodeURIComponent(`/journal/${id}`)}`)
  await signInByKey(parent, reader, await sandbox.person(family))
  await expect(parent.getByText('Екінші бетін де тіркеңіз')).toBeVisible()
  await parent.locator('input[type=file]').first().setInputFiles({
    name: 'анықтама-2.pdf',
    mimeType: 'application/pdf',
    buffer: aScan(),
  })
  await expect(parent.getByText('анықтама-2.pdf')).toBeVisible()
  await expect(parent.getByText('Дайын', { exact: true })).toBeVisible({ timeout: 30_000 })
  await parent.getByRole('button', { name: 'Құжаттарды жіберу' }).click()
  await expect(parent.getByText('Шешім күтуде')).toBeVisible()

  await reader.set({ person: own.id })
  await expect(officer.getByText('Шешім күтуде')).toBeVisible() // the page is told by its stream
  await officer.getByRole('button', { name: 'Шешім шығару' }).click()
  await officer.getByText('Растау', { exact: true }).click()
  await officer.getByLabel('Құжаттың соңғы жарамды күні').fill('2027-06-01')
  await decide(officer, 'Расталды')
  await expect(parent.getByText('бірінші кезекте')).toBeVisible()

  await addsSpecialNeeds(parent)
  await expect(officer.getByText('Шешім күтуде')).toBeVisible()
  await parent.close()
})

test('an officer of another district finds and opens nothing', async ({ page, sandbox, reader }) => {
  const [, id = '', number = ''] = addressOf('KEZEK_CLAIM').split(':')
  await goToDesk(
    page,
    sandbox,
    reader,
    await officerOf(sandbox, (district) => district !== addressOf('KEZEK_DISTRICT')),
  )
  await page.goto(`/staff/desk/${id}`)
  await expect(page.getByText('Мұндай өтініш жоқ немесе ол сіздікі емес.')).toBeVisible()
  await page.goto('/staff/find')
  await page.getByLabel('Өтініш нөмірі').fill(number)
  await page.getByRole('button', { name: 'Іздеу' }).click()
  await expect(page.getByText('Мұндай өтініш осы ауданда табылмады.')).toBeVisible()
})

/** A benefit is not all that may come later: the commission's conclusion, without a signature. */
async function addsSpecialNeeds(parent: Page): Promise<void> {
  const card = parent.getByRole('region', { name: 'Жеңілдік немесе ерекше қажеттілік қосу' })
  await card.getByRole('button', { name: 'Қосу' }).click()
  await card.getByRole('button', { name: 'Жіберу' }).click()
  await expect(card.getByText('Нені қосатыныңызды таңдаңыз').first()).toBeVisible()
  await card.getByText('Ерекше білім беру қажеттілігі', { exact: true }).click()
  await card.getByText('Жалпы кезекке, жеңілдікпен', { exact: true }).click()
  const file = { name: 'қорытынды.pdf', mimeType: 'application/pdf', buffer: aScan() }
  await card.locator('input[type=file]').first().setInputFiles(file)
  await expect(card.getByText('Дайын', { exact: true })).toBeVisible({ timeout: 30_000 })
  await card.getByRole('button', { name: 'Жіберу' }).click()
  await expect(card.getByText(/^Жіберілді: уәкілетті тұлға қарайды/)).toBeVisible()
}

/** Signs what was chosen; afterwards the claim says what became of it. */
async function decide(page: Page, state: string): Promise<void> {
  await page.getByRole('button', { name: 'Келесі' }).click()
  await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
  await expect(page.getByText(state, { exact: true }).first()).toBeVisible()
}
