import { alone } from '../base/device-store.js';
import { newId } from '../base/ids.js';
import { canUndo, isLarge, wantsPerson } from './reading/leaving.js';
import { isShut } from './reading/reach.js';
import { timer } from './retry-loop.js';
import { NAME, Sending } from './sending.js';

const OTHERS_AFTER_MILLIS = 15_000;

/**
 * What is tapped, on its way to the server: kept on the device first, then sent. For ten seconds it can be taken back:
 * what has left by then is followed by a report that says so. It counts as sent only once the server said so; what it
 * refused, whose picture does not get through, or what was tapped at another station stays until a person acts. Raises
 * `changed`, and `shut` where the server does not know this station any more.
 *
 * @param kept where it is kept, see `KeptReports`
 * @param server `{ send(reports), sendPicture(hash, file), contact() }`; `contact` compares the clocks
 */
export class Queue extends EventTarget {
  #kept;
  #clock;
  #channel;
  #sending;
  #acts = 0;
  /** When the server last took something, by this device's clock. */
  sentAt;
  /** Whether the last try found no network. */
  unreachable = false;

  constructor(kept, server, clock, { channel = new BroadcastChannel(NAME), after = timer } = {}) {
    super();
    this.#kept = kept;
    this.#clock = clock;
    const reached = () => this.#reached();
    const failed = (problem) => this.#failed(problem);
    this.#sending = new Sending(kept, server, clock, { after, reached, failed });
    this.#channel = channel;
    channel.onmessage = () => {
      this.#raise('changed');
      this.#sending.soon(OTHERS_AFTER_MILLIS); // If the tab that has it is closed before it is sent, this one sends it.
    };
    globalThis.addEventListener?.('online', () => this.hurry());
  }

  /** Keeps a report and its pictures (`{ hash, file }`); what it answers is on the disk. */
  add(report, pictures = [], about = {}) {
    if (this.#clock.jumped()) {
      this.#sending.compare().catch(() => {}); // Without a network it is compared when there is one.
    }
    const evidence = pictures.map(({ hash }) => hash);
    const said = { ...report, ...(evidence.length ? { evidence } : {}) };
    const large = pictures.some(isLarge) ? { large: true } : {};
    return this.#act(() => this.#kept.add({ ...this.#tapped(said, about), ...large }, pictures));
  }

  #tapped(report, about) {
    const { id: era, offset: ahead } = this.#clock.era;
    return { state: 'waiting', at: this.#clock.now(), era, ahead, about, report: { id: newId(), ...report } };
  }

  async #act(work) {
    this.#acts++;
    try {
      return await work();
    } finally {
      this.#acts--;
      this.tellTabs();
      this.#sending.soon(0);
    }
  }

  /** Whether something that a person did is not on the disk yet. */
  get isKeeping() {
    return this.#acts > 0;
  }

  all() {
    return this.#kept.all();
  }

  /** Takes back what was tapped a moment ago; answers whether it did. */
  undo(seq) {
    const mayGo = (record) => canUndo(record, this.#clock.now());
    const withdrawal = ({ report, about }) => {
      const { order, line, operation, stage, source, actor, id } = report;
      const place = { order, line, operation, stage };
      return this.#tapped({ kind: 'withdrawn', corrects: id, ...place, source, actor }, about);
    };
    return this.#act(() => this.#kept.takeBack(seq, mayGo, withdrawal));
  }

  /** Throws away what the server refused, what is stuck, or what was tapped at another station. */
  async discard(seq) {
    const station = await this.#kept.find('station');
    await this.#act(() => this.#kept.remove(seq, (record) => wantsPerson(record, station)));
  }

  /** Sends again what was refused or is stuck, with what was changed about it. */
  again(seq, changes = {}) {
    return this.#decide(seq, ({ problem, hindered, resent, ...record }) => ({
      ...record,
      state: 'waiting',
      report: { ...record.report, ...changes },
    }));
  }

  /** Sends it without its pictures. */
  without(seq) {
    return this.again(seq, { evidence: undefined });
  }

  /** Sends it as the station that this device is now, whatever it was when it was tapped. */
  adopt(seq) {
    return this.#decide(seq, (record, station) => ({ ...record, about: { ...record.about, station } }));
  }

  /** What went its way in the meantime goes it. */
  async #decide(seq, decided) {
    const station = await this.#kept.find('station');
    await this.#act(() =>
      this.#kept.change([seq], (record) => (wantsPerson(record, station) ? decided(record, station) : record)),
    );
    this.hurry();
  }

  /** The network is back, or somebody wants to know: no more waiting. */
  hurry() {
    return this.#sending.hurry();
  }

  /** Sends what waits; answers when nothing more can be done now. */
  flush() {
    return this.#sending.flush();
  }

  /** No report leaves while this is done. */
  pausing(work) {
    return alone(NAME, work);
  }

  #reached() {
    this.unreachable = false;
    this.sentAt = this.#clock.now();
    this.tellTabs();
  }

  #failed(problem) {
    this.unreachable = true;
    isShut(problem) && this.#raise('shut');
    this.tellTabs();
  }

  /** What is kept has changed, here and in the other tabs. */
  tellTabs() {
    this.#channel.postMessage('changed');
    this.#raise('changed');
  }

  #raise(name) {
    this.dispatchEvent(new Event(name));
  }
}
