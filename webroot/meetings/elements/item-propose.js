import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { addItem } from '../requests.js';

/** Something that is to be talked about: proposed by customers, added by the house. */
class ItemPropose extends FormElement {
  static properties = { page: { attribute: false }, house: { type: Boolean }, said: { state: true } };

  #key = newKey();

  /** What is written here and not sent. */
  get unsent() {
    return this.querySelector('input')?.value.trim() ?? '';
  }

  render() {
    const left = this.page.proposalsLeft;
    if (!this.house && left === undefined) {
      return html``;
    }
    const title = t(this.house ? 'item-propose.add' : 'item-propose.title');
    return html`<form class="card" @submit=${this.#send}>
      <h2>${title}</h2>
      <label class="entry">
        <span>${t('item-propose.what')}</span>
        <input name="title" maxlength="200" required autocomplete="off" ?disabled=${left === 0} />
      </label>
      <p class="soft">${this.house ? t('item-propose.all-see') : t('item-propose.left', { count: left })}</p>
      <p role="status" class="propose-said">${this.said ?? ''}</p>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="propose" ?disabled=${this.busy || left === 0}>${
          t(this.house ? 'item-propose.add-go' : 'item-propose.go')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const form = event.target;
    const { title } = submitted(event);
    const sent = await this.attempt(() => addItem(this.page.number, { title: title.trim() }, this.#key));
    if (sent) {
      this.#key = newKey();
      this.said = t(this.house ? 'item-propose.added' : 'item-propose.sent');
      form.reset();
    }
  };
}

customElements.define('item-propose', ItemPropose);
