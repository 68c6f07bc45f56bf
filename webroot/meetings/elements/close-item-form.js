import { html } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { closeItem } from '../table-requests.js';

/** An item is dealt with: what is done about it, for those who raised it. */
class CloseItemForm extends FormElement {
  static properties = { number: { type: Number }, item: { attribute: false } };

  render() {
    return html`<form class="form" @submit=${this.#save}>
      <h2>${titleOf(this.item)}</h2>
      <div class="entry">
        <label for="item-answer">${t('table.answer')}</label>
        <textarea id="item-answer" name="answer" maxlength="1000" required aria-describedby="item-answer-hint"
          .defaultValue=${this.item.answer ?? ''}></textarea>
        <p class="soft" id="item-answer-hint">${t('table.answer-hint')}</p>
      </div>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('table.close-item')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { answer } = submitted(event);
    this.attempt(async () => {
      await closeItem(this.number, this.item.key, answer);
      this.done(answer);
    });
  };
}

customElements.define('close-item-form', CloseItemForm);
