import { html, nothing } from 'lit';
import { chosenBetween } from '../../base/elements/difference.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { zoneChoice } from '../../base/elements/reader-fields.js';
import { timeZone } from '../../base/format.js';
import { header } from '../../base/start.js';
import { whoAmI } from '../../base/requests.js';
import { LANGUAGES, language, t } from '../../base/words.js';
import { house, saveHouse } from '../requests.js';

const LOOKS_AGAIN_MILLIS = 400;
const UNREACHABLE = 0;
const AGAIN = new Set([UNREACHABLE, 503]);

/** What the house is called, where it is, which language it offers first. */
class SetupHouse extends FormElement {
  static properties = { me: { attribute: false }, house: { state: true }, opening: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.house = await house()));
  }

  render() {
    if (!this.house) {
      return this.problem ? this.trouble() : html`<p role="status">${t('loading')}</p>`;
    }
    const { manufacturer, version, setAtStart } = this.house;
    const isNew = version === 0;
    return html`<form class="form" data-form="house" @submit=${this.#save}>
      ${this.#fixed('manufacturer')
        ? this.#said('manufacturer', manufacturer)
        : field({
            id: 'house-manufacturer',
            name: 'manufacturer',
            label: t('setup.house.name'),
            hint: t('setup.house.name-hint'),
            value: isNew ? '' : manufacturer,
            error: this.wrong('manufacturer'),
          })}
      ${this.#fixed('zone') ? this.#said('zone', this.house.zone) : this.#zone(isNew)}
      ${this.#fixed('languages')
        ? this.#said('languages', LANGUAGES[this.house.languages[0]])
        : selection({
            name: 'first',
            label: t('setup.house.language'),
            options: Object.entries(LANGUAGES),
            chosen: isNew ? language() : this.house.languages[0],
          })}
      ${this.trouble('manufacturer', 'zone', 'languages')}
      ${setAtStart.length < 3
        ? html`<p class="buttons">
            <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
            <span class="soft" role="status">${this.opening ? t('setup.house.opening') : ''}</span>
          </p>`
        : nothing}
    </form>`;
  }

  #fixed = (name) => this.house.setAtStart.includes(name);

  #said(name, value) {
    return html`<div class="entry" data-set-at-start=${name}>
      <span>${t(`setup.house.${name === 'manufacturer' ? 'name' : name === 'zone' ? 'zone' : 'language'}`)}</span>
      <p><b>${value}</b></p>
      <p class="soft">${t(`setup.house.at-start.${name}`)}</p>
    </div>`;
  }

  #zone(isNew) {
    return zoneChoice({
      id: 'house-zone',
      label: t('setup.house.zone'),
      hint: t('setup.house.zone-hint'),
      chosen: isNew ? timeZone() : this.house.zone,
    });
  }

  async #save(event) {
    const { manufacturer, zone, first } = submitted(event);
    const languages = first && [first, ...this.house.languages.filter((one) => one !== first)];
    const worked = await this.attempt(() => this.#send({ manufacturer, zone, languages }, this.house));
    worked && this.done();
  }

  async #send(wanted, from) {
    try {
      this.house = await saveHouse(wanted, from.version);
    } catch (problem) {
      const chosen = problem.status === 412 && (await this.#chosen(problem, wanted));
      if (!chosen) {
        throw problem;
      }
      return this.#send(chosen, problem.current);
    }
    await this.#untilInForce();
    header.me = await whoAmI(); // The name stands on top of the page.
    return this.house;
  }

  #chosen(problem, mine) {
    const fields = [
      { name: 'manufacturer', label: t('setup.house.name') },
      { name: 'zone', label: t('setup.house.zone') },
      { name: 'languages', label: t('setup.house.language'), show: ([first]) => LANGUAGES[first] },
    ].filter(({ name }) => !this.#fixed(name));
    return chosenBetween({ problem, fields, started: this.house, mine });
  }

  /** The house closes and opens again: for a moment nobody answers. */
  async #untilInForce() {
    this.opening = true;
    while (!this.house.inForce) {
      await new Promise((resolve) => setTimeout(resolve, LOOKS_AGAIN_MILLIS));
      this.house = await house().catch((problem) => {
        if (!AGAIN.has(problem.status)) {
          throw problem;
        }
        return this.house;
      });
    }
    this.opening = false;
  }
}

customElements.define('setup-house', SetupHouse);
