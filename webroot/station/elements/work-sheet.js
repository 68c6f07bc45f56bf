import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { ago } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { amount, isCounted } from '../reading/amounts.js';
import { didOf } from '../reading/standing.js';
import { sound } from '../sounds.js';
import { BenchElement } from './bench-element.js';
import './demand-rows.js';
import '../../base/elements/tier-mark.js';

/** The stage that is at hand, to be read from two metres and hit with gloves. */
class WorkSheet extends BenchElement {
  static properties = { ...BenchElement.properties, trouble: { state: true } };

  /** It goes with what was at hand. */
  shouldUpdate() {
    return this.bench.atHand !== undefined;
  }

  render() {
    const work = this.bench.atHand;
    const stands = this.bench.standing(work);
    return html`<div class="work-lead">
        <p class="eyebrow">${t('station.of', { order: work.order, line: work.line })} · ${work.customer}
          <tier-mark .tier=${work.tier}></tier-mark></p>
        <h1>${wording(work.product)}</h1>
        <p class="work-operation">${work.operation ?? wording(work.stageName)}</p>
      </div>
      <p class="work-count" data-done=${stands.done}>
        <span class="count">${amount(stands.done, work)}</span>
        <span class="count-of">${this.#of(work, stands)}</span>
      </p>
      ${stands.held
        ? html`<p class="hint-box work-held"><strong>${t('station.held')}</strong> ${wording(stands.heldReason)}</p>`
        : nothing}
      ${stands.finished ? html`<p class="work-finished" role="status">${t('station.finished')}</p>` : nothing}
      <demand-rows .bench=${this.bench} .work=${work} @said=${({ detail }) => this.#report(detail)}></demand-rows>
      ${(work.asked ?? []).map((asked) => this.#asked(asked))}
      ${this.trouble ? html`<p class="trouble work-trouble" role="alert">${this.trouble}</p>` : nothing}
      ${this.#taps(work, stands)}
      <button class="quiet work-other" data-action="other" @click=${() => this.bench.choose(undefined)}>
        ${t('station.other')}
      </button>`;
  }

  #of(work, { rejected }) {
    const parts = [
      work.quantity !== undefined && t('station.count-of', { quantity: amount(work.quantity, work) }),
      rejected > 0 && t('station.rejected', { rejected: amount(rejected, work) }),
    ];
    return parts.filter(Boolean).join(t('comma'));
  }

  #asked(asked) {
    return html`<p class="work-asked">
      <span>${t('station.asks', { who: asked.who })} <q>${asked.text}</q>
        <small class="soft">${ago(asked.since)}</small></span>
      <button class="quiet" data-action="picture" @click=${() => this.#open('picture')}>${t('station.take-it')}</button>
    </p>`;
  }

  #taps(work, { held, begun, done }) {
    const tap = (name, words, looks = '', values = {}) =>
      html`<button class="tap ${looks}" data-action=${name} @click=${() => this.act(name)}>
        ${t(words, values)}
      </button>`;
    return html`<div class="taps" role="group" aria-label=${t('station.taps')}>
      ${held ? tap('resume', 'station.tap.resume', 'good') : nothing}
      ${!held && isCounted(work) ? tap('good', 'station.tap.good', 'good', { count: 1 }) : nothing}
      ${held || begun || done > 0 ? nothing : tap('start', 'station.tap.start')}
      ${held ? nothing : tap('several', 'station.tap.several', isCounted(work) ? '' : 'good')}
      ${tap('reject', 'station.tap.reject', 'bad')}
      ${held ? nothing : tap('hold', 'station.tap.hold', 'hold')}
      ${held ? nothing : tap('done', 'station.tap.done')}
      ${tap('picture', 'station.tap.picture')}
    </div>`;
  }

  /** Does what a button or a code on paper says; answers whether that makes sense now. */
  act(command) {
    const { held } = this.bench.standing(this.bench.atHand);
    const now = {
      start: () => this.#report({ report: { kind: 'started' } }),
      resume: () => this.#report({ report: { kind: 'resumed' } }),
      good: () => this.#report({ report: { kind: 'progressed', good: 1 } }),
      several: () => this.#open('several'),
      reject: () => this.#open('reject'),
      hold: () => this.#open('hold'),
      picture: () => this.#open('picture'),
      done: () => this.#finish(),
      undo: () => this.#undo(),
      pass: () => this.#judge(true),
      fail: () => this.#judge(false),
    }[command];
    const sensible = now && !(held && ['good', 'several', 'hold', 'done'].includes(command));
    return sensible ? now() !== false : false;
  }

  async #report({ report, pictures, fine = true }) {
    try {
      await this.bench.report(report, pictures);
      this.trouble = undefined;
      sound(fine ? 'good' : 'bad', this.bench.settings.quiet);
      document.querySelector('status-voice')?.say(t(...didOf(report)));
    } catch {
      this.trouble = t('station.not-kept');
      sound('bad', this.bench.settings.quiet);
    }
  }

  #undo() {
    this.bench.undo().then((undone) => sound(undone ? 'note' : 'bad', this.bench.settings.quiet));
  }

  #judge(passed) {
    return this.querySelector('demand-rows').judge(passed);
  }

  async #open(name) {
    const work = this.bench.atHand;
    const { openSheet } = await import('./report-sheet.js');
    const said = await openSheet(name, work, this.bench);
    said && (await this.#report({ ...said, fine: !['reject', 'hold'].includes(name) }));
  }

  /** Fewer than ordered may be right, and is asked for. */
  async #finish() {
    const work = this.bench.atHand;
    const { done, rejected } = this.bench.standing(work);
    const question = {
      title: t('station.finish-fewer', { done: amount(done, work), quantity: amount(work.quantity, work) }),
      text: t('station.finish-text'),
      go: t('station.finish-go'),
    };
    const element = Object.assign(document.createElement('confirm-question'), { question });
    if (done + rejected >= (work.quantity ?? 0) || (await inDialog(element, question.title))) {
      await this.#report({ report: { kind: 'finished' } });
    }
  }
}

customElements.define('work-sheet', WorkSheet);
