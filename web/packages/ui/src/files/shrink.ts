/** What is sent of a chosen file: photos upright, no larger than an officer needs, without where they were taken. */

const LONGEST_SIDE = 2400
const QUALITY = 0.85
const JPEG = 'image/jpeg'

/** The file as it is sent: a picture that this browser can draw becomes a plain JPEG; anything else stays as it is. */
export async function prepared(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return file
  const picture = await decoded(file)
  if (picture === null) return file
  try {
    const blob = await drawn(picture).catch(() => null)
    return blob === null ? file : new File([blob], jpegName(file.name), { type: JPEG })
  } finally {
    picture.close()
  }
}

export function jpegName(name: string): string {
  return `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`
}

export function fitting(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Turned as the camera says (EXIF); null where the browser cannot read it. */
async function decoded(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

async function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const { width, height } = fitting(picture.width, picture.height)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.fillStyle = '#fff' // what is transparent would be black
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  return new Promise((done) => canvas.toBlob(done, JPEG, QUALITY))
}
