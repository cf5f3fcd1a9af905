/** A state and who wants to hear of its changes, as React's `useSyncExternalStore` takes it. */
export class Store<S> {
  #state: S
  readonly #listeners = new Set<() => void>()

  constructor(state: S) {
    this.#state = state
  }

  readonly get = (): S => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: S): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
