import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { amend, correct } from '../minutes-requests.js';

const SENT = { amend, correct };

/** How a line, or the whole, should read: to be decided while minutes are prepared, a correction afterwards. */
class LineForm extends FormElement {
  static properties = { about: {}, line: { attribute: false }, number: { attribute: false } };

  #key = newKey();

  render() {
    const { about, line } = this;
    return html`<form class="form" @submit=${this.#send}>
      <h2>${t(`${about}-line.title`)}</h2>
      <p class="soft">${t(`${about}-line.text`)}</p>
      ${line ? html`<blockquote>${line.text}</blockquote>` : nothing}
      <div class="entry">
        <label for="line-text">${t(`${about}-line.field`)}</label>
        <textarea id="line-text" name="text" rows="4" maxlength="2000" required .defaultValue=${line?.text ?? ''}>
        </textarea>
        <p class="trouble" role="alert">${this.wrong('text') ?? ''}</p>
      </div>
      ${this.trouble('text')}
      <p class="buttons">
        <button class="go" data-action="send" ?disabled=${this.busy}>${t(`${about}-line.send`)}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { text } = submitted(event);
    const said = this.line ? { line: this.line.key, text } : { text };
    (await this.attempt(() => SENT[this.about](this.number, said, this.#key))) && this.done(true);
  };
}

customElements.define('line-form', LineForm);
