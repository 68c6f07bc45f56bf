import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import './survey-picture.js';

const LONGEST = 2000;

/** One of several pictures, and why. */
class PictureAnswer extends LightElement {
  static properties = { choices: { attribute: false }, value: { attribute: false } };

  render() {
    const { chosen, why = '' } = this.value;
    return html`<div class="survey-pictures">
        ${this.choices.map(({ key, text, picture }) => html`<label>
          <input
            type="radio"
            name="picture"
            value=${key}
            .checked=${chosen === key}
            @change=${() => this.#say({ chosen: key, why })}
          />
          <survey-picture .name=${picture}></survey-picture>
          <span>${wording(text)}</span>
        </label>`)}
      </div>
      ${chosen
        ? html`<div class="entry">
            <label for="picture-why">${t('picture-answer.why')}</label>
            <textarea
              id="picture-why"
              name="why"
              rows="3"
              maxlength=${LONGEST}
              .value=${why}
              @input=${({ target }) => this.#say({ chosen, why: target.value })}
            ></textarea>
          </div>`
        : nothing}`;
  }

  #say(detail) {
    this.value = detail;
    this.dispatchEvent(new CustomEvent('pictured', { detail }));
  }
}

customElements.define('picture-answer', PictureAnswer);
