/**
 * Whether the browser lets this page reach the person's own machine: since Chrome 147 a public https page must be
 * allowed to, and until then a socket to NCALayer fails or waits for the person's answer.
 */

/** The permission was named anew; a browser that knows neither asks nobody. */
const NAMES = ['loopback-network', 'local-network-access']

export async function localNetworkAccess(): Promise<PermissionState | 'unknown'> {
  if (location.protocol !== 'https:' || !('permissions' in navigator)) return 'unknown'
  for (const name of NAMES) {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state
    } catch {
      continue // not known under this name
    }
  }
  return 'unknown'
}
