import { ApiError } from '@kezek/api'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { refusal, showPage } from '../testing'
import { FilesBeside, type KeptFile } from './FilesBeside'
import { filesTexts } from './texts'

const FILES: readonly KeptFile[] = [
  { id: 'one', name: 'анықтама.pdf', media_type: 'application/pdf', size: 300_000 },
  { id: 'two', name: 'фото.jpg', media_type: 'image/jpeg', size: 2_500_000 },
]

async function shown(linkOf: (file: KeptFile) => Promise<string>, files = FILES) {
  const page = <FilesBeside files={files} linkOf={linkOf} />
  await showPage({ page, path: '/', address: '/', texts: [filesTexts], answers: {} })
}

afterEach(cleanup)

test('nothing is opened before somebody opens it; a PDF is shown in a frame by a link', async () => {
  const linkOf = vi.fn((file: KeptFile) => Promise.resolve(`/api/documents/files/${file.id}?link=x`))
  await shown(linkOf)
  expect(linkOf).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: /анықтама.pdf/ }))
  const frame = await screen.findByTitle('Файл: анықтама.pdf')
  expect(frame.getAttribute('src')).toBe('/api/documents/files/one?link=x')
  expect(linkOf).toHaveBeenCalledTimes(1)
})

test('a picture is turned and enlarged without another link', async () => {
  const linkOf = vi.fn(() => Promise.resolve('/api/documents/files/two?link=x'))
  await shown(linkOf)
  fireEvent.click(screen.getByRole('button', { name: /фото.jpg.*2,4 МБ/ }))
  const picture = await screen.findByAltText<HTMLImageElement>('Файл: фото.jpg')
  fireEvent.click(screen.getByRole('button', { name: 'Үлкейту' }))
  fireEvent.click(screen.getByRole('button', { name: 'Оңға бұру' }))
  expect([picture.style.width, picture.dataset.angle]).toEqual(['200%', '90'])
  fireEvent.click(screen.getByRole('button', { name: 'Кішірейту' }))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Кішірейту' }).disabled).toBe(true)
  expect(linkOf).toHaveBeenCalledTimes(1)
})

test('a link that is over is asked for anew', async () => {
  let asked = 0
  await shown(() => Promise.resolve(`/api/documents/files/two?link=${String(++asked)}`))
  fireEvent.click(screen.getByRole('button', { name: /фото.jpg/ }))
  fireEvent.error(await screen.findByAltText('Файл: фото.jpg'))
  expect(await screen.findByText(/Файл көрсетілмеді/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Қайта ашу' }))
  await waitFor(() => expect(screen.getByAltText('Файл: фото.jpg').getAttribute('src')).toMatch(/link=2$/))
})

test('a refusal is told in words', async () => {
  const problem = refusal('permission_missing') as ApiError['problem']
  await shown(() => Promise.reject(new ApiError(problem)))
  fireEvent.click(screen.getByRole('button', { name: /фото.jpg/ }))
  expect(await screen.findByText(/құқығыңыз жоқ/)).toBeTruthy()
})

test('without files it says so', async () => {
  await shown(() => Promise.resolve(''), [])
  expect(screen.getByText('Тіркелген файл жоқ.')).toBeTruthy()
})
