import { html } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { put } from '../reading/paths.js';
import { sentText } from '../reading/texts.js';
import { closeShort } from '../requests.js';
import { typed, worded } from './entries.js';

/** Asks why a line is finished with fewer than were ordered, and declares it; `done` where it was. */
class CloseShort extends FormElement {
  static properties = { order: {}, line: { type: Number }, draft: { state: true } };

  constructor() {
    super();
    this.draft = { reason: '' };
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${t('ordering.close-short-title', { line: this.line })}</h2>
      <p class="soft">${t('ordering.close-short-text')}</p>
      ${worded({
        path: 'reason',
        label: t('ordering.why.closedShort'),
        value: this.draft.reason,
        problem: this.problem,
        change: this.#put,
        hint: t('ordering.customer-reads'),
        required: true,
        maxlength: 500,
      })}
      ${this.trouble('reason')}
      <p class="buttons">
        <button class="go" data-action="close-short-go" ?disabled=${this.busy}>${t('ordering.close-short-go')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #put = (path, value) => (this.draft = put(this.draft, path, value));

  #typed = (event) => {
    const said = typed(event);
    said && this.#put(...said);
  };

  #save = async (event) => {
    event.preventDefault();
    const reason = sentText(this.draft.reason) ?? '';
    const isDone = this.fine(event.target) && (await this.attempt(() => closeShort(this.order, this.line, reason)));
    isDone && this.done(true);
  };
}

customElements.define('close-short', CloseShort);
