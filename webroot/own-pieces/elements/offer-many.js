import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { offerMany } from '../requests.js';

/** Hands over what a file names; each customer gets a mail and confirms. */
class OfferMany extends FormElement {
  static properties = { file: { state: true }, answer: { state: true } };

  render() {
    return html`<h2>${t('offer-many.title')}</h2>
      ${this.answer ? this.#answer() : this.#form()}`;
  }

  #form() {
    return html`<p>${t('offer-many.text')}</p>
      <pre class="offer-many-example">serial,address
SN-1001,li.na@example.com
SN-1002,kim@example.com</pre>
      <form novalidate @submit=${this.#send}>
        <div class="entry">
          <label for="batch-file">${t('offer-many.file')}</label>
          <input
            id="batch-file"
            name="file"
            type="file"
            accept=".csv,text/csv"
            required
            aria-invalid=${this.wrong('file') ? 'true' : nothing}
            aria-describedby="batch-file-hint batch-file-error"
            @change=${({ target }) => ([this.file] = target.files)}
          />
          <p class="soft" id="batch-file-hint">${t('offer-many.hint')}</p>
          <p class="trouble" id="batch-file-error" role="alert">${this.wrong('file') ?? ''}</p>
        </div>
        ${this.trouble('file')}
        <p class="buttons">
          <button class="go" ?disabled=${this.busy}>${t('offer-many.go')}</button>
          <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
        </p>
      </form>`;
  }

  #answer() {
    const { offered, refused, rows } = this.answer;
    return html`<p role="status">${t('offer-many.offered', { count: offered })}</p>
      ${refused > 0
        ? html`<p>${t('offer-many.refused', { count: refused })}</p>
            <ul class="offer-many-refused">
              ${rows
                .filter(({ problem }) => problem)
                .map(({ line, serial, address, problem }) => html`<li>
                  <b>${t('offer-many.line', { line })}</b> ${[serial, address].filter(Boolean).join(', ')}
                  <span class="soft">${problem}</span>
                </li>`)}
            </ul>`
        : nothing}
      <p class="buttons">
        <button class="go" data-action="done" @click=${() => this.done(true)}>${t('close')}</button>
      </p>`;
  }

  #send = (event) => {
    event.preventDefault();
    if (this.fine(event.target)) {
      this.attempt(async () => (this.answer = await offerMany(this.file)));
    }
  };
}

customElements.define('offer-many', OfferMany);
