import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { change, choices } from '../requests.js';

/** Another text, owner or due date; another date has a reason, which customers read. */
class ActionChange extends FormElement {
  static properties = { action: { attribute: false }, staff: { state: true }, due: { state: true } };
  static texts = { 409: 'action-change.conflict' };

  firstUpdated() {
    this.due = this.action.due;
    this.attempt(async () => (this.staff = (await choices()).staff));
  }

  render() {
    const { text, due, owner } = this.action;
    const others = (this.staff ?? []).filter(({ id }) => id !== owner.id);
    return html`<form class="form" @submit=${this.#send}>
      <h2 class="form-title">${t('action-change.title')}</h2>
      ${field({
        id: 'change-text',
        name: 'text',
        label: t('action-form.text'),
        value: text,
        maxlength: 500,
        error: this.wrong('text'),
      })}
      ${selection({
        name: 'owner',
        label: t('action-form.owner'),
        options: [['', owner.name], ...others.map(({ email, name }) => [email, name])],
      })}
      <div @input=${({ target }) => (this.due = target.value)}>
        ${field({
          id: 'change-due',
          name: 'due',
          type: 'date',
          label: t('action-form.due'),
          value: due,
          error: this.wrong('due'),
        })}
      </div>
      ${this.due && this.due !== due
        ? field({
            id: 'change-reason',
            name: 'reason',
            label: t('action-change.reason'),
            hint: t('action-change.hint'),
            maxlength: 300,
            error: this.wrong('reason'),
          })
        : ''}
      ${this.trouble('text', 'due', 'reason')}
      <p class="buttons">
        <button class="go" data-action="change-now" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { owner, ...said } = submitted(event);
    const { number, version } = this.action;
    const wanted = { ...said, version, ...(owner ? { owner } : {}) };
    (await this.attempt(() => change(number, wanted))) && this.done();
  };
}

customElements.define('action-change', ActionChange);
