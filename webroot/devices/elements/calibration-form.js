import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { calibrate, sendCertificate } from '../requests.js';

/** Writes down that a device was calibrated; `done` with the device. */
class CalibrationForm extends FormElement {
  static properties = { device: { attribute: false } };

  #key = newKey();

  render() {
    return html`<form class="form" novalidate @submit=${this.#save} @input=${() => (this.#key = newKey())}>
      <h2>${t('calibration.title', this.device)}</h2>
      <p class="soft">${t('calibration.about')}</p>
      ${this.#field('on', { type: 'date', value: today(), max: today() })}
      ${this.#field('until', { type: 'date', hint: t('calibration.until-hint') })}
      ${this.#field('by', { maxlength: 100, value: this.device.calibrations[0]?.by ?? '' })}
      ${this.#field('certificate', {
        type: 'file',
        required: false,
        accept: 'application/pdf,image/jpeg,image/png,image/webp',
        hint: t('calibration.certificate-hint'),
      })}
      ${this.trouble('on', 'until', 'by', 'certificate')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, more) {
    const label = t(`calibration.${name}`);
    return field({ id: `calibration-${name}`, name, label, error: this.wrong(name), ...more });
  }

  #save = (event) => {
    const { certificate: file, ...said } = submitted(event);
    const wrong = said.until && said.until < said.on ? [{ field: 'until', said: t('calibration.ends-before') }] : [];
    if (this.fine(event.target, { wrong })) {
      this.attempt(async () => {
        const certificate = file.size > 0 ? await sendCertificate(file) : undefined;
        this.done(await calibrate(this.device.code, { ...said, certificate }, this.#key));
      });
    }
  };
}

customElements.define('calibration-form', CalibrationForm);
