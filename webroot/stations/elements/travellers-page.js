import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { drawn, openOrders, travellers } from '../requests.js';
import './code-sheet.js';
import './traveller-print.js';

const COMMANDS = ['START', 'GOOD', 'REJECT', 'HOLD', 'DONE', 'PASS', 'FAIL', 'UNDO'];
const TEST = 'VT-TEST:0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:/?=%-._+';
const AT_ONCE = 400;

/** What goes through the plant on paper: travellers of chosen orders, and the codes that stand at a station. */
class TravellersPage extends FormElement {
  static properties = {
    orders: { attribute: false },
    sought: {},
    chosen: { state: true },
    form: { state: true },
    sheets: { state: true },
    codes: { state: true },
  };

  constructor() {
    super();
    this.chosen = [];
    this.form = 'qr';
  }

  render() {
    return html`<section class="manage travellers-page" aria-labelledby="travellers">
      <div class="not-printed">
        <h1 id="travellers">${t('travellers.title')}</h1>
        <p class="soft">${t('travellers.about')}</p>
        <form class="filters" novalidate @submit=${this.#find}>
          ${field({
            id: 'sought',
            label: t('travellers.find-label'),
            value: this.sought,
            maxlength: 80,
            required: false,
          })}
          <button class="quiet" data-action="find" ?disabled=${this.busy}>${t('travellers.find')}</button>
        </form>
        ${this.#choice()} ${this.#how()} ${this.trouble('sought')}
      </div>
      ${this.sheets ? html`<traveller-print .sheets=${this.sheets}></traveller-print>` : nothing}
      ${this.codes ? html`<code-sheet .codes=${this.codes} name=${t('travellers.commands')}></code-sheet>` : nothing}
    </section>`;
  }

  #choice() {
    return this.orders.length === 0
      ? html`<p class="empty">${t('travellers.none')}</p>`
      : html`<fieldset class="ticks card traveller-orders">
          <legend>${t('travellers.which')}</legend>
          ${this.orders.map(
            ({ number, company, promised }) => html`<label>
              <input
                type="checkbox"
                name="orders"
                value=${number}
                .checked=${this.chosen.includes(number)}
                @change=${({ target }) => this.#choose(number, target.checked)}
              />
              <span>
                <strong>${number}</strong>
                <small class="soft">${[company?.name, promised && date(promised)].filter(Boolean).join(' · ')}</small>
              </span>
            </label>`,
          )}
        </fieldset>`;
  }

  #how() {
    return html`<div class="filters">
      ${selection({
        name: 'form',
        label: t('travellers.form'),
        options: [['qr', 'QR'], ['data-matrix', 'Data Matrix']],
        chosen: this.form,
        change: ({ target }) => (this.form = target.value),
      })}
      <button
        class="go"
        data-action="make"
        ?disabled=${this.busy || this.chosen.length === 0}
        @click=${this.#make}
      >${t('travellers.make', { count: this.chosen.length })}</button>
      <button class="quiet" data-action="commands" ?disabled=${this.busy} @click=${this.#commands}>
        ${t('travellers.commands')}
      </button>
    </div>`;
  }

  #choose(number, isChosen) {
    this.chosen = isChosen ? [...this.chosen, number] : this.chosen.filter((one) => one !== number);
  }

  #find = (event) => {
    this.sought = submitted(event).sought.trim();
    this.attempt(async () => {
      const found = await openOrders(this.sought);
      const isNew = ({ number }) => found.every((one) => one.number !== number);
      const kept = this.orders.filter((one) => this.chosen.includes(one.number) && isNew(one));
      this.orders = [...kept, ...found];
    });
  };

  #make = () =>
    this.attempt(async () => {
      const sheets = await travellers(this.chosen);
      const texts = sheets.flatMap(({ steps }) => steps.map(({ text }) => text));
      const pictures = [];
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        pictures.push(...(await drawn(texts.slice(at, at + AT_ONCE), this.form)));
      }
      this.codes = undefined;
      this.sheets = sheets.map((sheet) => ({
        ...sheet,
        steps: sheet.steps.map((step) => ({ ...step, svg: pictures.shift() })),
      }));
    });

  #commands = () =>
    this.attempt(async () => {
      const pictures = await drawn([...COMMANDS.map((one) => `VT:${one}`), TEST], this.form);
      this.sheets = undefined;
      this.codes = [...COMMANDS, 'TEST'].map((one, at) => ({
        title: t(`command.${one.toLowerCase()}`),
        text: one === 'TEST' ? t('command.test-about') : `VT:${one}`,
        svg: pictures[at],
      }));
    });
}

customElements.define('travellers-page', TravellersPage);
