/** Sealing what is typed, so that whoever finds it on the device reads nothing: AES-GCM, a fresh nonce each time. */

const NONCE_BYTES = 12

/** A key that only one person's sessions are given, and the name under which its drafts lie: it says nothing about anybody. */
export interface DraftKey {
  readonly key: CryptoKey
  readonly slot: string
}

/** Of the 32 bytes that auth gives, in base64. The key cannot be read out again. */
export async function draftKeyOf(base64: string): Promise<DraftKey> {
  const bytes = fromBase64(base64)
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const slot = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { key, slot }
}

export async function seal({ key }: DraftKey, value: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const secret = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return toBase64(new Uint8Array([...iv, ...secret]))
}

/** What was sealed with this key; null for what another key has sealed, or what was damaged. */
export async function unseal({ key }: DraftKey, sealed: string): Promise<unknown> {
  try {
    const bytes = fromBase64(sealed)
    const [iv, secret] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)]
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, secret)
    return JSON.parse(new TextDecoder().decode(plain)) as unknown
  } catch {
    return null
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
