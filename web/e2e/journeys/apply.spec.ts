import { DESKTOP, expect, PHONE, test } from '../helpers/journey.ts'
import { attach } from '../helpers/scan.ts'
import { family, ticksChild } from '../helpers/people.ts'
import { signInByKey } from '../helpers/signingIn.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a family with a benefit applies by the manual, begun on one device and signed on another', async ({
    page,
    sandbox,
    reader,
    look,
    browser,
  }) => {
    const { mother, child } = await family(sandbox, 4)
    await page.goto('/sign-in?way=eds')
    await signInByKey(page, reader, mother)
    await page.getByRole('link', { name: 'Өтініш беру', exact: true }).first().click()

    await page.getByText('Алгоритм: кезек қалай жүреді').click()
    await expect(page.getByText('Жеңілдікті уәкілетті тұлға растағанға дейін')).toBeVisible()
    await look('apply-algorithm-kk-360')
    await page.getByText('Деректерді өзекті күйде ұстауға міндеттенемін').click()
    await page.getByText('Алгоритммен таныстым').click()
    await page.getByRole('button', { name: 'Өтініш беру' }).click()
    await expect(page.getByRole('heading', { name: '1-қадам: Өтініш беруші туралы ақпаратты енгізу' })).toBeVisible()
    await page.getByLabel('Телефон нөмірі').fill(mother.phone)
    await page.getByRole('button', { name: 'Келесі' }).click()

    await expect(page.getByRole('heading', { name: '2-қадам: Баланың ақпаратын енгізу' })).toBeVisible()
    await ticksChild(page, child)
    await page.getByLabel('Елді мекен').fill('Аршалы кенті')
    await page.getByLabel('1-қалауыңыз').selectOption('қазақ тілі')
    await page.getByLabel('2-қалауыңыз').selectOption('орыс тілі')
    for (const tick of ['Резидент емес', 'Жеңілдіктің бар болуы', 'Егіздер', 'Ерекше білім беру қажеттілігі'])
      await page.getByText(tick, { exact: true }).click()
    await look('apply-branches-kk-360')
    await page.getByRole('button', { name: 'Келесі' }).click()
    await expect(page.getByRole('alert')).toContainText('Жеңілдік түрін тізімнен таңдаңыз')
    await expect(page.getByRole('alert')).toContainText('Егіздің ЖСН-ін тексеріңіз')
    await look('apply-branches-wrong-kk-360')
    for (const tick of ['Резидент емес', 'Егіздер', 'Ерекше білім беру қажеттілігі'])
      await page.getByText(tick, { exact: true }).click()

    await page.getByLabel('Жеңілдік түрі').selectOption('көпбалалы отбасының баласы')
    await attach(page, 'Жеңілдік құжатының скан-көшірмесі', 'туу туралы куәлік.pdf')
    await look('apply-benefit-kk-360')
    await expect(page.getByText(/Жазғандарыңыз сақталды/)).toBeVisible()

    const other = await browser.newContext(DESKTOP)
    const desk = await other.newPage()
    await desk.goto('/sign-in?way=eds')
    await signInByKey(desk, reader, mother)
    await expect(desk.getByRole('link', { name: 'Өтініш беру', exact: true }).first()).toBeVisible()
    await desk.goto('/apply?step=check')
    await expect(desk.getByText('көпбалалы отбасының баласы: туу туралы куәлік.pdf')).toBeVisible()
    await expect(desk.getByRole('region', { name: 'Қол қойылатын мәтін' })).toContainText('Аршалы кенті')
    await desk.getByRole('button', { name: 'Кезекке тұру' }).click()
    await expect(desk.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeVisible()
    await desk.getByRole('link', { name: 'Өтінішті ашу' }).click()
    await desk
      .getByRole('tab', { name: 'Тарих' })
      .or(desk.getByRole('link', { name: 'Тарих' }))
      .first()
      .click()
    await expect(desk.getByText('Уәкілетті тұлғаның тексеруіне жіберілді: жеңілдік', { exact: true })).toBeVisible()
    await desk.goto('/apply')
    await expect(desk.getByText('Бұрын толтыра бастаған өтінішіңіз ашылды.')).toBeHidden()
    await other.close()
  })
})
