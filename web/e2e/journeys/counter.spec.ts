/**
 * At the counter: an officer enters a paper with a claim, finds it again, and the family sees it by a one-time code; a
 * called family chooses by a paper.
 */
import { expect } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import { findByNumber, goToDesk, officerOf } from '../helpers/officers.ts'
import { family, fullName } from '../helpers/people.ts'
import { attach } from '../helpers/scan.ts'

test.use(DESKTOP)

test('an officer enters a paper, and the family sees its application by a one-time code', async ({
  page,
  browser,
  sandbox,
  reader,
  look,
}) => {
  const { mother, child } = await family(sandbox, 5)
  const officer = await officerOf(sandbox, (district) => district === addressOf('KEZEK_DISTRICT'))
  await goToDesk(page, sandbox, reader, officer)
  await page.goto('/staff/counter')
  await page.getByLabel('Өтініш берушінің ЖСН-і').fill(mother.person.iin)
  await page.getByLabel('Баланың ЖСН-і').fill(child.person.iin)
  await page.getByRole('button', { name: 'Дерекқордан алу' }).click()
  await expect(page.getByText(fullName(child))).toBeVisible()

  await page.getByRole('button', { name: 'Келесі' }).click()
  await expect(page.getByRole('alert')).toContainText('Қағаздың көшірмесін тіркеңіз')
  await attach(page, 'Қол қойылған қағаздың көшірмесі', 'өтініш.pdf')
  await page.getByText(/^Қағазда деректерді өзекті ұстау/).click()
  await page.getByLabel('1-қалауыңыз').selectOption('орыс')
  await page.getByLabel('2-қалауыңыз').selectOption('қазақ')
  await page.getByLabel('Телефоны').fill(mother.phone)
  await page.getByText('Жеңілдіктің бар болуы', { exact: true }).click()
  await page.getByLabel('Жеңілдік түрі').selectOption('көпбалалы отбасының баласы')
  await attach(page, 'Жеңілдік құжатының скан-көшірмесі', 'туу туралы куәлік.pdf')
  await look('staff-counter-kk-1280')
  await page.getByRole('button', { name: 'Келесі' }).click()
  const statement = page.getByRole('region', { name: 'Қол қойылатын мәтін' })
  await expect(statement).toContainText('өтініш.pdf')
  await expect(statement).toContainText('туу туралы куәлік.pdf')
  await page.getByRole('button', { name: 'Қол қою және енгізу' }).click()
  const entered = page.getByText(/^Өтініш енгізілді, нөмірі /)
  await expect(entered).toBeVisible()
  const [number = ''] = /\d\d\.UO\.\d{4}\.\d{5}\.\d/.exec(await entered.innerText()) ?? []

  const found = await findByNumber(page, number.replace('UO', 'уо').replace(/\.0+/, '.'))
  await expect(found).toHaveCount(1)
  await look('staff-find-kk-1280')
  await found.click()
  await expect(page.getByText('Шешім күтуде')).toBeVisible()
  await expect(page.getByText('көрсетілмеген')).toBeVisible() // no e-mail was written

  const parent = await browser.newPage({ ...PHONE, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  await parent.goto('/sign-in?next=%2Fjournal')
  await parent.getByLabel('ЖСН', { exact: true }).fill(mother.person.iin)
  await parent.getByLabel('Телефон нөмірі').fill(mother.phone)
  const before = await sandbox.lastSms(mother.phone)
  await parent.getByRole('button', { name: 'Кіру (код алу)' }).click()
  await parent.getByLabel('Бір реттік кодты енгізіңіз').fill(await sandbox.smsCode(mother.phone, 6, before))
  await parent.getByRole('button', { name: 'Кіру', exact: true }).click()
  await expect(parent.getByText(number)).toBeVisible()
  await expect(parent.getByText('Кезекте', { exact: true })).toBeVisible()
  await parent.close()
})

test('an officer chooses the place that a called family has written on paper', async ({
  page,
  sandbox,
  reader,
  look,
}) => {
  const [id = '', number = ''] = addressOf('KEZEK_ON_PAPER').split(':')
  const officer = await officerOf(sandbox, (district) => district === addressOf('KEZEK_DISTRICT'))
  await goToDesk(page, sandbox, reader, officer)
  await (await findByNumber(page, number)).click()
  await page.getByRole('link', { name: 'Орындарды көру' }).click()
  await expect(page.getByRole('heading', { name: /үшін сақталған орын$/ })).toBeVisible()
  await look('staff-choose-kk-1280')
  await page
    .getByRole('link', { name: /^Таңдау/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Келесі' }).click()
  await expect(page.getByRole('alert')).toContainText('Қағаздың көшірмесін тіркеңіз')
  await attach(page, 'Қол қойылған қағаздың көшірмесі', 'таңдау.pdf')
  await page.getByText(/^Қағазға өтініш берушінің өзі қол қойды/).click()
  await look('staff-choose-paper-kk-1280')
  await page.getByRole('button', { name: 'Келесі' }).click()
  await expect(page.getByRole('region', { name: 'Қол қойылатын мәтін' })).toContainText('таңдау.pdf')
  await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
  await expect(page.getByText(/^№ \d{10} жолдама берілді/)).toBeVisible()
  await look('staff-choose-done-kk-1280')
  await page.getByRole('link', { name: 'Өтінішті ашу' }).click()
  await expect(page).toHaveURL(`/staff/desk/${id}`)
  await page.getByRole('button', { name: /таңдау\.pdf/ }).click()
  await expect(page.getByText(/отбасы қол қойған қағаз бойынша таңда/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Орындарды көру' })).toBeHidden()
})
