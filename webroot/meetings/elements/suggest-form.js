import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { write } from '../table-requests.js';

/**
 * Somebody says something to the item that we are at, or were when they began to write; all at the table read it.
 */
class SuggestForm extends FormElement {
  static properties = {
    number: { type: Number },
    item: { attribute: false },
    name: {},
    /** What they write about, from their first letter on. */
    begun: { state: true },
    sent: { state: true },
  };

  #key = newKey();

  /** What is written here and not sent. */
  get unsent() {
    return this.begun ? this.querySelector('textarea').value.trim() : '';
  }

  render() {
    const item = this.#item();
    const about = item && titleOf(item);
    return html`<form class="card form suggest" @submit=${this.#send} @input=${this.#changed}>
      <h2>${about ? t('suggest.to', { title: about }) : t('suggest.title')}</h2>
      <label class="visually-hidden" for="suggestion">${t('suggest.label')}</label>
      <textarea id="suggestion" name="text" maxlength="1000" required
        placeholder=${t('suggest.placeholder')}></textarea>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="suggest" ?disabled=${this.busy}>${t('suggest.send')}</button>
        <span class="soft">${t('suggest.as', { name: this.name })}</span>
      </p>
      <p class="said" role="status">${this.sent ? t('suggest.sent') : nothing}</p>
    </form>`;
  }

  #item = () => (this.begun ? this.begun.item : this.item);

  #changed = ({ target }) => {
    this.begun = target.value ? (this.begun ?? { item: this.item }) : undefined;
    this.#renew();
  };

  #renew() {
    this.#key = newKey();
    this.sent = false;
  }

  #send = async (event) => {
    const form = event.target;
    const { text } = submitted(event);
    const worked = await this.attempt(() => write(this.number, { item: this.#item()?.key, text }, this.#key));
    if (worked) {
      form.reset();
      this.#renew();
      this.begun = undefined;
      this.sent = true;
    }
  };
}

customElements.define('suggest-form', SuggestForm);
