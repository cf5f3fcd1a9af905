/** Server-sent events as they come over a connection (HTML standard, 9.2.6). */

export interface ServerEvent {
  /** The place in the stream, from which one may go on. */
  id: string | undefined
  event: string
  data: string
}

/** The events of a body; `onBytes` is called whenever anything comes, a heartbeat too. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, onBytes: () => void): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes()
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) yield parsed(block)
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

function parsed(block: string): ServerEvent {
  const said: ServerEvent = { id: undefined, event: '', data: '' }
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? []
    if (name === 'id' || name === 'event' || name === 'data') said[name] = value
  }
  return said
}
