export { api, unwrap } from './client'
export { ApiError, type ClientCode, clientProblem, type ParamsOf, type Problem, type ProblemCode } from './problem'
export { districtsQuery, makeQueryClient, meQuery, signInPageQuery, useSession } from './queries'
export type * from './schema'
