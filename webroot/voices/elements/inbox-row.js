import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { briefly, gone, isLate } from '../reading/clock.js';
import { anchor, companyName, tierOf } from '../reading/rows.js';
import '../../base/elements/tier-mark.js';

/** One message in the inbox; the bar at its start is how much of its time is gone. Drawn only if it changed. */
class InboxRow extends LightElement {
  static properties = { row: { attribute: false }, now: { attribute: false } };

  render() {
    const { row, now } = this;
    const { text, more, late } = briefly(row, now);
    const who = row.assignee?.name ?? row.assignee;
    return html`<a class="inbox-row" href="/messages/${row.number}" data-voice=${row.number} data-kind=${row.kind}>
      <span class="gone" data-gone=${Math.round(gone(row.clock, now) * 100)} data-look=${this.#look(now)}></span>
      <span class="row-main">
        <strong>${row.title}</strong>
        <span class="soft row-line">
          ${companyName(row)} <tier-mark tier=${tierOf(row) ?? nothing}></tier-mark>
          ${row.fastLane ? html`<b class="fast-lane">${t('inbox.fast-lane')}</b>` : nothing}
          <span aria-hidden="true"> · </span>${this.#about()}
        </span>
      </span>
      <span class="inbox-due" ?data-late=${late}>
        <b>${text}</b>
        <span class="soft row-line">${more}</span>
        ${who ? html`<span class="soft row-line">${t('inbox.with', { name: who })}</span>` : nothing}
      </span>
    </a>`;
  }

  #look(now) {
    const { clock, state } = this.row;
    return state !== 'open' || !clock?.runs ? 'still' : isLate(clock, now) ? 'late' : 'runs';
  }

  #about() {
    const { row } = this;
    const alike = row.alike > 0 && t('inbox.alike', { count: row.alike });
    const more = row.cause ? t('inbox.under', { title: row.cause.title }) : alike;
    return [t(`kind.${row.kind}`), ...anchor(row), more].filter(Boolean).join(' · ');
  }

  /** The policy for content allows no style attributes. */
  updated() {
    const bar = this.querySelector('[data-gone]');
    bar.style.setProperty('--gone', `${bar.dataset.gone}%`);
  }
}

customElements.define('inbox-row', InboxRow);
