import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { edit } from '../requests.js';

/** It does not take place, with the reason that those read who are asked. */
class CallOffForm extends FormElement {
  static properties = { page: { attribute: false } };

  render() {
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('meeting.call-off')}</h2>
      ${field({ id: 'call-off-reason', name: 'reason', label: t('call-off.reason'), hint: t('call-off.hint'),
        maxlength: 500, error: this.wrong('reason') })}
      ${this.page.series
        ? html`<label class="tick"><input type="checkbox" name="series" /><span>${t('call-off.series')}</span></label>`
        : nothing}
      ${this.trouble('reason')}
      <p class="buttons">
        <button class="go danger" data-action="confirm" ?disabled=${this.busy}>${t('meeting.call-off')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { reason, series } = submitted(event);
    this.attempt(async () => {
      const said = { state: 'cancelled', reason: reason.trim(), series: series !== undefined };
      await edit(this.page.number, said);
      this.done(said);
    });
  };
}

customElements.define('call-off-form', CallOffForm);
