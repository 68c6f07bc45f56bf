/** Draws its element again every so often, because what is late or stale depends on the clock. */
export class Ticking {
  #host;
  #millis;
  #timer;

  constructor(host, millis = 1000) {
    this.#host = host;
    this.#millis = millis;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#millis);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}
