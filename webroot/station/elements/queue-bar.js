import { html, nothing } from 'lit';
import { time } from '../../base/format.js';
import { t } from '../../base/words.js';
import { queueState, UNDO_MILLIS } from '../reading/leaving.js';
import { didOf, undoable } from '../reading/standing.js';
import { sound } from '../sounds.js';
import { BenchElement } from './bench-element.js';

const SECOND = 1_000;
const WANTS_PERSON = ['refused', 'foreign', 'stuck'];

/** What is on its way to the server and what is not, always in sight; and for ten seconds, how to take it back. */
class QueueBar extends BenchElement {
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#undoable && this.requestUpdate(), SECOND / 2);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  #undoable;

  render() {
    const { records } = this.bench;
    const state = this.#state();
    this.#undoable = undoable(records, this.bench.now());
    return html`<div class="queue-bar" data-state=${state} ?data-wants-person=${WANTS_PERSON.includes(state)}>
      <button class="queue-state" data-action="queue" @click=${this.#open}>
        <span class="queue-dot" aria-hidden="true"></span>
        <span role="status">${this.#says(state)}</span>
      </button>
      ${this.#undoable
        ? this.#undo(this.#undoable)
        : html`<span class="soft queue-hint">${t('station.scan-on')}</span>`}
    </div>`;
  }

  #undo({ at, report }) {
    const seconds = Math.ceil((at + UNDO_MILLIS - this.bench.now()) / SECOND);
    return html`<button class="queue-undo" data-action="undo" @click=${this.#takeBack}>
      ${t('station.undo', { what: t(...didOf(report)) })}
      <span aria-hidden="true">${t('station.seconds', { seconds })}</span>
    </button>`;
  }

  #takeBack = async () => {
    const undone = await this.bench.undo();
    sound(undone ? 'note' : 'bad', this.bench.settings.quiet);
  };

  #count = (state) => this.bench.records.filter((one) => queueState(one, this.bench.station) === state).length;

  #state() {
    const { bench } = this;
    const waits = bench.records.some(({ state }) => state === 'waiting');
    const isOffline = !bench.reachable || (bench.queue.unreachable && waits);
    const found = ['refused', 'foreign', ...(isOffline ? [] : ['stuck', 'waiting'])].find((one) => this.#count(one));
    return found ?? (isOffline ? 'offline' : 'sent');
  }

  #says(state) {
    const { records } = this.bench;
    const waiting = records.filter((one) => one.state === 'waiting').length;
    const { sentAt } = records.findLast((one) => one.state === 'sent') ?? {};
    const counted = () => t(`station.queue.${state}`, { count: this.#count(state) });
    return {
      refused: counted,
      foreign: counted,
      stuck: counted,
      offline: () => t(waiting ? 'station.queue.offline' : 'station.queue.offline-none', { count: waiting }),
      waiting: () => t('station.queue.waiting', { count: waiting }),
      sent: () => (sentAt ? t('station.queue.sent', { time: time(sentAt) }) : t('station.queue.none')),
    }[state]();
  }

  #open = async () => {
    const { openQueue } = await import('./queue-sheet.js');
    await openQueue(this.bench);
  };
}

customElements.define('queue-bar', QueueBar);
