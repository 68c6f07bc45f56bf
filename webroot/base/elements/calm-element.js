import { LightElement } from './light-element.js';

const SHORTEST_BREAK_MILLIS = 250;

/** An element with so much in it that, however fast the plant reports, it is drawn four times a second at most. */
export class CalmElement extends LightElement {
  #drawnAt = 0;

  async scheduleUpdate() {
    const wait = this.#drawnAt + SHORTEST_BREAK_MILLIS - Date.now();
    if (wait > 0) {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    this.#drawnAt = Date.now();
    super.scheduleUpdate();
  }
}
