import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import '../../base/elements/tier-mark.js';
import { number, t } from '../../base/words.js';
import './backup-made.js';

/** One part of the page: the first few of what wants doing, and where all of them are. */
class TodaySection extends LightElement {
  static properties = { section: { attribute: false } };

  render() {
    const { name, rows, total, all, note } = this.section;
    return html`<section class="card today-section" aria-labelledby="today-${name}" data-section=${name}>
      <div class="today-head">
        <h2 id="today-${name}">${t(`today.section.${name}`)}</h2>
        ${total > rows.length ? html`<span class="soft">${number(total)}</span>` : nothing}
      </div>
      ${note ? html`<p class="soft today-note">${t(`today.counted.${note}`)}</p>` : nothing}
      <ul class="today-rows">
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => html`<li>${this.#row(row)}</li>`,
        )}
      </ul>
      ${all ? html`<p class="today-all"><a href=${all}>${t(`today.all.${name}`)}</a></p>` : nothing}
    </section>`;
  }

  #row(row) {
    return html`${row.href
      ? html`<a class="today-row" href=${row.href}>${this.#content(row)}</a>`
      : html`<div class="today-row">${this.#content(row)}</div>`}
    ${row.backup ? html`<backup-made></backup-made>` : nothing}`;
  }

  #content({ title, company, tier, text, badge, look, act }) {
    const line = [company?.name, ...text].filter(Boolean).join(' · ');
    return html`<span class="row-main">
        <span class="today-title"><strong>${title}</strong>
          <tier-mark tier=${tier ?? company?.tier ?? nothing}></tier-mark></span>
        <span class="soft row-line">${line}</span>
      </span>
      ${badge || act
        ? html`<span class="today-side">
            ${badge ? html`<b data-look=${look ?? nothing}>${badge}</b>` : nothing}
            ${act ? html`<span class="today-act">${act}</span>` : nothing}
          </span>`
        : nothing}`;
  }
}

customElements.define('today-section', TodaySection);
