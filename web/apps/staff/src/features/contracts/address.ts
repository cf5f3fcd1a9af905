import { OWNERSHIPS, type Whose } from './queries'

/** Where a template is read and changed. */
export function addressOf({ district, ownership, version }: Whose): string {
  const params = new URLSearchParams({
    district,
    ownership,
    ...(version !== undefined && { version: String(version) }),
  })
  return `/rules/contracts?${params.toString()}`
}

/** Whose template an address means; a made-up one means that of state kindergartens. */
export function whoseOf(params: URLSearchParams): Whose {
  const version = params.get('version') ?? ''
  return {
    district: params.get('district') ?? '',
    ownership: OWNERSHIPS.find((each) => each === params.get('ownership')) ?? 'state',
    version: /^\d{1,6}$/.test(version) ? Number(version) : undefined,
  }
}
