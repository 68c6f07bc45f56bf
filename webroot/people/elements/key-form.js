import { html } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { choicesOf, field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { makeKey } from '../requests.js';

const SCOPES = ['reports', 'orders', 'read'];

/** Makes a key; `done` with `{name, key}`. */
class KeyForm extends FormElement {
  static properties = { me: { attribute: false }, chosen: { state: true } };
  static texts = { 409: 'keys.known', 422: 'keys.wrong-name' };

  constructor() {
    super();
    this.chosen = ['reports'];
  }

  render() {
    return html`<form class="form" @submit=${this.#make}>
      <h2>${t('keys.make')}</h2>
      ${field({
        id: 'key-name',
        name: 'name',
        label: t('keys.name'),
        hint: t('keys.name-hint'),
        maxlength: 60,
        error: this.wrong('name'),
      })}
      ${choicesOf({
        name: 'scopes',
        legend: t('keys.scopes'),
        options: SCOPES.map((scope) => [scope, t(`scope.${scope}`), t(`scope.${scope}.about`)]),
        chosen: this.chosen,
        change: this.#choose,
        error: this.wrong('scopes'),
      })}
      ${this.trouble('name', 'scopes')}
      <p class="buttons">
        <button
          class="go"
          data-action="save"
          ?disabled=${this.busy || this.chosen.length === 0}
        >${t('keys.make')}</button>
        <button
          type="button"
          class="quiet"
          data-action="cancel"
          @click=${() => this.done(undefined)}
        >${t('cancel')}</button>
      </p>
    </form>`;
  }

  #choose = ({ target: { value, checked } }) => {
    this.chosen = SCOPES.filter((scope) => (scope === value ? checked : this.chosen.includes(scope)));
  };

  #make(event) {
    const { name } = submitted(event);
    this.attempt(async () => {
      const made = await proved(this.me, () => makeKey({ name, scopes: this.chosen }));
      this.done({ name, ...made });
    });
  }
}

customElements.define('key-form', KeyForm);
