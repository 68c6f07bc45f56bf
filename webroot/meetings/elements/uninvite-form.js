import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { uninvite } from '../requests.js';

/** Somebody is asked no longer: to this date, or to the whole series. */
class UninviteForm extends FormElement {
  static properties = { page: { attribute: false }, person: {}, name: {} };

  render() {
    const series = Boolean(this.page.series);
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('guests.uninvite-title', { name: this.name })}</h2>
      <p>${t('guests.uninvite-text')}</p>
      ${series
        ? html`<fieldset class="ticks">
            <legend>${t('guests.uninvite-which')}</legend>
            ${['date', 'series'].map((which) => html`<label>
              <input type="radio" name="which" value=${which} ?checked=${which === 'date'} />
              <span>${t(`guests.uninvite-${which}`)}</span>
            </label>`)}
          </fieldset>`
        : nothing}
      ${this.trouble()}
      <p class="buttons">
        <button class="go danger" data-action="confirm" ?disabled=${this.busy}>${t('guests.uninvite-go')}</button>
        <button type="button" class="quiet" data-action="cancel" autofocus @click=${() => this.done()}>${
          t('cancel')}</button>
      </p>
    </form>`;
  }

  firstUpdated() {
    this.querySelector('[autofocus]').focus(); // The careful answer is the one at hand.
  }

  #save = (event) => {
    const { which } = submitted(event);
    this.attempt(async () => {
      await uninvite(this.page.number, this.person, which === 'series');
      this.done(true);
    });
  };
}

customElements.define('uninvite-form', UninviteForm);
