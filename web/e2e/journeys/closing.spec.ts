/** A group's norm bounds what is published; a kindergarten is closed with a preview, its worker and a family read what now. */
import { type Browser, expect, type Page } from '@playwright/test'

import { signInAsAdministrator } from '../helpers/administrator.ts'
import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { goToWork } from '../helpers/working.ts'

const GROUND = '2026 жылғы № 7 бұйрық'

test.use(PHONE)

test('a norm, a closing, and what the worker and the family read then', async ({
  page,
  browser,
  sandbox,
  reader,
  look,
}) => {
  const [worker = '', kindergarten = '', mother = '', application = '', year = ''] =
    addressOf('KEZEK_CLOSING').split(':')
  const desk = await ofTheirOwn(browser)
  await goToWork(desk, sandbox, reader, { who: await sandbox.person(worker), kindergarten })
  await statesNorm(desk, year)
  await desk.goto(`/staff/vacancies/add?language=en&group_year=${year}&kind=general&places=2&sign=${kindergarten}`)
  await expect(desk.getByText('Бұл топта бос орын жеткіліксіз: 2 орын жарияламақсыз, бос: 1.')).toBeVisible()

  const boss = await ofTheirOwn(browser)
  await signInAsAdministrator(boss, sandbox, reader)
  await closes(boss, kindergarten)
  await boss.close()

  await reader.set({ person: worker })
  await desk.goto('/staff/roster')
  await expect(desk.getByText(/^Бұл балабақша жабылған. Жабылған күні: /)).toBeVisible()
  await expect(desk.getByText(`Негіздеме: ${GROUND}.`, { exact: false })).toBeVisible()
  await desk.close()

  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(`/journal/${application}`)}`)
  await signInByKey(page, reader, await sandbox.person(mother))
  await expect(page.getByText('Балабақша жабылды, кезектегі уақыты сақталады')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('link', { name: 'Жаңа өтініш беру' })).toHaveAttribute('href', '/apply')
  await look('application-closed-kk-360')
})

function ofTheirOwn(browser: Browser): Promise<Page> {
  return browser.newPage({ ...DESKTOP, baseURL: addressOf('KEZEK_PUBLIC_URL') })
}

/** The group has one child, and may have two. */
async function statesNorm(desk: Page, year: string): Promise<void> {
  await desk.goto('/staff/groups')
  await desk.getByRole('link', { name: 'Топ қосу' }).click()
  await desk.getByLabel('Топтың жылы').selectOption(year)
  await desk.getByLabel('Оқыту тілі').selectOption('en')
  await desk.getByLabel('Норма: топта болуы мүмкін балалар саны').fill('2')
  await desk.getByRole('button', { name: 'Әрі қарай' }).click()
  await desk.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await expect(desk.getByText('Топтың нормасы мәлімденді.')).toBeVisible()
}

/** One child would depart, by name; then the ground and the signature. */
async function closes(boss: Page, kindergarten: string): Promise<void> {
  await boss.goto(`/staff/kindergartens/${kindergarten}`)
  await boss.getByRole('link', { name: 'Балабақшаны жабу' }).click()
  await expect(boss.getByText('Тізімнен шығарылатын бала (1)')).toBeVisible()
  await boss.getByLabel('Негіздеме: бұйрықтың нөмірі мен күні').fill(GROUND)
  await boss.getByRole('button', { name: 'Әрі қарай' }).click()
  await boss.getByRole('button', { name: 'Қол қойып, жабу' }).click()
  await expect(boss.getByText(/^Бұл балабақша жабылған. Жабылған күні: /)).toBeVisible()
}
