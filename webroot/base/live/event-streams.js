/**
 * Server-sent events behind the face of a WebSocket, for networks that break sockets: one stream per
 * topic, opened when it is asked for. Open once a stream is, closed when one fails.
 */
export class EventStreams {
  #url;
  #environment;
  #streams = new Map();

  readyState = 0;
  onopen = () => {};
  onmessage = () => {};
  onclose = () => {};

  /** @param wanted what to watch at once, as messages that a socket would be sent */
  constructor(url, wanted, environment = globalThis) {
    this.#url = url;
    this.#environment = environment;
    wanted.forEach((message) => this.#watch(message));
  }

  /** Takes what a socket takes: `{watch, since}` or `{unwatch}`, as text. */
  send(text) {
    const message = JSON.parse(text);
    if (message.unwatch) {
      this.#streams.get(message.unwatch)?.close();
      this.#streams.delete(message.unwatch);
    } else if (!this.#streams.has(message.watch)) {
      this.#watch(message);
    }
  }

  close() {
    this.readyState = 3;
    this.#streams.forEach((stream) => stream.close());
    this.#streams.clear();
  }

  #watch({ watch, since }) {
    const url = new URL(this.#url);
    url.searchParams.set('watch', watch);
    since === undefined || url.searchParams.set('since', since);
    const stream = new this.#environment.EventSource(url.href);
    this.#streams.set(watch, stream);
    stream.onopen = () => this.#opened();
    stream.onmessage = (event) => this.onmessage(event);
    stream.onerror = () => this.#failed();
  }

  #opened() {
    if (this.readyState === 0) {
      this.readyState = 1;
      this.onopen();
    }
  }

  /** The connection decides when to try again, so that it can count the break. */
  #failed() {
    if (this.readyState !== 3) {
      this.close();
      this.onclose();
    }
  }
}
