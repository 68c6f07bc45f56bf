import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { timeZone } from '../../base/format.js';
import { t } from '../../base/words.js';
import { replay } from '../requests.js';

/** From when on an endpoint is told again; `done` with the endpoint. */
class ReplayForm extends FormElement {
  static properties = { webhook: { attribute: false } };

  render() {
    return html`<form class="form" novalidate @submit=${this.#send}>
      <h2>${t('webhooks.replay')}</h2>
      <p>${t('replay-form.about')}</p>
      ${field({
        id: 'replay-from',
        name: 'from',
        type: 'datetime-local',
        label: t('replay-form.from'),
        hint: t('replay-form.zone', { zone: timeZone() }),
        error: this.wrong('from'),
      })}
      ${this.trouble('from')}
      <p class="buttons">
        <button class="go" data-action="send" ?disabled=${this.busy}>${t('webhooks.replay')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = (event) => {
    const { from } = submitted(event);
    if (this.fine(event.target)) {
      this.attempt(async () => this.done(await replay(this.webhook.id, new Date(from).toISOString())));
    }
  };
}

customElements.define('replay-form', ReplayForm);
