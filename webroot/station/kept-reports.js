import { DeviceStore } from '../base/device-store.js';

const REPORTS = 'reports';
const PICTURES = 'pictures';
const THINGS = 'things';
const SENT_KEPT = 50;
const OF_A_STATION = ['station', 'list', 'current', 'operator', 'known'];

/**
 * What this device keeps until the server has it: one record a report, by the order in which they were tapped
 * (`seq`); pictures apart, by their hash; and what the page needs without a network. A record is `waiting`, `sent`
 * or `refused`.
 */
export class KeptReports {
  #store = new DeviceStore('vitrine-station', (base) => {
    base.createObjectStore(REPORTS, { keyPath: 'seq', autoIncrement: true });
    base.createObjectStore(PICTURES, { keyPath: 'hash' });
    base.createObjectStore(THINGS);
  });

  /** Keeps a report and its pictures together or not at all; answers once they are on the disk. */
  async add(record, pictures) {
    const seq = await this.#store.in('readwrite', [REPORTS, PICTURES], (reports, kept) => {
      pictures.forEach((picture) => kept.put(picture));
      return reports.add(record);
    });
    return { ...record, seq };
  }

  all() {
    return this.#store.in('readonly', REPORTS, (reports) => reports.getAll());
  }

  /** Changes these in one go, as far as they are still there: `change` answers the record as it is then. */
  async change(seqs, change) {
    await this.#store.in('readwrite', REPORTS, (reports) => {
      for (const seq of seqs) {
        reports.get(seq).onsuccess = ({ target }) => target.result && reports.put(change(target.result));
      }
    });
  }

  /** Takes a report away if `mayGo` says so of it as it is now; answers whether it went. */
  async remove(seq, mayGo = () => true) {
    let gone = false;
    await this.#store.in('readwrite', REPORTS, (reports) => {
      reports.get(seq).onsuccess = ({ target }) => {
        gone = Boolean(target.result) && mayGo(target.result);
        gone && reports.delete(seq);
      };
    });
    return gone;
  }

  /**
   * Takes a report back if `mayGo` says so of it as it is now: it goes if it was never sent, else it is followed by
   * what `withdrawal` makes of it. Answers whether it did.
   */
  async takeBack(seq, mayGo, withdrawal) {
    let done = false;
    await this.#store.in('readwrite', REPORTS, (reports) => {
      reports.get(seq).onsuccess = ({ target }) => {
        const record = target.result;
        done = Boolean(record) && mayGo(record);
        if (done && record.stamped) {
          reports.put({ ...record, undone: true });
          reports.add(withdrawal(record));
        } else if (done) {
          reports.delete(seq);
        }
      };
    });
    return done;
  }

  picture(hash) {
    return this.#store.in('readonly', PICTURES, (pictures) => pictures.get(hash));
  }

  async pictureIsSent(hash, sent) {
    await this.#store.in('readwrite', PICTURES, (pictures) => {
      pictures.get(hash).onsuccess = ({ target }) => target.result && pictures.put({ ...target.result, sent });
    });
  }

  /** Lets go of what the server has: all but the newest reports, and pictures that none waits with. */
  async tidy() {
    await this.#store.in('readwrite', [REPORTS, PICTURES], (reports, pictures) => {
      reports.getAll().onsuccess = ({ target }) => {
        const sent = target.result.filter(({ state }) => state === 'sent');
        sent.slice(0, -SENT_KEPT).forEach(({ seq }) => reports.delete(seq));
        const needed = new Set(
          target.result.filter(({ state }) => state !== 'sent').flatMap(({ report }) => report.evidence ?? []),
        );
        pictures.getAllKeys().onsuccess = ({ target: keys }) =>
          keys.result.filter((hash) => !needed.has(hash)).forEach((hash) => pictures.delete(hash));
      };
    });
  }

  /**
   * Lets go of what a station had here: its work, who came, and what was sent. What was not sent stays, and so does
   * how this device is set.
   */
  async empty() {
    await this.#store.in('readwrite', [REPORTS, THINGS], (reports, things) => {
      OF_A_STATION.forEach((name) => things.delete(name));
      reports.getAll().onsuccess = ({ target }) =>
        target.result.filter(({ state }) => state === 'sent').forEach(({ seq }) => reports.delete(seq));
    });
  }

  find(name) {
    return this.#store.in('readonly', THINGS, (things) => things.get(name));
  }

  keep(name, thing) {
    return this.#store.in('readwrite', THINGS, (things) => things.put(thing, name));
  }
}
