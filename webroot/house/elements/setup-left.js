import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { missing } from '../reading/steps.js';
import { setup } from '../requests.js';

/** How much of the set-up is missing, beside its name in the menu; nothing for who put it away. */
class SetupLeft extends LightElement {
  static properties = { left: { state: true } };

  #look = ({ detail } = {}) => this.#show(detail);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('setup', this.#look);
    setup().then((found) => this.#show(found), () => {}); // What cannot be told is not told.
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('setup', this.#look);
  }

  #show(found) {
    this.left = found.putAway ? 0 : missing(found).length;
  }

  render() {
    return this.left > 0
      ? html`<span class="menu-count" aria-hidden="true">${this.left}</span>
          <span class="visually-hidden">${t('setup.left', { count: this.left })}</span>`
      : nothing;
  }
}

customElements.define('setup-left', SetupLeft);
