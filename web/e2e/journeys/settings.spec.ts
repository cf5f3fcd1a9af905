import { addressOf, DESKTOP, expect, PHONE, test } from '../helpers/journey.ts'
import { father } from '../helpers/people.ts'
import { confirmEmail, signInByKey } from '../helpers/signingIn.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('an application is told at a new address as soon as its parent wishes so', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const who = await sandbox.person(addressOf('KEZEK_APPLICANT'))
    const email = `new-${who.email}`
    await page.goto('/sign-in?way=eds&next=%2Fsettings')
    await signInByKey(page, reader, who)
    await page.getByRole('button', { name: 'Поштаны өзгерту' }).click()
    await confirmEmail(page, sandbox, { ...who, email })
    // the page is told by its stream as soon as the application knows of the account's new address
    const told = page.getByRole('region', { name: 'Өтініштегі байланыс' })
    await expect(told).toContainText(`өтініште ${who.email}, есептік жазбада ${email}`)
    await look('settings-contacts-kk-360')
    await told.getByRole('button').click()
    await look('settings-contacts-ask-kk-360')
    await page.getByRole('button', { name: 'Болдырмау' }).click()

    await page.goto('/journal')
    await page.locator('main a[href^="/journal/"]').first().click()
    const applicant = page.getByRole('region', { name: 'Өтініш беруші' })
    await expect(applicant).toContainText(who.email)
    await look('application-contacts-kk-360')
    await told.getByRole('button').click()
    await page.getByRole('button', { name: 'Ауыстыру', exact: true }).click()
    await expect(page.getByText('Байланыс ауыстырылды.')).toBeVisible()
    await expect(applicant).toContainText(email)
    await page.goto('/settings')
    await expect(page.getByRole('heading', { name: 'Байланыс', exact: true })).toBeVisible()
    await expect(told).toBeHidden()
  })
})

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('contacts, language, sessions and logs; a session that ends in a form loses nothing', async ({
    page,
    sandbox,
    reader,
    look,
    browser,
  }) => {
    const who = await father(sandbox, 3)
    await page.goto('/sign-in?next=%2Fsettings')
    await signInByKey(page, reader, who)
    await confirmEmail(page, sandbox, who)

    await page.getByRole('radio', { name: 'Русский' }).press('Space')
    await expect(page.getByText('Сақталды.')).toBeVisible()
    await page.getByRole('button', { name: 'Нөмір қосу' }).click()
    await page.getByLabel('Телефон нөмірі').fill(`+${who.phone}`)
    // the page is told by its stream
    expect((await page.request.delete('/api/auth/sessions/current')).status()).toBe(204)
    await expect(page.getByText('Сеансыңыз аяқталды.')).toBeVisible()
    await look('sign-in-over-kk-1280')
    await signInByKey(page, reader, who)
    await expect(page.getByLabel('Телефон нөмірі')).toHaveValue(`+${who.phone}`)
    await page.getByRole('button', { name: 'Код жіберу' }).click()
    const code = await sandbox.smsCode(who.phone)
    await look('settings-phone-code-kk-1280')
    await page.getByLabel('SMS-тегі код').fill(code)
    await page.getByRole('button', { name: 'Растау' }).click()
    await expect(page.getByText('Телефон нөмірі сақталды.')).toBeVisible()
    await look('settings-changed-kk-1280')

    const phone = await browser.newPage(PHONE)
    await phone.goto('/sign-in?way=eds&next=%2Fsettings')
    await signInByKey(phone, reader, who)
    await expect(phone.getByRole('heading', { name: 'Баптаулар' })).toBeVisible()
    await page.getByRole('link', { name: 'Қайдан кіргенсіз' }).click()
    await look('sessions-kk-1280')
    await page.getByRole('button', { name: /^Аяқтау:/ }).click()
    await expect(page.getByText('Басқа жерде кірмегенсіз.')).toBeVisible()
    await expect(phone).toHaveURL(/sign-in/)
    await phone.close()

    await page.goto('/settings/events')
    await expect(page.getByText('Телефон нөміріңіз расталды')).toBeVisible()
    await look('events-kk-1280')
    await page.getByRole('button', { name: 'Русский' }).click()
    await expect(page.getByText('Ваш номер телефона подтверждён')).toBeVisible()
    await page.goto('/settings/readings')
    await look('readings-ru-1280')
    await page.goto('/inbox')
    await expect(page.getByRole('heading', { name: 'Сообщения', exact: true })).toBeVisible()
    await look('inbox-ru-1280')
    await page.goto('/settings/password')
    await expect(page.getByText('Пароль нужен только сотрудникам детских садов')).toBeVisible()
  })

  test('two people after one another on one device: nothing of the first is seen', async ({
    page,
    sandbox,
    reader,
  }) => {
    const first = await father(sandbox, 4)
    await page.goto('/sign-in?next=%2Fsettings')
    await signInByKey(page, reader, first)
    await confirmEmail(page, sandbox, first)
    await page.getByRole('button', { name: 'Поштаны өзгерту' }).click()
    await page.getByLabel('Электрондық пошта').fill('typed-by-the-first@example.kz')
    await page.getByRole('button', { name: 'Шығу' }).click()
    await expect(page).toHaveURL('/')
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    await page.goBack()
    await expect(page).toHaveURL(/sign-in/)

    const second = await father(sandbox, 5)
    await signInByKey(page, reader, second)
    await confirmEmail(page, sandbox, second)
    await expect(page.getByText(second.email)).toBeVisible()
    await expect(page.getByText(first.email)).toBeHidden()
    await page.getByRole('button', { name: 'Поштаны өзгерту' }).click()
    await expect(page.getByLabel('Электрондық пошта')).toHaveValue('')
  })
})
