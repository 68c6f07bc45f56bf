import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { nameGroup, splitOff } from '../requests.js';

/** Names a group, or splits proposals off as one. */
class GroupForm extends FormElement {
  static properties = {
    review: { attribute: false },
    /** Absent where these are split off. */
    group: { attribute: false },
    proposals: { attribute: false },
  };

  render() {
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t(this.group ? 'group-form.name' : 'group-form.split')}</h2>
      ${field({
        id: 'group-name',
        name: 'name',
        label: t('group-form.label'),
        value: this.group?.name ?? '',
        maxlength: 120,
        required: Boolean(this.group),
        error: this.wrong('name'),
      })}
      ${this.trouble('name')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #save = (event) => {
    const { name } = submitted(event);
    this.attempt(async () => {
      await (this.group
        ? nameGroup(this.review, this.group.id, name)
        : splitOff(this.review, { name, proposals: this.proposals }));
      this.done(true);
    });
  };
}

customElements.define('group-form', GroupForm);
