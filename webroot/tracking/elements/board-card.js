import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { briefDate } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';
import { figure, isMeasured } from '../reading/amounts.js';
import { risk } from '../reading/standing.js';
import '../../base/elements/tier-mark.js';

/** One order line on the board, in the light of its pane. Drawn again only if it changed. */
class BoardCard extends LightElement {
  static properties = { row: { attribute: false }, line: { attribute: false }, standing: {} };

  render() {
    const { row, line } = this;
    return html`<article class="board-card" data-state=${this.#state()} data-standing=${this.standing}>
      <p><a href="/orders/${encodeURIComponent(row.number)}">${row.number}</a></p>
      <p class="pair">
        ${row.promised ? html`<b class="due">${briefDate(row.promised)}</b>` : nothing}
        ${line.due?.toBeConfirmed ? html`<span class="soft">${t('promise.tbc')}</span>` : nothing}
        <tier-mark tier=${row.company?.tier ?? nothing}></tier-mark>
      </p>
      <p class="brief">${row.company?.name ?? ''}</p>
      <p class="pair">
        <span class="brief">${wording(line.product) || t('line.product-unknown')}</span> ${this.#count()}
      </p>
      ${line.quantity && line.through
        ? html`<progress
            max=${line.quantity}
            value=${line.through}
            aria-label=${t(isMeasured(line.unit) ? 'stage.progress-amount' : 'stage.progress')}
          ></progress>`
        : nothing}
      ${this.standing === 'late' || this.standing === 'at-risk'
        ? html`<p class="standing">${t(`standing.${this.standing}`)}${this.#why()}</p>`
        : nothing}
    </article>`;
  }

  #state() {
    return this.line.panes?.find(({ stage }) => stage === this.line.stage)?.state ?? 'waiting';
  }

  #count() {
    const { quantity, through, unit } = this.line;
    const all = quantity === undefined ? '' : figure(quantity, unit);
    const counted = all && through ? `${number(through)}/${all}` : all;
    return html`<span class="soft">${counted}</span>`;
  }

  #why() {
    const why = risk(this.row, Date.now());
    return why ? html`<span>${t('colon')}${t(`risk.${why}`)}</span>` : nothing;
  }
}

customElements.define('board-card', BoardCard);
