/** What the API refuses, by its code: the codes and their parameters are those that the OpenAPI document declares. */
import type { components } from './schema'

type Schemas = components['schemas']

/** Every problem that a route declares. */
export type ServerProblem = {
  [Name in keyof Schemas]: Name extends `${string}Problem` ? Schemas[Name] : never
}[keyof Schemas]

/** What goes wrong before an answer is there. */
export type ClientCode = 'offline' | 'timeout' | 'not_understood'
export interface ClientProblem {
  code: ClientCode
  status: 0
  params: Record<string, never>
}

export type Problem = ServerProblem | ClientProblem
export type ProblemCode = Problem['code']
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { code: Code }>
export type ParamsOf<Code extends ProblemCode> = ProblemOf<Code>['params']

/** A refusal or a failure of a request; all that queries and mutations throw. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }

  /** Whether it is this problem; then its params are known. */
  is<Code extends ProblemCode>(...codes: Code[]): this is { problem: ProblemOf<Code> } {
    return (codes as ProblemCode[]).includes(this.problem.code)
  }
}

export function clientProblem(code: ClientCode): ClientProblem {
  return { code, status: 0, params: {} }
}
