import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { time } from '../../base/format.js';
import { t } from '../../base/words.js';
import { stepOf } from '../reading/scans.js';
import { didOf } from '../reading/standing.js';
import { BenchElement } from './bench-element.js';
import './device-settings.js';

const SENT_SHOWN = 10;

/** Everything that is on this device: what was refused, what waits, what was sent last, and how it is kept. */
export const openQueue = (bench) =>
  inDialog(Object.assign(document.createElement('queue-sheet'), { bench }), t('station.queue.title'));

class QueueSheet extends BenchElement {
  static properties = { ...BenchElement.properties, edited: { state: true } };

  render() {
    const of = (state) => this.bench.records.filter((one) => one.state === state);
    return html`<div class="queue-sheet">
      <h2>${t('station.queue.title')}</h2>
      ${this.#list('refused', of('refused'), (one) => this.#refused(one))}
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
      ${this.edited === seq ? this.#edit(record) : nothing}
      <span class="buttons">
        ${editable(record).length > 0
          ? html`<button class="tap" data-action="edit" @click=${() => (this.edited = seq)}>
              ${t('station.queue.edit')}
            </button>`
          : nothing}
        <button class="tap" data-action="again" @click=${() => this.bench.queue.again(seq)}>
          ${t('station.queue.again')}
        </button>
        <button class="tap bad" data-action="discard" @click=${() => this.#discard(record)}>
          ${t('station.queue.discard')}
        </button>
      </span>`;
  }

  /** What of it may have been wrong: how many, how much, why. */
  #edit(record) {
    const { seq, report } = record;
    const fields = editable(record);
    return html`<form class="queue-edit" @submit=${(event) => this.#save(event, seq, fields)}>
      ${fields.map(
        (name) => html`<label class="entry">
          <span>${t(`station.field.${name}`)}</span>
          <input name=${name} .defaultValue=${String(report[name])} autocomplete="off" />
        </label>`,
      )}
      <button class="tap good" data-action="save">${t('station.queue.save')}</button>
    </form>`;
  }

  async #save(event, seq, fields) {
    event.preventDefault();
    const typed = new FormData(event.target);
    const read = (name) => (name === 'reason' ? typed.get(name).trim() : Number(typed.get(name).replace(',', '.')));
    await this.bench.queue.again(seq, Object.fromEntries(fields.map((name) => [name, read(name)])));
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

const editable = ({ report }) => ['good', 'rejected', 'value', 'reason'].filter((name) => report[name] !== undefined);

customElements.define('queue-sheet', QueueSheet);
