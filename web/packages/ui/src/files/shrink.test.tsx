import { afterEach, expect, test, vi } from 'vitest'

import { fitting, jpegName, prepared } from './shrink'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a photo keeps its shape and is no larger than an officer needs', () => {
  expect(fitting(4000, 3000)).toEqual({ width: 2400, height: 1800 })
  expect(fitting(3000, 12_000)).toEqual({ width: 600, height: 2400 })
  expect(fitting(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fitting(60_000, 1)).toEqual({ width: 2400, height: 1 })
})

test('its name says what it has become', () => {
  expect([jpegName('IMG_1.HEIC'), jpegName('a.b.png'), jpegName('.png')]).toEqual(['IMG_1.jpg', 'a.b.jpg', 'photo.jpg'])
})

test('what is no picture, or none that this browser reads, stays as it is', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no picture')))
  for (const file of [
    new File(['%PDF-'], 'a.pdf', { type: 'application/pdf' }),
    new File(['x'], 'a.heic', { type: 'image/heic' }),
  ])
    expect(await prepared(file)).toBe(file)
})

test('a photo becomes a plain JPEG, turned upright', async () => {
  const asked = vi.fn((_: Blob, how: ImageBitmapOptions) =>
    Promise.resolve({ width: 4000, height: 3000, close: vi.fn(), how }),
  )
  vi.stubGlobal('createImageBitmap', asked)
  const pen = { fillRect: vi.fn(), drawImage: vi.fn() }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as unknown as null)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done, type) =>
    done(new Blob(['j'], { type: type ?? '' })),
  )
  const made = await prepared(new File(['raw'], 'IMG_7.png', { type: 'image/png' }))
  expect([made.name, made.type, made.size]).toEqual(['IMG_7.jpg', 'image/jpeg', 1])
  expect(asked.mock.calls[0]?.[1]).toEqual({ imageOrientation: 'from-image' })
  expect(pen.drawImage.mock.calls[0]?.slice(3)).toEqual([2400, 1800])
})
