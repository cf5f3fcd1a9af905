import { api, ApiError, type AuthMe, unwrap } from '@kezek/api'

/** Whoever has signed in, although the answer may have been lost on its way. */
export async function entered(answer: Promise<AuthMe>): Promise<AuthMe> {
  try {
    return await answer
  } catch (error) {
    const lost = error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 500)
    const me = lost ? await unwrap(api.GET('/api/auth/me')).catch(() => null) : null
    if (me === null) throw error
    return me
  }
}
