import { html } from 'lit';
import { prefer } from '../requests.js';
import { choose, language, LANGUAGES, t } from '../words.js';
import { LightElement } from './light-element.js';

/** Chooses the language, each named in itself; for whoever is signed in, in their account too. */
class LanguageSwitch extends LightElement {
  static properties = { me: { attribute: false } };

  render() {
    return html`<div class="languages" role="group" aria-label=${t('language')}>
      ${Object.entries(LANGUAGES).map(
        ([code, name]) => html`<button
          lang=${code}
          aria-pressed=${code === language()}
          @click=${() => this.#choose(code)}
        >${name}</button>`,
      )}
    </div>`;
  }

  async #choose(code) {
    await choose(code);
    if (this.me) {
      this.me.language = code;
      prefer({ language: code, zone: this.me.zone }).catch(() => {}); // This browser remembers it anyway.
    }
  }
}

customElements.define('language-switch', LanguageSwitch);
