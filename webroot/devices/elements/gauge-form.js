import { html, nothing } from 'lit';
import { Problem } from '../../base/ask.js';
import { savedOver } from '../../base/elements/difference.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { saveDevice } from '../requests.js';

/** Enters a device that measures, or changes it; `done` with it. */
class GaugeForm extends FormElement {
  static properties = { device: { attribute: false }, kinds: { attribute: false }, places: { attribute: false } };
  static texts = { 409: 'device.code-taken' };

  render() {
    const { device } = this;
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(device ? 'device.edit' : 'devices.add')}</h2>
      ${device
        ? html`<p class="soft">${t('device.code')}${t('colon')}<strong>${device.code}</strong></p>`
        : this.#field('code', { maxlength: 60, code: true, hint: t('device.code-hint') })}
      ${this.#field('name', { maxlength: 100, hint: t('device.name-hint') })}
      ${this.#field('kind', { maxlength: 60, required: false, known: this.kinds })}
      ${this.#field('unit', { maxlength: 20, required: false, code: true, hint: t('device.unit-hint') })}
      ${this.#field('serial', { maxlength: 60, required: false, code: true })}
      ${this.#field('place', { maxlength: 100, required: false, known: this.places })}
      ${device
        ? html`<label class="tick">
            <input type="checkbox" name="retired" ?checked=${device.retired} /> <span>${t('device.retired')}</span>
          </label>`
        : nothing}
      ${this.trouble('code', 'name', 'kind', 'unit', 'serial', 'place')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, { known, ...more }) {
    return html`${field({
        id: `gauge-${name}`,
        name,
        label: t(`device.${name}`),
        value: this.device?.[name] ?? '',
        error: this.wrong(name),
        list: known && `gauge-${name}s`,
        ...more,
      })}
      ${known
        ? html`<datalist id="gauge-${name}s">${known.map((one) => html`<option value=${one}></option>`)}</datalist>`
        : nothing}`;
  }

  #save = (event) => {
    const { code = this.device?.code, retired, ...said } = submitted(event);
    if (this.fine(event.target)) {
      const mine = { ...said, retired: retired === 'on' };
      this.attempt(async () => {
        const saved = await (this.device ? this.#change(mine) : enter(code, mine));
        saved && this.done(saved);
      });
    }
  };

  #change(mine) {
    const fields = [
      ...['name', 'kind', 'unit', 'serial', 'place'].map((name) => ({ name, label: t(`device.${name}`) })),
      { name: 'retired', label: t('device.retired'), show: (is) => t(is ? 'yes' : 'no') },
    ];
    const save = (said, startedFrom) => saveDevice(this.device.code, said, startedFrom);
    return savedOver({ save, started: this.device, mine, fields });
  }
}

/** One of a code that another device has would change that one. */
async function enter(code, device) {
  try {
    return await saveDevice(code, device, 0);
  } catch (problem) {
    throw problem.status === 412 ? new Problem(409, { field: 'code' }) : problem;
  }
}

customElements.define('gauge-form', GaugeForm);
