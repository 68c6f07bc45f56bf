import { LightElement } from '../../base/elements/light-element.js';

/** Draws an element again whenever what its `bench` knows has changed. */
export class BenchWatch {
  #host;
  #draw = () => this.#host.requestUpdate();

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.bench.addEventListener('changed', this.#draw);
  }

  hostDisconnected() {
    this.#host.bench.removeEventListener('changed', this.#draw);
  }
}

/** An element that shows what the bench knows. */
export class BenchElement extends LightElement {
  static properties = { bench: { attribute: false } };

  constructor() {
    super();
    new BenchWatch(this);
  }
}
