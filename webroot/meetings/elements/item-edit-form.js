import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { editItem } from '../requests.js';

/** An item's title and time; or it goes: under another, closed, or dropped with a reason. */
class ItemEditForm extends FormElement {
  static properties = {
    meeting: { type: Number },
    item: { attribute: false },
    others: { attribute: false },
    wanted: { state: true },
  };

  constructor() {
    super();
    this.wanted = 'stays';
  }

  render() {
    const title = titleOf(this.item);
    const others = this.others.filter(({ key, state }) => key !== this.item.key && state === 'open');
    return html`<form class="form" @submit=${this.#save}>
      <h2>${title}</h2>
      ${field({ id: 'item-title', name: 'title', label: t('item.title'), value: title, maxlength: 200,
        error: this.wrong('title') })}
      ${field({ id: 'item-minutes', name: 'minutes', label: t('item.minutes-label'), type: 'number', min: 1, max: 480,
        value: String(this.item.minutes), error: this.wrong('minutes') })}
      ${selection({
        name: 'wanted',
        label: t('item.wanted'),
        options: ['stays', ...(others.length > 0 ? ['merge'] : []), 'close', 'drop'].map((one) => [
          one,
          t(`item.wanted-${one}`),
        ]),
        chosen: this.wanted,
        change: ({ target }) => (this.wanted = target.value),
      })}
      ${this.wanted === 'merge'
        ? selection({ name: 'into', label: t('item.into'), options: others.map((one) => [one.key, titleOf(one)]) })
        : nothing}
      ${this.wanted === 'drop'
        ? field({ id: 'item-reason', name: 'reason', label: t('item.reason'), hint: t('item.reason-hint'),
            maxlength: 500, error: this.wrong('reason') })
        : nothing}
      ${this.trouble('title', 'minutes', 'reason')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { title, minutes, into, reason } = submitted(event);
    const said = {
      title: title.trim() === titleOf(this.item) ? undefined : title.trim(),
      minutes: Number(minutes),
      ...(this.wanted === 'merge' ? { into: Number(into) } : {}),
      ...(this.wanted === 'close' ? { state: 'closed' } : {}),
      ...(this.wanted === 'drop' ? { state: 'dropped', reason: reason.trim() } : {}),
    };
    this.attempt(async () => {
      await editItem(this.meeting, this.item.key, said);
      this.done(said);
    });
  };
}

customElements.define('item-edit-form', ItemEditForm);
