import { html, nothing } from 'lit';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { learned, mappedBack } from '../reading/layouts.js';
import { readAddressed } from '../reading/scans.js';
import { listen, listenToKeys } from '../scanner.js';
import { sound } from '../sounds.js';
import { BenchElement } from './bench-element.js';
import './operator-entry.js';
import './queue-bar.js';
import './station-set-up.js';
import './work-finder.js';

const SOON_MILLIS = 5_000;

/** The whole screen of a station: what it is, what is at hand, and what is on its way to the server. */
class StationPage extends BenchElement {
  static properties = {
    ...BenchElement.properties,
    code: {},
    scan: {},
    told: { state: true },
    loaded: { state: true },
  };

  #forget;

  connectedCallback() {
    super.connectedCallback();
    this.#forget = listen((text) => this.#hear(text));
    listenToKeys(() => this.bench.settings);
    this.#load();
    this.#arrive();
    this.bench.begin().then(() => this.scan && this.#follow(this.scan));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  /** What comes right behind the first screen is there before anybody has said who they are. */
  #load = async () => {
    try {
      await import('./work-sheet.js');
      this.loaded = true;
    } catch {
      setTimeout(this.#load, SOON_MILLIS);
    }
  };

  /** Before anything is done with it: whoever sends somebody a link taps nothing in their place. */
  #arrive() {
    const { kind, why } = this.scan ? readAddressed(this.scan) : {};
    if (kind === 'unknown') {
      this.scan = undefined;
      this.#tell(t(`station.unknown.${why}`));
    }
  }

  #draw = () => this.requestUpdate();

  render() {
    const { station, roster } = this.bench;
    return html`<div class="station-where">
        <span>${station ? [station.name, station.place].filter(Boolean).join(' · ') : t('station.title')}</span>
        ${roster.operator ? this.#who(roster.operator) : nothing}
      </div>
      <div class="station-middle" @click=${this.#answered}>
        ${this.told
          ? html`<p class="station-told" data-kind=${this.told.kind} role="alert">${this.told.text}</p>`
          : nothing}
        ${this.#main()} ${station ? contributions('station', { operator: roster.operator }) : nothing}
      </div>
      ${station ? html`<queue-bar .bench=${this.bench}></queue-bar>` : nothing}`;
  }

  #who({ name, checked }) {
    return html`<button class="station-who" data-action="leave" @click=${this.#leave}>
      <span>${name}${checked ? nothing : html` <small>${t('station.pin-not-checked')}</small>`}</span>
      <span class="soft">${t('station.leave')}</span>
    </button>`;
  }

  #main() {
    const { bench } = this;
    if (!bench.station || bench.shut) {
      const used = () => (this.code = '');
      return html`<station-set-up .bench=${bench} code=${this.code} @done=${used}></station-set-up>`;
    }
    if (!bench.roster.operator) {
      return html`<operator-entry .bench=${bench} @done=${this.#came}></operator-entry>`;
    }
    if (!bench.current) {
      return html`<work-finder .bench=${bench}></work-finder>`;
    }
    return this.loaded ? html`<work-sheet .bench=${bench}></work-sheet>` : nothing;
  }

  #came = () => {
    this.#draw();
    this.scan && this.#follow(this.scan);
  };

  #leave = async () => {
    await this.bench.choose(undefined);
    await this.bench.roster.leave();
    this.#draw();
  };

  /** Whoever goes on by hand has read what was told of a scan. */
  #answered = () => (this.told = undefined);

  #tell(text, kind = 'bad') {
    this.told = text && { text, kind };
    text && sound(kind, this.bench.settings.quiet);
  }

  /** A test code teaches how the scanner's keyboard differs; anything else is what it means. */
  #hear(arrived) {
    const layout = learned(arrived);
    if (layout !== undefined) {
      this.#learn(layout);
      return true;
    }
    this.#follow(mappedBack(arrived, this.bench.settings.layout));
    return true;
  }

  async #learn(layout) {
    if (layout) {
      await this.bench.set({ layout });
    }
    const differs = layout && Object.keys(layout).length > 0;
    const learnt = differs ? 'mapped' : 'same';
    this.#tell(t(`station.layout.${layout ? learnt : 'impossible'}`), layout ? 'note' : 'bad');
  }

  async #follow(text) {
    this.told = undefined;
    this.scan = undefined;
    const { bench } = this;
    if (!bench.station || bench.shut) {
      return;
    }
    const meaning = await bench.meaning(text);
    if (meaning.kind === 'badge') {
      await this.#badge(meaning.badge ?? text.replace(/^VT-BADGE:/i, ''));
    } else if (!bench.roster.operator) {
      this.scan = text; // Gone on with once it is known who scanned it.
      this.#tell(t('station.badge-first'));
    } else if (meaning.kind === 'command') {
      this.#command(meaning.command.toLowerCase());
    } else {
      await this.#work(meaning);
    }
  }

  /** Whoever holds up another badge takes over. */
  async #badge(badge) {
    if (this.bench.roster.operator) {
      await this.#leave();
    }
    await this.updateComplete;
    this.querySelector('operator-entry')?.take(badge);
  }

  #command(command) {
    const sheet = this.querySelector('work-sheet');
    if (!sheet) {
      this.#tell(t('station.traveller-first'));
    } else if (!sheet.act(command)) {
      this.#tell(t('station.not-now'));
    }
  }

  async #work({ kind, work, where = [], choices, why, problem }) {
    if (kind === 'work') {
      await this.bench.choose(work, 'scan');
      why ? this.#tell(t(`station.here.${why}`), 'note') : sound('note', this.bench.settings.quiet);
    } else if (kind === 'choices') {
      await this.bench.choose(undefined);
      await this.updateComplete;
      this.querySelector('work-finder').choices = choices;
      this.#tell(t('station.which'), 'note');
    } else if (kind === 'elsewhere') {
      const operation = work.operation ?? wording(work.stageName);
      const said = { order: work.order, operation, where: where.join(t('comma')) };
      this.#tell(t(where.length ? 'station.elsewhere' : 'station.nowhere', said));
    } else {
      this.#tell(why === 'failed' ? problem.message : t(`station.unknown.${why}`));
    }
  }
}

customElements.define('station-page', StationPage);
