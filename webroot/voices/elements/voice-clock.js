import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { isAroundTheClock, weekText } from '../../base/reading/hours.js';
import { t, wording } from '../../base/words.js';
import { COMMITMENTS, gone, headline, isLate, pause, promisedBy, step, under } from '../reading/clock.js';

const CLOCK_MILLIS = 10_000;

/** One clock, the same on both sides: what is due next in large, where the commitments stand, whose hours count. */
class VoiceClock extends LightElement {
  static properties = { page: { attribute: false }, staff: { type: Boolean } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { page, staff } = this;
    const now = Date.now();
    return html`<section class="clock" data-standing=${this.#standing(now)} aria-label=${t('clock.label')}>
      <div class="clock-head">
        <strong class="clock-large">${headline(page, now)}</strong>
        <span>${under(page, now, staff)}</span>
        <span class="clock-pause">${pause(page, now)}</span>
      </div>
      <span class="clock-gone" data-gone=${Math.round(gone(page.clock, now) * 1000) / 10} aria-hidden="true"></span>
      <ol class="commitments">
        ${COMMITMENTS.map((name) => {
          const { standing, text } = step(name, page, now, staff);
          return html`<li data-commitment=${name} data-standing=${standing}>${text}</li>`;
        })}
      </ol>
      ${this.#promised()}
      ${page.hours ? html`<p class="clock-hours">${this.#hours()}</p>` : nothing}
    </section>`;
  }

  /** Beside the clock, for both sides; customers come to their agreement by it. */
  #promised() {
    const said = promisedBy(this.page, this.staff);
    if (said === '') {
      return nothing;
    }
    return html`<p class="clock-hours clock-promised">
      ${this.staff ? said : html`<a href="/agreement">${said}</a>`}
    </p>`;
  }

  #standing(now) {
    if (this.page.state === 'closed') {
      return 'closed';
    }
    return !this.page.clock.runs ? 'still' : isLate(this.page.clock, now) ? 'late' : 'runs';
  }

  /** The policy for content allows no style attributes. */
  updated() {
    const bar = this.querySelector('[data-gone]');
    bar.style.setProperty('--gone', `${bar.dataset.gone}%`);
  }

  #hours() {
    const { department, hours } = this.page;
    if (hours.version) {
      const by = t(`clock.by.${hours.version.owner}${this.staff ? '.staff' : ''}`, hours.version);
      return hours.week === undefined || isAroundTheClock(hours)
        ? t('clock.agreed-always', { by })
        : t('clock.agreed-hours', { by, hours: weekText(hours.week), zone: hours.zone });
    }
    const values = { department: wording(department.name), zone: hours.zone };
    return hours.week === undefined || isAroundTheClock(hours)
      ? t('clock.hours-always', values)
      : t('clock.hours', { ...values, hours: weekText(hours.week) });
  }
}

customElements.define('voice-clock', VoiceClock);
