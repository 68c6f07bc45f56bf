import { alone } from '../base/device-store.js';
import { newId } from '../base/ids.js';
import { Delivery } from './delivery.js';
import { canUndo, pause } from './reading/leaving.js';

const NAME = 'vitrine-station';
const BATCH = 50;
const OTHERS_AFTER_MILLIS = 15_000;
const SHUT = [401, 403];

/**
 * What is tapped, on its way to the server: kept on the device first, then sent by one tab at a time in the order in
 * which it was tapped, pictures before their reports. For ten seconds it can be taken back: what has left by then is
 * followed by a report that says so. It counts as sent only once the server said so; what it refused stays until a
 * person acts. Raises `changed`, and `shut` where the server does not know this station any more.
 *
 * @param kept where it is kept, see `KeptReports`
 * @param server `{ send(reports), sendPicture(hash, file), contact() }`; `contact` compares the clocks
 */
export class Queue extends EventTarget {
  #kept;
  #delivery;
  #clock;
  #channel;
  #after;
  #forget = () => {};
  #tries = 0;
  #busy;
  #again = false;
  /** When the server last took something, by this device's clock. */
  sentAt;
  /** Whether the last try found no network. */
  unreachable = false;

  constructor(kept, server, clock, { channel = new BroadcastChannel(NAME), after = timer } = {}) {
    super();
    this.#after = after;
    this.#kept = kept;
    this.#delivery = new Delivery(kept, server, clock);
    this.#clock = clock;
    this.#channel = channel;
    channel.onmessage = () => {
      this.#tell();
      this.#later(OTHERS_AFTER_MILLIS); // If the tab that has it is closed before it is sent, this one sends it.
    };
    globalThis.addEventListener?.('online', () => this.hurry());
  }

  /** Keeps a report and its pictures (`{ hash, file }`); what it answers is on the disk. */
  async add(report, pictures = [], about = {}) {
    if (this.#clock.jumped()) {
      this.#delivery.compare().catch(() => {}); // Without a network it is compared when there is one.
    }
    const evidence = pictures.map(({ hash }) => hash);
    const said = { ...report, ...(evidence.length ? { evidence } : {}) };
    const added = await this.#kept.add(this.#tapped(said, about), pictures);
    this.#changed();
    this.#later(0);
    return added;
  }

  #tapped(report, about) {
    const { id: era, offset: ahead } = this.#clock.era;
    return { state: 'waiting', at: this.#clock.now(), era, ahead, about, report: { id: newId(), ...report } };
  }

  all() {
    return this.#kept.all();
  }

  /** Takes back what was tapped a moment ago; answers whether it did. */
  async undo(seq) {
    const mayGo = (record) => canUndo(record, this.#clock.now());
    const undone = await this.#kept.takeBack(seq, mayGo, ({ report, about }) => {
      const { order, line, operation, stage, source, actor, id } = report;
      const place = { order, line, operation, stage };
      return this.#tapped({ kind: 'withdrawn', corrects: id, ...place, source, actor }, about);
    });
    this.#changed();
    this.#later(0);
    return undone;
  }

  /** Throws away what the server refused. */
  async discard(seq) {
    await this.#kept.remove(seq, ({ state }) => state === 'refused');
    this.#changed();
  }

  /** Sends again what was refused, with what was changed about it. */
  async again(seq, changes = {}) {
    await this.#kept.change([seq], ({ problem, stamped, ...record }) => ({
      ...record,
      state: 'waiting',
      report: { ...record.report, ...changes },
      ...(stamped ? { stamped } : {}),
    }));
    this.#changed();
    this.hurry();
  }

  /** The network is back, or somebody wants to know: no more waiting. */
  hurry() {
    this.#tries = 0;
    return this.flush();
  }

  /** Sends what waits, one flush at a time; answers when nothing more can be done now. */
  flush() {
    if (this.#busy) {
      this.#again = true;
      return this.#busy;
    }
    this.#busy = alone(NAME, () => this.#sendAll())
      .catch((problem) => this.#failed(problem))
      .finally(() => {
        this.#busy = undefined;
        if (this.#again) {
          this.#again = false;
          this.#later(0);
        }
      });
    return this.#busy;
  }

  async #sendAll() {
    this.#forget();
    for (;;) {
      const all = await this.#kept.all();
      const leaving = all.filter(({ state }) => state === 'waiting').slice(0, BATCH);
      if (leaving.length === 0) {
        return;
      }
      await this.#delivery.deliver(leaving, all);
      this.#tries = 0;
      this.unreachable = false;
      this.sentAt = this.#clock.now();
      this.#changed();
    }
  }

  /** Whatever it was, nothing is lost by trying again. */
  #failed(problem) {
    this.unreachable = true;
    if (SHUT.includes(problem.status)) {
      this.dispatchEvent(new Event('shut'));
    }
    this.#later(problem.retryAfterSeconds ? problem.retryAfterSeconds * 1000 : pause(this.#tries++));
    this.#changed();
  }

  #later(millis) {
    this.#forget();
    this.#forget = this.#after(millis, () => this.flush());
  }

  #changed() {
    this.#channel.postMessage('changed');
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('changed'));
  }
}

/** Does something after a while; answers how not to. */
function timer(millis, act) {
  const started = setTimeout(act, millis);
  return () => clearTimeout(started);
}
