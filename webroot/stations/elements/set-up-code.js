import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { time } from '../../base/format.js';
import { t } from '../../base/words.js';
import { picture } from '../requests.js';

/** A code that sets up one screen, large enough to be read across a table. */
class SetUpCode extends LightElement {
  static properties = { station: { attribute: false }, code: { attribute: false }, qr: { attribute: false } };

  render() {
    const { code, until, link } = this.code;
    return html`<h2>${t('set-up.title', this.station)}</h2>
      <p>${t('set-up.how')}</p>
      <img class="set-up-qr" src=${picture(this.qr)} alt=${t('set-up.qr')} />
      <p>${t('set-up.or', { address: `${new URL(link).host}/station` })}</p>
      <p class="set-up-letters">${code}</p>
      <p class="soft">${t('set-up.until', { time: time(until) })}</p>
      <p class="buttons">
        <button class="go" data-action="close" autofocus @click=${() => this.dispatchEvent(new CustomEvent('done'))}>
          ${t('set-up.close')}
        </button>
      </p>`;
  }

  firstUpdated() {
    this.querySelector('[autofocus]').focus();
  }
}

customElements.define('set-up-code', SetUpCode);
