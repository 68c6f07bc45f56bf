const PHONE = '(max-width: 56rem)';

/** Draws an element again when its window becomes one as narrow as a phone's, or no longer is. */
export class Narrow {
  #host;
  #query = matchMedia(PHONE);

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  get now() {
    return this.#query.matches;
  }

  hostConnected() {
    this.#query.addEventListener('change', this.#changed);
  }

  hostDisconnected() {
    this.#query.removeEventListener('change', this.#changed);
  }

  #changed = () => this.#host.requestUpdate();
}
