import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { places, raised } from '../reading/nonconformances.js';
import './severity-chip.js';

/** One nonconformance in a list. */
class NonconformanceRow extends LightElement {
  static properties = { row: { attribute: false } };

  render() {
    const { row } = this;
    return html`<a class="problem-row" href="/nonconformances/${row.number}" data-number=${row.number}>
      <span class="row-main">
        <strong>${row.title}</strong>
        <span class="soft row-line">${[...places(row.about), raised(row)].join(' · ')}</span>
      </span>
      <span class="problem-standing">
        <severity-chip severity=${row.severity}></severity-chip>
        ${row.closing
          ? html`<span class="soft">${t('nonconformance.closed-on', { day: day(row.closing.at) })}</span>`
          : ''}
      </span>
    </a>`;
  }
}

customElements.define('nonconformance-row', NonconformanceRow);
