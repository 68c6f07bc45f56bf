import { html } from 'lit';
import { choices } from '../reading/access.js';
import { workFor } from '../requests.js';
import { FormElement } from './form-element.js';

/** For those who speak for several companies: whose orders to look at now. */
class CompanySwitch extends FormElement {
  static properties = { me: { attribute: false } };

  render() {
    const { me } = this;
    return html`<ul class="companies">
        ${choices(me).map(
          ({ code, name }) => html`<li>
            <button
              class="choice"
              data-company=${code}
              aria-pressed=${code === me.company?.code}
              ?disabled=${this.busy}
              @click=${() => this.#change(code)}
            >${name}</button>
          </li>`,
        )}
      </ul>
      ${this.trouble()}`;
  }

  async #change(code) {
    if (code !== this.me.company?.code && (await this.attempt(() => workFor(code)))) {
      location.assign('/'); // What is on this page belongs to the company before.
    }
  }
}

customElements.define('company-switch', CompanySwitch);
