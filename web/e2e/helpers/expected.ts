/** What a page's console may say in a journey without anything being wrong. */

/** A refusal is an answer, and what the journey cuts off or switches off is no mistake of the page. */
const EXPECTED =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)|^WebSocket connection to '\S+' failed: .*ERR_CONNECTION_REFUSED/
/** Asked for while it is being made, a paper is refused until it is there: so, and in no other way. */
const WAITED_FOR = /\/api\/documents\/sheets\/[^/]+\/paper\?/
const NOT_MADE_YET = 'Failed to load resource: the server responded with a status of 503'

/** Whether an error that the console tells, of this address, is none. */
export function isExpected(text: string, address: string): boolean {
  return EXPECTED.test(text) || (text.startsWith(NOT_MADE_YET) && WAITED_FOR.test(address))
}
