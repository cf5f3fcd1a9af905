/** Scans as journeys hand them in. */
import { expect, type Page } from '@playwright/test'

/** Hands a scan in, at the field of this legend, and waits until it is checked. */
export async function attach(page: Page, legend: string, name: string): Promise<void> {
  const field = page.getByRole('group', { name: legend })
  const scan = { name, mimeType: 'application/pdf', buffer: aScan() }
  await field.locator('input[type=file]').first().setInputFiles(scan)
  await expect(field.getByText('Дайын', { exact: true })).toBeVisible({ timeout: 30_000 })
}

/** A paper of one empty page, as whole as a scanner makes them. */
export function aScan(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = '%PDF-1.4\n'
  const begins = objects.map((object, index) => {
    const at = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = text.length
  const rows = begins.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n`
  return Buffer.from(`${text}${String(table)}\n%%EOF\n`)
}
