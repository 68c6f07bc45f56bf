import { html, nothing } from 'lit';
import { date } from '../../base/format.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import './you-said.js';

/** On the page of a meeting that is over: its minutes, and what came of what its reader’s company said. */
class AfterMeeting extends LightElement {
  static properties = { page: { attribute: false }, guest: { type: Boolean } };

  render() {
    const { number, state, amendDay, version } = this.page;
    return html`<section class="card after-meeting" aria-label=${t('after.read')}>
        <p>${state === 'final' ? t('after.final') : t('after.amend', { day: date(amendDay) })}</p>
        <p><a class="go" data-action="minutes" href="/meetings/${number}/minutes">${t('after.read')}</a></p>
      </section>
      ${this.guest ? html`<you-said only=${number} .version=${version}></you-said>` : nothing}`;
  }
}

customElements.define('after-meeting', AfterMeeting);
