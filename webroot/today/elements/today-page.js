import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t } from '../../base/words.js';
import { isUrgent, nextAfter, sectionsAt } from '../reading/sections.js';
import './order-finder.js';
import './today-section.js';

const CLOCK_MILLIS = 30_000;

/** What wants doing now, live: the most urgent on top. */
class TodayPage extends CalmElement {
  static properties = { today: { attribute: false }, me: { attribute: false } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    return html`<section class="manage today" aria-labelledby="today">
      <div class="head"><h1 id="today">${t('today.title')}</h1></div>
      ${this.today ? this.#content(Date.now()) : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
    </section>`;
  }

  #content(now) {
    const { busy, clear } = sectionsAt(this.today, now);
    return html`${this.#lead(busy, now)}
      ${this.me.role === 'operator' ? html`<order-finder></order-finder>` : nothing}
      ${this.me.role === 'account-manager' && this.today.companies === 0
        ? html`<p class="card">${t('today.nobody-yours')}</p>`
        : nothing}
      <div class="today-sections">
        ${repeat(
          busy,
          ({ name }) => name,
          (section) => html`<today-section .section=${section}></today-section>`,
        )}
        ${contributions('today', { me: this.me })}
      </div>
      ${clear.length > 0
        ? html`<p class="soft today-clear">
            ${t('today.clear', { what: clear.map((name) => t(`today.nothing.${name}`)).join(t('comma')) })}
          </p>`
        : nothing}`;
  }

  /** One sentence that says how the day stands. */
  #lead(busy, now) {
    const urgent = busy.filter(isUrgent).map(({ name }) => t(`today.section.${name}`));
    if (urgent.length > 0) {
      return html`<p class="today-lead">${t('today.look-first', { what: urgent.join(t('comma')) })}</p>`;
    }
    const next = nextAfter(this.today, now);
    const calm = busy.length > 0 ? t('today.nothing-urgent') : t('today.nothing-waits');
    const coming = next ? t('space') + t('today.next', { when: when(next, now) }) : '';
    return html`<p class="today-lead">${calm}${coming}</p>`;
  }
}

customElements.define('today-page', TodayPage);
