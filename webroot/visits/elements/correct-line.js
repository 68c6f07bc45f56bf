import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { correctLine } from '../requests.js';

/** How somebody of the company says a line otherwise. */
class CorrectLine extends FormElement {
  static properties = {
    number: { type: Number },
    line: { type: Number },
    text: { type: String },
    open: { state: true },
  };

  render() {
    const id = `correct-${this.line}`;
    const error = this.wrong('text');
    return this.open
      ? html`<form class="form" novalidate @submit=${this.#save}>
          <div class="entry">
            <label for=${id}>${t('correct.text')}</label>
            <textarea
              id=${id}
              name="text"
              required
              maxlength="2000"
              aria-invalid=${error ? 'true' : 'false'}
              aria-describedby="${id}-error"
              .defaultValue=${this.text}
            ></textarea>
            <p class="trouble" id="${id}-error" role="alert">${error ?? ''}</p>
          </div>
          ${this.trouble('text')}
          <p class="buttons">
            <button class="go" data-action="correct" ?disabled=${this.busy}>${t('correct.save')}</button>
            <button type="button" class="quiet" @click=${() => (this.open = false)}>${t('cancel')}</button>
          </p>
        </form>`
      : html`<button class="quiet" data-action="otherwise" @click=${this.#begin}>${t('correct.begin')}</button>`;
  }

  #begin = async () => {
    this.open = true;
    await this.updateComplete;
    this.querySelector('textarea').focus();
  };

  #save = (event) => {
    const { text } = submitted(event);
    if (this.fine(event.target)) {
      this.attempt(async () => {
        await correctLine(this.number, this.line, text);
        this.open = false;
      });
    }
  };
}

customElements.define('correct-line', CorrectLine);
