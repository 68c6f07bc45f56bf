import { html, nothing } from 'lit';
import { choicesOf, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { FIELDS, withWhatItNeeds } from '../reading/links.js';
import { makeGlassLink } from '../requests.js';
import '../../base/elements/secret-once.js';
import './glass-links.js';

const DAYS = [7, 30, 90, 365];
const USUALLY = 30;

/** Makes a glass link, shown once: a secret that opens this page, and only this page, for a while. */
class ShareLink extends FormElement {
  static properties = { number: {}, link: { state: true }, fields: { state: true }, making: { state: true } };
  static texts = { 409: 'share.full' };

  constructor() {
    super();
    this.fields = [];
  }

  render() {
    return html`<section class="card share" aria-labelledby="share">
      <h2 id="share">${t('share.title')}</h2>
      <p class="soft">${t('share.text')}</p>
      ${this.link ? this.#made() : nothing} ${this.making ? this.#form() : this.#begin()}
      <glass-links number=${this.number}></glass-links>
    </section>`;
  }

  #begin() {
    return html`<p><button class="go" data-action="share" @click=${this.#open}>${t('share.begin')}</button></p>`;
  }

  #form() {
    return html`<form class="form" @submit=${this.#make}>
      ${selection({
        name: 'days',
        label: t('share.days'),
        options: DAYS.map((days) => [String(days), t('days', { count: days })]),
        chosen: String(USUALLY),
      })}
      ${choicesOf({
        name: 'fields',
        legend: t('share.fields'),
        hint: t('share.always'),
        options: FIELDS.map((field) => [field, t(`share.field.${field}`)]),
        chosen: this.fields,
        change: this.#choose,
      })}
      <label class="tick">
        <input type="checkbox" name="maySpeak" />
        <span>${t('share.may-speak')}<small class="soft">${t('share.may-speak-text')}</small></span>
      </label>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="make-link" ?disabled=${this.busy}>${t('share.make')}</button>
        <button
          type="button"
          class="quiet"
          data-action="cancel"
          @click=${() => (this.making = false)}
        >${t('cancel')}</button>
      </p>
    </form>`;
  }

  #made() {
    const { url, expiresAt } = this.link;
    return html`<secret-once
      secret=${url}
      label=${t('share.link')}
      note=${expiresAt ? t('share.until', { date: day(expiresAt) }) : ''}
    ></secret-once>`;
  }

  async #open() {
    this.making = true;
    this.link = undefined;
    await this.updateComplete;
    this.querySelector('select').focus();
  }

  #choose = ({ target: { value, checked } }) => {
    const left = this.fields.filter((field) => field !== value && !(value === 'requirements' && field === 'readings'));
    this.fields = withWhatItNeeds(checked ? [...this.fields, value] : left);
  };

  async #make(event) {
    const { days, maySpeak } = submitted(event);
    const wanted = { days: Number(days), fields: this.fields, ...(maySpeak && { maySpeak: true }) };
    if (await this.attempt(async () => (this.link = await makeGlassLink(this.number, wanted)))) {
      this.making = false;
      this.querySelector('glass-links').reload();
    }
  }
}

customElements.define('share-link', ShareLink);
