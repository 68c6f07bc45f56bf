import { LightElement } from '../../base/elements/light-element.js';
import { goLive } from '../../base/start.js';

/** Notices of a live topic; `topic` says of which. */
export class WatchedNotices extends LightElement {
  static properties = { notices: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = goLive().watch(this.topic, ({ page, gone }) => {
      this.notices = gone ? [] : Object.values(page.notices ?? {});
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }
}
