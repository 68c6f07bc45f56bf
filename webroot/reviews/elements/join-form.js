import { html } from 'lit';
import { selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { joinGroups } from '../requests.js';

/** Puts all of another group under this one. */
class JoinForm extends FormElement {
  static properties = { review: { attribute: false }, group: { attribute: false }, others: { attribute: false } };

  render() {
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('join-form.title')}</h2>
      ${this.others.length === 0
        ? html`<p class="soft">${t('join-form.none')}</p>`
        : html`<p class="soft">${t('join-form.text')}</p>
            ${selection({ name: 'other', label: t('join-form.label'), options: this.others.map(this.#option) })}`}
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="join-now" ?disabled=${this.busy || this.others.length === 0}>
          ${t('join-form.go')}
        </button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #option = ({ id, name, size, foremost }) => [
    String(id),
    `${name ?? foremost.text} (${t('review-desk.size', { count: size })})`,
  ];

  #save = (event) => {
    const { other } = submitted(event);
    this.attempt(async () => {
      await joinGroups(this.review, this.group.id, Number(other));
      this.done(true);
    });
  };
}

customElements.define('join-form', JoinForm);
