/** What an answer of the API means for an act. */
import { ApiError, clientProblem, type Problem } from '@kezek/api'

/** The signature is stored, whatever else was said: what comes of it is told later. */
export function isReceived(error: ApiError): boolean {
  return 'received_at' in error.problem.params
}

/** Nobody knows whether the request arrived: ask what became of it. */
export function isLost(error: unknown): error is ApiError {
  if (!(error instanceof ApiError)) return false
  const { status } = error.problem
  return status === 0 || status === 408 || status >= 500 || error.is('too_many_requests')
}

/** The act cannot be signed any more, not even with another key. */
export function isFinal(error: ApiError): boolean {
  return [404, 409].includes(error.problem.status) || error.is('act_signed_too_often')
}

/** A refusal that an act keeps, as the error that its signature would be answered with. */
export function refusalOf({ code, params }: { code: string; params: Record<string, string | number> }): ApiError {
  return new ApiError({ code, status: 409, params } as unknown as Problem)
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  console.error(error) // a fault of our own
  return new ApiError(clientProblem('not_understood'))
}
