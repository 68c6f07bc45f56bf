import assert from 'node:assert/strict';
import { Queue } from '../../../webroot/station/queue.js';
import { DeviceClock } from '../../../webroot/station/reading/clock.js';

export const START = Date.parse('2026-12-07T06:00:00Z');
/** Nothing is heard from other tabs, and nothing happens by itself. */
const UNTIMED = { channel: { postMessage() {} }, after: () => () => {} };

/** As `KeptReports`, in memory. */
export class InMemory {
  records = new Map();
  pictures = new Map();
  things = { station: { id: 7, name: 'Assembly 7' } };
  #seq = 0;

  async add(record, pictures) {
    const added = { ...record, seq: ++this.#seq };
    pictures.forEach((picture) => this.pictures.set(picture.hash, picture));
    this.records.set(added.seq, added);
    return added;
  }

  all = async () => [...this.records.values()];

  async change(seqs, change) {
    seqs.filter((seq) => this.records.has(seq)).forEach((seq) => this.records.set(seq, change(this.records.get(seq))));
  }

  async remove(seq, mayGo = () => true) {
    return this.records.has(seq) && mayGo(this.records.get(seq)) && this.records.delete(seq);
  }

  async takeBack(seq, mayGo, withdrawal) {
    const record = this.records.get(seq);
    if (!record || !mayGo(record)) {
      return false;
    }
    if (record.stamped) {
      this.records.set(seq, { ...record, undone: true });
      await this.add(withdrawal(record), []);
    } else {
      this.records.delete(seq);
    }
    return true;
  }

  picture = async (hash) => this.pictures.get(hash);
  pictureIsSent = async (hash, sent) => this.pictures.set(hash, { ...this.pictures.get(hash), sent });
  tidy = async () => {};
  find = async (name) => this.things[name];
  keep = async (name, thing) => (this.things[name] = thing);
}

/** A server that takes everything once, and a device in front of it; what either does can be changed. */
export function shop({ kept = new InMemory(), ...behaviour } = {}) {
  const time = { now: START, ticks: 0 };
  const clock = new DeviceClock([], { now: () => time.now, ticks: () => time.ticks }, () => crypto.randomUUID());
  const heard = new Map();
  const order = [];
  const server = {
    contact: async () => clock.compare(new Date(time.now).toISOString(), time.ticks, time.ticks),
    sendPicture: async (hash) => order.push(hash),
    send: async (reports) => {
      const outcomes = { taken: [], known: [], refused: [] };
      reports.forEach((report, index) => {
        const known = heard.has(report.id);
        assert.ok(!known || assert.deepEqual(heard.get(report.id), report) === undefined);
        heard.set(report.id, report);
        order.push(report.good ?? report.kind);
        outcomes[known ? 'known' : 'taken'].push({ index, id: report.id });
      });
      return outcomes;
    },
    ...behaviour,
  };
  const passes = (millis) => ((time.now += millis), (time.ticks += millis));
  return { kept, clock, heard, order, server, passes, time, queue: new Queue(kept, server, clock, UNTIMED) };
}

export const good = (count, number = 'SO-1') => ({ kind: 'progressed', order: number, line: 1, good: count });
export const states = async ({ queue }) => (await queue.all()).map(({ state }) => state);
export const trouble = (status, more = {}) => Object.assign(new Error('Trouble'), { status, ...more });
