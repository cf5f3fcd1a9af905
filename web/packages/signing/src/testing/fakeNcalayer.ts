/** An NCALayer of a test: a real websocket server that says what it is told to. */
import type { AddressInfo } from 'node:net'

import { type WebSocket, WebSocketServer } from 'ws'

import type { NcalayerRequest } from '../ncalayer/messages'

export interface FakeNcalayer {
  address: string
  /** What pages have sent. */
  heard: unknown[]
  close: () => Promise<void>
}

type Behaviour = (message: { module: string; args: unknown }, socket: WebSocket) => unknown

/** Answers each message with what `behave` returns; nothing for undefined. */
export async function fakeNcalayer(behave: Behaviour, greeting?: string | null): Promise<FakeNcalayer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  const heard: unknown[] = []
  server.on('connection', (socket) => {
    if (greeting !== null) socket.send(greeting ?? '{"result":{"version":"1.4"}}')
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { module: string; args: unknown }
      heard.push(message)
      const answer = behave(message, socket)
      if (answer !== undefined) socket.send(typeof answer === 'string' ? answer : JSON.stringify(answer))
    })
  })
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    address: `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate()
        server.close(() => {
          resolve()
        })
      }),
  }
}

export function aRequest(...purposes: string[]): NcalayerRequest {
  return {
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      allowedStorages: null,
      format: 'cms',
      data: '',
      signingParams: { decode: true, encapsulate: false, digested: false, tsaProfile: {} },
      signerParams: { extKeyUsageOids: purposes },
      locale: 'kk',
    },
  }
}
