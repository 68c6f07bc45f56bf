import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import '../../base/elements/copy-button.js';

/** The codes for the day when the app is lost: shown once, so one has to say that they are kept. */
class RecoveryCodes extends LightElement {
  static properties = { codes: { attribute: false }, kept: { state: true } };

  render() {
    return html`<div class="form" data-about="recovery-codes">
      <p class="form-title" tabindex="-1">${t('recovery.title')}</p>
      <p>${t('recovery.text')}</p>
      <ul class="codes">
        ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <p><copy-button .text=${this.codes.join('\n')} label=${t('recovery.copy')}></copy-button></p>
      <label class="tick">
        <input type="checkbox" name="kept" @change=${(event) => (this.kept = event.target.checked)} />
        <span>${t('recovery.kept')}</span>
      </label>
      <p><button
        class="go"
        data-action="codes-kept"
        ?disabled=${!this.kept}
        @click=${this.#done}
      >${t('continue')}</button></p>
    </div>`;
  }

  firstUpdated() {
    this.querySelector('.form-title').focus();
  }

  #done() {
    this.dispatchEvent(new CustomEvent('done'));
  }
}

customElements.define('recovery-codes', RecoveryCodes);
