import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { LANGUAGES, inEach } from '../reading/plans.js';

/** A text in each language, side by side; what is said in one only is read in it by all. */
class BothLanguages extends LightElement {
  static properties = {
    name: { attribute: false },
    label: { attribute: false },
    texts: { attribute: false },
    most: { attribute: false },
    long: { attribute: false },
    error: { attribute: false },
  };

  render() {
    return html`<fieldset class="both-languages" aria-invalid=${this.error ? 'true' : 'false'}>
      <legend>${this.label}</legend>
      ${LANGUAGES.map((language) => this.#one(language))}
      <p class="trouble" role="alert">${this.error ?? ''}</p>
    </fieldset>`;
  }

  #one(language) {
    const id = `${this.name}-${language}`;
    const value = inEach(this.texts)[language] ?? '';
    const change = ({ target }) => this.#say(language, target.value);
    return html`<div class="entry">
      <label for=${id}>${t(`both-languages.${language}`)}</label>
      ${this.long
        ? html`<textarea
            id=${id}
            name=${id}
            lang=${language}
            rows="3"
            maxlength=${this.most}
            .value=${value}
            @input=${change}
          ></textarea>`
        : html`<input
            id=${id}
            name=${id}
            lang=${language}
            maxlength=${this.most}
            autocomplete="off"
            .value=${value}
            @input=${change}
          />`}
    </div>`;
  }

  #say(language, text) {
    this.texts = { ...inEach(this.texts), [language]: text };
    this.dispatchEvent(new CustomEvent('worded', { detail: this.texts }));
  }
}

customElements.define('both-languages', BothLanguages);
