/** A family changes its wishes, moves to another district, withdraws; twins; another kindergarten for an enrolled child. */
import { expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { signInByKey } from '../helpers/signingIn.ts'

const DISTRICTS = ['1116', '1118'] as const

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('a family changes its languages, moves with its child, and withdraws there', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = '', child = ''] = addressOf('KEZEK_WAITING').split(':')
    const to = DISTRICTS.find((each) => each !== addressOf('KEZEK_DISTRICT')) ?? DISTRICTS[0]
    await signIn(page, sandbox, reader, mother, `/wishes/${id}`)
    await page.getByLabel('1-қалауыңыз').selectOption('орыс тілі')
    await page.getByLabel('2-қалауыңыз').selectOption('қазақ тілі')
    await look('wishes-kk-1280')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByText('Өзгеріс сақталды.')).toBeVisible()

    await page.goto(`/move/${id}`)
    await page.getByLabel('Жаңа аудан немесе қала').selectOption(to)
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByRole('alert')).toBeVisible() // the register knows the child in the former district
    await sandbox.move(child, to)
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByRole('heading', { name: 'Қол қойған соң не болады' })).toBeVisible()
    await look('move-kk-1280')
    await page.getByRole('button', { name: 'Қол қою және ауысу' }).click()
    await page.getByRole('link', { name: 'Жаңа ауданның өтініші' }).click()
    await expect(page.getByText('орыс тілі')).toBeVisible()

    await page.getByRole('link', { name: 'Өтінішті қайтарып алу' }).click()
    await expect(page.getByText('Қайтарып алуды болдырмау мүмкін емес.')).toBeVisible()
    await look('withdraw-kk-1280')
    await page.getByRole('button', { name: 'Қол қою және қайтарып алу' }).click()
    await expect(page.getByText('Өтініш қайтарып алынды', { exact: true }).first()).toBeVisible()

    await page.goto('/journal')
    await page.getByLabel('Мәртебесі').selectOption('Өтініш қайтарып алынды')
    await expect(page.getByText('Көрсетілгені: 1, барлығы: 2')).toBeVisible()
    await look('journal-sought-kk-1280')
  })
})

test.describe('on a phone', () => {
  test.use(PHONE)

  test('parents of twins let them have places apart', async ({ page, sandbox, reader, look }) => {
    const [mother = '', id = ''] = addressOf('KEZEK_TWINS').split(':')
    await signIn(page, sandbox, reader, mother, `/wishes/${id}`)
    const apart = page.getByLabel('Егіздер бөлек балабақшада болуы мүмкін')
    await expect(apart).not.toBeChecked()
    await page.getByText('Егіздер бөлек балабақшада болуы мүмкін', { exact: true }).click()
    await look('wishes-twins-kk-360')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByText('Өзгеріс сақталды.')).toBeVisible()
    await page.reload()
    await expect(apart).toBeChecked()
  })

  test('a mother whose twins were called together chooses for both by one signature', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = ''] = addressOf('KEZEK_TWINS_CALLED').split(':')
    await signIn(page, sandbox, reader, mother, `/choose/${id}`)
    await page
      .getByRole('link', { name: /^Таңдау/ })
      .first()
      .click()
    const together = page.getByRole('region', { name: 'Егіздермен бірге таңдау' })
    await together.getByLabel(/ үшін орын$/).selectOption({ index: 1 })
    await look('choose-twins-kk-360')
    await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
    await expect(page.getByRole('heading', { name: /№ \d{10} жолдама/ })).toBeVisible()
    await page.goto('/journal')
    const children = page.getByRole('list', { name: 'Кезекке қоюға өтініштер журналы' })
    await expect(children.getByText('Жолдама берілді', { exact: true })).toHaveCount(2)
    await look('journal-twins-kk-360')
  })

  test('a mother asks for another kindergarten for her enrolled child', async ({ page, sandbox, reader, look }) => {
    const [mother = '', id = ''] = addressOf('KEZEK_ENROLLED').split(':')
    await signIn(page, sandbox, reader, mother, `/journal/${id}`)
    await look('enrolled-kk-360')
    await page.getByRole('link', { name: 'Ауыстыруды сұрау' }).click()
    await expect(page.getByLabel('1-қалауыңыз')).not.toHaveValue('')
    await look('transfer-kk-360')
    await page.getByRole('button', { name: 'Жалғастыру' }).click()
    await expect(page.getByText('Кезекте әлі орны жоқ балалардың бәрінен кейін')).toBeVisible()
    await look('transfer-follows-kk-360')
    await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
    await page.getByRole('link', { name: 'Ауыстыру өтінішін ашу' }).click()
    await expect(page.getByText('ауыстыру', { exact: true })).toBeVisible()
    await expect(page.getByText('Қазіргі балабақшасы')).toBeVisible()
    await look('transfer-asked-kk-360')
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, who: string, next: string): Promise<void> {
  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(next)}`)
  await signInByKey(page, reader, await sandbox.person(who))
  await page.waitForURL(({ pathname }) => pathname === next)
}
