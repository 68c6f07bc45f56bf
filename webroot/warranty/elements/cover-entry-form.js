import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { entryOf, KINDS, needsMonths, needsReason } from '../reading/terms.js';
import { enterCover } from '../requests.js';

/** One more entry of a ledger, which stays for ever; `done` with how the piece is covered then. */
class CoverEntryForm extends FormElement {
  static properties = { serial: {}, kind: { state: true } };

  constructor() {
    super();
    [this.kind] = KINDS;
  }

  render() {
    const { kind } = this;
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t('kept-piece.enter')}</h2>
      ${selection({
        name: 'kind',
        label: t('cover-entry.kind'),
        options: KINDS.map((one) => [one, t(`cover-entry.kind.${one}`)]),
        chosen: kind,
        change: ({ target }) => (this.kind = target.value),
      })}
      <p class="soft">${t(`cover-entry.about.${kind}`)}</p>
      ${this.#field('from', { type: 'date', value: today() })}
      ${needsMonths(kind)
        ? this.#field('months', { type: 'number', min: 1, max: 600, inputmode: 'numeric', value: '12' })
        : nothing}
      ${kind === 'part' ? this.#field('part', { maxlength: 500 }) : nothing}
      ${this.#field('reason', { maxlength: 500, required: needsReason(kind), hint: t('cover-entry.reason-hint') })}
      <p class="soft">${t('cover-entry.stays')}</p>
      ${this.trouble('from', 'months', 'part', 'reason')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('cover-entry.go')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, more) {
    return field({
      id: `entry-${name}`,
      name,
      label: t(`cover-entry.${name}`),
      error: this.wrong(name),
      ...more,
    });
  }

  #save = async (event) => {
    const form = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    let cover;
    if (await this.attempt(async () => (cover = await enterCover(this.serial, entryOf(this.kind, form))))) {
      this.done(cover);
    }
  };
}

customElements.define('cover-entry-form', CoverEntryForm);
