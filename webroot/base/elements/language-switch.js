import { html } from 'lit';
import { choose, language, LANGUAGES, t } from '../words.js';
import { LightElement } from './light-element.js';

/** Chooses the language, each named in itself. */
class LanguageSwitch extends LightElement {
  render() {
    return html`<div class="languages" role="group" aria-label=${t('language')}>
      ${Object.entries(LANGUAGES).map(
        ([code, name]) => html`<button
          lang=${code}
          aria-pressed=${code === language()}
          @click=${() => choose(code)}
        >${name}</button>`,
      )}
    </div>`;
  }
}

customElements.define('language-switch', LanguageSwitch);
