/** Tabs of one browser: they find an act that another has begun, and one of them at a time signs it. */

const CHANNEL = 'kezek.acts'
const PATIENCE_MS = 150

type Message = { ask: string } | { told: string; id: string }

/** Answers other tabs that ask for the act of this name, until it is ended. */
export function answerTabs(name: string, id: () => string | undefined): () => void {
  if (!('BroadcastChannel' in globalThis)) return () => undefined
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    const known = id()
    if ('ask' in data && data.ask === name && known !== undefined) channel.postMessage({ told: name, id: known })
  }
  return () => channel.close()
}

/** The act of this name that another tab has at hand. */
export function askTabs(name: string): Promise<string | undefined> {
  if (!('BroadcastChannel' in globalThis)) return Promise.resolve(undefined)
  const channel = new BroadcastChannel(CHANNEL)
  return new Promise((resolve) => {
    const end = (id?: string) => {
      clearTimeout(timer)
      channel.close()
      resolve(id)
    }
    const timer = setTimeout(end, PATIENCE_MS)
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('told' in data && data.told === name) end(data.id)
    }
    channel.postMessage({ ask: name } satisfies Message)
  })
}

/** Does it while no other tab does; says first when it has to wait for one. */
export async function alone(
  id: string,
  act: () => Promise<void>,
  waits: () => void,
  signal: AbortSignal,
): Promise<void> {
  if (!('locks' in navigator)) return act()
  const name = `${CHANNEL}.${id}`
  const taken = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await act()
    return lock !== null
  })
  if (taken) return
  waits()
  await navigator.locks.request(name, { signal }, act)
}
