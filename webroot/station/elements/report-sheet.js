import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { isPhoto } from '../pictures.js';
import { isAmount, isCounted } from '../reading/amounts.js';
import { inUnit, readGauge } from '../reading/gauges.js';
import { listen } from '../scanner.js';
import './number-pad.js';
import './picture-taker.js';

const USUAL = ['surface', 'dimension', 'material', 'machine'];
const REMEMBERED = 6;

/**
 * Asks what is missing of a report: how many, why, a picture. Answers `{ report, pictures }`, or nothing. What a
 * picture is `about` demands a photo, which nothing else takes the place of.
 */
export function openSheet(name, work, bench, about) {
  const sheet = Object.assign(document.createElement('report-sheet'), { name, work, bench, about });
  return inDialog(sheet, t(`station.sheet.${name}`));
}

class ReportSheet extends LightElement {
  static properties = {
    name: {},
    about: {},
    work: { attribute: false },
    bench: { attribute: false },
    typed: { state: true },
    reason: { state: true },
    pictures: { state: true },
    wrong: { state: true },
  };

  #forget;

  constructor() {
    super();
    this.typed = '';
    this.reason = '';
    this.pictures = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#forget = listen((text) => this.#hear(text));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  /** A scale may say how much; every other scan waits until this is done. */
  #hear(text) {
    this.typed = readGauge(text) ? text.trim() : this.typed;
    return true;
  }

  render() {
    const { name } = this;
    const asksAmount = ['several', 'reject'].includes(name);
    const asksWhy = ['reject', 'hold'].includes(name);
    return html`<form class="report-sheet" novalidate @submit=${this.#submit}>
      <h2>${this.about ?? t(`station.sheet.${name}`)}</h2>
      ${asksAmount ? this.#amount() : nothing}
      ${asksWhy ? this.#why() : nothing}
      ${name === 'several'
        ? nothing
        : html`<picture-taker
            ?files=${name === 'picture' && !this.about}
            .pictures=${this.pictures}
            @pictures=${this.#taken}
          ></picture-taker>`}
      <p class="trouble" role="alert">${this.wrong ?? ''}</p>
      <p class="buttons">
        <button class="tap ${{ reject: 'bad', hold: 'hold' }[name] ?? 'good'}" data-action="send">
          ${t(`station.sheet-go.${name}`, { count: this.#count() })}
        </button>
        <button type="button" class="tap" data-action="cancel" @click=${() => this.#done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #amount() {
    return html`<label class="entry report-amount">
        <span>${t('station.how-many')}</span>
        <input
          inputmode="decimal"
          .value=${this.typed}
          placeholder="1"
          autocomplete="off"
          @input=${({ target }) => (this.typed = target.value)}
        />
      </label>
      <number-pad point=${isCounted(this.work) ? '' : '.'} @pressed=${this.#pressed}></number-pad>`;
  }

  #taken = ({ detail }) => (this.pictures = detail);

  #pressed = ({ detail: key }) => (this.typed = key === 'back' ? this.typed.slice(0, -1) : this.typed + key);

  #why() {
    const said = [...(this.bench.settings.reasons ?? []), ...USUAL.map((one) => t(`station.reason.${one}`))];
    return html`<div class="report-reasons" role="group" aria-label=${t('station.why')}>
        ${[...new Set(said)].slice(0, REMEMBERED).map(
          (one) => html`<button
            type="button"
            class="tap"
            aria-pressed=${one === this.reason}
            @click=${() => (this.reason = one)}
          >${one}</button>`,
        )}
      </div>
      <label class="entry">
        <span>${t('station.why')}</span>
        <input .value=${this.reason} maxlength="500" @input=${({ target }) => (this.reason = target.value)} />
        ${this.name === 'hold' ? html`<p class="soft">${t('station.why-read')}</p>` : nothing}
      </label>`;
  }

  #count = () => this.#amountSaid().value ?? 0;

  /** In the unit of the work: `{ value }`, or `{ wrong }`. */
  #amountSaid() {
    const read = readGauge(this.typed || '1');
    if (!read) {
      return { wrong: t('station.wrong-amount') };
    }
    if (read.or !== undefined) {
      return { wrong: t('station.either-amount', { written: this.typed }) };
    }
    const { unit } = this.work;
    const value = isCounted(this.work) ? read.value : inUnit(read, unit);
    if (value === undefined) {
      return { wrong: t('station.wrong-unit', { unit: read.unit, wanted: unit }) };
    }
    return isAmount(value, this.work) ? { value } : { wrong: t('station.wrong-amount') };
  }

  #submit(event) {
    event.preventDefault();
    this.wrong = this.#fault();
    if (!this.wrong) {
      this.#remember();
      this.#done({ report: this.#report(), pictures: this.pictures });
    }
  }

  #fault() {
    const { wrong } = ['several', 'reject'].includes(this.name) ? this.#amountSaid() : {};
    if (wrong) {
      return wrong;
    }
    if (['reject', 'hold'].includes(this.name) && !this.reason.trim()) {
      return t('station.wrong-reason');
    }
    if (this.name !== 'picture') {
      return undefined;
    }
    if (this.about) {
      return this.pictures.some(isPhoto) ? undefined : t('station.wrong-photo');
    }
    return this.pictures.length === 0 ? t('station.wrong-picture') : undefined;
  }

  #report() {
    const reason = this.reason.trim();
    return {
      several: { kind: 'progressed', good: this.#count() },
      reject: { kind: 'progressed', rejected: this.#count(), reason },
      hold: { kind: 'held', reason },
      picture: { kind: 'seen' },
    }[this.name];
  }

  /** What was said last is at hand the next time. */
  #remember() {
    const reason = this.reason.trim();
    if (reason) {
      const reasons = [reason, ...(this.bench.settings.reasons ?? []).filter((one) => one !== reason)];
      this.bench.set({ reasons: reasons.slice(0, REMEMBERED) });
    }
  }

  #done(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('report-sheet', ReportSheet);
