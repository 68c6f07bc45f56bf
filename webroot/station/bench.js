import { newId } from '../base/ids.js';
import { t } from '../base/words.js';
import { KeptReports } from './kept-reports.js';
import { meaningOf } from './meaning.js';
import { Queue } from './queue.js';
import { Roster } from './roster.js';
import { DeviceClock } from './reading/clock.js';
import { isShut, isUnreachable } from './reading/reach.js';
import { keyOf, standing, undoable } from './reading/standing.js';
import * as server from './requests.js';

const ASKS_MILLIS = 12_000;
/** What a device knows that has just become a station. */
const NOTHING = { work: [], listedAt: undefined, current: undefined };

/**
 * What the page knows, wherever it comes from: which station this is, who works here, what there is to do, and what
 * was tapped. All of it is kept on the device, so that the page is the same without a network. Raises `changed`.
 */
export class Bench extends EventTarget {
  #kept = new KeptReports();
  #clock;
  #timer;
  queue;
  roster;
  station;
  work = [];
  /** When the work was asked for that is shown, by this device's clock. */
  listedAt;
  current;
  records = [];
  /** Whether the server can be reached; `shut` where it does not know this station any more. */
  reachable = true;
  shut = false;
  settings = {};

  /** Everything that is kept on this device, in place. */
  static async open() {
    const bench = new Bench();
    await bench.#open();
    return bench;
  }

  async #open() {
    const names = ['station', 'eras', 'list', 'current', 'settings'];
    const [station, eras, list, current, settings] = await Promise.all(names.map((name) => this.#kept.find(name)));
    this.#clock = new DeviceClock(eras, undefined, newId);
    Object.assign(this, { station, current, settings: settings ?? {}, ...(list ?? {}) });
    this.roster = new Roster(this.#kept, this.#clock, () => this.queue.tellTabs());
    await this.roster.open();
    const { sendReports, sendPicture } = server;
    const contact = () => this.contact();
    this.queue = new Queue(this.#kept, { send: sendReports, sendPicture, contact }, this.#clock);
    this.queue.addEventListener('changed', () => this.#read());
    this.queue.addEventListener('shut', () => this.#shut());
    await this.#read();
    addEventListener('online', () => this.refresh());
  }

  /** What any tab did is so in all of them: which station this is, who works here, and what was tapped. */
  async #read() {
    const before = this.queue.sentAt;
    const { operator } = this.roster;
    const [records, station] = await Promise.all([this.queue.all(), this.#kept.find('station'), this.roster.open()]);
    const isAnother = station?.id !== this.station?.id;
    const hasLeft = operator && !this.roster.operator;
    Object.assign(this, { records, station }, isAnother ? NOTHING : {}, hasLeft ? { current: undefined } : {});
    this.shut &&= !(isAnother && station);
    this.#tell();
    if (isAnother && station) {
      await this.refresh();
    } else if (before && this.listedAt <= before) {
      this.#askSoon(ASKS_MILLIS / 4);
    }
  }

  #tell() {
    this.dispatchEvent(new Event('changed'));
  }

  now() {
    return this.#clock.now();
  }

  /** Compares this device's clock with the server's. */
  async contact() {
    const asked = this.#clock.ticks();
    const { station, now } = await server.station();
    this.#clock.compare(now, asked, this.#clock.ticks());
    await this.#kept.keep('eras', this.#clock.eras);
    await this.#is(station);
  }

  async #is(station) {
    if (station.id !== (await this.#kept.find('station'))?.id) {
      await this.#empty();
    }
    await this.#kept.keep('station', station);
    Object.assign(this, { station, shut: false });
  }

  /** What was one station's is not another's; nor is what its people wrote. */
  async #empty() {
    await this.#kept.empty();
    await this.roster.open();
    Object.assign(this, { station: undefined }, NOTHING);
    await this.set({ reasons: undefined, gauge: undefined });
  }

  async setUp(code) {
    // What left meanwhile would be told under a name that nobody here knows yet.
    await this.queue.pausing(async () => this.#is((await server.setUp(code)).station));
    this.queue.tellTabs();
    this.queue.hurry();
    await this.refresh();
  }

  async #shut() {
    this.shut = true;
    await this.#empty();
    this.queue.tellTabs();
  }

  /** Begins to ask what there is to do, again and again. */
  async begin() {
    await this.refresh();
    this.queue.flush();
  }

  async refresh() {
    const { station } = this;
    if (!station) {
      return;
    }
    const asked = this.now();
    try {
      this.#clock.jumped() || !this.#clock.isCompared() ? await this.contact() : undefined;
      const { work } = await server.work();
      Object.assign(this, { work, listedAt: asked, reachable: true, shut: false });
      await this.#kept.keep('list', { work, listedAt: asked });
    } catch (problem) {
      this.reachable = !isUnreachable(problem);
      isShut(problem) && station.id === this.station?.id && (await this.#shut());
    }
    this.shut || this.#askSoon(ASKS_MILLIS);
    this.#tell();
  }

  #askSoon(millis) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), millis * (0.9 + Math.random() / 5));
  }

  /** The work that is at hand, as the list has it now. */
  get atHand() {
    return this.current && (this.work.find((one) => keyOf(one) === keyOf(this.current)) ?? this.current);
  }

  /** How some work stands, with what was tapped here on top. */
  standing(work) {
    return standing(work, this.records);
  }

  async choose(work, by = 'manual') {
    this.current = work && { ...work, by };
    await this.#kept.keep('current', this.current);
    this.#tell();
  }

  async set(settings) {
    this.settings = { ...this.settings, ...settings };
    await this.#kept.keep('settings', this.settings);
    this.#tell();
  }

  /** Reports what was tapped of the work at hand; what it answers is kept on the disk. */
  async report(said, pictures = []) {
    const { order, line, operation, stage, by, product, unit } = { ...this.current, ...this.atHand };
    const { operator } = this.roster;
    const { id, name } = this.station;
    const report = { order, line, operation, stage, source: by === 'scan' ? 'scan' : 'manual', ...said };
    const actor = operator.checked ? operator.name : t('station.unchecked', { name: operator.name });
    return this.queue.add({ ...report, actor }, pictures, { product, unit, station: { id, name } });
  }

  async undo() {
    const newest = undoable(this.records, this.now());
    return newest && (await this.queue.undo(newest.seq)) ? newest : undefined;
  }

  /** What a scan means here. */
  meaning(text) {
    return meaningOf(text, { work: this.work, ask: server.scan, knows: (badge) => this.roster.knows(badge) });
  }
}
