import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { answers, standing } from '../reading/actions.js';

/** One action in the list of the house. */
class ActionRow extends LightElement {
  static properties = { row: { attribute: false } };

  render() {
    const { row } = this;
    const { text, look } = standing(row);
    return html`<a class="action-row" href="/actions/${row.number}" data-action-number=${row.number}>
      <span class="row-main">
        <strong>${row.text}</strong>
        <span class="soft row-line">${this.#about()}</span>
      </span>
      <span class="action-due" data-look=${look}>
        <b>${text}</b>
        <span class="soft row-line">${row.state === 'reopened' ? t('actions.reopened') : ''}</span>
      </span>
    </a>`;
  }

  #about() {
    const { owner, raisedBy = [] } = this.row;
    const companies = raisedBy.map(({ company }) => company).join(t('comma'));
    return [owner.name, answers(this.row), companies].filter(Boolean).join(' · ');
  }
}

customElements.define('action-row', ActionRow);
