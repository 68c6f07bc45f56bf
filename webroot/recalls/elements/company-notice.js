import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { placeName, progress, remedyName, standing } from '../reading/notices.js';
import './recall-card.js';

/** How one company stands, and what it will read. */
class CompanyNotice extends LightElement {
  static properties = { row: { attribute: false }, written: { attribute: false }, open: { state: true } };

  render() {
    const { row } = this;
    const { name, pieces, toTell, notice } = row;
    return html`<div class="company-notice">
      <h3>${notice ? html`<a href="/recall-notices/${notice.id}">${name}</a>` : name}</h3>
      <p class="buttons">
        <span>${t('recall.of-pieces', { count: pieces })}</span>
        ${notice ? this.#state(notice) : nothing}
        ${toTell ? html`<strong class="chip bad">${t(`recall.tell.${toTell}`)}</strong>` : nothing}
      </p>
      ${notice ? html`<p class="soft">${this.#facts(notice).join(t('recall.and'))}</p>` : nothing}
      <details class="disclosure" @toggle=${(event) => (this.open = event.target.open)}>
        <summary>${t(toTell && this.written ? 'recall.preview' : 'recall.which')}</summary>
        ${this.open ? this.#inside() : nothing}
      </details>
    </div>`;
  }

  #state(notice) {
    const { text, look } = standing(notice);
    return html`<span class="chip ${look}">${text}</span>`;
  }

  #facts({ told, read, choice, reached, begunAt, done, pieces, left }) {
    return [
      t('recall.fact.told', { day: day(told.at) }),
      read && t('recall.fact.read', { by: read.by, day: day(read.at) }),
      choice && t('recall.fact.chosen', { remedy: remedyName(choice.remedy), by: choice.by }),
      begunAt && progress({ done, pieces }),
      reached && t('recall.fact.reached', { count: reached.count }),
      left && t('recall.left', { by: left.by, day: day(left.at), reason: left.reason }),
    ].filter(Boolean);
  }

  #inside() {
    const { row, written } = this;
    return row.toTell && written
      ? html`<recall-card preview .notice=${this.#preview()}></recall-card>`
      : row.lines.map((line) => html`<p>${placeName(line)}${t('colon')}${line.codes.join(t('comma'))}</p>`);
  }

  /** What they will read once they are told. */
  #preview() {
    const { row, written } = this;
    const now = new Date().toISOString();
    return {
      ...written,
      lines: row.lines,
      pieces: row.pieces,
      told: { at: now, first: row.notice?.told.first ?? now, news: row.toTell },
      state: row.toTell === 'cleared' ? 'cleared' : 'told',
      choice: row.notice?.choice,
      acknowledged: row.toTell === 'fewer' && row.notice?.acknowledged,
    };
  }
}

customElements.define('company-notice', CompanyNotice);
