import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { raise, staff } from '../requests.js';

/** What somebody is to do because of a review. */
class ReviewActionForm extends FormElement {
  static properties = { quarter: {}, people: { state: true } };

  static texts = { 409: 'service-review.refused' };

  #key = newKey();

  firstUpdated() {
    this.attempt(async () => (this.people = await staff()));
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('service-review.raise')}</h2>
      ${field({
        id: 'review-action-text',
        name: 'text',
        label: t('service-review.action-text'),
        maxlength: 500,
        error: this.wrong('text'),
      })}
      ${this.people
        ? selection({
            name: 'owner',
            label: t('service-review.action-owner'),
            options: this.people.map(({ email, name }) => [email, name]),
          })
        : nothing}
      <p class="trouble" role="alert">${this.wrong('owner') ?? ''}</p>
      ${field({
        id: 'review-action-due',
        name: 'due',
        type: 'date',
        min: today(),
        label: t('service-review.action-due'),
        error: this.wrong('due'),
      })}
      ${this.trouble('text', 'owner', 'due')}
      <p class="buttons">
        <button class="go" data-action="raise-action-now" ?disabled=${this.busy || !this.people}>
          ${t('service-review.raise-now')}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { text, owner, due } = submitted(event);
    if (this.fine(event.target)) {
      await this.attempt(async () => this.done(await raise(this.quarter, { text, owner, due }, this.#key)));
    }
  };
}

customElements.define('review-action-form', ReviewActionForm);
