/** The second step of acts, and where an act stands, by the service that the type of an act names. */
import { api, unwrap } from '@kezek/api'

const WAYS = {
  applications: {
    send: (act_id: string, signature: string) =>
      unwrap(
        api.POST('/api/applications/acts/{act_id}/signature', { params: { path: { act_id } }, body: { signature } }),
      ),
    read: (act_id: string) => unwrap(api.GET('/api/applications/acts/{act_id}', { params: { path: { act_id } } })),
  },
  documents: {
    send: (act_id: string, signature: string) =>
      unwrap(api.POST('/api/documents/acts/{act_id}/signature', { params: { path: { act_id } }, body: { signature } })),
    read: (act_id: string) => unwrap(api.GET('/api/documents/acts/{act_id}', { params: { path: { act_id } } })),
  },
  kindergartens: {
    send: (act_id: string, signature: string) =>
      unwrap(
        api.POST('/api/kindergartens/acts/{act_id}/signature', { params: { path: { act_id } }, body: { signature } }),
      ),
    read: (act_id: string) => unwrap(api.GET('/api/kindergartens/acts/{act_id}', { params: { path: { act_id } } })),
  },
  queue: {
    send: (act_id: string, signature: string) =>
      unwrap(api.POST('/api/queue/acts/{act_id}/signature', { params: { path: { act_id } }, body: { signature } })),
    read: (act_id: string) => unwrap(api.GET('/api/queue/acts/{act_id}', { params: { path: { act_id } } })),
  },
  referrals: {
    send: (act_id: string, signature: string) =>
      unwrap(api.POST('/api/referrals/acts/{act_id}/signature', { params: { path: { act_id } }, body: { signature } })),
    read: (act_id: string) => unwrap(api.GET('/api/referrals/acts/{act_id}', { params: { path: { act_id } } })),
  },
}

type Service = keyof typeof WAYS
type AnyView = Awaited<ReturnType<(typeof WAYS)[Service]['read']>>

/** Every act that can be signed, as `referrals.choose-place`. */
export type ActType = AnyView['type']
export type ViewOf<T extends ActType> = Extract<AnyView, { type: T }>
export type ResultOf<T extends ActType> = NonNullable<ViewOf<T>['result']>

/** What the first step of an act answers, whichever service it is. */
export type PreparedAct = NonNullable<AnyView['prepared']>

export interface Received {
  state: 'received'
  ask_again_after_s: number
}

export interface Way<T extends ActType> {
  /** The result; or that the signature is here and is judged later. */
  send: (id: string, signature: string) => Promise<{ result: ResultOf<T> } | Received>
  read: (id: string) => Promise<ViewOf<T>>
}

export function wayOf<T extends ActType>(type: T): Way<T> {
  return WAYS[type.split('.')[0] as Service] as unknown as Way<T>
}
