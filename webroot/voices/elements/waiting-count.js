import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { watchBeside } from '../../base/start.js';
import { t } from '../../base/words.js';

/** How many messages wait for the reader's reply, beside their name in the menu; live. */
class WaitingCount extends LightElement {
  static properties = { count: { state: true } };

  #stop;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = watchBeside('voices/waiting', ({ page }) => (this.count = page?.waiting));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    return this.count > 0
      ? html`<span class="menu-count" aria-hidden="true">${this.count}</span>
          <span class="visually-hidden">${t('messages.waiting-count', { count: this.count })}</span>`
      : nothing;
  }
}

customElements.define('waiting-count', WaitingCount);
