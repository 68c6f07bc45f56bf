import { html, nothing } from 'lit';
import { when } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { amount } from '../reading/amounts.js';
import { keyOf } from '../reading/standing.js';
import { scanned } from '../scanner.js';
import { BenchElement } from './bench-element.js';
import '../../base/elements/tier-mark.js';

const SHOWN = 30;

/** Finds what to work on: by a scan, by hand, or from what there is to do here. */
class WorkFinder extends BenchElement {
  static properties = { ...BenchElement.properties, choices: { state: true }, shown: { state: true } };

  constructor() {
    super();
    this.shown = SHOWN;
  }

  render() {
    const work = this.choices ?? this.bench.work;
    return html`<h1>${t(this.choices ? 'station.which' : 'station.scan-please')}</h1>
      <div class="find-ways">
        <button class="go" data-action="camera" @click=${this.#camera}>${t('station.camera')}</button>
        <form class="find-typed" @submit=${this.#typed}>
          <label class="visually-hidden" for="find-number">${t('station.number')}</label>
          <input id="find-number" name="number" autocomplete="off" placeholder=${t('station.number')} />
          <button class="quiet">${t('station.find')}</button>
        </form>
      </div>
      <h2>${t(this.choices ? 'station.choices' : 'station.to-do')}</h2>
      ${work.length === 0
        ? html`<p class="empty">${t(this.bench.listedAt ? 'station.nothing-to-do' : 'station.not-listed')}</p>`
        : html`<ul class="find-list">
            ${work.slice(0, this.shown).map((one) => this.#row(one))}
          </ul>`}
      ${work.length > this.shown
        ? html`<button class="quiet" data-action="more" @click=${() => (this.shown += SHOWN)}>${t('more')}</button>`
        : nothing}
      ${this.bench.reachable || !this.bench.listedAt
        ? nothing
        : html`<p class="soft">${t('station.as-of', { time: when(new Date(this.bench.listedAt)) })}</p>`}`;
  }

  #row(work) {
    const stands = this.bench.standing(work);
    return html`<li>
      <button class="find-work" data-work=${keyOf(work).replaceAll('\n', '/')} @click=${() => this.#choose(work)}>
        <span class="eyebrow">${t('station.of', { order: work.order, line: work.line })} · ${work.customer}
          <tier-mark .tier=${work.tier}></tier-mark></span>
        <strong>${wording(work.product)}</strong>
        <span>${work.operation ?? wording(work.stageName)}</span>
        <span class="soft">${amounts(stands, work)}</span>
        ${stands.held ? html`<span class="chip held">${t('station.held')}</span>` : nothing}
      </button>
    </li>`;
  }

  #choose(work) {
    this.choices = undefined;
    this.bench.choose(work);
  }

  #typed(event) {
    event.preventDefault();
    const text = new FormData(event.target).get('number').trim();
    if (text) {
      event.target.reset();
      scanned(text);
    }
  }

  #camera = async () => {
    const { readCode } = await import('./code-camera.js');
    const text = await readCode();
    text && scanned(text);
  };
}

const amounts = ({ done }, work) =>
  [done, work.quantity].filter((one) => one !== undefined).map((one) => amount(one, work)).join(' / ');

customElements.define('work-finder', WorkFinder);
