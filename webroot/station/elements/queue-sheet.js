import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { time } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { queueState } from '../reading/leaving.js';
import { mendable } from '../reading/mending.js';
import { stepOf } from '../reading/scans.js';
import { didOf } from '../reading/standing.js';
import { BenchElement } from './bench-element.js';
import './device-settings.js';
import './report-mender.js';

const SENT_SHOWN = 10;
const HINDERS = { 0: 'station.queue.too-slow', 413: 'station.queue.too-large', 503: 'station.queue.no-room' };

/** Everything that is on this device: what wants a person, what waits, what was sent last, and how it is kept. */
export const openQueue = (bench) =>
  inDialog(Object.assign(document.createElement('queue-sheet'), { bench }), t('station.queue.title'));

class QueueSheet extends BenchElement {
  static properties = { ...BenchElement.properties, edited: { state: true } };

  render() {
    const of = (state) => this.bench.records.filter((one) => queueState(one, this.bench.station) === state);
    return html`<div class="queue-sheet">
      <h2>${t('station.queue.title')}</h2>
      ${this.#list('refused', of('refused'), (one) => this.#refused(one))}
      ${this.#list('foreign', of('foreign'), (one) => this.#foreign(one))}
      ${this.#list('stuck', of('stuck'), (one) => this.#stuck(one))}
      ${this.#list('waiting', of('waiting'), (one) => this.#line(one))}
      ${this.#list('sent', of('sent').slice(-SENT_SHOWN).reverse(), (one) => this.#line(one))}
      ${this.bench.records.length === 0 ? html`<p class="empty">${t('station.queue.none')}</p>` : nothing}
      <device-settings .bench=${this.bench}></device-settings>
      <p class="buttons">
        <button class="tap" data-action="close" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>
          ${t('close')}
        </button>
      </p>
    </div>`;
  }

  #list(state, records, row) {
    return records.length === 0
      ? nothing
      : html`<h3>${t(`station.queue.are-${state}`, { count: records.length })}</h3>
          <ul class="queue-list" data-state=${state}>
            ${records.map((one) => html`<li data-seq=${one.seq}>${row(one)}</li>`)}
          </ul>`;
  }

  #line({ at, report }) {
    const { order, line, evidence = [] } = report;
    return html`<span>${time(at)} · <strong>${t(...didOf(report))}</strong></span>
      <span class="soft">${t('station.of', { order, line })} · ${stepOf(report)}${evidence.length
          ? ` · ${t('station.pictures', { count: evidence.length })}`
          : ''}</span>`;
  }

  #refused(record) {
    const { seq, problem } = record;
    return html`${this.#line(record)}
      <span class="trouble">${problem?.message ?? t('station.queue.refused-unsaid')}</span>
      ${this.edited === seq
        ? html`<report-mender .record=${record} @done=${({ detail }) => this.#save(seq, detail)}></report-mender>`
        : nothing}
      <span class="buttons">
        ${mendable(record).length > 0 ? this.#tap('edit', () => (this.edited = seq)) : nothing}
        ${problem?.field?.startsWith('evidence') ? this.#without(record) : nothing}
        ${this.#tap('again', () => this.bench.queue.again(seq))} ${this.#discards(record)}
      </span>`;
  }

  /** It is tried again by itself, too. */
  #stuck(record) {
    const { problem } = record.hindered;
    return html`${this.#line(record)}
      <span class="trouble">${refusal(problem, HINDERS)}</span>
      <span class="buttons">
        ${this.#without(record)}
        ${this.#tap('retry', () => this.bench.queue.again(record.seq))} ${this.#discards(record)}
      </span>`;
  }

  #foreign(record) {
    const here = this.bench.station?.name;
    return html`${this.#line(record)}
      <span class="soft">${t('station.queue.tapped-at', { where: record.about.station.name })}</span>
      <span class="buttons">
        ${here ? this.#tap('adopt', () => this.bench.queue.adopt(record.seq), { here }) : nothing}
        ${this.#discards(record)}
      </span>`;
  }

  /** What is nothing but a picture is nothing without it. */
  #without({ seq, report }) {
    return report.kind === 'seen' ? nothing : this.#tap('without', () => this.bench.queue.without(seq));
  }

  #discards = (record) => this.#tap('discard', () => this.#discard(record), {}, 'bad');

  #tap(name, act, values = {}, looks = '') {
    return html`<button class="tap ${looks}" data-action=${name} @click=${act}>
      ${t(`station.queue.${name}`, values)}
    </button>`;
  }

  async #save(seq, changes) {
    await this.bench.queue.again(seq, changes);
    this.edited = undefined;
  }

  async #discard({ seq, report }) {
    const question = {
      title: t('station.queue.discard-title', { what: t(...didOf(report)) }),
      text: t('station.queue.discard-text'),
      go: t('station.queue.discard'),
    };
    if (await confirmed(question)) {
      await this.bench.queue.discard(seq);
    }
  }
}

customElements.define('queue-sheet', QueueSheet);
